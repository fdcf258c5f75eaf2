import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import YAML

/// A chart as a deck writes it: layers of marks over rows, and what stands around them.
struct ChartBlock: Block {
    /// A figure with a name.
    struct Labelled: Sendable {
        var label: Template?
        var value: Template
    }

    /// A comparison of two columns.
    struct Compare: Sendable {
        var kind: Comparison.Kind
        var from: String
        var to: String
        var value: Template?
    }

    /// A stretch of an axis, or a level of it, that is pointed out.
    struct Guide: Sendable {
        /// Whether it is measured along `y`.
        var isAlongY: Bool
        var from: Node
        /// Where a stretch ends; `nil` for a level.
        var to: Node?
        var label: Template?
        var color: ColorRole?
        var location: SourceLocation
    }

    /// Small charts of the same form, one for each name of a column.
    struct Facet: Sendable {
        var field: String
        var columns: Int
    }

    /// A rule that the chart breaks for a reason.
    struct Waiver: Sendable {
        var rule: String
        var reason: String
        var location: SourceLocation
    }

    var layers: [ChartLayer]
    var total: Labelled?
    var hasStackTotals: Bool
    var roundsToHundred: Bool
    var unit: Template?
    var comparisons: [Compare]
    var guides: [Guide]
    var center: Labelled?
    var facet: Facet?
    var isSparkline: Bool
    var title: Template?
    var alternative: Template?
    var detail: Template?
    var waivers: [Waiver]
    var location: SourceLocation

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a chart", reading)
        location = node.location
        total = Self.labelled("total", fields)
        hasStackTotals = fields.flag("stack-totals") ?? false
        roundsToHundred = fields.flag("round-to-100") ?? false
        unit = fields.template("unit")
        comparisons = Self.comparisons(fields)
        guides = Self.guides(fields)
        center = Self.labelled("center", fields)
        isSparkline = fields.flag("sparkline") ?? false
        title = fields.template("title")
        alternative = fields.template("alt")
        detail = fields.template("alt-long")
        facet = fields.node("facet").flatMap { Facet(reading: $0, into: reading) }
        waivers = fields.mapping("waivers").compactMap { pair in
            guard let reason = pair.value.scalar?.text, !reason.isEmpty else {
                reading.error(
                    "a waiver says why", at: pair.value.location,
                    hint: "as in \(pair.name): the axis starts where the original does")
                return nil
            }
            return Waiver(rule: pair.name, reason: reason, location: pair.location)
        }
        if let nodes = fields.node("layer") {
            var shared = ChartDefaults()
            shared.query = fields.node("data").flatMap { Query(reading: $0, into: reading) }
            for name in ChartLayer.channelNames {
                if let channel = ChartChannel(name, fields) { shared.channels[name] = channel }
            }
            layers = (nodes.items ?? []).compactMap { item in
                let own = Fields(item, "a layer", reading)
                defer { own.finish() }
                return ChartLayer(own, at: item.location, chart: shared)
            }
            if nodes.items?.isEmpty ?? true {
                reading.error("“layer” is a list of marks", at: nodes.location)
            }
        } else {
            layers = ChartLayer(fields, at: node.location, chart: nil).map { [$0] } ?? []
        }
        fields.finish()
        checkUse(reading)
        checkAxes(reading)
        if layers.isEmpty { return nil }
    }

    private static func labelled(_ key: String, _ outer: Fields) -> Labelled? {
        guard let node = outer.node(key) else { return nil }
        let fields = Fields(node, "“\(key)”", outer.reading)
        let label = fields.template("label")
        let value = fields.requiredTemplate("value")
        fields.finish()
        return value.map { Labelled(label: label, value: $0) }
    }

    /// Reads one comparison, or a list of them.
    private static func comparisons(_ outer: Fields) -> [Compare] {
        guard let node = outer.node("compare") else { return [] }
        return (node.items ?? [node]).compactMap { node in
            let fields = Fields(node, "a comparison", outer.reading)
            let kind = fields.word("show", Comparison.Kind.self) ?? .difference
            let from = fields.requiredText("from")
            let to = fields.requiredText("to")
            let value = fields.template("value")
            fields.finish()
            guard let from, let to else { return nil }
            return Compare(kind: kind, from: from, to: to, value: value)
        }
    }

    /// Reads `bands` (stretches) and `rules` (levels).
    private static func guides(_ outer: Fields) -> [Guide] {
        let bands = outer.list("bands").compactMap { node -> Guide? in
            let fields = Fields(node, "a band", outer.reading)
            let isAlongY = fields.word("axis", Direction.self) == .y
            let from = fields.required("from")
            let to = fields.required("to")
            let label = fields.template("label")
            let color = fields.word("color", ColorRole.self)
            fields.finish()
            guard let from, let to else { return nil }
            return Guide(
                isAlongY: isAlongY, from: from, to: to, label: label, color: color,
                location: node.location)
        }
        let rules = outer.list("rules").compactMap { node -> Guide? in
            let fields = Fields(node, "a rule", outer.reading)
            let (x, y) = (fields.node("x"), fields.node("y"))
            let label = fields.template("label")
            let color = fields.word("color", ColorRole.self)
            fields.finish()
            guard let at = y ?? x, x == nil || y == nil else {
                outer.reading.error(
                    "a rule stands at an x or at a y", at: node.location,
                    hint: "as in rules: [{ y: 3000, label: Meta }]")
                return nil
            }
            return Guide(
                isAlongY: y != nil, from: at, to: nil, label: label, color: color,
                location: node.location)
        }
        return bands + rules
    }

    /// The axis along which a band is a stretch.
    enum Direction: String, CaseIterable {
        case x, y
    }

    /// Notes an axis at the right that has none at the left beside it.
    private func checkAxes(_ reading: Reading) {
        guard let first = layers.first?.channels["y"], layers.allSatisfy(\.isOnSecondAxis) else {
            return
        }
        reading.error(
            "an axis at the right is a second one, and there is no first", at: first.location,
            hint: "leave out “orient: right”, or add a layer that is read from the left")
    }

    /// Notes keys that the marks have no use for.
    private func checkUse(_ reading: Reading) {
        let marks = Set(layers.map(\.mark))
        guard !marks.isEmpty else { return }
        let uses: [(Bool, String, Set<Layer.Mark>)] = [
            (center != nil, "center", [.sector]),
            (layers.contains { $0.hole != nil }, "hole", [.sector]),
            (total != nil, "total", [.bar]),
            (hasStackTotals, "stack-totals", [.bar]),
            (!comparisons.isEmpty, "compare", [.bar]),
            (layers.contains(where: \.hasTrack), "track", [.bar]),
            (layers.contains { $0.ends != nil }, "ends", [.line]),
            (layers.contains { !$0.nudges.isEmpty }, "nudges", [.bar, .line, .point]),
            (!guides.isEmpty, "bands or rules", [.bar, .line, .area, .point, .rectangle, .rule]),
        ]
        for (isSaid, name, users) in uses where isSaid && marks.isDisjoint(with: users) {
            let noun = users.map(\.rawValue).sorted().joined(separator: ", ")
            reading.error("“\(name)” is for marks of \(noun)", at: location, hint: "leave it out")
        }
    }
}

extension ChartBlock.Facet {
    /// Reads a column's name, or a mapping.
    fileprivate init?(reading node: Node, into reading: Reading) {
        if let scalar = node.scalar {
            self.init(field: scalar.text, columns: 0)
            return
        }
        let fields = Fields(node, "a facet", reading)
        let field = fields.requiredText("field")
        let columns = fields.whole("columns", within: 1...12) ?? 0
        fields.finish()
        guard let field else { return nil }
        self.init(field: field, columns: columns)
    }
}
