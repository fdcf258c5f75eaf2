import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

/// Where the texts of a chart may stand: within its rectangle, but for the gutter of 14 pt at the
/// right, in which the last label stands over its point, and 6 pt above, where that of the highest
/// mark or tick reaches out.
private func room(_ rect: Rect) -> Rect {
    Rect(left: rect.minX, top: rect.minY - 6, right: rect.maxX + 14, bottom: rect.maxY)
}

@Test func everyChartIsFiniteAndDrawsOrSaysWhyNot() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1200 {
        let any = random.anyChart()
        let canvas = drawn(any.chart, in: any.rect)
        let isFinite = canvas.items.isFinite
        #expect(isFinite, "\(any)")
        let isSilent = canvas.items.isEmpty && !canvas.findings.hasErrors
        #expect(!isSilent, "\(any)")
    }
}

@Test func textsOfChartsNeitherOverlapNorLeaveThem() {
    var random = SplitMix64(seed: 2)
    var plain = 0
    for _ in 0..<1200 {
        let any = random.anyChart()
        let canvas = drawn(any.chart, in: any.rect)
        guard !canvas.findings.hasErrors else { continue }
        plain += 1
        let collisions = canvas.collisions(in: room(any.rect), tolerance: 0.5)
        #expect(collisions.isEmpty, "\(any)")
    }
    #expect(plain > 400)
}

@Test func theSameChartMakesTheSameScene() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
        let any = random.anyChart()
        let (one, other) = (drawn(any.chart, in: any.rect), drawn(any.chart, in: any.rect))
        let isSame =
            one.items == other.items && one.findings == other.findings
            && one.footnotes == other.footnotes
        #expect(isSame, "\(any)")
    }
}
