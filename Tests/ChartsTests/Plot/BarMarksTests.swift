import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

/// The bounds of the bars that have colours of their own, in the order of their rows.
private func boxes(_ chart: Chart, in rect: Rect = chartPage) -> [Rect?] {
    let items = drawn(chart, in: rect).items
    return (0..<chart.layers[0].count).map { items.bounds(Ink.own($0)).first }
}

// MARK: - Standing

@Test func standingBarsTakeSixtyTwoPercentOfTheirSlots() {
    let canvas = drawn(barChart(["2022": 50, "2023": 100]), in: chartPage)
    // 20 pt for figures, 13.5 pt for names and 7 pt of air leave 159.5 pt.
    #expect(canvas.findings.all.isEmpty)
    let own = (0...1).flatMap { canvas.items.bounds(Ink.own($0)) }
    #expect(own.map(\.minX) == [48, 248] && own.map(\.width) == [124, 124])
    #expect(own.map(\.minY) == [119.75, 40] && own.map(\.maxY) == [199.5, 199.5])
    #expect(["50", "100"].flatMap { canvas.items.lettering($0) }.map(\.box.midX) == [110, 310])
}

@Test func missingFiguresAreHatchedAndSaidSo() {
    for lie in [false, true] {
        let canvas = drawn(barChart(["a": 3, "b": nil, "c": nil], lie: lie), in: chartPage)
        #expect(canvas.items.missing.count == 2)
        #expect(canvas.items.lettering("n.d.").count == 2)
        #expect(canvas.footnotes == [.missing] && canvas.findings.all.isEmpty)
    }
}

@Test func smallBarsAreSeenAndBarsOfNothingAreNot() throws {
    for lie in [false, true] {
        let own = boxes(barChart(["a": 1e9, "b": 1, "c": 0], lie: lie))
        let small = try #require(own[1])
        #expect(abs((lie ? small.width : small.height) - 1.2) < 1e-9)
        #expect(own[2] == nil)
    }
}

@Test func barsBelowZeroHangFromTheBaseLine() throws {
    let own = boxes(barChart(["a": 100, "b": -50]))
    let (up, down) = (try #require(own[0]), try #require(own[1]))
    #expect(up.maxY == down.minY && abs(up.height - 2 * down.height) < 1e-9)
    // There is room for the figure of the lowest one below it.
    let canvas = drawn(barChart(["a": 100, "b": -50]), in: chartPage)
    let figure = try #require(canvas.items.lettering("−50").first)
    #expect(figure.box.minY > down.maxY && canvas.findings.all.isEmpty)
}

@Test func barsOfOneCategoryStandSideBySideByPosition() {
    var chart = stackChart([("a", "x", 3), ("a", "y", 2), ("b", "x", 1)])
    chart.layers[0].channels[.position] = chart.layers[0].channels[.color]
    let own = boxes(chart).compactMap { $0 }
    #expect(own.count == 3 && own[0].maxX < own[1].minX && own[1].maxX < own[2].minX)
    #expect(Set(own.map { ($0.width * 1000).rounded() }).count == 1)
    #expect(Set(own.map(\.maxY)).count == 1)
}

@Test func segmentsArePartedByAWhiteLine() throws {
    let chart = stackChart([("a", "x", 60), ("a", "y", 25), ("a", "z", 15)])
    let own = boxes(chart).compactMap { $0 }
    try #require(own.count == 3)
    let points = own[0].height / 60
    for (bar, (below, value)) in zip(own.dropFirst(), zip(own, [25.0, 15])) {
        #expect(abs(below.minY - bar.maxY - 1.5) < 1e-9)
        #expect(abs(bar.height - (value * points - 1.5)) < 1e-9)
    }
}

@Test func aMissingPartStandsOnTopOfTheKnownOnes() throws {
    let canvas = drawn(stackChart([("a", "x", nil), ("a", "y", 25)]), in: chartPage)
    let known = try #require(canvas.items.bounds(Ink.own(1)).first)
    let missing = try #require(canvas.items.missing.first)
    #expect(missing.maxY <= known.minY + 1e-9 && canvas.items.missing.count == 1)
    #expect(canvas.collisions(in: chartPage).isEmpty && canvas.findings.all.isEmpty)
}

@Test func aStretchWithOneUnknownEndIsHatched() {
    var layer = Layer(
        .bar,
        [
            .x: Channel("place", .names(["a", "b", "c"])),
            .yStart: Channel("from", .numbers([1, 2, nil])),
            .yEnd: Channel("to", .numbers([3, nil, 4])),
        ])
    layer.details = (0...2).map { Detail(color: Ink.own($0)) }
    let canvas = drawn(Chart(layers: [layer], style: style), in: chartPage)
    #expect(canvas.items.isFinite && canvas.items.missing.count == 2)
    #expect(canvas.items.bounds(Ink.own(0)).count == 1 && canvas.footnotes.contains(.missing))
}

@Test func barsThatAreNotPublishedFiguresAreHollow() {
    var chart = barChart(["a": 1, "b": 1, "c": 1, "d": 1])
    for (index, standing) in Standing.allCases.enumerated() {
        chart.layers[0].details[index].standing = standing
    }
    let canvas = drawn(chart, in: chartPage)
    #expect((0...3).map { canvas.items.fills(Ink.own($0)).count } == [1, 0, 0, 0])
    #expect(canvas.footnotes == [.preliminary, .derived, .estimated])
    for text in ["1", "1ᵖ", "1*", "1ᵉ"] { #expect(canvas.items.lettering(text).count == 1) }
}

@Test func theKeyBarTakesTheKeyColour() {
    for lie in [false, true] {
        var chart = barChart(["a": 2, "b": 1], lie: lie, hasOwnColors: false)
        chart.layers[0].details[1].isKey = true
        let items = drawn(chart, in: chartPage).items
        #expect(items.bounds(Ink.mark).count == 1 && items.bounds(Ink.key).count == 1)
    }
}

// MARK: - Lying

@Test func namesStandAboveTheBarsWhereRowsAreHigh() {
    var chart = barChart(["Estados Unidos": 80, "Canadá": 20], lie: true)
    chart.yAxis.names = .above
    let canvas = drawn(
        chart, in: Rect(x: 10, y: 20, width: 400, height: 80))
    let own = (0...1).flatMap { canvas.items.bounds(Ink.own($0)) }
    #expect(own.map(\.minX) == [10, 10] && own.map(\.width) == [400, 100])
    #expect(own[1].minY - own[0].minY == 40 && own[0].height == own[1].height)
    let names = ["Estados Unidos", "Canadá"].flatMap { canvas.items.lettering($0) }
    #expect(names.map(\.box.minX) == [10, 10] && names.allSatisfy { $0.style.size == 12.5 })
    #expect(zip(names, own).allSatisfy { $0.box.maxY < $1.minY })
}

@Test func lowRowsHaveTheirNamesBesideTheBars() {
    let canvas = drawn(
        barChart(["Jalisco": 50, "Sonora": 25, "Puebla": nil], lie: true),
        in: Rect(x: 0, y: 0, width: 300, height: 60))
    // Seven letters of 6.6 pt, 12 pt of air; at the right 12 pt of air, four letters of 6.6 pt.
    let left = 7 * 6.6 + 12
    let room = 300 - left - 12 - 4 * 6.6
    let own = (0...2).map { canvas.items.bounds(Ink.own($0)) }
    #expect(own[0].count == 1 && abs(own[0][0].minX - left) < 1e-6)
    #expect(abs(own[0][0].width - room) < 1e-6 && abs(own[1][0].width - room / 2) < 1e-6)
    #expect(own[2].isEmpty && canvas.items.missing.map { $0.width.rounded() } == [30])
}

@Test func rowsTooLowForBothHaveNoNamesAboveTheirBars() {
    for height in 11...40 {
        var chart = barChart(["a": 1, "b": 2, "c": 3], lie: true)
        chart.yAxis.names = .above
        let rect = Rect(x: 0, y: 0, width: 300, height: Double(3 * height))
        let own = boxes(chart, in: rect).compactMap { $0 }
        #expect(own.count == 3 && own.allSatisfy { rect.contains($0, tolerance: 1e-6) })
    }
}

@Test func aTrackShowsTheFullLength() {
    var chart = barChart(["a": 25, "b": 0, "c": nil], lie: true)
    chart.xScale.domain = .numbers(0, 100)
    chart.layers[0].hasTrack = true
    let items = drawn(chart, in: chartPage).items
    #expect(items.bounds(Ink.track).map(\.width) == [400, 400])
    #expect(items.bounds(Ink.own(0)).map(\.width) == [100])
}

// MARK: - Scales

@Test func reversedBarsGrowTheOtherWay() throws {
    for lie in [false, true] {
        var chart = stackChart([("a", "x", 60), ("a", "y", 40), ("b", "x", nil)], lie: lie)
        if lie { chart.xScale.isReversed = true } else { chart.yScale.isReversed = true }
        let canvas = drawn(chart, in: chartPage)
        let (first, second) = (
            try #require(canvas.items.bounds(Ink.own(0)).first),
            try #require(canvas.items.bounds(Ink.own(1)).first)
        )
        // The second one begins 1.5 pt beyond the first one's end.
        #expect(
            abs((lie ? first.minX - second.maxX : second.minY - first.maxY) - 1.5) < 1e-9)
        #expect(canvas.items.missing.allSatisfy { chartPage.contains($0, tolerance: 1) })
        #expect(canvas.items.missing.count == 1 && canvas.collisions(in: chartPage).isEmpty)
    }
}

@Test func everyBarOnALogarithmicScaleHasALength() throws {
    var chart = barChart(["a": 10, "b": 100, "c": 1000])
    chart.yScale.kind = .log
    let own = boxes(chart).compactMap { $0 }
    try #require(own.count == 3)
    // From 1: ten is a third of the way to a thousand.
    #expect(abs(own[0].height * 3 - own[2].height) < 1e-6)
    #expect(abs(own[1].height * 3 - own[2].height * 2) < 1e-6)
}

@Test func barsStandInSlotsWhateverTheirScaleIsCalled() {
    for kind in [ScaleOptions.Kind.linear, .time, .band, .point, .ordinal] {
        var chart = barChart(["1": 3, "2": 4])
        chart.layers[0].channels[.x] = Channel("year", .numbers([2001, 2002]))
        chart.xScale.kind = kind
        #expect(boxes(chart).compactMap { $0 }.count == 2, "\(kind)")
    }
}

// MARK: - Failures

@Test func tooLittleRoomForBarsIsAnError() {
    for lie in [false, true] {
        for rect in [
            Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 12, height: 12),
            Rect(x: 0, y: 0, width: .nan, height: 9), Rect(x: 0, y: 0, width: .infinity, height: 9),
        ] {
            let canvas = drawn(barChart(["a": 3, "b": 1], lie: lie), in: rect)
            #expect(canvas.findings.hasErrors && canvas.items.isFinite)
        }
    }
}

@Test func barsOfNothingAreAnError() {
    #expect(drawn(barChart([:]), in: chartPage).messages == ["the chart has no bars"])
}

@Test func twoFiguresForOneBarAreAnError() {
    let chart = barChart(["a": 1, "a": 2])
    #expect(drawn(chart, in: chartPage).messages == ["two rows for “a”"])
}

@Test func aRowWithoutAPlaceIsNamed() {
    var chart = barChart(["a": 1, "": 2])
    #expect(
        drawn(chart, in: chartPage).messages == ["a row without a name has no place on the axis"])
    chart = barChart(["a": 1, "b": 2, "c": 3])
    chart.xScale.domain = .names(["a"])
    #expect(drawn(chart, in: chartPage).messages == ["“b” and 1 more have no place on the axis"])
}
