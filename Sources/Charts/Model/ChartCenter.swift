/// The words in the hole of a donut.
public struct ChartCenter: Hashable, Sendable {
    /// Large, as a rule a figure.
    public var figure: String
    /// Small, below the figure; empty for none.
    public var label: String

    /// A figure with what it is of.
    public init(figure: String, label: String = "") {
        self.figure = figure
        self.label = label
    }
}
