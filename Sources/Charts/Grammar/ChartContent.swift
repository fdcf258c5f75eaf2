/// Marks of a chart, or what is made of them: what stands between the braces of `Chart { … }`.
///
/// Marks that belong together make a type of their own by a `body`:
///
/// ```swift
/// struct Target: ChartContent {
///     var level: Double
///     var body: some ChartContent {
///         RuleMark(y: .value("Meta", level)).annotation { "meta" }
///     }
/// }
/// ```
///
/// Modifiers reach all marks of what they are written after. Where two say the same, the one nearer
/// to the mark holds.
public protocol ChartContent {
    /// What the content is made of.
    associatedtype Body: ChartContent

    /// What the content is made of.
    @ChartContentBuilder var body: Body { get }

    /// Hands its marks over in their order; those of its body, unless it is a mark itself.
    func collect(into marks: inout MarkCollector)
}

extension ChartContent {
    /// Hands the marks of its body over.
    public func collect(into marks: inout MarkCollector) { body.collect(into: &marks) }
}

/// No marks.
public struct EmptyChartContent: ChartContent {
    /// No marks.
    public init() {}
    /// No marks.
    public var body: EmptyChartContent { self }
    /// Hands nothing over.
    public func collect(into marks: inout MarkCollector) {}
}

/// Marks without the type that made them.
public struct AnyChartContent: ChartContent {
    private let content: any ChartContent

    /// The marks of some content.
    public init(_ content: some ChartContent) { self.content = content }
    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands its marks over.
    public func collect(into marks: inout MarkCollector) { content.collect(into: &marks) }
}

extension Optional: ChartContent where Wrapped: ChartContent {
    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands its marks over where there are any.
    public func collect(into marks: inout MarkCollector) { self?.collect(into: &marks) }
}

extension Array: ChartContent where Element: ChartContent {
    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands the marks of its elements over.
    public func collect(into marks: inout MarkCollector) {
        for content in self { content.collect(into: &marks) }
    }
}
