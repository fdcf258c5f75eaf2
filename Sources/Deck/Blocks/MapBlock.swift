import Charts
import Diagnostics
import Graphics
import Layout
import Maps
import Scales
import YAML

/// A map as a deck writes it: boundaries, which regions are filled how, and labels.
struct MapBlock: Block {
    /// How regions without a row of their own are drawn.
    enum Rest: String, CaseIterable, Sendable {
        /// As plain land.
        case land
        /// Hatched: they should have data and have none.
        case noData = "no-data"
        /// Not at all.
        case hidden
    }

    /// How a label's lines look.
    enum LabelStyle: String, CaseIterable, Sendable {
        /// A heading over rows of places with their signs.
        case places
        /// A name over a figure.
        case figures
    }

    /// Rows of areas: more than the municipalities of any country.
    private static let mostAreas = 10_000

    /// The areas that have a fill of their own.
    struct Regions: Sendable {
        var query: Query
        var domain: Domain?
        var isDissolved: Bool
        var outline: ColorRole?
    }

    /// The values that the ramp spans.
    enum Domain: Sendable {
        /// As written.
        case values(Double, Double)
        /// From a query whose one row has `low` and `high`.
        case query(Query)
    }

    /// Labels with their places.
    struct Labels: Sendable {
        var query: Query
        var style: LabelStyle
        var format: String?
        var glyphs: [String: GlyphToken]
        var unknown: Template?
        var location: SourceLocation
    }

    /// What the colours mean.
    struct Legend: Sendable {
        var title: Template
        var place: Point
        var width: Double
        var format: String?
        var location: SourceLocation
    }

    var boundaries: String
    var key: String
    var projection: Projection
    var farthestIsland: Double?
    var fit: Query?
    var regions: [Regions]
    var rest: Rest
    var restColor: ColorRole
    var restOnly: Query?
    var labels: [Labels]
    var lenses: [MapLens]
    var legend: Legend?
    var places: Query?
    var margins: Insets
    var alignment: HorizontalAlignment
    var isClipped: Bool
    var location: SourceLocation
}

// MARK: - Reading

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
        let regionNodes = fields.node("regions").map { $0.items ?? [$0] } ?? []
        regions = regionNodes.compactMap { MapBlock.regions($0, reading) }
        rest = fields.word("rest", Rest.self) ?? .land
        restColor = fields.word("rest-color", ColorRole.self) ?? .land
        restOnly = fields.node("rest-only").flatMap { Query(reading: $0, into: reading) }
        let labelNodes = fields.node("labels").map { $0.items ?? [$0] } ?? []
        labels = labelNodes.compactMap { MapBlock.labels($0, reading) }
        lenses = fields.list("lenses").compactMap { MapBlock.lens($0, reading) }
        legend = fields.node("legend").flatMap { MapBlock.legend($0, reading) }
        places = fields.node("places").flatMap { Query(reading: $0, into: reading) }
        margins =
            fields.numbers("margins", count: 4...4, within: 0...600).map {
                Insets(top: $0[0], left: $0[3], bottom: $0[2], right: $0[1])
            } ?? .zero
        alignment = fields.word("align", HorizontalAlignment.self) ?? .center
        isClipped = fields.flag("clip") ?? false
        location = node.location
        fields.finish()
        guard let boundaries, let projection else { return nil }
        self.boundaries = boundaries
        self.projection = projection
    }

    private static func projection(_ node: Node, _ reading: Reading) -> Projection? {
        let fields = Fields(node, "a projection", reading)
        _ = fields.required("type")
        let kind = fields.word("type", Projection.Kind.self)
        let center = fields.numbers("center", count: 2...2, within: -180...180) ?? [0, 0]
        let parallels = fields.numbers("parallels", count: 2...2, within: -89...89)
        fields.finish()
        guard let kind else { return nil }
        do {
            return try Projection(
                kind, center: GeoPoint(longitude: center[0], latitude: center[1]),
                parallels: parallels.map { Projection.Parallels($0[0], $0[1]) })
        } catch {
            reading.error("\(error.message)", at: node.location, hint: error.hint)
            return nil
        }
    }

    private static func regions(_ node: Node, _ reading: Reading) -> Regions? {
        let fields = Fields(node, "regions", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        var domain: Domain?
        if let written = node["domain"], written.scalar != nil {
            domain = fields.node("domain").flatMap { Query(reading: $0, into: reading) }
                .map { .query($0) }
        } else if let ends = fields.numbers("domain", count: 2...2, within: -1e15...1e15) {
            if ends[0] >= ends[1] {
                reading.error("a domain runs from low to high", at: node.location)
                return nil
            }
            domain = .values(ends[0], ends[1])
        }
        let isDissolved = fields.flag("dissolve") ?? false
        let outline = fields.word("outline", ColorRole.self)
        fields.finish()
        return query.map {
            Regions(query: $0, domain: domain, isDissolved: isDissolved, outline: outline)
        }
    }

    private static func labels(_ node: Node, _ reading: Reading) -> Labels? {
        let fields = Fields(node, "labels", reading)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        let style = fields.word("style", LabelStyle.self) ?? .figures
        let format = fields.text("format")
        let glyphs = readGlyphs(fields)
        let unknown = fields.template("unknown")
        fields.finish()
        return query.map {
            Labels(
                query: $0, style: style, format: format, glyphs: glyphs, unknown: unknown,
                location: node.location)
        }
    }

    private static func lens(_ node: Node, _ reading: Reading) -> MapLens? {
        let fields = Fields(node, "a lens", reading)
        _ = fields.required("center")
        _ = fields.required("frame")
        let center = fields.numbers("center", count: 2...2, within: -180...180)
        let frame = fields.numbers("frame", count: 4...4, within: 0...10_000)
        let magnification = fields.number("magnify", within: 1...50) ?? 3
        fields.finish()
        guard let center, let frame else { return nil }
        return MapLens(
            center: GeoPoint(longitude: center[0], latitude: center[1]),
            magnification: magnification,
            frame: Rect(x: frame[0], y: frame[1], width: frame[2], height: frame[3]))
    }

    private static func legend(_ node: Node, _ reading: Reading) -> Legend? {
        let fields = Fields(node, "a legend", reading)
        let title = fields.requiredTemplate("title")
        _ = fields.required("place")
        let place = fields.numbers("place", count: 2...2, within: 0...10_000)
        let width = fields.number("width", within: 20...1000) ?? 138
        let format = fields.text("format")
        fields.finish()
        guard let title, let place else { return nil }
        return Legend(
            title: title, place: Point(place[0], place[1]), width: width, format: format,
            location: node.location)
    }
}

// MARK: - Resolving

extension MapBlock {
    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        guard let collection = features(resolver) else { return Spacer() }
        let ramp = ColorRamp(
            from: resolver.theme.color(.rampLow), to: resolver.theme.color(.rampHigh))
        var taken: Set<String> = []
        var areas: [MapRegion] = []
        for group in regions {
            areas += self.areas(of: group, collection, ramp, &taken, resolver, surface)
        }
        let others = collection.features.filter { !taken.contains($0.key(key) ?? "") }
        areas = restAreas(others, resolver, surface) + areas
        let fitted = fitted(collection, resolver)
        return MapChart(
            regions: areas, fitted: fitted, projection: projection,
            border: Stroke(resolver.theme.color(surface.ground), width: 0.75, join: .round),
            margins: margins, alignment: alignment, isClipped: isClipped, lenses: lenses,
            labels: labels.flatMap { stacks($0, resolver, surface) },
            legend: legend.map { legend($0, ramp, resolver, surface) },
            ink: resolver.theme.color(surface.text), ground: resolver.theme.color(surface.ground))
    }

    func alternative(_ resolver: Resolver, heading: String, unit: String) -> Alternative? {
        let told = labels.flatMap { labels -> [String] in
            resolver.table(labels.query, needs: ["text"]).map { row in
                let heading = row.text("heading")
                let text = labels.print(row, resolver)
                let detail = row.text("detail")
                return [heading, text, detail].filter { !$0.isEmpty }.joined(separator: " ")
            }
        }
        return told.isEmpty ? nil : Alternative(short: told.joined(separator: "; "))
    }

    /// The dotted form of the map, for covers.
    func dotted(_ resolver: Resolver, keepOut: [Rect]) -> DotMap? {
        guard let collection = features(resolver) else { return nil }
        let keys = regions.flatMap { group in
            resolver.table(group.query, needs: ["key"], atMost: MapBlock.mostAreas).map {
                $0.text("key")
            }
        }
        let isLit = { (feature: GeoFeature) in keys.contains(feature.key(key) ?? "") }
        let points =
            places.map { resolver.table($0, needs: ["lon", "lat"], atMost: MapBlock.mostAreas) }
            ?? []
        return DotMap(
            lit: collection.features.filter(isLit),
            unlit: collection.features.filter { !isLit($0) },
            places: points.compactMap { $0.place }, projection: projection, pitch: 8.4,
            colors: .init(
                lit: resolver.theme.color(.landLit).mixed(
                    with: resolver.theme.color(.onInkMark), 0.45),
                unlit: resolver.theme.color(.onInkRule).mixed(
                    with: resolver.theme.color(.ink), 0.3),
                place: resolver.theme.color(.accentLight)),
            keepOut: keepOut)
    }

    private func features(_ resolver: Resolver) -> FeatureCollection? {
        guard let all = resolver.boundaries(boundaries, at: location) else { return nil }
        let known = all.indices(by: key)
        if known.isEmpty {
            resolver.findings.add(
                .error(
                    "no region of “\(boundaries)” has a property “\(key)”", at: location,
                    hint: "its properties are \(all.joinKeys.joined(separator: ", "))"))
            return nil
        }
        let shown = FeatureCollection(shown(all.features, resolver))
        return farthestIsland.map { shown.removingFarIslands(farthest: $0) } ?? shown
    }

    /// The features that are drawn: all, but where the deck says which of the rest.
    private func shown(_ features: [GeoFeature], _ resolver: Resolver) -> [GeoFeature] {
        guard let restOnly else { return features }
        let queries = [restOnly] + regions.map(\.query) + [fit].compactMap { $0 }
        let wanted = Set(
            queries.flatMap {
                resolver.table($0, needs: ["key"], atMost: MapBlock.mostAreas).map {
                    $0.text("key")
                }
            })
        return features.filter { wanted.contains($0.key(key) ?? "") }
    }

    /// The features that rows name; a key without a match, or met twice, is a finding.
    private func join(
        _ rows: [Row], _ collection: FeatureCollection, _ taken: inout Set<String>,
        at location: SourceLocation, _ resolver: Resolver
    ) -> [(row: Row, features: [GeoFeature])] {
        let known = collection.indices(by: key)
        return rows.compactMap { row in
            let name = row.text("key")
            guard let indices = known[name] else {
                let guess = nearest(to: name, among: known.keys.sorted())
                resolver.findings.add(
                    .error(
                        "no region of “\(boundaries)” has \(key) “\(name)”", at: location,
                        hint: guess.map { "did you mean “\($0)”?" }))
                return nil
            }
            guard taken.insert(name).inserted else {
                resolver.findings.add(
                    .error("the region “\(name)” has two rows", at: location))
                return nil
            }
            return (row, indices.map { collection.features[$0] })
        }
    }

    private func areas(
        of group: Regions, _ collection: FeatureCollection, _ ramp: ColorRamp,
        _ taken: inout Set<String>, _ resolver: Resolver, _ surface: Surface
    ) -> [MapRegion] {
        let rows = resolver.table(
            group.query, needs: group.isDissolved ? ["key", "region"] : ["key"],
            amounts: ["value"], atMost: MapBlock.mostAreas)
        let joined = join(rows, collection, &taken, at: group.query.location, resolver)
        let values = joined.compactMap { $0.row.number("value") }
        let domain = domain(of: group, resolver)
        if let beyond = values.first(where: { !domain.contains($0) }) {
            resolver.findings.add(
                .error(
                    "\(resolver.print(beyond, nil)) lies outside of the domain of the colours",
                    at: group.query.location, hint: "widen “domain”"))
        }
        let scale = SequentialScale(domain: domain, ramp: ramp)
        let outline = group.outline.map {
            Stroke(resolver.theme.color($0), width: 0.6, join: .round)
        }
        var order: [String] = []
        var members: [String: (features: [GeoFeature], fill: Paint, isLit: Bool)] = [:]
        for (index, (row, features)) in joined.enumerated() {
            let name = group.isDissolved ? row.text("region") : "\(index)"
            let (fill, isLit) = fill(row, scale, group, resolver, surface)
            if members[name] == nil {
                order.append(name)
                members[name] = ([], fill, isLit)
            }
            members[name]?.features += features
        }
        return order.compactMap { name in
            members[name].map { area in
                MapRegion(
                    features: area.features, fill: area.fill,
                    outline: area.isLit ? outline : noDataOutline(resolver), isLit: area.isLit)
            }
        }
    }

    /// The values that the colours span: as the deck says, else from the least to the most.
    private func domain(of group: Regions, _ resolver: Resolver) -> Extent {
        switch group.domain {
        case .values(let low, let high)?: return Extent(low, high)
        case .query(let query)?:
            let row = resolver.table(query, needs: ["low", "high"], amounts: ["low", "high"]).first
            if let low = row?.number("low"), let high = row?.number("high"), low < high {
                return Extent(low, high)
            }
            resolver.findings.add(
                .error(
                    "a domain is one row with numbers low and high, the low one first",
                    at: query.location))
            return Extent(0, 1)
        case nil: break
        }
        let rows = resolver.table(group.query, needs: ["key"], atMost: MapBlock.mostAreas)
        return Extent(around: rows.compactMap { $0.number("value") }) ?? Extent(0, 1)
    }

    private func fill(
        _ row: Row, _ scale: SequentialScale, _ group: Regions, _ resolver: Resolver,
        _ surface: Surface
    ) -> (Paint, isLit: Bool) {
        if row.has("value") {
            if let value = row.number("value") { return (.color(scale(value)), true) }
            return (.hatch(noDataHatch(resolver, surface)), false)
        }
        guard let role = ColorRole(rawValue: row.text("color")) else {
            resolver.findings.add(
                .error(
                    "“\(row.text("color"))” is not a colour's role", at: group.query.location,
                    hint: "a region's row has a “value”, or a “color” such as land-lit"))
            return (.color(resolver.theme.color(.land)), false)
        }
        return (.color(resolver.theme.color(role)), true)
    }

    private func restAreas(
        _ features: [GeoFeature], _ resolver: Resolver, _ surface: Surface
    ) -> [MapRegion] {
        switch rest {
        case .hidden: return []
        case .land:
            let fill = Paint.color(resolver.theme.color(restColor))
            return features.map { MapRegion(features: [$0], fill: fill, isLit: false) }
        case .noData:
            let fill = Paint.hatch(noDataHatch(resolver, surface))
            return features.map {
                MapRegion(
                    features: [$0], fill: fill, outline: noDataOutline(resolver), isLit: false)
            }
        }
    }

    private func noDataHatch(_ resolver: Resolver, _ surface: Surface) -> Hatch {
        var hatch = resolver.theme.noData
        hatch.ground = resolver.theme.color(surface.ground)
        return hatch
    }

    private func noDataOutline(_ resolver: Resolver) -> Stroke {
        Stroke(resolver.theme.color(.noDataOutline), width: 0.5, join: .round)
    }

    private func fitted(_ collection: FeatureCollection, _ resolver: Resolver) -> [GeoFeature] {
        guard let fit else { return collection.features }
        var taken: Set<String> = []
        let rows = resolver.table(fit, needs: ["key"], atMost: MapBlock.mostAreas)
        return join(rows, collection, &taken, at: fit.location, resolver).flatMap(\.features)
    }

    private func legend(
        _ legend: Legend, _ ramp: ColorRamp, _ resolver: Resolver, _ surface: Surface
    ) -> MapLegend {
        let format = legend.format.flatMap { resolver.numberFormat($0, at: legend.location) }
        let domain = regions.first.map { self.domain(of: $0, resolver) } ?? Extent(0, 1)
        let words = resolver.theme.text(11.5, .semibold, surface.text)
        return MapLegend(
            place: legend.place, width: legend.width,
            title: TextRun(
                resolver.text(legend.title).plain, resolver.theme.text(11, .medium, surface.muted)),
            ramp: ramp, low: TextRun(resolver.print(domain.start, format), words),
            high: TextRun(resolver.print(domain.end, format), words),
            noData: rest == .noData || regions.contains { $0.domain != nil }
                ? MapLegend.NoData(
                    hatch: noDataHatch(resolver, surface), outline: noDataOutline(resolver),
                    label: TextRun(
                        resolver.words.noData, resolver.theme.text(11, .medium, surface.text)))
                : nil)
    }
}

// MARK: - Labels

extension MapBlock.Labels {
    /// The text of a row: words as they are, a number in the labels' format.
    fileprivate func print(_ row: Row, _ resolver: Resolver) -> String {
        guard let number = row.number("text") else {
            guard row.text("text").isEmpty else { return row.text("text") }
            resolver.footnotes.insert(.missing)
            return resolver.words.missing
        }
        let format = format.flatMap { resolver.numberFormat($0, at: location) }
        switch row.standing {
        case .derived: resolver.footnotes.insert(.derived)
        case .preliminary: resolver.footnotes.insert(.preliminary)
        case .estimated: resolver.footnotes.insert(.estimated)
        case .firm: break
        }
        return resolver.print(number, format) + (row.standing == .derived ? "*" : "")
    }
}

extension Row {
    /// The place of the columns `lon` and `lat`; `nil` where one of them has no number.
    fileprivate var place: GeoPoint? {
        guard let longitude = number("lon"), let latitude = number("lat") else { return nil }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }
}

extension MapBlock {
    /// Rows that follow each other with the same `stack`, or heading, make one stack.
    private func stacks(
        _ labels: Labels, _ resolver: Resolver, _ surface: Surface
    ) -> [MapLabelStack] {
        let rows = resolver.table(
            labels.query, needs: ["text", "x", "y"], amounts: ["x", "y", "lon", "lat", "size"])
        var groups: [(key: String, rows: [Row])] = []
        for (index, row) in rows.enumerated() {
            let key = row.has("stack") ? row.text("stack") : "\(index)"
            if groups.last?.key == key {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((key, [row]))
            }
        }
        return groups.compactMap { stack($0.rows, labels, resolver, surface) }
    }

    private func stack(
        _ rows: [Row], _ labels: Labels, _ resolver: Resolver, _ surface: Surface
    ) -> MapLabelStack? {
        guard let first = rows.first, let x = first.number("x"), let y = first.number("y") else {
            resolver.findings.add(
                .error("a label needs numbers x and y", at: labels.query.location))
            return nil
        }
        let alignment = word(first, "align", HorizontalAlignment.self, labels, resolver) ?? .left
        let heading = first.text("heading")
        let theme = resolver.theme
        switch labels.style {
        case .places:
            return MapLabelStack(
                heading: heading.isEmpty
                    ? [] : [TextRun(heading, theme.text(10.5, .extrabold, .primary))],
                rows: rows.map { placeRow($0, alignment, labels, resolver, surface) },
                place: Point(x, y), alignment: alignment, pitch: 13.5)
        case .figures:
            let role = word(first, "ink", ColorRole.self, labels, resolver)
            let size = first.number("size") ?? 16
            let color = role ?? surface.text
            let row = MapLabelStack.Row(
                name: heading,
                runs: [
                    TextRun(
                        labels.print(first, resolver),
                        theme.text(size, size >= 20 ? .extrabold : .bold, color))
                ], anchor: first.place)
            let isWord = heading.isEmpty
            return MapLabelStack(
                heading: isWord
                    ? [] : [TextRun(heading, theme.text(11, .semibold, role ?? surface.text))],
                rows: [row], place: Point(x, y), alignment: alignment,
                // Wide enough apart for the figure's capitals and a little air.
                pitch: size * 0.73 + 5.5, leaderDrop: isWord ? nil : 3)
        }
    }

    /// A word of a closed set in a cell; an empty cell is none, another word a finding.
    private func word<Word: RawRepresentable & CaseIterable>(
        _ row: Row, _ column: String, _ type: Word.Type, _ labels: Labels, _ resolver: Resolver
    ) -> Word? where Word.RawValue == String {
        let text = row.text(column)
        if text.isEmpty { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        resolver.findings.add(
            .error(
                "“\(text)” in column “\(column)” is none of \(words.joined(separator: ", "))",
                at: labels.query.location))
        return nil
    }

    private func placeRow(
        _ row: Row, _ alignment: HorizontalAlignment, _ labels: Labels, _ resolver: Resolver,
        _ surface: Surface
    ) -> MapLabelStack.Row {
        let theme = resolver.theme
        let names = row.text("glyphs").split(separator: " ").map(String.init)
        let glyphs = names.compactMap { name -> PinGlyph? in
            guard let glyph = labels.glyphs[name] else {
                resolver.findings.add(
                    .error(
                        "there is no glyph “\(name)”", at: labels.query.location,
                        hint: "add it under “glyphs:”"))
                return nil
            }
            return glyph.resolved(theme)
        }
        let city = TextRun(labels.print(row, resolver), theme.text(10.5, .semibold, surface.text))
        let detail =
            row.text("detail").isEmpty
            ? labels.unknown.map { resolver.text($0).plain } ?? "" : row.text("detail")
        var runs = [city]
        if !detail.isEmpty {
            let light = theme.text(10.5, .regular, surface.muted)
            runs += [TextRun(" ", light.with { $0.size = 13 }), TextRun(detail, light)]
        }
        return .init(name: row.text("text"), glyphs: glyphs, runs: runs, anchor: row.place)
    }
}
