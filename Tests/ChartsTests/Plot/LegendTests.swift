import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

/// Bars of two parts in many categories.
private func split(_ legend: LegendPlace, names: [String] = ["uno", "dos"]) -> Chart {
    var rows: [(String, String, Double?)] = []
    for category in ["a", "b", "c", "d"] { rows += names.map { (category, $0, 3) } }
    var chart = stackChart(rows)
    chart.layers[0].details = []
    chart.layers[0].channels[.position] = chart.layers[0].channels[.color]
    chart.colors.range = names.indices.map { Ink.own($0) }
    chart.legend = legend
    return chart
}

@Test func theLegendStandsWhereItIsWanted() throws {
    for place in LegendPlace.allCases {
        let canvas = drawn(split(place), in: chartPage)
        #expect(canvas.findings.all.isEmpty && canvas.collisions(in: chartPage).isEmpty)
        let names = ["uno", "dos"].flatMap { canvas.items.lettering($0) }
        #expect(names.count == (place == .hidden ? 0 : 2))
        let marks = (0...1).flatMap { canvas.items.bounds(Ink.own($0)) }.filter { $0.width > 12 }
        let plot = try #require(marks.dropFirst().reduce(marks.first) { $0?.union($1) })
        for name in names {
            switch place {
            case .automatic, .top: #expect(name.box.maxY < plot.minY)
            case .bottom: #expect(name.box.minY > plot.maxY)
            case .trailing: #expect(name.box.minX > plot.maxX)
            case .hidden: break
            }
        }
    }
}

@Test func namesGoOnInRowsWhereOneIsFull() {
    let names = (0..<12).map { "una serie \($0)" }
    let canvas = drawn(split(.top, names: names), in: chartPage)
    #expect(canvas.collisions(in: chartPage).isEmpty)
    for name in names { #expect(canvas.items.lettering(name).count == 1) }
    let rows = Set(names.flatMap { canvas.items.lettering($0) }.map(\.box.minY))
    #expect(rows.count > 1)
}

@Test func aNameWiderThanTheChartIsTold() {
    let name = String(repeating: "x", count: 80)
    let canvas = drawn(split(.top, names: [name, "dos"]), in: chartPage)
    #expect(canvas.messages == ["the legend has no room for “\(name)”"])
    #expect(canvas.items.lettering("dos").count == 1)
}

@Test func coloursThatRepeatTheNamesOfSlotsNeedNoLegend() {
    let chart = stackChart([("a", "a", 1), ("b", "b", 2)])
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.items.lettering("a").count == 1 && canvas.items.lettering("b").count == 1)
}

// MARK: - Amounts

private func heat(_ values: [Double?], _ kind: ColorOptions.Kind? = nil) -> Chart {
    let names = values.indices.map { "c\($0)" }
    let layer = Layer(
        .rectangle,
        [
            .x: Channel("x", .names(names)), .y: Channel("y", .names(names.map { _ in "fila" })),
            .color: Channel("n", .numbers(values)),
        ])
    var chart = Chart(layers: [layer], style: style)
    chart.colors.kind = kind
    chart.layers[0].labels.which = .none
    return chart
}

@Test func runningColoursHaveTheAmountsOfTheirEnds() {
    let texts = drawn(heat([3, nil, 97]), in: chartPage).items.lettering.map(\.text)
    #expect(texts.contains("3") && texts.contains("97"))
}

@Test func classesHaveTheirLimits() {
    var chart = heat([3, 50, 97], .threshold)
    chart.colors.numbers = [10, 60]
    let texts = drawn(chart, in: chartPage).items.lettering.map(\.text)
    #expect(texts.contains("10") && texts.contains("60"))
}

@Test func longAmountsStandApartOrAreTold() {
    for width in stride(from: 60.0, through: 400, by: 20) {
        let rect = Rect(x: 0, y: 0, width: width, height: 200)
        let canvas = drawn(heat([-123_456_789_012, 987_654_321_098]), in: rect)
        if canvas.findings.hasErrors { continue }
        #expect(canvas.collisions(in: rect).isEmpty)
        let told = canvas.messages.joined()
        for text in ["−123,456,789,012", "987,654,321,098"] {
            let isThere = canvas.items.lettering(text).count == 1
            #expect(isThere || told.contains(text))
        }
    }
}
