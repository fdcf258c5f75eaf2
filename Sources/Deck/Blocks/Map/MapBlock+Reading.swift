import Diagnostics
import Graphics
import Layout
import Maps
import YAML

extension MapBlock {
    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a map", reading)
        let boundaries = fields.requiredText("boundaries")
        key = fields.text("key") ?? "id"
        let projection = fields.required("projection").flatMap {
            MapBlock.projection($0, reading)
        }
        farthestIsland = fields.number("islands", within: 0...20_000)
        fit = fields.node("fit").flatMap { Query(reading: $0, into: reading) }
        regions = MapBlock.parts(fields, "regions").compactMap { MapBlock.regions($0, reading) }
        outlines = MapBlock.parts(fields, "outlines").compactMap {
            MapBlock.outlines($0, reading)
        }
        rest = fields.word("rest", Rest.self) ?? .land
        restColor = fields.word("rest-color", ColorRole.self) ?? .land
        restOnly = fields.node("rest-only").flatMap { Query(reading: $0, into: reading) }
        labels = MapBlock.parts(fields, "labels").compactMap { MapBlock.labels($0, reading) }
        pins = MapBlock.parts(fields, "pins").compactMap { MapBlock.pins($0, reading) }
        symbols = fields.node("symbols").flatMap { MapBlock.symbols($0, reading) }
        insets = fields.list("insets").compactMap { MapBlock.inset($0, reading) }
        legend = fields.node("legend").flatMap { MapBlock.legend($0, reading) }
        grid = fields.node("graticule").flatMap { MapBlock.grid($0, reading) }
        water = fields.word("water", ColorRole.self)
        nouns = fields.node("nouns").map { MapBlock.nouns($0, reading) } ?? Nouns()
        places = fields.node("places").flatMap { Query(reading: $0, into: reading) }
        margins =
            fields.numbers("margins", count: 4...4, within: 0...600).map {
                Insets(top: $0[0], left: $0[3], bottom: $0[2], right: $0[1])
            } ?? .zero
        alignment = fields.word("align", HorizontalAlignment.self) ?? .center
        // What is meant to reach beyond the frame must not reach over other blocks.
        isClipped = fields.flag("clip") ?? (fit != nil || grid != nil || water != nil)
        location = node.location
        fields.finish()
        guard let boundaries, let projection else { return nil }
        self.boundaries = boundaries
        self.projection = projection
    }

    /// One mapping, or a list of them.
    private static func parts(_ fields: Fields, _ key: String) -> [Node] {
        fields.node(key).map { $0.items ?? [$0] } ?? []
    }

    // MARK: - Geography

    /// The projections that a word alone names.
    static let named: [String: Projection] = [
        "mexico": .mexico, "world": .world, "north-america": .northAmerica,
    ]

    private static func projection(_ node: Node, _ reading: Reading) -> Projection? {
        if let name = node.scalar?.text {
            if let projection = named[name] { return projection }
            let names = named.keys.sorted()
            reading.error(
                "there is no projection “\(name)”", at: node.location,
                hint: nearest(to: name, among: names).map { "did you mean “\($0)”?" }
                    ?? "name one of \(names.joined(separator: ", ")), or write type: and center:")
            return nil
        }
        let fields = Fields(node, "a projection", reading)
        _ = fields.required("type")
        let kind = fields.word("type", Projection.Kind.self)
        let center = fields.numbers("center", count: 2...2, within: -180...180) ?? [0, 0]
        let parallels = fields.numbers("parallels", count: 2...2, within: -89...89)
        let rotation = fields.numbers("rotate", count: 2...3, within: -360...360)
        fields.finish()
        guard let kind else { return nil }
        do {
            return try Projection(
                kind, center: GeoPoint(longitude: center[0], latitude: center[1]),
                parallels: parallels.map { Projection.Parallels($0[0], $0[1]) },
                rotation: rotation.map { Rotation($0[0], $0[1], $0.count > 2 ? $0[2] : 0) })
        } catch {
            reading.error("\(error.message)", at: node.location, hint: error.hint)
            return nil
        }
    }

    /// Degrees from line to line, or a mapping of these and a colour.
    private static func grid(_ node: Node, _ reading: Reading) -> Grid? {
        if let scalar = node.scalar {
            guard let step = Double(scalar.text), (1...90).contains(step) else {
                reading.error(
                    "a graticule has a line every 1 to 90 degrees", at: node.location,
                    hint: "as in graticule: 15")
                return nil
            }
            return Grid(step: step, color: .hairline)
        }
        let fields = Fields(node, "a graticule", reading)
        let step = fields.number("step", within: 1...90) ?? 15
        let color = fields.word("color", ColorRole.self) ?? .hairline
        fields.finish()
        return Grid(step: step, color: color)
    }

    // MARK: - Areas

    private static func regions(_ node: Node, _ reading: Reading) -> Regions? {
        let fields = Fields(node, "regions", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        let scale = fields.node("scale").map { MapScale(reading: $0, into: reading) }
        let isDissolved = fields.flag("dissolve") ?? false
        let outline = fields.word("outline", ColorRole.self)
        fields.finish()
        return query.map {
            Regions(
                query: $0, scale: scale ?? MapScale(at: node.location), isDissolved: isDissolved,
                outline: outline)
        }
    }

    private static func outlines(_ node: Node, _ reading: Reading) -> Outlines? {
        let fields = Fields(node, "outlines", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        let color = fields.word("color", ColorRole.self) ?? .ink
        let width = fields.number("width", within: 0.25...10) ?? 1
        fields.finish()
        return query.map { Outlines(query: $0, color: color, width: width) }
    }

    private static func symbols(_ node: Node, _ reading: Reading) -> Symbols? {
        let fields = Fields(node, "symbols", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        let radius = fields.number("radius", within: 2...200) ?? 20
        let color = fields.word("color", ColorRole.self) ?? .primary
        let format = fields.text("format")
        fields.finish()
        return query.map {
            Symbols(
                query: $0, radius: radius, color: color, format: format, location: node.location)
        }
    }

    // MARK: - Labels

    private static func labels(_ node: Node, _ reading: Reading) -> Labels? {
        let fields = Fields(node, "labels", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        let format = fields.text("format")
        let nudges = nudges(fields)
        fields.finish()
        return query.map {
            Labels(query: $0, format: format, nudges: nudges, location: node.location)
        }
    }

    private static func pins(_ node: Node, _ reading: Reading) -> Pins? {
        let fields = Fields(node, "pins", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        var glyphs: [String: Glyph] = [:]
        for pair in fields.mapping("glyphs") {
            let fields = Fields(pair.value, "a glyph", reading)
            let shape = fields.word("shape", PinGlyph.Shape.self) ?? .circle
            let color = fields.word("color", ColorRole.self) ?? .primary
            let label = fields.template("label")
            fields.finish()
            glyphs[pair.name] = Glyph(token: GlyphToken(shape: shape, color: color), label: label)
        }
        let unknown = fields.template("unknown")
        let signs = fields.word("signs", SignPlace.self) ?? .label
        let nudges = nudges(fields)
        fields.finish()
        return query.map {
            Pins(
                query: $0, glyphs: glyphs, unknown: unknown, signs: signs, nudges: nudges,
                location: node.location)
        }
    }

    private static func nudges(_ fields: Fields) -> Nudges {
        var nudges: Nudges = [:]
        for pair in fields.mapping("nudges") {
            guard let vector = vector(pair.value) else {
                fields.reading.error(
                    "a nudge is two numbers of points: right and down", at: pair.value.location,
                    hint: "as in \(pair.name): [4, -6]")
                continue
            }
            nudges[pair.name] = (vector, pair.value.location)
        }
        return nudges
    }

    /// Two numbers of points.
    private static func vector(_ node: Node) -> Point? {
        let numbers = node.items?.compactMap { $0.scalar.flatMap { Double($0.text) } } ?? []
        guard numbers.count == 2, node.items?.count == 2, numbers.allSatisfy({ abs($0) <= 500 })
        else { return nil }
        return Point(numbers[0], numbers[1])
    }

    private static func inset(_ node: Node, _ reading: Reading) -> Inset? {
        let fields = Fields(node, "an inset", reading)
        let places = fields.node("places").flatMap { Query(reading: $0, into: reading) }
        let center = fields.numbers("center", count: 2...2, within: -180...180)
        let size = fields.numbers("size", count: 2...2, within: 20...2000)
        let magnification = fields.number("magnify", within: 1.2...50)
        let nudge = fields.numbers("nudge", count: 2...2, within: -500...500)
        fields.finish()
        let extent: Inset.Extent
        switch (places, center) {
        case (let places?, nil): extent = .places(places)
        case (nil, let center?):
            let size = size ?? [96, 96]
            extent = .around(
                GeoPoint(longitude: center[0], latitude: center[1]), Size(size[0], size[1]))
        case (nil, nil), (.some, .some):
            reading.error(
                "an inset shows either “places” or what is around a “center”", at: node.location,
                hint: "as in places: \"SELECT lon, lat FROM cities\"")
            return nil
        }
        if places != nil, size != nil {
            reading.error(
                "an inset of places has the size that they need", at: node.location,
                hint: "leave out “size”, or “magnify” them more")
        }
        return Inset(
            extent: extent, magnification: magnification,
            nudge: nudge.map { Point($0[0], $0[1]) }, location: node.location)
    }

    // MARK: - Words

    private static func legend(_ node: Node, _ reading: Reading) -> Legend? {
        if let scalar = node.scalar {
            guard scalar.text == "true" else {
                reading.error(
                    "a legend is true, or a mapping", at: node.location,
                    hint: "leave it out for no legend")
                return nil
            }
            return Legend(isUpright: false, location: node.location)
        }
        let fields = Fields(node, "a legend", reading)
        let title = fields.template("title")
        let format = fields.text("format")
        let orientation = fields.word("orient", Orientation.self) ?? .horizontal
        let width = fields.number("width", within: 40...2000)
        let nudge = fields.numbers("nudge", count: 2...2, within: -500...500)
        fields.finish()
        return Legend(
            title: title, format: format, isUpright: orientation == .vertical, width: width,
            nudge: nudge.map { Point($0[0], $0[1]) }, location: node.location)
    }

    /// How the parts of a legend follow each other.
    enum Orientation: String, CaseIterable {
        case horizontal, vertical
    }

    private static func nouns(_ node: Node, _ reading: Reading) -> Nouns {
        let fields = Fields(node, "nouns", reading)
        var nouns = Nouns()
        let paths: [(String, WritableKeyPath<Nouns, MapNoun?>)] = [
            ("regions", \.regions), ("pins", \.pins),
        ]
        for (key, path) in paths {
            guard let value = fields.node(key) else { continue }
            let words = value.items?.compactMap { $0.scalar?.text } ?? []
            guard words.count == 2, words.allSatisfy({ !$0.isEmpty }) else {
                reading.error(
                    "a noun is two words: one and many", at: value.location,
                    hint: "as in \(key): [estado, estados]")
                continue
            }
            nouns[keyPath: path] = MapNoun(one: words[0], many: words[1])
        }
        fields.finish()
        return nouns
    }
}
