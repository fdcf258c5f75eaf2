/// Something about a chart that may mislead its readers, though it can be drawn.
///
/// Told from the chart's model alone, before it is drawn. Rules are few and their false alarms
/// fewer: what a rule cannot be sure of it does not tell. A deck waives one by naming it with a
/// reason.
public struct ChartLint: Hashable, Sendable {
    /// What is looked for; names do not change, since decks waive rules by them.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// Bars whose axis leaves out zero: their lengths are no amounts.
        case barsNotFromZero = "bars-not-from-zero"
        /// Filled areas whose axis leaves out zero.
        case areaNotFromZero = "area-not-from-zero"
        /// Lines or points whose axis leaves out zero: changes look larger than they are.
        case truncatedAxis = "truncated-axis"
        /// Amounts that grow downward or to the left, or time that runs to the left.
        case reversedAxis = "reversed-axis"
        /// Layers that are read from two axes: where they cross means nothing.
        case twoAxes = "two-axes"
        /// Layers of different units that are read from one axis.
        case dualUnit = "dual-unit"
        /// Periods of different length at equal distances along a line.
        case unevenTime = "uneven-time"
        /// Curves that leave the figures between which they run.
        case smoothedLine = "smoothed-line"
        /// Sectors of parts that make no whole.
        case notAWhole = "not-a-whole"
        /// More than six sectors.
        case tooManySectors = "too-many-sectors"
        /// A stack with a part that is not known: its height is not the whole.
        case missingInStack = "missing-in-stack"
        /// More series than colours: two of them look the same.
        case repeatedColors = "repeated-colors"
        /// Charts side by side whose amounts have scales of their own.
        case unequalScales = "unequal-scales"
        /// A change in per cent of a base that is near zero or negative.
        case variationNearZero = "variation-near-zero"
    }

    /// The rule.
    public var rule: Rule
    /// What and where, with its figures in the chart's locale; without a full stop.
    public var message: String
    /// What may be done about it; without a full stop.
    public var hint: String
    /// The kind of mark it is about; `nil` for what is no mark's.
    public var mark: Layer.Mark?
    /// The category, series or part it is about; empty for all.
    public var place: String

    /// A finding.
    public init(
        _ rule: Rule, _ message: String, hint: String, mark: Layer.Mark? = nil, place: String = ""
    ) {
        self.rule = rule
        self.message = message
        self.hint = hint
        self.mark = mark
        self.place = place
    }

    /// Parts the findings of a chart from those that it waives.
    ///
    /// A waiver without a reason waives nothing. `unused` are the waivers of rules that found
    /// nothing, and those without a reason, in their order.
    public static func judge(
        _ lints: [ChartLint], waivers: [ChartWaiver]
    ) -> (open: [ChartLint], unused: [ChartWaiver]) {
        let fired = Set(lints.map(\.rule))
        let waived = Set(waivers.filter(\.hasReason).map(\.rule))
        return (
            lints.filter { !waived.contains($0.rule) },
            waivers.filter { !$0.hasReason || !fired.contains($0.rule) }
        )
    }
}

/// A rule that a chart breaks on purpose, and why.
public struct ChartWaiver: Hashable, Sendable {
    /// The rule.
    public var rule: ChartLint.Rule
    /// Why it is broken here, in words for the deck's next editor.
    public var reason: String

    /// A waiver.
    public init(rule: ChartLint.Rule, reason: String) {
        self.rule = rule
        self.reason = reason
    }

    /// Whether it says why.
    public var hasReason: Bool { reason.contains { !$0.isWhitespace } }
}

extension SmallMultiples {
    /// What may mislead a reader of them: each finding once, with the title of the first chart that
    /// has it.
    public func lints() -> [ChartLint] {
        var seen: Set<ChartLint.Rule> = []
        var lints: [ChartLint] = []
        for item in items {
            for lint in item.chart.lints() where seen.insert(lint.rule).inserted {
                var lint = lint
                if !item.title.isEmpty { lint.message = "“\(item.title.spoken)”: \(lint.message)" }
                if lint.place.isEmpty { lint.place = item.title.spoken }
                lints.append(lint)
            }
        }
        if !sharesScale, items.count > 1 {
            lints.append(
                ChartLint(
                    .unequalScales,
                    "charts side by side have scales of their own: equal lengths are different "
                        + "figures",
                    hint: "let them share one scale, or say on the page that they do not"))
        }
        let order = ChartLint.Rule.allCases
        return lints.enumerated().sorted { one, other in
            let ranks = [one, other].map { order.firstIndex(of: $0.element.rule) ?? 0 }
            return (ranks[0], one.offset) < (ranks[1], other.offset)
        }.map(\.element)
    }
}

extension Chart {
    /// What may mislead a reader of it, by rule in the order of `ChartLint.Rule`.
    public func lints() -> [ChartLint] {
        let subject = LintSubject(self)
        return ChartLint.Rule.allCases.flatMap { subject.lints($0) }
    }
}
