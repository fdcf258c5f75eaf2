/// A cell of a table, or a stretch across the plot.
///
/// ```swift
/// RectangleMark(x: .value("Mes", row.month), y: .value("Día", row.day))
///     .foregroundStyle(by: .value("Visitas", row.visits))
/// RectangleMark(xStart: .value("Año", 2008), xEnd: .value("Año", 2009))
///     .annotation { "crisis" }
/// ```
public struct RectangleMark: ChartContent {
    private let seed: MarkSeed

    /// A cell of two categories; its colour tells an amount.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        seed = MarkSeed(.rectangle, [x.plotted(as: .x), y.plotted(as: .y)])
    }

    /// A stretch from bottom to top of the plot.
    public init<X: Plottable>(xStart: PlottableValue<X>, xEnd: PlottableValue<X>) {
        seed = MarkSeed(.rectangle, [xStart.plotted(as: .xStart), xEnd.plotted(as: .xEnd)])
    }

    /// A stretch from left to right of the plot.
    public init<Y: Plottable>(yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>) {
        seed = MarkSeed(.rectangle, [yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd)])
    }

    /// A rectangle between four values.
    public init<X: Plottable, Y: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: PlottableValue<Y>,
        yEnd: PlottableValue<Y>
    ) {
        seed = MarkSeed(
            .rectangle,
            [
                xStart.plotted(as: .xStart), xEnd.plotted(as: .xEnd),
                yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd),
            ])
    }

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
