/// A point of a line.
///
/// ```swift
/// Chart(rows) { row in
///     LineMark(x: .value("Mes", row.month), y: .value("Visitantes", row.visitors))
///         .foregroundStyle(by: .value("País", row.country))
/// }
/// ```
///
/// All points of one look make one line; `.foregroundStyle(by:)` and `series` tell lines apart. A
/// figure that is `nil` leaves a gap.
public struct LineMark: ChartContent {
    private let seed: MarkSeed

    /// A point of the line.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        seed = MarkSeed(.line, [x.plotted(as: .x), y.plotted(as: .y)])
    }

    /// A point of one of several lines of one colour.
    public init<X: Plottable, Y: Plottable, Series: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<Series>
    ) {
        seed = MarkSeed(
            .line, [x.plotted(as: .x), y.plotted(as: .y), series.plotted(as: .series)])
    }

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
