/// Content whose marks look otherwise than they would by themselves.
public struct ModifiedChartContent<Content: ChartContent>: ChartContent {
    let content: Content
    let modifier: (inout MarkLook) -> Void

    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands its marks over.
    public func collect(into marks: inout MarkCollector) {
        marks.collect(content, under: modifier)
    }
}

extension ChartContent {
    /// The content under a modifier.
    func modified(_ modifier: @escaping (inout MarkLook) -> Void) -> ModifiedChartContent<Self> {
        ModifiedChartContent(content: self, modifier: modifier)
    }
}

/// Content with words for those who do not see it.
public struct SpokenChartContent<Content: ChartContent>: ChartContent {
    let content: Content
    let words: SpokenMark

    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands its marks over.
    public func collect(into marks: inout MarkCollector) {
        marks.collect(content, spoken: words)
    }
}
