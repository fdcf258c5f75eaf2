import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

private let wide = Rect(x: 0, y: 0, width: 600, height: 400)

private func multiples(_ count: Int, columns: Int? = nil) -> SmallMultiples {
    SmallMultiples(
        (0..<count).map { index in
            var chart = barChart(["a": Double(index + 1) * 10, "b": 5])
            chart.layers[0].details = [Detail(color: Ink.own(index)), Detail()]
            return .init(title: "gráfica \(index)", chart: chart)
        }, columns: columns)
}

@Test func chartsSideBySideHaveOneScale() {
    let items = drawn(multiples(4), in: wide).items
    let heights = (0...3).flatMap { items.bounds(Ink.own($0)) }.map(\.height)
    #expect(heights.count == 4)
    let ratios = heights.enumerated().map { $0.element / heights[0] / Double($0.offset + 1) }
    #expect(ratios.allSatisfy { abs($0 - 1) < 1e-9 })
    var own = multiples(4)
    own.sharesScale = false
    let full = drawn(own, in: wide).items
    let equal = (0...3).flatMap { full.bounds(Ink.own($0)) }.map(\.height)
    #expect(equal.count == 4 && (equal.max() ?? 0) / (equal.min() ?? 1) < 1.2)
}

@Test func chartsSideBySideHaveTheSameCategories() {
    var charts = multiples(2)
    charts.items[1].chart.layers[0].channels[.x] = Channel("place", .names(["b", "c"]))
    let canvas = drawn(charts, in: wide)
    let places = ["a", "b", "c"].map { canvas.items.lettering($0).map(\.box.midX) }
    #expect(places.allSatisfy { $0.count == places[0].count })
    #expect(canvas.findings.all.isEmpty)
}

@Test func chartsSideBySideStayInTheirPlaces() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<60 {
        let count = Int.random(in: 1...12, using: &random)
        let charts = SmallMultiples(
            (0..<count).map {
                .init(title: "\($0)", chart: random.anyChart(.bars))
            }, columns: random.once(in: 2) ? Int.random(in: -1...20, using: &random) : nil)
        let rect = Rect(
            x: 5, y: 6, width: Double(Int.random(in: 20...900, using: &random)),
            height: Double(Int.random(in: 20...500, using: &random)))
        let canvas = drawn(charts, in: rect)
        let isFinite = canvas.items.isFinite
        #expect(isFinite)
        if canvas.findings.hasErrors { continue }
        let titles = (0..<count).compactMap { canvas.items.lettering("\($0)").first }
        #expect(titles.count == count)
    }
}

@Test(arguments: [Int.min, -1, 0, 1, 3, 100, Int.max])
func anyNumberOfColumnsWillDo(columns: Int) {
    let canvas = drawn(multiples(3, columns: columns), in: wide)
    #expect(canvas.items.isFinite && canvas.findings.all.isEmpty)
}

@Test func noChartsAreAnError() {
    #expect(drawn(SmallMultiples([]), in: wide).messages == ["there are no charts to draw"])
}

@Test func tooManyChartsForTheirRoomAreAnError() {
    let canvas = drawn(multiples(40), in: Rect(x: 0, y: 0, width: 200, height: 100))
    #expect(canvas.messages == ["no room for 40 charts side by side"])
}
