import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

// What no reader of decks would let through, and Swift code may still hand in.

private let odd: [Double] = [
    .nan, .infinity, -.infinity, 0, -1, 1e308, -1e308, .leastNonzeroMagnitude, 1e15, 3,
]

extension SplitMix64 {
    /// A chart whose data and options need not go together at all.
    fileprivate mutating func wildChart() -> AnyChart {
        // The labels of points take long to place, and are asked of elsewhere.
        var any = anyChart(AnyForm.allCases.filter { $0 != .bubbles && $0 != .points })
        for index in any.chart.layers.indices { ravage(&any.chart.layers[index]) }
        if once(in: 6) { any.chart.xScale.kind = one(of: ScaleOptions.Kind.allCases) }
        if once(in: 6) { any.chart.yScale.kind = one(of: ScaleOptions.Kind.allCases) }
        if once(in: 8) { any.chart.yScale.domain = .numbers(one(of: odd), one(of: odd)) }
        if once(in: 8) { any.chart.xScale.domain = .names(["a", "b"]) }
        if once(in: 8) { any.chart.yAxis.values = .numbers(odd) }
        if once(in: 8) { any.chart.xAxis.leastLines = one(of: [-5, 1000, .max]) }
        if once(in: 8) { any.chart.colors.numbers = [one(of: odd), one(of: odd), one(of: odd)] }
        if once(in: 10) {
            any.rect = Rect(x: one(of: odd), y: 3, width: one(of: odd), height: one(of: odd))
        }
        return any
    }

    private mutating func ravage(_ layer: inout Layer) {
        for name in ChannelName.allCases {
            guard var channel = layer.channels[name] else { continue }
            if case .numbers(var values) = channel.values, !values.isEmpty, once(in: 2) {
                for _ in 0..<3 {
                    values[Int.random(in: 0..<values.count, using: &self)] = one(
                        of: [1e308, -1e308, .leastNonzeroMagnitude, 0, 1e15, -1e300])
                }
                channel.values = .numbers(values)
            }
            switch Int.random(in: 0...60, using: &self) {
            case 0, 1: layer.channels[name] = nil
            case 2, 3: layer.channels[name]?.values = .names(["a"])
            case 4: layer.channels[name]?.values = .numbers([])
            case 5: layer.channels[name]?.values = .dates([nil, .first, .last])
            default: layer.channels[name] = channel
            }
        }
        if once(in: 8) { layer.innerRadius = one(of: odd) }
        if once(in: 8) { layer.thickness = one(of: odd) }
        if once(in: 8) { layer.stacking = one(of: Layer.Stacking.allCases) }
        if once(in: 8) { layer.mark = one(of: Layer.Mark.allCases) }
        if once(in: 8) { layer.isOnSecondAxis.toggle() }
        if once(in: 8) { layer.labels.spacing = one(of: odd) }
    }
}

@Test func noChartTrapsOrDrawsWhatIsNotFinite() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
        let any = random.wildChart()
        let isFinite = drawn(any.chart, in: any.rect).items.isFinite
        #expect(isFinite, "\(any)")
    }
}

@Test func aLineThatIsSaidToBeStackedIsDrawnAsALine() {
    for stacking in Layer.Stacking.allCases {
        var chart = lineChart([[1, nil, 3]])
        chart.layers[0].stacking = stacking
        chart.layers[0].details = (0...2).map { _ in Detail(isTotal: true) }
        #expect(drawn(chart, in: chartPage).findings.all.isEmpty, "\(stacking)")
    }
}

@Test func aSecondAxisWithoutFiguresIsEmpty() {
    var chart = barChart(["a": 1, "b": 2])
    var line = Layer(
        .line, [.x: Channel("place", .names([])), .y: Channel("rate", .numbers([]))])
    line.isOnSecondAxis = true
    chart.layers.append(line)
    let canvas = drawn(chart, in: chartPage)
    #expect(!canvas.findings.hasErrors && canvas.items.isFinite)
}

@Test func aSumWhoseNameIsNotOnTheAxisIsNoTrap() {
    var chart = barChart(["a": 1, "b": 2, "c": 9])
    chart.layers[0].stacking = .waterfall
    chart.layers[0].details[2].isTotal = true
    chart.xScale.domain = .names(["a", "b"])
    #expect(!drawn(chart, in: chartPage).findings.all.isEmpty)
}
