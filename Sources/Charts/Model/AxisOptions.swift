public import Scales

/// What is drawn along one direction of a plot.
public struct AxisOptions: Hashable, Sendable {
    /// The values that are labelled.
    public enum Values: Hashable, Sendable {
        /// About so many round ones.
        case count(Int)
        /// These.
        case numbers([Double])
        /// These days.
        case dates([CivilDate])
        /// These categories.
        case names([String])
    }

    /// Where the names of lying bars stand.
    public enum NamePlace: String, Hashable, Sendable, CaseIterable {
        /// Above the bars where rows are high, else beside them.
        case automatic
        /// Above the bars.
        case above
        /// Left of the bars.
        case beside
    }

    /// Whether it is drawn; `nil` for what suits the marks: figures at the marks need no axis.
    public var isShown: Bool?
    /// The values that are labelled; `nil` for as many round ones as have room.
    public var values: Values?
    /// How numbers are printed; `nil` for as many digits as tell them apart.
    public var format: NumberFormat?
    /// How dates are printed; `nil` for what suits the step.
    public var dateFormat: DateFormat?
    /// How the groups of dates are printed, once below; `nil` for none.
    public var groupFormat: DateFormat?
    /// Whether lines run across the plot; `nil` for what suits the marks.
    public var hasGrid: Bool?
    /// What it measures, printed at its end; empty for nothing.
    public var title = ""
    /// Lines to keep free for names, so that neighbours' baselines agree.
    public var leastLines = 1
    /// Where the names of lying bars stand.
    public var names = NamePlace.automatic

    /// An axis that suits the marks.
    public init() {}
}
