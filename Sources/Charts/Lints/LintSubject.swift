import Layout
import Scales

/// A chart as rules look at it: its layers, and what they resolve to where they do.
struct LintSubject {
    let chart: Chart
    /// The resolved layers; `nil` for sectors, and for charts that cannot be drawn.
    let data: PlotData?
    /// Whether amounts run along x.
    let isHorizontal: Bool

    /// A chart to look at.
    init(_ chart: Chart) {
        self.chart = chart
        var canvas = Canvas(measurer: SilentMeasurer())
        let hasSectors = chart.layers.contains { $0.mark == .sector }
        data = hasSectors ? nil : PlotData(chart, on: &canvas)
        isHorizontal = data?.isHorizontal ?? Self.isHorizontal(chart)
    }

    /// Where layers do not resolve: amounts run along x if only x has figures.
    private static func isHorizontal(_ chart: Chart) -> Bool {
        let hasFigures = { (names: [ChannelName]) -> Bool in
            chart.layers.contains { layer in
                layer.mark != .rule && layer.mark != .rectangle
                    && names.contains { layer.channels[$0]?.isNumbers == true }
            }
        }
        return hasFigures([.x, .xStart]) && !hasFigures([.y, .yStart])
    }

    /// What a rule finds.
    func lints(_ rule: ChartLint.Rule) -> [ChartLint] {
        switch rule {
        case .barsNotFromZero: barsNotFromZero
        case .areaNotFromZero: areaNotFromZero
        case .truncatedAxis: truncatedAxis
        case .reversedAxis: reversedAxis
        case .twoAxes: twoAxes
        case .dualUnit: dualUnit
        case .unevenTime: unevenTime
        case .smoothedLine: smoothedLine
        case .notAWhole: notAWhole
        case .tooManySectors: tooManySectors
        case .missingInStack: missingInStack
        case .repeatedColors: repeatedColors
        // One chart alone has one scale.
        case .unequalScales: []
        case .variationNearZero: variationNearZero
        }
    }

    // MARK: - What rules ask for

    /// The channel of a layer's amounts.
    func amounts(_ layer: Layer) -> Channel? {
        if layer.mark == .sector { return layer.channels[.angle] }
        return isHorizontal
            ? layer.channels[.x] ?? layer.channels[.xStart]
            : layer.channels[.y] ?? layer.channels[.yStart]
    }

    /// The channel of what a layer's amounts belong to.
    func places(_ layer: Layer) -> Channel? {
        isHorizontal
            ? layer.channels[.y] ?? layer.channels[.yStart]
            : layer.channels[.x] ?? layer.channels[.xStart]
    }

    /// Whether a layer's marks reach from one amount to another rather than from zero.
    func isRanged(_ layer: Layer) -> Bool {
        layer.channels[isHorizontal ? .xEnd : .yEnd] != nil
    }

    /// The scale of a layer's amounts.
    func scale(_ layer: Layer) -> ScaleOptions {
        layer.isOnSecondAxis ? chart.secondScale : isHorizontal ? chart.xScale : chart.yScale
    }

    /// What messages call the axis of a layer's amounts.
    func axisName(_ layer: Layer) -> String {
        layer.isOnSecondAxis
            ? "the second axis"
            : isHorizontal ? "the horizontal axis" : "the vertical axis"
    }

    /// What a layer's amounts span on their axis; `nil` where they are no numbers.
    func domain(_ layer: Layer) -> Extent? {
        if let data, let marks = data.marks.first(where: { $0.layer == layer }) {
            let dimension = data.amountDimension(marks)
            return dimension.kind == .numbers ? dimension.domain : nil
        }
        guard amounts(layer)?.isNumbers == true,
            case .numbers(let low, let high) = scale(layer).domain,
            low.isFinite, high.isFinite
        else { return nil }
        return Extent(low, high)
    }

    /// Prints the amounts of a layer.
    func printer(_ layer: Layer) -> FigurePrinter {
        FigurePrinter(layer, unit: chart.unit.spoken, words: Phrasebook(chart.locale))
    }
}
