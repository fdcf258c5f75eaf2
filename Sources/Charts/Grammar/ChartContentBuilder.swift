/// Gathers what stands between the braces of `Chart { … }`.
///
/// There may be marks, arrays and optionals of them, `if`, `switch`, `for` and `#available`.
@resultBuilder
public enum ChartContentBuilder {
    /// One thing.
    public static func buildExpression<Content: ChartContent>(_ content: Content) -> Content {
        content
    }

    /// One thing.
    public static func buildBlock<Content: ChartContent>(_ content: Content) -> Content { content }

    /// One thing after the other.
    public static func buildBlock<each Content: ChartContent>(
        _ content: repeat each Content
    ) -> ChartContentSequence<repeat each Content> {
        ChartContentSequence(content: (repeat each content))
    }

    /// What stands in an `if` without `else`.
    public static func buildOptional<Content: ChartContent>(_ content: Content?) -> Content? {
        content
    }

    /// What stands in the first of two branches.
    public static func buildEither<First: ChartContent, Second: ChartContent>(
        first content: First
    ) -> ChartContentChoice<First, Second> {
        .first(content)
    }

    /// What stands in the second of two branches.
    public static func buildEither<First: ChartContent, Second: ChartContent>(
        second content: Second
    ) -> ChartContentChoice<First, Second> {
        .second(content)
    }

    /// What stands in a `for`.
    public static func buildArray<Content: ChartContent>(_ content: [Content]) -> [Content] {
        content
    }

    /// What stands in an `if #available`.
    public static func buildLimitedAvailability(
        _ content: some ChartContent
    ) -> AnyChartContent {
        AnyChartContent(content)
    }
}

/// One thing after the other.
public struct ChartContentSequence<each Content: ChartContent>: ChartContent {
    let content: (repeat each Content)

    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands the marks of all its parts over in their order.
    public func collect(into marks: inout MarkCollector) {
        repeat (each content).collect(into: &marks)
    }
}

/// One thing or the other.
public enum ChartContentChoice<First: ChartContent, Second: ChartContent>: ChartContent {
    /// What stands in the first branch.
    case first(First)
    /// What stands in the second branch.
    case second(Second)

    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands the marks of its branch over.
    public func collect(into marks: inout MarkCollector) {
        switch self {
        case .first(let content): content.collect(into: &marks)
        case .second(let content): content.collect(into: &marks)
        }
    }
}
