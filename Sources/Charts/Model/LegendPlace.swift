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
