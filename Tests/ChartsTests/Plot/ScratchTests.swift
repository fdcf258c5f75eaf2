import Charts
import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

@Test func scratchCollisions() {
    var random = SplitMix64(seed: 2)
    var kinds: [AnyForm: Int] = [:]
    for step in 0..<2500 {
        let any = random.anyChart()
        if any.form == .bubbles || any.form == .points { continue }
        let canvas = drawn(any.chart, in: any.rect)
        guard !canvas.findings.hasErrors else { continue }
        let room = Rect(left: any.rect.minX, top: any.rect.minY - 6, right: any.rect.maxX + 14, bottom: any.rect.maxY)
        let found = canvas.collisions(in: room, tolerance: 0.5)
        if found.isEmpty { continue }
        kinds[any.form, default: 0] += 1
        if kinds[any.form]! <= 4 {
            let c = any.chart
            let texts = canvas.items.lettering.map { "\($0.text.prefix(12))@\(Int($0.box.minX)),\(Int($0.box.minY))" }.prefix(40)
            print("BAD", step, any.form, Int(any.rect.minX), Int(any.rect.minY), Int(any.rect.width), Int(any.rect.height), found.prefix(2).map { $0.replacing("Graphics.", with: "").replacing("Rect(origin: ", with: "").replacing("size: Size", with: "") },
                "LAB", c.layers.map { "\($0.mark) \($0.labels.which) \($0.labels.position) n\($0.count) ends\($0.ends != nil)" }, "leg", c.legend,
                "X", c.xAxis.title, c.xAxis.isShown as Any, c.xScale.isReversed, "Y", c.yAxis.title, c.yAxis.isShown as Any, c.yScale.isReversed, "2", c.secondAxis.title, "cmp", c.comparisons.map(\.kind), "tot", c.hasStackTotals, c.total != nil, "T", texts, "\n")
        }
    }
    print("KINDS", kinds)
}
