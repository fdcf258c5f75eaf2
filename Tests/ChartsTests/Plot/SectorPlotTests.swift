import Diagnostics
import Glibc
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

private let wide = Rect(x: 10, y: 20, width: 480, height: 240)

/// Degrees clockwise from twelve o'clock.
private func degrees(of point: Point, around center: Point) -> Double {
    let angle = atan2(point.x - center.x, center.y - point.y) * 180 / .pi
    return angle < -1e-9 ? angle + 360 : angle
}

/// The circle that all sectors are parts of.
private func circle(_ canvas: Canvas, _ count: Int) -> Rect? {
    let bounds = (0..<count).flatMap { canvas.items.bounds(Ink.own($0)) }
    return bounds.dropFirst().reduce(bounds.first) { $0?.union($1) }
}

// MARK: - Any data

@Test func sectorsFollowEachOtherAroundAFullTurn() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<100 {
        let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in random.figure() }
        let total = values.reduce(0, +)
        guard total > 0 else { continue }
        var chart = sectorChart([:])
        chart.layers[0].channels = [
            .angle: Channel("share", .numbers(values)),
            .color: Channel("name", .names(values.indices.map { "n\($0)" })),
        ]
        chart.layers[0].details = values.indices.map { Detail(color: Ink.own($0)) }
        chart.layers[0].labels.which = .none
        let canvas = drawn(chart, in: wide)
        // Without labels the circle stands flush with the left edge.
        let center = Point(wide.minX + 120, wide.midY)
        var turned = 0.0
        for (index, value) in values.enumerated() {
            let paths = canvas.items.fills(Ink.own(index))
            #expect(paths.count == (value > 0 ? 1 : 0) || value / total < 1e-12)
            if let path = paths.first, case .move(let start)? = path.elements.first,
                value / total * 360 > 1e-6
            {
                #expect(abs(start.distance(to: center) - 120) < 1e-6)
                let angle = degrees(of: start, around: center)
                let isThere = abs(angle - turned) < 1e-5 || abs(angle - turned - 360) < 1e-5
                #expect(isThere || values.count == 1)
            }
            turned += value / total * 360
        }
        #expect(abs(turned - 360) < 1e-6)
    }
}

@Test func leadersOfSectorsDoNotCross() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100 {
        let count = Int.random(in: 1...6, using: &random)
        var chart = sectorChart([:])
        chart.layers[0].channels = [
            .angle: Channel(
                "share",
                .numbers((0..<count).map { _ in Double.random(in: 5...40, using: &random) })),
            .color: Channel("name", .names((0..<count).map { "\($0) " + random.name(20) })),
        ]
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 600, height: 260))
        if canvas.findings.hasErrors { continue }
        let leaders = canvas.items.strokes.map { Polyline($0.path.points) }
        for (index, leader) in leaders.enumerated() {
            #expect(!leaders[(index + 1)...].contains { $0.crosses(leader) })
        }
    }
}

// MARK: - Examples

@Test func quartersBeginAtTwelveAndRunClockwise() {
    var chart = sectorChart(["a": 25, "b": 25, "c": 50])
    chart.layers[0].labels.which = .none
    let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 300, height: 200))
    #expect(canvas.findings.all.isEmpty)
    let bounds = (0...2).flatMap { canvas.items.bounds(Ink.own($0)) }
    let expected = [
        Rect(x: 100, y: 0, width: 100, height: 100), Rect(x: 100, y: 100, width: 100, height: 100),
        Rect(x: 0, y: 0, width: 100, height: 200),
    ]
    #expect(bounds.count == 3)
    for (own, expected) in zip(bounds, expected) {
        #expect(own.contains(expected, tolerance: 1e-6))
        #expect(expected.contains(own, tolerance: 1e-6))
    }
}

@Test func onePartIsAWholeCircle() throws {
    for hole in [0, 0.6] {
        let canvas = drawn(sectorChart(["a": 7], hole: hole), in: wide)
        #expect(canvas.findings.all.isEmpty)
        let outline = try #require(circle(canvas, 1))
        #expect(abs(outline.width - outline.height) < 1e-6 && abs(outline.midX - wide.midX) < 1e-6)
    }
}

@Test func partsTakeThePaletteOrTheColoursOfTheirNames() {
    var chart = sectorChart(["a": 1, "b": 1, "c": 1, "d": 1])
    chart.layers[0].details = []
    chart.colors.range = (0...2).map { Ink.own($0) }
    #expect((0...2).map { drawn(chart, in: wide).items.fills(Ink.own($0)).count } == [2, 1, 1])
    chart.colors.range = (0...3).map { Ink.own($0) }
    chart.colors.names = ["d", "c", "b", "a"]
    let items = drawn(chart, in: wide).items
    // The first sector, right of twelve o'clock, is a: the last of the names.
    #expect(
        items.bounds(Ink.own(3)).first.map { $0.midX > wide.midX && $0.midY < wide.midY } == true)
}

@Test func eachSectorIsNamedOnItsSide() {
    let canvas = drawn(
        sectorChart(["Automotriz": 32, "Resto": 62, "Petróleo": 6]), in: wide)
    #expect(canvas.findings.all.isEmpty)
    for (text, isRight) in [("Automotriz", true), ("32%", true), ("Resto", false), ("6%", false)] {
        let found = canvas.items.lettering(text)
        #expect(found.count == 1 && found.allSatisfy { ($0.box.midX > wide.midX) == isRight })
    }
}

@Test func sharesAreRoundedToAHundredWhereAsked() {
    var chart = sectorChart(["a": 1, "b": 1, "c": 1])
    let shown = { (chart: Chart) in
        drawn(chart, in: wide).items.lettering.map(\.text).filter { $0.hasSuffix("%") }.sorted()
    }
    #expect(shown(chart) == ["33%", "33%", "33%"])
    chart.roundsToHundred = true
    #expect(shown(chart) == ["33%", "33%", "34%"])
}

@Test func theHoleHoldsAFigureAndItsLabel() throws {
    var chart = sectorChart(["a": 32, "b": 68], hole: 0.63)
    chart.center = ChartCenter(figure: "32 %", label: "de las exportaciones")
    let canvas = drawn(chart, in: wide)
    #expect(canvas.findings.all.isEmpty)
    let outline = try #require(circle(canvas, 2))
    let texts = ["32 %", "de las", "exportaciones"].flatMap { canvas.items.lettering($0) }
    #expect(texts.count == 3)
    for text in texts {
        for corner in [text.box.minX, text.box.maxX] {
            let distance = Point(corner, text.box.midY).distance(to: outline.center)
            #expect(distance < outline.width / 2 * 0.63)
        }
    }
}

@Test func inNarrowPlacesThePartsAreListedBelowTheCircle() {
    let narrow = Rect(x: 5, y: 5, width: 160, height: 400)
    let canvas = drawn(sectorChart(["Automotriz": 3, "Resto": 1]), in: narrow)
    #expect(canvas.findings.all.isEmpty && canvas.collisions(in: narrow).isEmpty)
    let bounds = circle(canvas, 2) ?? narrow
    for text in ["Automotriz", "75%", "Resto", "25%"] {
        #expect(canvas.items.lettering(text).count == 1)
    }
    #expect(narrow.contains(bounds, tolerance: 1e-6))
}

// MARK: - Failures

private let unknown = "the parts of a pie must be known, none negative, and more than zero in all"

@Test(arguments: [nil, -1])
func aPartThatIsUnknownOrNegativeIsAnError(value: Double?) {
    let canvas = drawn(sectorChart(["a": 3, "b": value]), in: wide)
    #expect(canvas.messages == [unknown] && canvas.items.isEmpty)
}

@Test(arguments: [Double.nan, .infinity])
func aPartThatIsNoNumberIsAnError(value: Double) {
    let canvas = drawn(sectorChart(["a": 3, "b": value]), in: wide)
    #expect(canvas.findings.hasErrors && canvas.items.isEmpty)
}

@Test func aWholeOfNothingIsAnError() {
    #expect(drawn(sectorChart(["a": 0, "b": 0]), in: wide).messages == [unknown])
    #expect(drawn(sectorChart([:]), in: wide).messages == ["the chart has no sectors"])
}

@Test func sectorsWithoutFiguresAreAnError() {
    for channels: [ChannelName: Channel] in [
        [.color: Channel("name", .names(["a", "b"]))],
        [.color: Channel("name", .names(["a"])), .angle: Channel("share", .names(["x"]))],
    ] {
        let chart = Chart(layers: [Layer(.sector, channels)], style: style)
        #expect(drawn(chart, in: wide).messages == ["the sectors have no figures"])
    }
}

@Test func tooLittleRoomForSectorsIsAnError() {
    for rect in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 400, height: 40),
        Rect(x: 0, y: 0, width: 40, height: 400),
    ] {
        let canvas = drawn(sectorChart(["Automotriz": 3, "Resto": 1]), in: rect)
        #expect(canvas.messages == ["the chart has no room for its sectors"])
    }
}

@Test func namesThatHaveNoRoomBesideTheirSectorsAreTold() {
    var chart = sectorChart([:])
    chart.layers[0].channels = [
        .angle: Channel("share", .numbers((0..<30).map { _ in 1 })),
        .color: Channel("name", .names((0..<30).map { "parte \($0)" })),
    ]
    let canvas = drawn(chart, in: wide)
    let texts = Set(canvas.items.lettering.map(\.text))
    let told = canvas.messages.joined(separator: "\n") + "\n"
    for index in 0..<30 {
        #expect(texts.contains("parte \(index)") != told.contains("of parte \(index)\n"))
    }
    #expect(canvas.collisions(in: wide).isEmpty)
}

@Test func wordsWithoutAHoleAreAnError() {
    for (hole, figure) in [(0, "32 %"), (0.05, "32 %"), (0.4, "una cifra que es larga")] {
        var chart = sectorChart(["a": 32, "b": 68], hole: hole)
        chart.center = ChartCenter(figure: figure)
        #expect(
            drawn(chart, in: wide).messages == ["the hole of the chart has no room for “\(figure)”"]
        )
    }
}

@Test func sectorsShareNoChartWithOtherMarks() {
    var chart = sectorChart(["a": 1])
    chart.layers += barChart(["a": 1]).layers
    #expect(drawn(chart, in: wide).messages == ["sectors share no chart with other marks"])
}

@Test(arguments: [Double.nan, .infinity, -3, 7])
func aHoleIsNeverLargerThanItsCircle(hole: Double) {
    let canvas = drawn(sectorChart(["a": 1, "b": 3], hole: hole), in: wide)
    #expect(canvas.items.isFinite)
    #expect(
        (0...1).flatMap { canvas.items.bounds(Ink.own($0)) }.allSatisfy {
            wide.contains($0, tolerance: 1)
        })
}
