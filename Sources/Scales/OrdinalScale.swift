/// Categories to values of a list, begun again when it runs out, as d3's `scaleOrdinal`.
public struct OrdinalScale<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The categories in order, each once.
    public let categories: [String]
    /// What they are given, in turn.
    public let values: [Value]

    private let indices: [String: Int]

    /// Values for `categories`; a category named again is ignored.
    public init(_ categories: [String], values: [Value]) {
        (self.categories, indices) = unique(categories)
        self.values = values
    }

    /// The value of a category; `nil` for an unknown category, or without any value.
    public func callAsFunction(_ category: String) -> Value? {
        guard let index = indices[category], !values.isEmpty else { return nil }
        return values[index % values.count]
    }
}
