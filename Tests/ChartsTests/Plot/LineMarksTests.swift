import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

private func color(_ line: Int) -> Color { Ink.own(100 + line) }

/// The steps from slot to slot that a line's full or dotted strokes make.
private func steps(
    _ line: Int, _ chart: Chart, _ canvas: Canvas, dotted: Bool
) -> [[Int]] {
    let slots = Set(chart.layers[0].channels[.x]?.names ?? []).count
    let base = canvas.items.strokes.first { stroke in
        stroke.stroke == Stroke(Ink.ink, width: 1) && Set(stroke.path.points.map(\.y)).count == 1
    }
    guard let bounds = base?.path.controlBounds else { return [] }
    return canvas.items.strokes.filter {
        $0.stroke.color == color(line) && $0.stroke.dash.isEmpty != dotted
    }.flatMap { stroke in
        let slots = stroke.path.points.map { point in
            Int(((point.x - bounds.minX) / bounds.width * Double(slots) - 0.5).rounded())
        }
        return zip(slots, slots.dropFirst()).map { [$0, $1] }
    }
}

// MARK: - Any data

@Test func neighboursAreJoinedByFullLinesAndGapsNever() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<100 {
        let count = Int.random(in: 2...30, using: &random)
        let values = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (0..<count).map { _ in random.once(in: 4) ? nil : random.figure() }
        }
        guard values.joined().contains(where: { $0 != nil }) else { continue }
        let chart = lineChart(values)
        let canvas = drawn(chart, in: Rect(x: 3, y: 5, width: 1600, height: 400))
        for (line, figures) in values.enumerated() {
            let known = figures.indices.filter { figures[$0] != nil }
            let pairs = zip(known, known.dropFirst()).map { [$0, $1] }
            let full = steps(line, chart, canvas, dotted: false)
            #expect(full == pairs.filter { $0[1] == $0[0] + 1 })
            let bridges = steps(line, chart, canvas, dotted: true)
            let gaps = pairs.filter { $0[1] > $0[0] + 1 }
            #expect(bridges.allSatisfy { gaps.contains($0) })
            if values.count == 1 { #expect(bridges == gaps) }
        }
        let hasGap = values.joined().contains(nil)
        #expect(canvas.footnotes.contains(.missing) == hasGap)
    }
}

@Test func theOrderOfRowsDoesNotMatterToLines() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<40 {
        let count = Int.random(in: 2...20, using: &random)
        let rows = (0..<count).map { (Double($0), random.once(in: 5) ? nil : random.figure()) }
        var mixed = rows
        mixed.shuffle(using: &random)
        let chart = { (rows: [(Double, Double?)]) in
            Chart(
                layers: [
                    Layer(
                        .line,
                        [
                            .x: Channel("x", .numbers(rows.map(\.0))),
                            .y: Channel("y", .numbers(rows.map(\.1))),
                        ])
                ], style: style)
        }
        let (one, other) = (drawn(chart(rows), in: chartPage), drawn(chart(mixed), in: chartPage))
        let isSame = one.items == other.items
        #expect(isSame)
    }
}

@Test func pointsStandOverTheirSlotsAtTheirHeights() throws {
    let chart = lineChart([[0, 25, 100, 50]])
    let canvas = drawn(chart, in: chartPage)
    let line = try #require(
        canvas.items.strokes.first { $0.stroke.color == color(0) && $0.path.points.count == 4 })
    let hairlines = canvas.items.strokes.filter { $0.stroke.color == Ink.hairline }
        .compactMap { $0.path.points.first?.y }
    let (top, bottom) = (try #require(hairlines.min()), line.path.points[0].y)
    let heights = line.path.points.map { (bottom - $0.y) / (bottom - top) }
    #expect(zip(heights, [0, 0.25, 1, 0.5]).allSatisfy { abs($0 - $1) < 1e-9 })
}

// MARK: - Examples

@Test func aGapIsBridgedByDots() {
    let chart = lineChart([[10, 20, nil, nil, 50, 60]])
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.findings.all.isEmpty)
    #expect(steps(0, chart, canvas, dotted: false) == [[0, 1], [4, 5]])
    #expect(steps(0, chart, canvas, dotted: true) == [[1, 4]])
    #expect(canvas.footnotes == [.missing, .bridged])
    #expect(canvas.items.lettering("n.d.").count == 2)
}

@Test func aBridgeIsLeftOutOverABand() {
    for (first, last, isBridged) in [("2004", "2004", false), ("2005", "2006", true)] {
        var chart = lineChart([[10, 20, nil, nil, 50, 60]])
        var band = Layer(
            .rectangle,
            [.xStart: Channel("", .names([first])), .xEnd: Channel("", .names([last]))])
        band.details = [Detail(text: "crisis")]
        chart.layers.append(band)
        let canvas = drawn(chart, in: chartPage)
        // A band over a known point beside the gap lies behind the full line only.
        #expect(steps(0, chart, canvas, dotted: true) == (isBridged ? [[1, 4]] : []))
        #expect(canvas.items.lettering("crisis").count == 1)
    }
}

@Test func aBridgeIsLeftOutAcrossAnotherLine() {
    let crossing = lineChart([[10, nil, nil, 90], [90, 60, 30, 10]])
    #expect(steps(0, crossing, drawn(crossing, in: chartPage), dotted: true).isEmpty)
    let apart = lineChart([[10, nil, nil, 20], [90, 60, 70, 80]])
    #expect(steps(0, apart, drawn(apart, in: chartPage), dotted: true) == [[0, 3]])
}

@Test func signsTellHowSureAPointIs() {
    var chart = lineChart([[10, 20, 30, 40]])
    chart.layers[0].details = [
        Detail(), Detail(standing: .derived), Detail(isRounded: true), Detail(isKey: true),
    ]
    chart.style.roundedText = "redondeado"
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.footnotes == [.derived, .rounded])
    // Full points are a ring of ground with a dot in it; hollow ones are ground with a line.
    #expect(canvas.items.fills(color(0)).count == 1)
    #expect(canvas.items.bounds(Ink.accent).map { $0.width.rounded() } == [8])
    #expect(canvas.items.lettering("redondeado").count == 1)
}

@Test func whatLeadsToAnEstimateIsDashed() {
    var chart = lineChart([[10, 20, 30, 40]])
    chart.layers[0].details = [
        Detail(), Detail(), Detail(standing: .estimated), Detail(standing: .estimated),
    ]
    let canvas = drawn(chart, in: chartPage)
    #expect(steps(0, chart, canvas, dotted: false) == [[0, 1]])
    #expect(steps(0, chart, canvas, dotted: true) == [[1, 2], [2, 3]])
    #expect(canvas.footnotes == [.estimated])
}

@Test func anAxisThatDoesNotStartAtZeroIsSaidSo() {
    var chart = lineChart([[60, 70]])
    #expect(drawn(chart, in: chartPage).footnotes.isEmpty)
    chart.yScale.includesZero = false
    #expect(drawn(chart, in: chartPage).footnotes == [.truncatedAxis])
    var below = lineChart([[-60, -70]])
    below.yScale.includesZero = false
    #expect(drawn(below, in: chartPage).footnotes == [.truncatedAxis])
    // A logarithm has no zero to begin at.
    chart.yScale.kind = .log
    #expect(drawn(chart, in: chartPage).footnotes.isEmpty)
}

@Test func oneValueAndEqualValuesAreDrawn() {
    for values in [[5.0], [7, 7, 7], [0, 0]] {
        let canvas = drawn(lineChart([values]), in: chartPage)
        #expect(canvas.findings.all.isEmpty && canvas.items.isFinite)
        #expect(canvas.items.fills(color(0)).count == values.count)
    }
}

@Test func aLineIsReadFromTheSecondAxis() throws {
    var chart = barChart(["a": 1000, "b": 2000])
    var line = Layer(
        .line,
        [
            .x: Channel("place", .names(["a", "b"])), .y: Channel("share", .numbers([0.5, 1])),
        ])
    line.isOnSecondAxis = true
    line.color = Ink.own(50)
    chart.layers.append(line)
    chart.secondScale.domain = .numbers(0, 1)
    let canvas = drawn(chart, in: chartPage)
    let stroke = try #require(canvas.items.strokes.first { $0.stroke.color == Ink.own(50) })
    let bar = try #require(canvas.items.bounds(Ink.own(1)).first)
    let ys = stroke.path.points.map(\.y)
    #expect(abs(ys[1] - bar.minY) < 1e-6 && abs((bar.maxY - ys[0]) * 2 - bar.height) < 1e-6)
    let labels = canvas.items.lettering.filter { $0.box.minX > bar.maxX }
    #expect(labels.contains { $0.text == "1.0" || $0.text == "1" })
    // Hidden, the axis has no labels and takes no room.
    chart.secondAxis.isShown = false
    let other = drawn(chart, in: chartPage)
    #expect(other.items.lettering.count < canvas.items.lettering.count)
}

// MARK: - Failures

@Test func linesOfNothingAreAnError() {
    #expect(drawn(lineChart([]), in: chartPage).messages == ["the chart has no lines"])
    #expect(drawn(lineChart([[]]), in: chartPage).messages == ["the chart has no lines"])
}

@Test func aLineWithoutPlacesIsNoSilentPicture() {
    let chart = Chart(
        layers: [Layer(.line, [.y: Channel("amount", .numbers([1, 2]))])], style: style)
    #expect(!drawn(chart, in: chartPage).findings.all.isEmpty)
}

@Test func tooLittleRoomForLinesIsAnError() {
    for rect in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 400, height: 20),
        Rect(x: 0, y: 0, width: 20, height: 300),
    ] {
        let canvas = drawn(lineChart([[1, 2, 3]]), in: rect)
        #expect(canvas.messages == ["the chart has no room for its lines"])
    }
}

@Test func aBandBeyondTheAxisIsAnError() {
    var chart = lineChart([[1, nil, 3]])
    chart.xScale.domain = .names(["2001", "2002", "2003"])
    var band = Layer(.rectangle, [.x: Channel("", .names(["1999"]))])
    band.details = [Detail(text: "crisis")]
    chart.layers.append(band)
    #expect(drawn(chart, in: chartPage).messages == ["the band “crisis” is not on the axis"])
}
