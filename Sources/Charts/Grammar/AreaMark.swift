/// A point of the edge of a filled stretch, or of both its edges.
///
/// ```swift
/// Chart(rows) { row in
///     AreaMark(x: .value("Año", row.year), y: .value("Toneladas", row.tons))
///         .foregroundStyle(by: .value("Fruta", row.fruit))
/// }
/// ```
///
/// Areas stand on each other unless `stacking` says otherwise.
public struct AreaMark: ChartContent {
    private let seed: MarkSeed

    /// A point of the edge over zero, or over the areas below.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, stacking: MarkStackingMethod? = nil
    ) {
        seed = MarkSeed(.area, [x.plotted(as: .x), y.plotted(as: .y)], stacking: stacking)
    }

    /// A point of the edge of one of several areas.
    public init<X: Plottable, Y: Plottable, Series: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<Series>,
        stacking: MarkStackingMethod? = nil
    ) {
        seed = MarkSeed(
            .area, [x.plotted(as: .x), y.plotted(as: .y), series.plotted(as: .series)],
            stacking: stacking)
    }

    /// A point of the lower and of the upper edge.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>
    ) {
        seed = MarkSeed(
            .area, [x.plotted(as: .x), yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd)])
    }

    /// A point of the lower and of the upper edge of one of several areas.
    public init<X: Plottable, Y: Plottable, Series: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
        series: PlottableValue<Series>
    ) {
        seed = MarkSeed(
            .area,
            [
                x.plotted(as: .x), yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd),
                series.plotted(as: .series),
            ])
    }

    /// A point of the left and of the right edge.
    public init<X: Plottable, Y: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>
    ) {
        seed = MarkSeed(
            .area, [xStart.plotted(as: .xStart), xEnd.plotted(as: .xEnd), y.plotted(as: .y)])
    }

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
