import Charts
import Diagnostics
import Scales
import YAML

/// Marks of one kind, as a deck writes them: the chart itself, or one of its layers.
struct ChartLayer: Sendable {
    /// The shapes, in our words and Vega-Lite's.
    enum Mark: String, CaseIterable, Sendable {
        case bar, line, area, point, rule, rect, rectangle, sector, arc

        var shape: Layer.Mark {
            switch self {
            case .bar: .bar
            case .line: .line
            case .area: .area
            case .point: .point
            case .rule: .rule
            case .rect, .rectangle: .rectangle
            case .sector, .arc: .sector
            }
        }
    }

    /// How marks of one category share its room, in Vega-Lite's words and ours.
    enum Stack: String, CaseIterable, Sendable {
        case zero, normalize, center, none, waterfall

        var method: Layer.Stacking {
            switch self {
            case .zero: .standard
            case .normalize: .normalized
            case .center: .center
            case .none: .unstacked
            case .waterfall: .waterfall
            }
        }
    }

    /// The last figures of lines, printed large.
    struct Ends: Sendable {
        var field: String?
        var format: NumberFormat?
        var unit: Template?
        var isOutside: Bool
    }

    /// What is printed at the marks.
    struct Labels: Sendable {
        var which: LabelOptions.Which?
        var position: LabelOptions.Position?
        var format: String?
        var size: Double?
        var spacing: Double?
        var isMovable = true
        var location: SourceLocation
    }

    var mark: Layer.Mark
    var query: Query
    /// The channels by the words of decks, such as `x`, `y2` and `xOffset`.
    var channels: [String: ChartChannel] = [:]
    var interpolation = Interpolation.linear
    var width: Double?
    var dash: [Double] = []
    var opacity = 1.0
    var thickness: Double?
    var symbol: Symbol?
    var markers = Layer.Markers.automatic
    var color: ColorRole?
    var stack: Stack?
    var labels: Labels?
    /// The category that the layer is about, or `first` or `last`.
    var key: String?
    var hasTrack = false
    var hole: Double?
    var ends: Ends?
    /// The categories that are sums, of bars that are steps.
    var totals: [String] = []
    /// How labels are moved, by the name of what they label.
    var nudges: [String: [Double]] = [:]
    var location: SourceLocation

    /// The words of channels.
    static let channelNames = [
        "x", "y", "x2", "y2", "theta", "color", "shape", "size", "xOffset", "yOffset", "detail",
        "text",
    ]

    /// Reads the keys of a layer; what it lacks is taken from the chart.
    init?(_ fields: Fields, at location: SourceLocation, chart: ChartDefaults?) {
        let reading = fields.reading
        self.location = location
        let found = fields.node("data").flatMap { Query(reading: $0, into: reading) }
        query = found ?? chart?.query ?? Query(sql: "", location: location)
        self.mark = .bar
        var mark: Layer.Mark?
        if let node = fields.required("mark") { mark = read(mark: node, reading) }
        for name in Self.channelNames {
            if let channel = ChartChannel(name, fields) ?? chart?.channels[name] {
                channels[name] = channel
            }
        }
        stack = readStack(fields)
        labels = readLabels(fields)
        key = fields.text("key")
        hasTrack = fields.flag("track") ?? false
        hole = fields.number("hole", within: 0...0.9) ?? hole
        ends = readEnds(fields)
        totals = fields.list("totals").compactMap { $0.scalar?.text }
        for pair in fields.mapping("nudges") {
            guard
                let numbers = pair.value.items?.compactMap({ $0.scalar.flatMap { Double($0.text) } }
                ),
                numbers.count == 2, numbers.allSatisfy({ abs($0) <= 500 })
            else {
                reading.error(
                    "a nudge is two numbers of points: right and down", at: pair.value.location,
                    hint: "as in \(pair.name): [4, -6]")
                continue
            }
            nudges[pair.name] = numbers
        }
        if found == nil, chart?.query == nil {
            if fields.node("data") == nil { _ = fields.required("data") }
            return nil
        }
        guard let mark else { return nil }
        self.mark = mark
        guard hasNeeded(reading) else { return nil }
        if stack == .waterfall, let color = channels["color"] {
            reading.error(
                "the steps of a waterfall have one bar each, and their colours say up or down",
                at: color.location, hint: "leave out “color”, or stack the bars")
            return nil
        }
        for name in ["x", "y", "theta"] {
            if let channel = channels[name], let shared = channel.shared {
                reading.share(scale: shared, SharedScaleMember(query: query, field: channel.field))
            }
        }
    }

    /// Reads a word, or a mapping with the look of the marks.
    private mutating func read(mark node: Node, _ reading: Reading) -> Layer.Mark? {
        let words = Mark.allCases.map(\.rawValue)
        let shape = { (word: String, location: SourceLocation) -> Layer.Mark? in
            if let mark = Mark(rawValue: word) { return mark.shape }
            reading.error(
                "“\(word)” is no mark", at: location,
                hint: nearest(to: word, among: words).map { "did you mean “\($0)”?" }
                    ?? "there are \(words.joined(separator: ", "))")
            return nil
        }
        if let scalar = node.scalar { return shape(scalar.text, node.location) }
        let fields = Fields(node, "a mark", reading)
        let type = fields.requiredText("type")
        interpolation = fields.word("interpolate", Interpolation.self) ?? .linear
        width = fields.number("strokeWidth", within: 0.1...40)
        dash = fields.numbers("strokeDash", count: 1...8, within: 0...100) ?? []
        if !dash.isEmpty, dash.allSatisfy({ $0 == 0 }) {
            reading.error(
                "“strokeDash” is lengths of dashes and gaps, not all of them 0",
                at: node["strokeDash"]?.location ?? node.location, hint: "as in [4, 2]")
            dash = []
        }
        opacity = fields.number("opacity", within: 0...1) ?? 1
        thickness = fields.number("thickness", within: 0.05...1)
        symbol = fields.word("shape", Symbol.self)
        markers = fields.word("points", Layer.Markers.self) ?? .automatic
        color = fields.word("color", ColorRole.self)
        hole = fields.number("innerRadius", within: 0...0.9)
        fields.finish()
        return type.flatMap { shape($0, node["type"]?.location ?? node.location) }
    }

    private func readStack(_ fields: Fields) -> Stack? {
        guard let node = fields.node("stack") else { return nil }
        if node.scalar?.text == "false" { return Stack.none }
        if node.scalar?.text == "true" { return .zero }
        return fields.word("stack", Stack.self)
    }

    /// Reads a word that says which marks have labels or where they stand, or a mapping of both.
    private func readLabels(_ fields: Fields) -> Labels? {
        guard let node = fields.node("labels") else { return nil }
        var labels = Labels(location: node.location)
        if let word = node.scalar?.text {
            switch word {
            case "true": return labels
            case "false": labels.which = LabelOptions.Which.none
            case "above": labels.position = .outside
            default:
                labels.which = LabelOptions.Which(rawValue: word)
                labels.position = labels.which == nil ? .init(rawValue: word) : nil
                guard labels.which != nil || labels.position != nil else {
                    let words =
                        LabelOptions.Which.allCases.map(\.rawValue)
                        + LabelOptions.Position.allCases.map(\.rawValue).filter {
                            $0 != "automatic"
                        }
                    fields.reading.error(
                        "“labels” is one of \(words.joined(separator: ", "))", at: node.location)
                    return nil
                }
            }
            return labels
        }
        let inner = Fields(node, "labels", fields.reading)
        labels.which = inner.word("show", LabelOptions.Which.self)
        labels.position = inner.word("position", LabelOptions.Position.self)
        labels.format = inner.text("format")
        labels.size = inner.number("size", within: 9...60)
        labels.spacing = inner.number("spacing", within: 0...60)
        labels.isMovable = inner.flag("move") ?? true
        inner.finish()
        return labels
    }

    private func readEnds(_ outer: Fields) -> Ends? {
        outer.node("ends").map { node in
            let fields = Fields(node, "the ends of lines", outer.reading)
            var ends = Ends(
                field: fields.text("field"), unit: fields.template("unit"),
                isOutside: fields.flag("outside") ?? false)
            if let node = fields.node("format") {
                ends.format = NumberFormat(
                    reading: node.scalar?.text ?? "", at: node.location, into: outer.reading)
            }
            fields.finish()
            return ends
        }
    }

    /// Notes channels that a mark cannot do without.
    private func hasNeeded(_ reading: Reading) -> Bool {
        let lacks = { (names: [String]) in names.filter { channels[$0] == nil } }
        let missing: [String]
        switch mark {
        case .sector: missing = lacks(["theta", "color"])
        case .bar, .line, .area, .point: missing = lacks(["x", "y"])
        case .rectangle: missing = channels["x"] == nil && channels["y"] == nil ? ["x"] : []
        case .rule: missing = channels["x"] == nil && channels["y"] == nil ? ["y"] : []
        }
        for name in missing {
            reading.error("a \(mark.rawValue) chart needs a channel “\(name)”", at: location)
        }
        return missing.isEmpty
    }
}

/// What the layers of a chart share unless they say otherwise.
struct ChartDefaults: Sendable {
    var query: Query?
    var channels: [String: ChartChannel] = [:]
}
