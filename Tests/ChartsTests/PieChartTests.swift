import Charts
import Diagnostics
import Glibc
import Graphics
import Layout
import TestSupport
import Testing

private let palette = [Color(0x14508C), Color(0x2F8F83), Color(0xC58B1B)]

private func chart(_ data: [Datum], hole: Double = 0) -> PieChart {
    PieChart(data: data, hole: hole, palette: palette, style: style)
}

private let page = Rect(x: 10, y: 20, width: 480, height: 240)

/// A random chart whose parts are known, not always a sensible one.
private func anyChart(_ random: inout SplitMix64, _ most: Int = 40) -> PieChart {
    var chart = chart(random.data(most, names: 24, isKnown: true))
    chart.hole = Bool.random(using: &random) ? 0 : Double.random(in: 0.3...0.8, using: &random)
    chart.hasLabels = Int.random(in: 0...3, using: &random) > 0
    if chart.hole > 0 {
        chart.centerFigure = random.name(9)
        chart.centerLabel = Bool.random(using: &random) ? random.name(20) : ""
    }
    return chart
}

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

@Test func everyPieIsFinite() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let chart = anyChart(&random)
        #expect(drawn(chart, in: random.rect()).items.isFinite)
    }
}

@Test func sectorsFollowEachOtherAroundAFullTurn() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<100 {
        var chart = anyChart(&random)
        chart.hasLabels = false
        chart.centerFigure = ""
        let canvas = drawn(chart, in: page)
        let values = chart.data.compactMap(\.value)
        let total = values.reduce(0, +)
        guard total > 0 else { continue }
        // Without labels the circle stands flush with the left edge.
        let center = Point(page.minX + 120, page.midY)
        var turned = 0.0
        for (index, value) in values.enumerated() {
            let paths = canvas.items.fills(Ink.own(index))
            #expect(paths.count == (value > 0 ? 1 : 0))
            guard let path = paths.first, case .move(let start)? = path.elements.first else {
                continue
            }
            #expect(abs(start.distance(to: center) - 120) < 1e-6)
            let isSmall = value / total * 360 < 1e-6
            let angle = degrees(of: start, around: center)
            #expect(isSmall || abs(angle - turned) < 1e-5 || abs(angle - turned - 360) < 1e-5)
            turned += value / total * 360
        }
        #expect(abs(turned - 360) < 1e-6)
    }
}

@Test func textsOfPiesNeitherOverlapNorLeaveTheChart() {
    var random = SplitMix64(seed: 3)
    var plain = 0
    for step in 0..<300 {
        let chart = anyChart(&random, step % 2 == 0 ? 40 : 7)
        let rect = random.rect()
        let canvas = drawn(chart, in: rect)
        guard !canvas.findings.hasErrors else { continue }
        plain += 1
        #expect(canvas.collisions(in: rect).isEmpty)
    }
    #expect(plain > 60)
}

@Test func leadersOfSectorsDoNotCross() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<300 {
        var chart = anyChart(&random, 6)
        chart.hasLabels = true
        // Parts of about the same size, as a pie that can be read has.
        for index in chart.data.indices {
            chart.data[index].value = Double.random(in: 5...40, using: &random)
        }
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 600, height: 260))
        if canvas.findings.hasErrors { continue }
        let leaders = canvas.items.strokes.map { Polyline($0.path.points) }
        #expect(leaders.count == chart.data.count)
        for (index, leader) in leaders.enumerated() {
            #expect(!leaders[(index + 1)...].contains { $0.crosses(leader) })
        }
    }
}

@Test func calculatedSectorsCarryAStar() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<100 {
        var chart = anyChart(&random, 6)
        chart.hasLabels = true
        chart.data[0].value = 1
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 900, height: 600))
        if canvas.findings.hasErrors { continue }
        let texts = Set(canvas.items.lettering.map(\.text))
        for datum in chart.data {
            #expect(texts.contains(datum.text + (datum.standing == .derived ? "*" : "")))
        }
        let isDerived = chart.data.contains { $0.standing == .derived }
        #expect(canvas.footnotes.contains(.derived) == isDerived)
    }
}

@Test func theSamePartsMakeTheSameScene() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<20 {
        let (chart, rect) = (anyChart(&random), random.rect())
        let (one, other) = (drawn(chart, in: rect), drawn(chart, in: rect))
        #expect(one.items == other.items && one.findings == other.findings)
    }
}

// MARK: - Examples

@Test func quartersBeginAtTwelveAndRunClockwise() {
    var chart = chart(data(["a": 25, "b": 25, "c": 50]))
    chart.hasLabels = false
    let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 300, height: 200))
    #expect(canvas.findings.all.isEmpty)
    let bounds = (0...2).flatMap { canvas.items.bounds(Ink.own($0)) }
    #expect(bounds.count == 3)
    for (bound, expected) in zip(
        bounds,
        [
            Rect(x: 100, y: 0, width: 100, height: 100),
            Rect(x: 100, y: 100, width: 100, height: 100),
            Rect(x: 0, y: 0, width: 100, height: 200),
        ])
    {
        #expect(bound.contains(expected, tolerance: 1e-6))
        #expect(expected.contains(bound, tolerance: 1e-6))
    }
}

@Test func onePartIsAWholeCircle() throws {
    for hole in [0, 0.6] {
        let canvas = drawn(chart(data(["a": 7]), hole: hole), in: page)
        #expect(canvas.findings.all.isEmpty)
        let outline = try #require(circle(canvas, 1))
        #expect(abs(outline.width - outline.height) < 1e-6 && abs(outline.midX - page.midX) < 1e-6)
    }
}

@Test func partsWithoutAColourTakeThePalette() {
    var parts = data(["a": 1, "b": 1, "c": 1, "d": 1])
    for index in parts.indices { parts[index].color = nil }
    let items = drawn(chart(parts), in: page).items
    #expect(palette.map { items.fills($0).count } == [2, 1, 1])
    var plain = chart(parts)
    plain.palette = []
    #expect(drawn(plain, in: page).items.fills(Ink.mark).count == 4)
}

@Test func eachSectorIsNamedOnItsSide() {
    let canvas = drawn(chart(data(["Automotriz": 32, "Resto": 62, "Petróleo": 6])), in: page)
    #expect(canvas.findings.all.isEmpty)
    let texts = canvas.items.lettering
    for (text, isRight) in [("Automotriz", true), ("32", true), ("Resto", false), ("6", false)] {
        let found = texts.filter { $0.text == text }
        #expect(found.count == 1 && found.allSatisfy { ($0.box.midX > page.midX) == isRight })
    }
}

@Test func theHoleHoldsAFigureAndItsLabel() throws {
    var chart = chart(data(["a": 32, "b": 68]), hole: 0.63)
    chart.centerFigure = "32 %"
    chart.centerLabel = "de las exportaciones"
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let outline = try #require(circle(canvas, 2))
    let hole = outline.width / 2 * 0.63
    let texts = canvas.items.lettering.filter {
        ["32 %", "de las", "exportaciones"].contains($0.text)
    }
    #expect(texts.count == 3)
    for text in texts {
        for corner in [text.box.minX, text.box.maxX] {
            #expect(Point(corner, text.box.midY).distance(to: outline.center) < hole)
        }
    }
}

@Test func aLongFigureInTheHoleIsSetSmaller() throws {
    var chart = chart(data(["a": 32, "b": 68]), hole: 0.63)
    chart.centerFigure = "107,965"
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let outline = try #require(circle(canvas, 2))
    let figure = try #require(canvas.items.lettering.first { $0.text == "107,965" })
    #expect(figure.box.width <= outline.width * 0.63 * 0.9 + 1e-6)
}

// MARK: - Failures

private let unknown = "the parts of a pie must be known, none negative, and more than zero in all"

@Test(arguments: [nil, -1, Double.nan, .infinity])
func aPartThatIsUnknownNegativeOrNoNumberIsAnError(value: Double?) {
    let canvas = drawn(chart(data(["a": 3, "b": value])), in: page)
    #expect(canvas.messages == [unknown] && canvas.items.isEmpty)
}

@Test func aWholeOfNothingIsAnError() {
    for parts in [data([:]), data(["a": 0, "b": 0])] {
        #expect(drawn(chart(parts), in: page).messages == [unknown])
    }
    let huge = Double.greatestFiniteMagnitude
    #expect(drawn(chart(data(["a": huge, "b": huge])), in: page).messages == [unknown])
}

@Test func tooLittleRoomForSectorsIsAnError() {
    for rect in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 400, height: 40),
        Rect(x: 0, y: 0, width: 120, height: 400),
    ] {
        let canvas = drawn(chart(data(["Automotriz": 3, "Resto": 1])), in: rect)
        #expect(canvas.messages == ["the chart has no room for its sectors"])
    }
}

@Test func tooManyNamesForTheHeightAreAnError() {
    let parts = (0..<30).map { Datum(category: "parte \($0)", value: 1, text: "1") }
    #expect(
        drawn(chart(parts), in: page).messages == [
            "the chart has no room for the names of its sectors"
        ])
}

@Test func wordsWithoutAHoleAreAnError() {
    for (hole, figure) in [(0, "32 %"), (0.05, "32 %"), (0.4, "una cifra que es larga")] {
        var chart = chart(data(["a": 32, "b": 68]), hole: hole)
        chart.centerFigure = figure
        let canvas = drawn(chart, in: page)
        #expect(canvas.messages == ["the hole of the chart has no room for “\(figure)”"])
    }
}

// MARK: - Scene

@Test func aPieReadsAsBefore() {
    var parts = data(["Automotriz": 32, "Petroleras": 6.5, "Resto": 61.5])
    parts[2].standing = .derived
    var donut = chart(parts, hole: 0.63)
    donut.centerFigure = "32 %"
    donut.centerLabel = "automotriz"
    expectText(dump(donut, in: Size(480, 240)), matches: "charts-donut")
}
