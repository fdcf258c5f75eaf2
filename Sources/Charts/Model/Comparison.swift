/// A comparison of two bars, drawn as decks for boards have it.
public struct Comparison: Hashable, Sendable {
    /// How it is drawn.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The level of one bar over the other, and an arrow between the two.
        case difference
        /// A line over all bars from one to the other, with the growth in an oval.
        case growth
    }

    /// How it is drawn.
    public var kind: Kind
    /// The category that is compared.
    public var from: String
    /// The category that it is compared with.
    public var to: String
    /// What is printed; `nil` for what the figures say.
    public var text: String?

    /// A comparison of `from` with `to`.
    public init(_ kind: Kind = .difference, from: String, to: String, text: String? = nil) {
        self.kind = kind
        self.from = from
        self.to = to
        self.text = text
    }
}
