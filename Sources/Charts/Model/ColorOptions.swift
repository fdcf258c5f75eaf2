public import Graphics
public import Scales

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
