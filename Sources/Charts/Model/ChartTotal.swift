/// A row below lying bars, without a bar: the whole of which they are parts.
public struct ChartTotal: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// The figure as it is printed.
    public var text: String
    /// How sure the figure is.
    public var standing: Standing

    /// A whole with its words.
    public init(label: String, text: String, standing: Standing = .firm) {
        self.label = label
        self.text = text
        self.standing = standing
    }
}
