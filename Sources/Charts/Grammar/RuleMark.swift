/// A straight line across the plot, or from one value to another.
///
/// ```swift
/// RuleMark(y: .value("Meta", 900)).annotation { "meta: 900" }
/// ```
public struct RuleMark: ChartContent {
    private let seed: MarkSeed

    /// A line from the bottom to the top of the plot.
    public init<X: Plottable>(x: PlottableValue<X>) {
        seed = MarkSeed(.rule, [x.plotted(as: .x)])
    }

    /// A line from the left to the right of the plot.
    public init<Y: Plottable>(y: PlottableValue<Y>) {
        seed = MarkSeed(.rule, [y.plotted(as: .y)])
    }

    /// A lying line from one value to another.
    public init<X: Plottable, Y: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>
    ) {
        seed = MarkSeed(
            .rule, [xStart.plotted(as: .xStart), xEnd.plotted(as: .xEnd), y.plotted(as: .y)])
    }

    /// A standing line from one value to another.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>
    ) {
        seed = MarkSeed(
            .rule, [x.plotted(as: .x), yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd)])
    }

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
