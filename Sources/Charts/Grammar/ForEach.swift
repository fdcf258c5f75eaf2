/// Marks for each element of some data.
///
/// ```swift
/// Chart {
///     ForEach(rows) { row in
///         LineMark(x: .value("Mes", row.month), y: .value("Visitantes", row.visitors))
///     }
///     RuleMark(y: .value("Meta", 900))
/// }
/// ```
///
/// Marks are made one by one when the chart is built, so a million elements take little room.
public struct ForEach<Data: RandomAccessCollection, Content: ChartContent>: ChartContent {
    private let data: Data
    private let content: (Data.Element) -> Content

    /// Marks for each element.
    public init(_ data: Data, @ChartContentBuilder content: @escaping (Data.Element) -> Content) {
        self.data = data
        self.content = content
    }

    /// Marks for each element.
    ///
    /// - Parameter id: what tells elements apart in Swift Charts; as pages do not change, nobody
    ///   asks.
    public init<ID: Hashable>(
        _ data: Data, id: KeyPath<Data.Element, ID>,
        @ChartContentBuilder content: @escaping (Data.Element) -> Content
    ) {
        self.init(data, content: content)
    }

    /// None but its own marks.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands the marks of all elements over in their order.
    public func collect(into marks: inout MarkCollector) {
        for element in data { content(element).collect(into: &marks) }
    }
}
