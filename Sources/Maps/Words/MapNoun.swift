/// What things on a map are called, one of them and many.
public struct MapNoun: Hashable, Sendable {
    /// The name of one, as in `estado`.
    public var one: String
    /// The name of many, as in `estados`.
    public var many: String

    /// A name for one and for many.
    public init(one: String, many: String) {
        self.one = one
        self.many = many
    }
}
