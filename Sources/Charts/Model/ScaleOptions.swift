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
