public import Graphics
public import Scales

/// How values become places along one direction.
public struct ScaleOptions: Hashable, Sendable {
    /// The ways of bringing values to places.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// By equal steps.
        case linear
        /// By equal ratios.
        case log
        /// By the square root.
        case squareRoot = "sqrt"
        /// Categories to bands with gaps between them.
        case band
        /// Categories to points.
        case point
        /// Dates to places in proportion to days.
        case time
        /// Any values to bands, in the order in which they come.
        case ordinal
    }

    /// What a scale spans.
    public enum Domain: Hashable, Sendable {
        /// From one number to another.
        case numbers(Double, Double)
        /// These categories, in this order.
        case names([String])
        /// From one day to another.
        case dates(CivilDate, CivilDate)
    }

    /// The way; `nil` for the one that suits the values.
    public var kind: Kind?
    /// What it spans; `nil` for all values.
    public var domain: Domain?
    /// Whether zero is on it; `nil` for what suits the marks.
    public var includesZero: Bool?
    /// Whether it is widened to round numbers; `nil` for what suits the marks.
    public var isNice: Bool?
    /// Whether it runs the other way.
    public var isReversed = false

    /// A scale that suits the values.
    public init() {}
}

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

/// How values become colours.
public struct ColorOptions: Hashable, Sendable {
    /// The ways of bringing values to colours.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A colour for each category.
        case ordinal
        /// A ramp from the least to the greatest.
        case sequential
        /// Two ramps from a middle.
        case diverging
        /// A colour between each two of given numbers.
        case threshold
        /// Colours for equally many values each.
        case quantile
    }

    /// The way; `nil` for the one that suits the values.
    public var kind: Kind?
    /// The categories in order; `nil` for that of their first appearance.
    public var names: [String]?
    /// The numbers that the ways for numbers need: ends and middle, or thresholds; `nil` for those of
    /// the data.
    public var numbers: [Double]?
    /// The colours in order; empty for the chart's own.
    public var range: [Color] = []
    /// How figures are printed in the legend.
    public var format: NumberFormat?

    /// Colours that suit the values.
    public init() {}
}

/// Where the names of series stand.
public enum LegendPlace: String, Hashable, Sendable, CaseIterable {
    /// At the marks where they have room, else above the plot.
    case automatic
    /// Above the plot.
    case top
    /// Below the plot.
    case bottom
    /// Right of the plot.
    case trailing
    /// Nowhere.
    case hidden
}
