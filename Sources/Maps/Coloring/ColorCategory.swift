public import Graphics

/// A name that areas may have, and their colour.
public struct ColorCategory: Hashable, Sendable {
    /// The name, as the data have it.
    public let name: String
    /// The colour of its areas.
    public let color: Color

    /// A name with its colour.
    public init(_ name: String, _ color: Color) {
        self.name = name
        self.color = color
    }
}
