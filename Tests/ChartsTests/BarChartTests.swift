import Charts
import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

private func chart(_ rows: [Datum], total: Datum? = nil, greatest: Double? = nil) -> BarChart {
    BarChart(rows: rows, total: total, greatest: greatest, style: style)
}

private let page = Rect(x: 10, y: 20, width: 400, height: 200)

/// A random chart, not always a sensible one.
private func anyChart(_ random: inout SplitMix64) -> BarChart {
    var rows = random.data()
    for index in rows.indices where Int.random(in: 0...5, using: &random) == 0 {
        rows[index].inset = random.name(12)
    }
    var chart = chart(rows)
    chart.hasTrack = Bool.random(using: &random)
    if Int.random(in: 0...3, using: &random) == 0 {
        chart.total = Datum(
            category: random.name(20), value: 12, text: "1234.5", standing: .derived)
    }
    return chart
}

// MARK: - Any data

@Test func everyBarChartIsFinite() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let chart = anyChart(&random)
        #expect(drawn(chart, in: random.rect()).items.isFinite)
    }
}

@Test func barsStartAtZeroAndAreAsLongAsTheirFigures() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
        let chart = anyChart(&random)
        let rect = Rect(x: 7, y: 9, width: 800, height: 700)
        let items = drawn(chart, in: rect).items
        let most = chart.rows.compactMap(\.value).max() ?? 0
        let bars = chart.rows.indices.map { items.bounds(Ink.own($0)) }
        let full = bars.joined().map(\.width).max() ?? 0
        let starts = Set(bars.joined().map(\.minX))
        #expect(starts.count <= 1)
        for (row, own) in zip(chart.rows, bars) {
            guard let value = row.value, value > 0 else {
                #expect(own.isEmpty)
                continue
            }
            let bar = try #require(own.first)
            #expect(own.count == 1)
            // What is there is seen, be it ever so small.
            #expect(abs(bar.width - max(1, full * value / most)) < 1e-6)
        }
    }
}

@Test func barsDoNotTouchEachOtherOrLeaveTheirPlace() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
        let chart = anyChart(&random)
        let rect = random.rect()
        let canvas = drawn(chart, in: rect)
        guard !canvas.findings.hasErrors else { continue }
        let bars = chart.rows.indices.flatMap { canvas.items.bounds(Ink.own($0)) }
        for (bar, next) in zip(bars, bars.dropFirst()) { #expect(bar.maxY < next.minY) }
        for bar in bars + canvas.items.missing { #expect(rect.contains(bar, tolerance: 1e-6)) }
    }
}

@Test func textsOfBarsNeitherOverlapNorLeaveTheChart() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<400 {
        let chart = anyChart(&random)
        let rect = random.rect()
        let canvas = drawn(chart, in: rect)
        guard !canvas.findings.hasErrors else { continue }
        #expect(canvas.collisions(in: rect).isEmpty)
    }
}

@Test func ordinaryBarChartsHaveNoFindings() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
        let rows = random.data(12, names: 20)
        let rect = Rect(x: 0, y: 0, width: 420, height: Double(rows.count) * 14)
        #expect(drawn(chart(rows), in: rect).findings.all.isEmpty)
        let high = Rect(x: 0, y: 0, width: 420, height: Double(rows.count) * 40)
        #expect(drawn(chart(rows), in: high).findings.all.isEmpty)
    }
}

@Test func missingFiguresAreHatchedAndSaidSo() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<200 {
        let chart = anyChart(&random)
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 900, height: 800))
        let missing = chart.rows.filter { $0.value == nil }.count
        #expect(canvas.items.missing.count == missing)
        #expect(canvas.items.lettering.filter { $0.text == "n.d." }.count == missing)
        #expect(canvas.footnotes.contains(.missing) == (missing > 0))
    }
}

@Test func calculatedFiguresCarryAStar() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<100 {
        let chart = anyChart(&random)
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 1800, height: 2400))
        let rows = chart.rows + [chart.total].compactMap { $0 }
        let texts = Set(canvas.items.lettering.map(\.text))
        for row in rows where row.standing == .derived {
            #expect(texts.contains(row.category + "*"))
        }
        for row in rows where row.standing != .derived { #expect(texts.contains(row.category)) }
        let known = rows.filter { $0.value != nil }
        #expect(canvas.footnotes.contains(.derived) == known.contains { $0.standing == .derived })
        #expect(
            canvas.footnotes.contains(.estimated) == known.contains { $0.standing == .estimated })
        #expect(
            canvas.footnotes.contains(.preliminary)
                == known.contains { $0.standing == .preliminary })
    }
}

@Test func theSameBarsMakeTheSameScene() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<20 {
        let (chart, rect) = (anyChart(&random), random.rect())
        let (one, other) = (drawn(chart, in: rect), drawn(chart, in: rect))
        #expect(one.items == other.items && one.findings == other.findings)
    }
}

// MARK: - Examples

@Test func highRowsHaveTheirNamesAboveTheBars() {
    let canvas = drawn(
        chart(data(["Estados Unidos": 80, "Canadá": 20])),
        in: Rect(x: 10, y: 20, width: 400, height: 80))
    let bars = (0...1).flatMap { canvas.items.bounds(Ink.own($0)) }
    #expect(bars.map(\.minX) == [10, 10] && bars.map(\.width) == [400, 100])
    #expect(bars[1].minY - bars[0].minY == 40 && bars[0].height == bars[1].height)
    let names = canvas.items.lettering.filter { $0.text == "Estados Unidos" || $0.text == "Canadá" }
    #expect(names.map(\.box.minX) == [10, 10])
    #expect(names.allSatisfy { $0.style.size == 12.5 })
    #expect(zip(names, bars).allSatisfy { $0.box.maxY < $1.minY })
}

@Test func lowRowsHaveTheirNamesBesideTheBars() {
    let canvas = drawn(
        chart(data(["Jalisco": 50, "Sonora": 25, "Puebla": nil])),
        in: Rect(x: 0, y: 0, width: 300, height: 60))
    // Seven letters of 6.6 pt, 12 pt of air; at the right 12 pt of air, four letters of 6.6 pt.
    let left = 7 * 6.6 + 12
    let room = 300 - left - 12 - 4 * 6.6
    let bars = (0...2).map { canvas.items.bounds(Ink.own($0)) }
    #expect(bars[0].count == 1 && abs(bars[0][0].minX - left) < 1e-6)
    #expect(abs(bars[0][0].width - room) < 1e-6 && abs(bars[1][0].width - room / 2) < 1e-6)
    #expect(abs(bars[0][0].height - 12.8) < 1e-9)
    #expect(bars[2].isEmpty && canvas.items.missing.map { $0.width.rounded() } == [30])
}

@Test func figuresAreAlignedOnTheDecimalMark() {
    let canvas = drawn(chart(data(["a": 1200, "b": 3.5, "c": 42.1, "d": nil])), in: page)
    let figures = ["1200", "3.5", "42.1"].compactMap { text in
        canvas.items.lettering.first { $0.text == text }
    }
    let marks = figures.map { figure in
        let whole = figure.text.prefix { $0 != "." }
        return figure.box.minX + Double(whole.count) * figure.style.size * 0.6
    }
    #expect(marks.count == 3 && marks.allSatisfy { abs($0 - marks[0]) < 1e-6 })
    #expect(figures.allSatisfy { $0.style.tabularDigits })
}

@Test(arguments: ["", ",", " ", "--", "👨‍👩‍👧"])
func anyDecimalMarkWillDo(mark: String) {
    var chart = chart(data(["a": 1200, "b": 3.5]))
    chart.style.decimalMark = mark
    #expect(drawn(chart, in: page).findings.all.isEmpty)
}

@Test func theKeyBarTakesTheKeyColour() {
    var rows = data(["a": 2, "b": 1])
    rows[0].color = nil
    rows[1].color = nil
    rows[1].isKey = true
    let items = drawn(chart(rows), in: page).items
    #expect(items.bounds(Ink.mark).map(\.width) == [400])
    #expect(items.bounds(Ink.key).map(\.width) == [200])
}

@Test func aTrackShowsTheFullLength() {
    var chart = chart(data(["a": 25, "b": 0, "c": nil]), greatest: 100)
    chart.hasTrack = true
    let items = drawn(chart, in: page).items
    #expect(items.bounds(Ink.track).map(\.width) == [400, 400])
    #expect(items.bounds(Ink.own(0)).map(\.width) == [100])
}

@Test func theTotalStandsBelowALineWithoutABar() {
    let total = Datum(category: "Total", value: 100, text: "100", standing: .derived)
    let canvas = drawn(chart(data(["a": 75, "b": 25]), total: total), in: page)
    let lines = canvas.items.strokes.filter { $0.stroke.color == Ink.ink }
    #expect(lines.count == 1)
    let texts = canvas.items.lettering.filter { $0.text == "Total*" || $0.text == "100" }
    #expect(texts.count == 2)
    #expect(texts.allSatisfy { $0.box.minY > (lines.first?.path.points.first?.y ?? .infinity) })
    #expect(canvas.footnotes == [.derived])
}

@Test func anInsetStandsInItsBarOrJustAfterIt() {
    var rows = data(["a": 100, "b": 10])
    rows[0].inset = "+4.7"
    rows[1].inset = "+2.1"
    let canvas = drawn(chart(rows), in: page)
    let insets = canvas.items.lettering.filter { $0.text.hasPrefix("+") }
    #expect(insets.count == 2)
    #expect(insets[0].box.maxX == 402)
    #expect(insets[1].box.minX == 56)
}

// MARK: - Failures

@Test func barsOfNothingAreAnError() {
    #expect(drawn(chart([]), in: page).messages == ["the chart has no rows"])
}

@Test func barsOfZerosAndOfUnknownsAreNoBars() {
    for rows in [data(["a": 0, "b": 0]), data(["a": nil, "b": nil])] {
        let canvas = drawn(chart(rows), in: page)
        #expect(canvas.findings.all.isEmpty)
        #expect(rows.indices.allSatisfy { canvas.items.bounds(Ink.own($0)).isEmpty })
    }
}

@Test func negativeBarsAreAnError() {
    let canvas = drawn(chart(data(["a": 3, "b": -1])), in: page)
    #expect(canvas.messages == ["the figure of “b” is negative"])
}

@Test(arguments: [Double.nan, .infinity])
func barsOfNoNumberAreAnError(value: Double) {
    let canvas = drawn(chart(data(["a": 3, "b": value])), in: page)
    #expect(canvas.messages == ["the figure of “b” is not a number"])
}

@Test func aBarLongerThanTheScaleIsAnError() {
    let canvas = drawn(chart(data(["a": 120, "b": 60]), greatest: 100), in: page)
    #expect(canvas.messages == ["the figure of “a” is greater than its scale, which ends at 100"])
}

@Test func tooLittleRoomForBarsIsAnError() {
    var random = SplitMix64(seed: 9)
    let rows = random.data(40, names: 10)
    for rect in [
        Rect(x: 0, y: 0, width: 20, height: 900), Rect(x: 0, y: 0, width: 0, height: 0),
        Rect(x: 0, y: 0, width: 500, height: Double(rows.count) * 6),
    ] {
        let canvas = drawn(chart(rows), in: rect)
        #expect(canvas.findings.hasErrors)
        #expect(canvas.items.isFinite)
    }
}

// MARK: - Scene

@Test func aBarChartReadsAsBefore() {
    var rows = data(["Estados Unidos": 80.5, "Canadá": 9, "Alemania": nil, "Brasil": 2.25])
    rows[0].isKey = true
    rows[0].inset = "+4.7 %"
    rows[3].standing = .derived
    let total = Datum(category: "Total", value: 100, text: "100")
    var chart = chart(rows, total: total)
    chart.hasTrack = true
    expectText(dump(chart, in: Size(320, 200)), matches: "charts-bars")
    chart.total = nil
    expectText(dump(chart, in: Size(320, 64)), matches: "charts-low-bars")
}
