/// How bars, areas and sectors of one category share its room.
public typealias MarkStackingMethod = Layer.Stacking

/// A bar from zero, or from one value to another.
///
/// ```swift
/// Chart(rows) { row in
///     BarMark(x: .value("Unidades", row.units), y: .value("Destino", row.name))
/// }
/// ```
///
/// Bars grow along the direction that has numbers. They stand on each other unless `stacking` says
/// otherwise, and beside each other with `.position(by:)`.
public struct BarMark: ChartContent {
    private let seed: MarkSeed

    private init(
        _ channels: [PlottedChannel], stacking: MarkStackingMethod? = nil,
        thickness: Double? = nil
    ) {
        var seed = MarkSeed(.bar, channels, stacking: stacking)
        seed.thickness = thickness
        self.seed = seed
    }

    /// A bar from zero.
    ///
    /// - Parameters:
    ///   - width: the thickness of a standing bar.
    ///   - height: the thickness of a lying bar.
    ///   - stacking: how bars of one category share its room; `nil` for one on the other.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, width: MarkDimension = .automatic,
        height: MarkDimension = .automatic, stacking: MarkStackingMethod? = nil
    ) {
        let (x, y) = (x.plotted(as: .x), y.plotted(as: .y))
        let isLying: Bool
        switch (x.value, y.value) {
        case (.number, .name), (.number, .date): isLying = true
        default: isLying = false
        }
        self.init(
            [x, y], stacking: stacking,
            thickness: isLying ? height.share ?? width.share : width.share ?? height.share)
    }

    /// A lying bar from one value to another.
    public init<X: Plottable, Y: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>,
        height: MarkDimension = .automatic
    ) {
        self.init(
            [xStart.plotted(as: .xStart), xEnd.plotted(as: .xEnd), y.plotted(as: .y)],
            thickness: height.share)
    }

    /// A standing bar from one value to another.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
        width: MarkDimension = .automatic
    ) {
        self.init(
            [x.plotted(as: .x), yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd)],
            thickness: width.share)
    }

    /// A lying bar of the one category there is.
    public init<X: Plottable>(
        x: PlottableValue<X>, height: MarkDimension = .automatic,
        stacking: MarkStackingMethod? = nil
    ) {
        self.init([x.plotted(as: .x)], stacking: stacking, thickness: height.share)
    }

    /// A standing bar of the one category there is.
    public init<Y: Plottable>(
        y: PlottableValue<Y>, width: MarkDimension = .automatic,
        stacking: MarkStackingMethod? = nil
    ) {
        self.init([y.plotted(as: .y)], stacking: stacking, thickness: width.share)
    }

    /// A lying bar of the one category there is, from one value to another.
    public init<X: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, height: MarkDimension = .automatic
    ) {
        self.init(
            [xStart.plotted(as: .xStart), xEnd.plotted(as: .xEnd)], thickness: height.share)
    }

    /// A standing bar of the one category there is, from one value to another.
    public init<Y: Plottable>(
        yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>, width: MarkDimension = .automatic
    ) {
        self.init(
            [yStart.plotted(as: .yStart), yEnd.plotted(as: .yEnd)], thickness: width.share)
    }

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
