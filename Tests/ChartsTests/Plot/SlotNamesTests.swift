import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

@Test func namesOfPeriodsGiveWayButTheLastOneIsThere() {
    let years = (2010...2049).map { "\($0)" }
    var chart = lineChart([years.indices.map { Double($0) }], names: years)
    chart.layers[0].labels.which = .none
    let canvas = drawn(chart, in: chartPage)
    let labels = canvas.items.lettering.filter { years.contains($0.text) }
        .sorted { $0.box.minX < $1.box.minX }
    #expect(labels.last?.text == "2049" && canvas.findings.all.isEmpty)
    let pitches = zip(labels, labels.dropFirst()).map { $1.box.midX - $0.box.midX }
    #expect(pitches.count > 3 && pitches.allSatisfy { abs($0 - pitches[0]) < 1e-6 })
}

@Test func namesThatFollowFromNothingAreBrokenIntoLines() {
    let canvas = drawn(
        barChart(["Estados Unidos de América": 1, "Canadá": 2, "Reino Unido": 3]),
        in: Rect(x: 0, y: 0, width: 240, height: 200))
    let texts = canvas.items.lettering.map(\.text)
    #expect(canvas.findings.all.isEmpty && !texts.contains("Estados Unidos de América"))
    for word in ["Estados", "Unidos", "América", "Canadá", "Reino"] {
        #expect(texts.contains { $0.contains(word) })
    }
    // All have one size.
    let sizes = canvas.items.lettering.filter { $0.box.minY > 140 }.map(\.style.size)
    #expect(Set(sizes).count == 1)
}

@Test func namesWithoutRoomAreTold() {
    var chart = barChart([:])
    let names = (0..<20).map { "nombre\($0)" }
    chart.layers[0].channels = [
        .x: Channel("place", .names(names)), .y: Channel("n", .numbers(names.map { _ in 1 })),
    ]
    chart.layers[0].labels.which = .none
    let canvas = drawn(chart, in: chartPage)
    let texts = Set(canvas.items.lettering.map(\.text))
    for name in names {
        let isTold = canvas.messages.contains("no room for the name “\(name)” below its slot")
        #expect(texts.contains(name) != isTold)
    }
}

@Test func groupsOfSlotsAreNamedOnce() {
    let days = ["2023-11-01", "2023-12-01", "2024-01-01", "2024-02-01"]
    let layer = Layer(
        .bar,
        [
            .x: Channel("month", .dates(days.map { CivilDate(iso: $0) })),
            .y: Channel("n", .numbers([1, 2, 3, 4])),
        ])
    let canvas = drawn(Chart(layers: [layer], style: style), in: chartPage)
    #expect(canvas.findings.all.isEmpty)
    for text in ["Nov", "Dec", "Jan", "Feb", "2023", "2024"] {
        #expect(canvas.items.lettering(text).count == 1)
    }
    let (month, year) = (canvas.items.lettering("Nov")[0], canvas.items.lettering("2023")[0])
    #expect(year.box.minY > month.box.maxY)
}

@Test func linesMayBeKeptFreeSoThatNeighboursAgree() throws {
    var chart = barChart(["a": 1, "b": 2])
    chart.xAxis.leastLines = 3
    let canvas = drawn(chart, in: chartPage)
    let bar = try #require(canvas.items.bounds(Ink.own(0)).first)
    #expect(abs(chartPage.maxY - bar.maxY - (3 * 13.5 + 7)) < 1e-9)
}

@Test func anAxisNamesTheSlotsThatItIsToldTo() {
    var chart = lineChart([[1, 2, 3, 4]])
    chart.xAxis.values = .numbers([2002, 2004])
    let canvas = drawn(chart, in: chartPage)
    let words = canvas.items.lettering.map(\.text)
    #expect(words.contains("2002") && words.contains("2004"))
    #expect(!words.contains("2001") && !words.contains("2003"))
    #expect(canvas.findings.all.isEmpty)
    chart.xAxis.values = .names(["2002", "2010"])
    #expect(
        drawn(chart, in: chartPage).messages
            == ["the axis has a tick at 2010 outside of its domain"])
}
