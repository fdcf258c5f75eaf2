import Charts
import Diagnostics
import Scales
import YAML

/// What drives a visual quality of marks, as a deck writes it: a result column and how it is shown.
struct ChartChannel: Sendable {
    /// What a column holds.
    enum Kind: String, CaseIterable, Sendable {
        case quantitative, nominal, ordinal, temporal
    }

    /// The ways of bringing values to places or colours, in Vega-Lite's words.
    enum ScaleKind: String, CaseIterable, Sendable {
        case linear, log, sqrt, band, point, time, ordinal
        case sequential, diverging, threshold, quantile

        var position: ScaleOptions.Kind? { ScaleOptions.Kind(rawValue: rawValue) }
        var color: ColorOptions.Kind? { ColorOptions.Kind(rawValue: rawValue) }
    }

    /// The order of categories.
    enum Order: Sendable {
        case ascending, descending
        /// By the amount, the greatest first or last.
        case byAmount(isDescending: Bool)
        case names([String])
    }

    /// Where an axis stands.
    enum Orient: String, CaseIterable, Sendable {
        case left, right, top, bottom
    }

    var field: String
    var kind: Kind?
    var title: String?
    var format: String?
    var formatLocation: SourceLocation
    var scaleKind: ScaleKind?
    /// Numbers, names or days, as the deck writes them.
    var domain: [Node]?
    var shared: String?
    var isNice: Bool?
    var includesZero: Bool?
    var isReversed = false
    var hasAxis: Bool?
    var ticks: [Node]?
    var tickCount: Int?
    var axisFormat: String?
    var group: String?
    var axisTitle: String?
    var hasGrid: Bool?
    var lines = 1
    var names = AxisOptions.NamePlace.automatic
    var orient: Orient?
    var range: [ColorRole] = []
    var order: Order?
    var legend: LegendPlace?
    var legendFormat: String?
    var location: SourceLocation

    /// Reads a column's name or a mapping.
    init?(_ name: String, _ outer: Fields) {
        guard let node = outer.node(name) else { return nil }
        field = ""
        formatLocation = node.location
        location = node.location
        if let scalar = node.scalar {
            field = scalar.text
            return
        }
        let fields = Fields(node, "the channel “\(name)”", outer.reading)
        field = fields.requiredText("field") ?? ""
        kind = fields.word("type", Kind.self)
        title = fields.text("title")
        format = fields.text("format")
        formatLocation = node["format"]?.location ?? node.location
        range = fields.roles("range")
        if let scale = fields.node("scale") { read(scale: scale, outer.reading) }
        if let axis = fields.node("axis") { read(axis: axis, outer.reading) }
        if let legend = fields.node("legend") { read(legend: legend, outer.reading) }
        if let sort = fields.node("sort") { order = Order(reading: sort, into: outer.reading) }
        fields.finish()
        if field.isEmpty { return nil }
    }

    private mutating func read(scale node: Node, _ reading: Reading) {
        let fields = Fields(node, "a scale", reading)
        scaleKind = fields.word("type", ScaleKind.self)
        if let domain = fields.node("domain") {
            guard let items = domain.items, !items.isEmpty else {
                return reading.error(
                    "a domain is a list: two ends, or names", at: domain.location,
                    hint: "as in domain: [0, 100]")
            }
            self.domain = items
        }
        shared = fields.text("shared")
        isNice = fields.flag("nice")
        includesZero = fields.flag("zero")
        isReversed = fields.flag("reverse") ?? false
        if range.isEmpty { range = fields.roles("range") }
        fields.finish()
    }

    private mutating func read(axis node: Node, _ reading: Reading) {
        if let scalar = node.scalar, ["false", "true"].contains(scalar.text) {
            hasAxis = scalar.text == "true"
            return
        }
        let fields = Fields(node, "an axis", reading)
        ticks = fields.node("values").flatMap { values in
            guard let items = values.items, (1...60).contains(items.count) else {
                reading.error(
                    "the values of an axis are a list of 1 to 60", at: values.location)
                return nil
            }
            return items
        }
        tickCount = fields.whole("ticks", within: 2...40)
        axisFormat = fields.text("format")
        group = fields.text("group")
        axisTitle = fields.text("title")
        hasGrid = fields.flag("grid")
        lines = fields.whole("lines", within: 1...4) ?? 1
        names = fields.word("names", AxisOptions.NamePlace.self) ?? .automatic
        orient = fields.word("orient", Orient.self)
        hasAxis = fields.flag("show")
        fields.finish()
    }

    private mutating func read(legend node: Node, _ reading: Reading) {
        if let scalar = node.scalar {
            switch scalar.text {
            case "false": legend = .hidden
            case "true": legend = .top
            default:
                reading.error(
                    "“legend” is true, false, or a mapping", at: node.location,
                    hint: "as in legend: {orient: bottom}")
            }
            return
        }
        let fields = Fields(node, "a legend", reading)
        legend = fields.word("orient", LegendPlace.self) ?? .top
        legendFormat = fields.text("format")
        fields.finish()
    }
}

extension ChartChannel.Order {
    /// Reads a word or a list of names.
    fileprivate init?(reading node: Node, into reading: Reading) {
        if let items = node.items {
            self = .names(items.compactMap { $0.scalar?.text })
            return
        }
        switch node.scalar?.text {
        case "ascending": self = .ascending
        case "descending": self = .descending
        case "x", "y": self = .byAmount(isDescending: false)
        case "-x", "-y": self = .byAmount(isDescending: true)
        default:
            reading.error(
                "“sort” is ascending, descending, x, y, -x, -y, or a list of names",
                at: node.location)
            return nil
        }
    }
}

extension Fields {
    /// A list of colours' roles.
    func roles(_ key: String) -> [ColorRole] {
        list(key).compactMap { item in
            if let role = item.scalar.flatMap({ ColorRole(rawValue: $0.text) }) { return role }
            reading.error(
                "a range is a list of colours' roles", at: item.location,
                hint: "there are " + ColorRole.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
    }
}
