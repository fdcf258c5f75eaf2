import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

@Test func scratchWild() {
    var random = SplitMix64(seed: 77)
    let odd: [Double] = [.nan, .infinity, -.infinity, 0, -1, 1e308, -1e308, 5e-324, 1e15, 3]
    for step in 0..<2500 {
        var any = random.anyChart(AnyForm.allCases.filter { $0 != .bubbles && $0 != .points })
        for i in any.chart.layers.indices {
            for name in any.chart.layers[i].channels.keys.sorted(by: { $0.rawValue < $1.rawValue })
            {
                if case .numbers(var values) = any.chart.layers[i].channels[name]!.values,
                    !values.isEmpty, random.once(in: 2)
                {
                    for _ in 0..<3 {
                        values[Int.random(in: 0..<values.count, using: &random)] = [
                            1e308, -1e308, 5e-324, 0, 1e15, -1e300,
                        ].randomElement(using: &random)!
                    }
                    any.chart.layers[i].channels[name]!.values = .numbers(values)
                }
                if random.once(in: 20) {
                    any.chart.layers[i].channels[name] = nil
                } else if random.once(in: 20) {
                    any.chart.layers[i].channels[name]!.values = .names(["a"])
                } else if random.once(in: 30) {
                    any.chart.layers[i].channels[name]!.values = .numbers([])
                } else if random.once(in: 30) {
                    any.chart.layers[i].channels[name]!.values = .dates([
                        nil, CivilDate(iso: "2024-01-01"), CivilDate.last, CivilDate.first,
                    ])
                }
            }
            if random.once(in: 8) { any.chart.layers[i].innerRadius = random.one(of: odd) }
            if random.once(in: 8) { any.chart.layers[i].thickness = random.one(of: odd) }
            if random.once(in: 8) {
                any.chart.layers[i].stacking = random.one(of: Layer.Stacking.allCases)
            }
            if random.once(in: 8) { any.chart.layers[i].mark = random.one(of: Layer.Mark.allCases) }
            if random.once(in: 8) { any.chart.layers[i].isOnSecondAxis.toggle() }
            if random.once(in: 8) {
                any.chart.layers[i].labels.size = random.one(of: [0, -3, 1e6, 4])
            }
            if random.once(in: 8) { any.chart.layers[i].labels.spacing = random.one(of: odd) }
        }
        if random.once(in: 6) { any.chart.xScale.kind = random.one(of: ScaleOptions.Kind.allCases) }
        if random.once(in: 6) { any.chart.yScale.kind = random.one(of: ScaleOptions.Kind.allCases) }
        if random.once(in: 8) {
            any.chart.yScale.domain = .numbers(random.one(of: odd), random.one(of: odd))
        }
        if random.once(in: 8) {
            any.chart.xScale.domain =
                random.once(in: 2)
                ? .names(["a", "b"]) : .numbers(random.one(of: odd), random.one(of: odd))
        }
        if random.once(in: 8) { any.chart.yAxis.values = .numbers(odd) }
        if random.once(in: 8) { any.chart.xAxis.leastLines = random.one(of: [-5, 1000, .max]) }
        if random.once(in: 8) {
            any.chart.colors.numbers = [
                random.one(of: odd), random.one(of: odd), random.one(of: odd),
            ]
        }
        if random.once(in: 10) {
            any.chart.colors.range = [Ink.key]; any.chart.colors.names = ["zz"]
        }
        if random.once(in: 10) {
            any.rect = Rect(
                x: random.one(of: odd), y: 3, width: random.one(of: odd),
                height: random.one(of: odd))
        }
        print("STEP", step, any.form)
        let clock = ContinuousClock()
        let start = clock.now
        let canvas = drawn(any.chart, in: any.rect)
        if clock.now - start > .seconds(3) { print("SLOWW", step, any, clock.now - start) }
        if !canvas.items.isFinite {
            print(
                "NOTFINITE", step, any,
                any.chart.layers.map {
                    (
                        $0.mark, $0.innerRadius, $0.thickness as Any, $0.labels.spacing as Any,
                        $0.labels.size as Any, $0.stacking as Any
                    )
                }, any.chart.yScale.kind as Any, any.chart.yScale.domain as Any,
                any.chart.xScale.kind as Any, any.chart.xScale.domain as Any)
        }
    }
}
@Test func scratchMore() {
    for seed in 100..<104 {
        var random = SplitMix64(seed: UInt64(seed))
        for step in 0..<1500 {
            let any = random.anyChart(AnyForm.allCases.filter { $0 != .bubbles })
            let canvas = drawn(any.chart, in: any.rect)
            guard !canvas.findings.hasErrors else { continue }
            let room = Rect(
                left: any.rect.minX, top: any.rect.minY - 6, right: any.rect.maxX + 14,
                bottom: any.rect.maxY)
            let found = canvas.collisions(in: room, tolerance: 0.5)
            if found.isEmpty { continue }
            let c = any.chart
            print(
                "BAD", seed, step, any, found.prefix(2),
                c.layers.map {
                    "\($0.mark) \($0.labels.which) \($0.labels.position) n\($0.count) ends\($0.ends != nil)"
                }, "leg", c.legend, "X", c.xAxis.title, c.xAxis.isShown as Any, c.xScale.isReversed,
                "Y", c.yAxis.title, c.yAxis.isShown as Any, c.yScale.isReversed, "2",
                c.secondAxis.title, "cmp", c.comparisons.map(\.kind), "tot", c.hasStackTotals,
                c.total != nil)
        }
    }
}
