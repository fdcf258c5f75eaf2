import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

@Test func theLastFiguresStandBesideThePlotInTheOrderOfTheLines() {
    var chart = lineChart([[10, 50], [20, 52], [30, 48]])
    chart.layers[0].ends = EndOptions()
    chart.layers[0].ends?.unit = "mil"
    chart.yAxis.isShown = false
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.collisions(in: chartPage.outset(by: 6)).isEmpty)
    let names = ["s0", "s1", "s2"].flatMap { canvas.items.lettering($0) }
    #expect(names.count == 3)
    let fromTop = names.sorted { $0.box.minY < $1.box.minY }.map(\.text)
    #expect(fromTop == ["s1", "s0", "s2"] && Set(names.map(\.box.minX)).count == 1)
    for text in ["50", "52", "48"] { #expect(canvas.items.lettering(text).count == 1) }
}

@Test func aLegendDoesNotCostLinesTheirLastFigures() {
    for legend in [LegendPlace.top, .bottom] {
        var chart = lineChart([[10, 50], [70, 82]])
        chart.layers[0].ends = EndOptions()
        chart.legend = legend
        chart.yAxis.isShown = false
        let canvas = drawn(chart, in: chartPage)
        for text in ["50", "82", "s0", "s1"] {
            #expect(canvas.items.lettering(text).count == 1, "\(text)")
        }
    }
}

@Test func linesOverASecondAxisAreNamedInALegend() {
    var chart = barChart(["a": 10, "b": 20, "c": 15])
    var line = Layer(
        .line,
        [
            .x: Channel("place", .names(["a", "b", "c"])),
            .y: Channel("tasa", .numbers([0.25, 0.5, 0.75])),
        ])
    line.isOnSecondAxis = true
    chart.layers.append(line)
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.collisions(in: chartPage).isEmpty && canvas.findings.all.isEmpty)
    #expect(canvas.items.lettering("tasa").count == 1)
    #expect(canvas.items.lettering("amount").count == 1)
}

@Test func stackedAreasAreNamedAtTheirRightEdges() {
    var chart = lineChart([[10, 50, 40], [20, 52, 45]])
    chart.layers[0].mark = .area
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.findings.all.isEmpty && canvas.collisions(in: chartPage).isEmpty)
    let (lower, upper) = (canvas.items.lettering("s0"), canvas.items.lettering("s1"))
    #expect(lower.count == 1 && upper.count == 1)
    #expect(upper[0].box.maxY < lower[0].box.minY)
}

@Test func aStackNamesItsPartsBesideIt() {
    let canvas = drawn(
        stackChart([("Juntos", "Remesas", 60), ("Juntos", "Turismo", 25)]), in: chartPage)
    #expect(canvas.findings.all.isEmpty && canvas.collisions(in: chartPage).isEmpty)
    for text in ["Remesas", "60", "Turismo", "25"] {
        #expect(canvas.items.lettering(text).count == 1)
    }
}

@Test func theNamesOfThinPartsArePushedApart() {
    let canvas = drawn(
        stackChart([
            ("a", "parte 0", 100), ("a", "parte 1", 1), ("a", "parte 2", 1), ("a", "parte 3", 1),
        ]), in: Rect(x: 10, y: 20, width: 400, height: 260))
    #expect(canvas.findings.all.isEmpty && canvas.collisions(in: chartPage.outset(by: 80)).isEmpty)
    let names = canvas.items.lettering.filter { $0.text.hasPrefix("parte") }
    let fromTop = names.sorted { $0.box.minY < $1.box.minY }.map(\.text)
    #expect(fromTop == ["parte 3", "parte 2", "parte 1", "parte 0"])
}

@Test func namesBesideTheFirstOfTwoStacksKeepClearOfTheSecond() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<60 {
        let names = (0..<3).map { "\($0) " + random.name(14) }
        var rows: [(String, String, Double?)] = []
        for category in ["uno", "dos"] { rows += names.map { (category, $0, 5 + random.figure()) } }
        let rect = Rect(
            x: 0, y: 0, width: Double(Int.random(in: 120...600, using: &random)), height: 250)
        let canvas = drawn(stackChart(rows), in: rect)
        if canvas.findings.hasErrors { continue }
        let bars = rows.indices.flatMap { canvas.items.bounds(Ink.own($0)) }
        for text in canvas.items.lettering where names.contains(text.text) {
            #expect(!bars.contains { $0.intersects(text.box) })
        }
    }
}

// MARK: - Sums

@Test func theSumOfAStackStandsAtItsEnd() {
    var chart = stackChart(
        ["a", "b", "c", "d"].flatMap { [($0, "x", 2.0), ($0, "y", 3.0)] })
    chart.hasStackTotals = true
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.items.lettering("5*").count == 4)
    #expect(canvas.footnotes == [.derived] && canvas.findings.all.isEmpty)
}

@Test func stacksInLanesHaveSumsOfTheirOwn() {
    var rows: [(String, String, Double?)] = []
    for place in ["a", "b", "c", "d"] { rows += [(place, "x", 1), (place, "y", 2)] }
    var chart = stackChart(rows + rows.map { ($0.0, $0.1, 10) })
    // Two lanes of two parts each.
    chart.layers[0].channels[.position] = Channel(
        "lane", .names(rows.map { _ in "l" } + rows.map { _ in "r" }))
    chart.layers[0].details = []
    chart.hasStackTotals = true
    let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 600, height: 240))
    // Parts of a series are in both lanes.
    #expect(canvas.items.lettering("3*").count == 4 && canvas.items.lettering("20*").count == 4)
}

@Test func aStackWithAnUnknownPartHasNoSum() {
    var chart = stackChart(
        ["a", "b", "c", "d"].flatMap { [($0, "x", 2.0), ($0, "y", $0 == "b" ? nil : 3.0)] })
    chart.hasStackTotals = true
    #expect(drawn(chart, in: chartPage).items.lettering("5*").count == 3)
}

@Test func overAReversedAxisALegendNamesTheSeries() {
    var chart = lineChart([[10, 50], [70, 82]])
    chart.xScale.isReversed = true
    let canvas = drawn(chart, in: chartPage)
    let bases = canvas.items.strokes.filter { $0.stroke.color == Ink.own(100) }
        .compactMap(\.path.controlBounds)
    for name in ["s0", "s1"] {
        let found = canvas.items.lettering(name)
        #expect(found.count == 1 && found[0].box.maxY < (bases.first?.minY ?? 0))
    }
}

@Test func namesStandInANeighboursRoomOnlyWhereThereIsOne() {
    var chart = lineChart([[10, 50], [20, 82]])
    chart.layers[0].ends = EndOptions()
    chart.layers[0].ends?.isOutside = true
    func right(of pageWidth: Double) -> (name: Double, line: Double) {
        var canvas = Canvas(measurer: FixedMeasurer())
        canvas.page = Rect(x: 0, y: 0, width: pageWidth, height: 300)
        chart.draw(in: chartPage, on: &canvas)
        #expect(canvas.findings.all.isEmpty)
        return (
            canvas.items.lettering("s0").map(\.box.maxX).max() ?? 0,
            canvas.items.strokes.filter { $0.stroke.color == Ink.own(100) }
                .flatMap { $0.path.points.map(\.x) }.max() ?? 0
        )
    }
    let (wide, narrow) = (right(of: 800), right(of: 420))
    #expect(wide.name > chartPage.maxX && wide.line > narrow.line)
    #expect(narrow.name > 0 && narrow.name <= chartPage.maxX + 0.5)
}
