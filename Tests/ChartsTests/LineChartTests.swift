import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

/// The colour of the nth line.
private func lineColor(_ index: Int) -> Color { Ink.own(100 + index) }

private func axis(_ domain: Extent) -> ValueAxis {
    ValueAxis(
        domain: domain,
        ticks: Ticks.values(in: domain, count: 5).map { .init(value: $0, label: printed($0)) },
        labelStyle: TextStyle(family: "Inter", size: 10.5), grid: Stroke(Ink.hairline, width: 0.75))
}

private func chart(_ lines: [[Double?]], domain: Extent = Extent(0, 100)) -> LineChart {
    LineChart(
        positions: (0..<(lines.map(\.count).max() ?? 0)).map {
            .init(key: "\($0)", label: "\($0)")
        },
        series: lines.enumerated().map { index, values in
            var data: [Int: Datum] = [:]
            for (position, value) in values.enumerated() {
                data[position] = Datum(category: "\(position)", value: value, text: "")
            }
            return .init(
                name: lines.count > 1 ? "s\(index)" : "", data: data, color: lineColor(index),
                textColor: Ink.ink)
        }, axis: axis(domain), style: style)
}

private let page = Rect(x: 10, y: 20, width: 400, height: 200)

/// What is seen may reach a little beyond the chart: labels of the points at its edges.
private func room(_ rect: Rect) -> Rect {
    Rect(left: rect.minX, top: rect.minY - 4, right: rect.maxX + 14, bottom: rect.maxY)
}

/// A random chart, not always a sensible one.
private func anyChart(
    _ random: inout SplitMix64, lines: Int = 4, positions: Int = 40, names: Int = 6
) -> LineChart {
    let count = Int.random(in: 1...positions, using: &random)
    var chart = chart([])
    chart.positions = (0..<count).map { .init(key: "\($0)", label: random.name(names)) }
    if Int.random(in: 0...3, using: &random) == 0 {
        for index in chart.positions.indices { chart.positions[index].group = "g\(index / 4)" }
    }
    chart.series = (0..<Int.random(in: 1...lines, using: &random)).map { index in
        var data: [Int: Datum] = [:]
        for (position, datum) in random.data(count).enumerated()
        where Int.random(in: 0...9, using: &random) > 0 {
            data[position] = datum
        }
        return .init(
            name: random.name(names), data: data, color: lineColor(index), textColor: Ink.ink,
            labelsBelow: Bool.random(using: &random))
    }
    let values = chart.series.flatMap { $0.data.values.compactMap(\.value) }
    let lowest = Bool.random(using: &random) ? 0 : (values.min() ?? 0)
    chart.axis = axis(Ticks.nice(Extent(lowest, max(lowest + 1, values.max() ?? 1)), count: 5))
    if Int.random(in: 0...3, using: &random) == 0 {
        let first = Int.random(in: 0..<count, using: &random)
        let last = Int.random(in: first..<count, using: &random)
        chart.bands = [.init(first: first, last: last, label: random.name(names))]
    }
    if Int.random(in: 0...2, using: &random) == 0 {
        chart.endUnit = "%"
        for index in chart.series.indices { chart.series[index].endText = "12.5" }
    }
    if Bool.random(using: &random) { chart.roundedLegend = random.name(20) }
    return chart
}

/// The index of a position on the axis by its place, from the base line that the chart draws.
private func index(_ x: Double, _ chart: LineChart, _ canvas: Canvas) -> Int? {
    let base = canvas.items.strokes.first { stroke in
        stroke.stroke == Stroke(Ink.ink, width: 1) && Set(stroke.path.points.map(\.y)).count == 1
    }
    guard let bounds = base?.path.controlBounds, bounds.width > 0 else { return nil }
    let place = (x - bounds.minX) / bounds.width * Double(chart.positions.count) - 0.5
    return abs(place - place.rounded()) < 1e-6 ? Int(place.rounded()) : nil
}

/// The steps from position to position that a line's full or dotted strokes make.
private func steps(_ line: Int, _ chart: LineChart, _ canvas: Canvas, dotted: Bool) -> [[Int?]] {
    canvas.items.strokes.filter {
        $0.stroke.color == lineColor(line) && $0.stroke.dash.isEmpty != dotted
    }.flatMap { stroke in
        let indices = stroke.path.points.map { index($0.x, chart, canvas) }
        return zip(indices, indices.dropFirst()).map { [$0, $1] }
    }
}

private func known(_ series: LineChart.Series) -> [Int] {
    series.data.filter { $0.value.value != nil }.keys.sorted()
}

// MARK: - Any data

@Test func everyLineChartIsFinite() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let chart = anyChart(&random, names: 60)
        #expect(drawn(chart, in: random.rect()).items.isFinite)
    }
}

@Test func neighboursAreJoinedByFullLinesAndGapsNever() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<150 {
        let chart = anyChart(&random)
        let canvas = drawn(chart, in: Rect(x: 3, y: 5, width: 1600, height: 400))
        if canvas.findings.hasErrors { continue }
        for (line, series) in chart.series.enumerated() {
            let known = known(series)
            let pairs = zip(known, known.dropFirst())
            let full = steps(line, chart, canvas, dotted: false)
            #expect(full == pairs.filter { $1 == $0 + 1 }.map { [$0, $1] })
            let bridges = steps(line, chart, canvas, dotted: true)
            let gaps = pairs.filter { $1 > $0 + 1 }.map { [$0, $1] }
            #expect(bridges.allSatisfy { bridge in gaps.contains { $0 == bridge } })
            if chart.series.count == 1, chart.bands.isEmpty { #expect(bridges == gaps) }
        }
    }
}

@Test func bridgesCrossNoOtherLineAndNoBand() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<150 {
        let chart = anyChart(&random)
        let canvas = drawn(chart, in: Rect(x: 3, y: 5, width: 1600, height: 400))
        if canvas.findings.hasErrors { continue }
        let lines = chart.series.indices.map { line in
            canvas.items.strokes.filter { $0.stroke.color == lineColor(line) }
        }
        var isBridged = false
        for (line, own) in lines.enumerated() {
            for bridge in own where !bridge.stroke.dash.isEmpty {
                isBridged = true
                let path = Polyline(bridge.path.points)
                for (other, strokes) in lines.enumerated() where other != line {
                    #expect(!strokes.contains { Polyline($0.path.points).crosses(path) })
                }
                let ends = path.points.compactMap { index($0.x, chart, canvas) }
                #expect(ends.count == 2)
                for band in chart.bands { #expect(band.last <= ends[0] || band.first >= ends[1]) }
            }
        }
        #expect(canvas.footnotes.contains(.bridged) == isBridged)
    }
}

@Test func pointsStandOverTheirPositionsAtTheirHeights() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<50 {
        let values = (0..<Int.random(in: 2...20, using: &random)).map { _ in
            Double.random(in: 0...100, using: &random)
        }
        let chart = chart([values])
        let canvas = drawn(chart, in: page)
        let line = try #require(canvas.items.strokes.first { $0.stroke.color == lineColor(0) })
        #expect(line.path.points.map { index($0.x, chart, canvas) } == Array(values.indices))
        let heights = line.path.points.map(\.y)
        let (top, bottom) = (plotTop(canvas), plotBottom(canvas))
        for (value, height) in zip(values, heights) {
            #expect(abs(height - (bottom + (top - bottom) * value / 100)) < 1e-6)
        }
    }
}

/// Where the hairline of 100, the highest tick, runs.
private func plotTop(_ canvas: Canvas) -> Double {
    canvas.items.strokes.filter { $0.stroke.color == Ink.hairline }
        .compactMap { $0.path.points.first?.y }.min() ?? .nan
}

private func plotBottom(_ canvas: Canvas) -> Double {
    canvas.items.strokes.first { $0.stroke == Stroke(Ink.ink, width: 1) }?.path.points.first?.y
        ?? .nan
}

@Test func textsOfLinesNeitherOverlapNorLeaveTheChart() {
    var random = SplitMix64(seed: 5)
    var plain = 0
    for _ in 0..<300 {
        let chart = anyChart(&random, positions: 20)
        let rect = random.rect()
        let canvas = drawn(chart, in: rect)
        guard !canvas.findings.hasErrors else { continue }
        plain += 1
        #expect(canvas.collisions(in: room(rect), tolerance: 3).isEmpty)
    }
    #expect(plain > 100)
}

@Test func labelsOfPointsTouchNoLine() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<100 {
        let chart = anyChart(&random, lines: 3, positions: 14)
        let rect = Rect(x: 3, y: 5, width: 700, height: 300)
        let canvas = drawn(chart, in: rect)
        if canvas.findings.hasErrors { continue }
        let labels = Set(
            chart.series.flatMap { $0.data.values.map { $0.text + $0.mark } })
        let colors = chart.series.indices.map(lineColor)
        let lines = canvas.items.strokes.filter { colors.contains($0.stroke.color) }
        for text in canvas.items.lettering where labels.contains(text.text) {
            guard text.box.maxY < rect.maxY - 20, text.box.minX > rect.minX + 90 else { continue }
            #expect(!lines.contains { Polyline($0.path.points).intersects(text.box) })
        }
    }
}

@Test func aLabelThatFindsNoPlaceIsNamedInAWarning() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<100 {
        var chart = anyChart(&random, lines: 3, positions: 30)
        for series in chart.series.indices {
            chart.series[series].endText = ""
            for position in chart.series[series].data.keys {
                chart.series[series].data[position]?.text = "<\(series)-\(position)>"
            }
        }
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 500, height: 220))
        if canvas.findings.hasErrors { continue }
        let texts = canvas.items.lettering.map(\.text)
        for (line, series) in chart.series.enumerated() {
            for position in known(series) {
                let label = "<\(line)-\(position)>" + (series.data[position]?.mark ?? "")
                let isWarned = canvas.messages.contains { $0.contains("“\(label)”") }
                #expect(texts.filter { $0 == label }.count == (isWarned ? 0 : 1))
            }
        }
    }
}

@Test func marksOfLinesRaiseTheirFootnotes() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<100 {
        let chart = anyChart(&random)
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 1200, height: 400))
        if canvas.findings.hasErrors { continue }
        let data = chart.series.flatMap(\.data.values)
        let known = data.filter { $0.value != nil }
        if data.contains(where: { $0.value == nil }) {
            #expect(canvas.footnotes.contains(.missing))
        }
        for position in chart.positions.indices
        where chart.series.allSatisfy({ $0.data[position]?.value == nil }) {
            #expect(canvas.footnotes.contains(.missing))
        }
        #expect(canvas.footnotes.contains(.derived) == known.contains { $0.standing == .derived })
        #expect(canvas.footnotes.contains(.rounded) == known.contains { $0.isRounded })
        #expect(canvas.footnotes.contains(.truncatedAxis) == (chart.axis.domain.lower > 0))
    }
}

@Test func theSameLinesMakeTheSameScene() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<20 {
        let (chart, rect) = (anyChart(&random), random.rect())
        let (one, other) = (drawn(chart, in: rect), drawn(chart, in: rect))
        #expect(one.items == other.items && one.findings == other.findings)
    }
}

// MARK: - Examples

@Test func aGapIsBridgedByDots() {
    let chart = chart([[10, 20, nil, nil, 50, 60]])
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    #expect(steps(0, chart, canvas, dotted: false) == [[0, 1], [4, 5]])
    #expect(steps(0, chart, canvas, dotted: true) == [[1, 4]])
    #expect(canvas.footnotes == [.missing, .bridged])
    #expect(canvas.items.lettering.filter { $0.text == "n.d." }.count == 2)
}

@Test func aBridgeIsLeftOutOverABand() {
    var chart = chart([[10, 20, nil, nil, 50, 60]])
    chart.bands = [.init(first: 3, last: 3, label: "crisis")]
    #expect(steps(0, chart, drawn(chart, in: page), dotted: true).isEmpty)
    // A band over a known point beside the gap lies behind the full line only.
    chart.bands = [.init(first: 4, last: 5, label: "crisis")]
    #expect(steps(0, chart, drawn(chart, in: page), dotted: true) == [[1, 4]])
}

@Test func aBridgeIsLeftOutAcrossAnotherLine() {
    let crossing = chart([[10, nil, nil, 90], [90, 60, 30, 10]])
    #expect(steps(0, crossing, drawn(crossing, in: page), dotted: true).isEmpty)
    let apart = chart([[10, nil, nil, 20], [90, 60, 70, 80]])
    #expect(steps(0, apart, drawn(apart, in: page), dotted: true) == [[0, 3]])
}

@Test func aGapThatIsNotBridgedIsExplained() {
    var chart = chart([[10, 20, nil, 50], [90, 5, 90, 90]])
    // No row at all, rather than a row without a figure.
    chart.series[0].data[2] = nil
    let canvas = drawn(chart, in: page)
    #expect(steps(0, chart, canvas, dotted: true).isEmpty)
    #expect(canvas.footnotes == [.missing])
}

@Test func aPositionWithoutARowIsSaidToBeUnknownEvenWhereItsLabelIsLeftOut() {
    var chart = chart([(0..<40).map { Double($0) }])
    for index in chart.positions.indices { chart.positions[index].label = "20\(index + 10)" }
    chart.series[0].data[4] = nil
    let canvas = drawn(chart, in: page)
    #expect(!canvas.items.lettering.contains { $0.text == "2014" })
    #expect(canvas.footnotes.contains(.missing))
}

@Test func labelsOfTheAxisGiveWayButTheLastOneIsThere() {
    var chart = chart([(0..<40).map { Double($0) }])
    for index in chart.positions.indices { chart.positions[index].label = "20\(index + 10)" }
    let labels = drawn(chart, in: page).items.lettering.filter { $0.text.hasPrefix("20") }
        .filter { $0.text.count == 4 }
    #expect(labels.last?.text == "2049")
    let pitches = zip(labels, labels.dropFirst()).map { $1.box.midX - $0.box.midX }
    #expect(pitches.count > 3 && pitches.allSatisfy { abs($0 - pitches[0]) < 1e-6 })
}

@Test func signsTellHowSureAPointIs() {
    var chart = chart([[10, 20, 30, 40]])
    chart.series[0].data[1]?.standing = .derived
    chart.series[0].data[2]?.isRounded = true
    chart.series[0].data[3]?.isKey = true
    chart.roundedLegend = "redondeado"
    let canvas = drawn(chart, in: page)
    #expect(canvas.footnotes == [.derived, .rounded])
    // Full points are a ring of ground with a dot in it; hollow ones are ground with a line.
    #expect(canvas.items.fills(lineColor(0)).count == 1)
    #expect(canvas.items.bounds(Ink.accent).map { $0.width.rounded() } == [8])
    #expect(canvas.items.lettering.filter { $0.text == "redondeado" }.count == 1)
}

@Test func theLastFiguresStandBesideThePlotInTheOrderOfTheLines() {
    var chart = chart([[10, 50], [20, 52], [30, 48]])
    for index in chart.series.indices { chart.series[index].endText = "\(index)00" }
    chart.endUnit = "mil"
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.collisions(in: room(page)).isEmpty)
    let ends = canvas.items.lettering.filter { $0.style.size == 22 }
    let fromTop = ends.sorted { $0.box.minY < $1.box.minY }.map(\.text)
    #expect(fromTop == ["100", "000", "200"])
    #expect(Set(ends.map(\.box.minX)).count == 1)
}

@Test func anAxisThatDoesNotStartAtZeroIsSaidSo() {
    #expect(
        drawn(chart([[60, 70]], domain: Extent(50, 100)), in: page).footnotes == [.truncatedAxis])
    #expect(drawn(chart([[60, 70]]), in: page).footnotes.isEmpty)
}

@Test func groupsOfPositionsAreNamedOnce() {
    var chart = chart([[1, 2, 3, 4, 5]])
    for index in 0...4 { chart.positions[index].group = index < 3 ? "2023" : "2024" }
    let texts = drawn(chart, in: page).items.lettering.map(\.text)
    #expect(texts.filter { $0 == "2023" }.count == 1 && texts.filter { $0 == "2024" }.count == 1)
}

// MARK: - Failures

@Test func linesOfNothingAreAnError() {
    #expect(drawn(chart([]), in: page).messages == ["the chart has no points"])
    var empty = chart([[1, 2]])
    empty.series[0].data = [:]
    #expect(drawn(empty, in: page).messages == ["the chart has no points"])
}

@Test func oneValueAndEqualValuesAreDrawn() {
    for values in [[5.0], [7, 7, 7], [0, 0]] {
        let canvas = drawn(chart([values]), in: page)
        #expect(canvas.findings.all.isEmpty && canvas.items.isFinite)
        #expect(canvas.items.fills(lineColor(0)).count == values.count)
    }
}

@Test func tooLittleRoomForLinesIsAnError() {
    for rect in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 400, height: 30),
        Rect(x: 0, y: 0, width: 40, height: 300),
    ] {
        let canvas = drawn(chart([[1, 2, 3]]), in: rect)
        #expect(canvas.messages == ["the chart has no room for its lines"])
    }
    var many = chart((0..<6).map { [Double($0), Double($0 + 1)] })
    for index in many.series.indices { many.series[index].endText = "1" }
    #expect(
        drawn(many, in: page).messages.contains(
            "the chart has no room for the figures at the ends of its lines"))
}

@Test(arguments: [(3, 1), (-1, 2), (0, 9), (7, 8), (.min, .max)])
func aBandBeyondTheAxisIsAnError(first: Int, last: Int) {
    var chart = chart([[1, nil, 3, nil, 5]])
    chart.bands = [.init(first: first, last: last, label: "crisis")]
    #expect(drawn(chart, in: page).messages == ["the band “crisis” is not on the axis"])
}

// MARK: - Scene

@Test func aLineChartReadsAsBefore() {
    var chart = chart([[12, 34.5, nil, nil, 50, 61], [80, 75, 70, 72, 78, 84]])
    for series in chart.series.indices {
        for (position, datum) in chart.series[series].data {
            chart.series[series].data[position]?.text = datum.value.map(printed) ?? ""
        }
    }
    chart.series[0].data[1]?.standing = .derived
    chart.series[1].data[2]?.isRounded = true
    chart.series[1].endText = "84"
    chart.bands = [.init(first: 4, last: 4, label: "crisis")]
    chart.endUnit = "mil"
    chart.roundedLegend = "redondeado"
    expectText(dump(chart, in: Size(480, 240)), matches: "charts-lines")
}
