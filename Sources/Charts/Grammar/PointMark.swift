/// A symbol.
///
/// ```swift
/// Chart(cities) { city in
///     PointMark(x: .value("Ingreso", city.income), y: .value("Esperanza", city.years))
///         .symbolSize(by: .value("Población", city.people))
///         .annotation { city.name }
/// }
/// ```
public struct PointMark: ChartContent {
    private let seed: MarkSeed

    /// A symbol at two values.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        seed = MarkSeed(.point, [x.plotted(as: .x), y.plotted(as: .y)])
    }

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
