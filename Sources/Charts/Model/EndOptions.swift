public import Scales

/// What is printed at the ends of lines: the name of the series over its last figure.
public struct EndOptions: Hashable, Sendable {
    /// How the figure is printed; `nil` for the labels' format.
    public var format: NumberFormat?
    /// The unit after the figure; empty for none.
    public var unit = ""
    /// Whether names and figures stand beyond the chart's right edge, over what is beside it.
    public var isOutside = false

    /// Names and figures within the chart.
    public init() {}
}
