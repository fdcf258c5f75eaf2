import Layout
public import Scales

/// What is printed at marks.
public struct LabelOptions: Hashable, Sendable {
    /// Which marks have a label.
    public enum Which: String, Hashable, Sendable, CaseIterable {
        /// As suits the mark: every bar and sector, lines of few points, no cell too small.
        case automatic
        /// Every one.
        case all
        /// The last one of a series.
        case last
        /// The first and the last one of a series.
        case ends
        /// The first, the last, the greatest and the least of a series.
        case extremes
        /// The one that the chart is about.
        case key
        /// None.
        case none
    }

    /// Where a label stands, as seen from its mark.
    public enum Position: String, Hashable, Sendable, CaseIterable {
        /// Where there is room, the mark's usual side first.
        case automatic
        /// Over the middle of the mark.
        case overlay
        /// Inside its end.
        case inside
        /// Beyond its end.
        case outside
        /// Above it.
        case top
        /// Below it.
        case bottom
        /// Left of it.
        case leading
        /// Right of it.
        case trailing
        /// In a column at the right edge of the chart, on the decimal mark.
        case aligned
    }

    /// Which marks have a label.
    public var which = Which.automatic
    /// Where a label stands.
    public var position = Position.automatic
    /// Where a label stands along its mark's side: left, in the middle, right.
    public var alignment: LabelAlignment = .center
    /// From the mark to its label in points; `nil` for the usual distance.
    public var spacing: Double?
    /// Whether a label may be moved away from its side where there is no room.
    public var isMovable = true
    /// How figures are printed; `nil` for as many digits as tell them apart.
    public var format: NumberFormat?
    /// The unit that is printed with large figures; empty for none.
    public var unit = ""
    /// The size of the letters in points; `nil` for the usual one.
    public var size: Double?

    /// Labels as suit the mark.
    public init() {}

    /// The size of the letters that is asked for, within what can be read on a page.
    var letterSize: Double? {
        size.flatMap { $0.isFinite ? max(Paragraph.leastSize, min(200, $0)) : nil }
    }
}

/// Where a label stands along a side of its mark.
public enum LabelAlignment: String, Hashable, Sendable, CaseIterable {
    /// It begins where the mark begins.
    case leading
    /// Their middles agree.
    case center
    /// It ends where the mark ends.
    case trailing
}
