/// A part of a circle.
///
/// ```swift
/// Chart(parts) { part in
///     SectorMark(angle: .value("Toneladas", part.tons), innerRadius: .ratio(0.6))
///         .foregroundStyle(by: .value("Fruta", part.fruit))
/// }
/// .chartCenter(figure: "1,240 t")
/// ```
public struct SectorMark: ChartContent {
    private let seed: MarkSeed

    /// A part of a circle.
    ///
    /// - Parameters:
    ///   - angle: the figure that it stands for.
    ///   - innerRadius: the hole of a donut as a share of the radius, at most 0.9: a pie for
    ///     `automatic`, or a donut where the chart has words in its middle.
    public init<Angle: Plottable>(
        angle: PlottableValue<Angle>, innerRadius: MarkDimension = .automatic
    ) {
        var seed = MarkSeed(.sector, [angle.plotted(as: .angle)])
        seed.innerRadius = min(innerRadius.share ?? 0, Self.greatestHole)
        self.seed = seed
    }

    /// A part of a circle, as Swift Charts spells it.
    ///
    /// - Parameter angularInset: has no effect here.
    @available(
        *, deprecated, message: "sectors are always parted by a line of 1.5 points: leave it out"
    )
    public init<Angle: Plottable>(
        angle: PlottableValue<Angle>, innerRadius: MarkDimension = .automatic,
        angularInset: Double?
    ) {
        self.init(angle: angle, innerRadius: innerRadius)
    }

    /// A thinner ring shows no parts.
    private static let greatestHole = 0.9

    /// None but itself.
    public var body: EmptyChartContent { EmptyChartContent() }
    /// Hands itself over.
    public func collect(into marks: inout MarkCollector) { marks.add(seed) }
}
