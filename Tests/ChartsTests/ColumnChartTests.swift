import Charts
import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

private func chart(_ data: [Datum]) -> ColumnChart { ColumnChart(data: data, style: style) }

private let page = Rect(x: 10, y: 20, width: 400, height: 200)

/// Two columns of the trade balance: one figure, and one stacked from two.
private let balance = ColumnChart(
    data: [
        Datum(category: "Superávit", value: 100, text: "100", color: Ink.own(0)),
        Datum(
            category: "Juntos", series: "Remesas", value: 60, text: "60", color: Ink.own(1)),
        Datum(
            category: "Juntos", series: "Turismo", value: 25, text: "25", standing: .derived,
            color: Ink.own(2)),
    ],
    totals: ["Juntos": Datum(category: "Juntos", value: 85, text: "85", standing: .derived)],
    comparison: .init(from: "Superávit", to: "Juntos", text: "+15*"), style: style)

/// A random chart, not always a sensible one.
private func anyChart(_ random: inout SplitMix64, _ most: Int = 40, isStacked: Bool? = nil)
    -> ColumnChart
{
    var data = random.data(most)
    if isStacked ?? (Int.random(in: 0...2, using: &random) == 0) {
        for index in data.indices {
            data[index].series = "\(index) " + random.name(10)
            if index > 0, Bool.random(using: &random) {
                data[index].category = data[index - 1].category
            }
        }
    }
    var chart = chart(data)
    chart.labels = Bool.random(using: &random) ? .above : .inside
    chart.unit = random.name(8)
    chart.leastNameLines = Int.random(in: 1...3, using: &random)
    return chart
}

private func parts(_ chart: ColumnChart) -> [(name: String, parts: [(offset: Int, datum: Datum)])] {
    var names: [String] = []
    for datum in chart.data where !names.contains(datum.category) { names.append(datum.category) }
    return names.map { name in
        let parts = chart.data.enumerated().filter { $0.element.category == name }
        return (name, parts.map { ($0.offset, $0.element) })
    }
}

// MARK: - Any data

@Test func everyColumnChartIsFinite() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        var chart = anyChart(&random)
        if Bool.random(using: &random) {
            chart.comparison = .init(
                from: chart.data[0].category, to: chart.data[chart.data.count - 1].category,
                text: "+15*")
        }
        #expect(drawn(chart, in: random.rect()).items.isFinite)
    }
}

@Test func columnsStandOnTheBaseLineAndAreAsHighAsTheirFigures() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
        var chart = anyChart(&random, 12, isStacked: false)
        for index in chart.data.indices where chart.data[index].standing != .preliminary {
            chart.data[index].standing = .firm
        }
        let canvas = drawn(chart, in: Rect(x: 5, y: 7, width: 4000, height: 500))
        if canvas.findings.hasErrors { continue }
        let bars = chart.data.indices.map { canvas.items.bounds(Ink.own($0)) }
        let full = bars.joined().map(\.height).max() ?? 0
        let most = chart.data.compactMap(\.value).max() ?? 0
        #expect(Set(bars.joined().map(\.maxY)).count <= 1)
        for (datum, own) in zip(chart.data, bars) {
            guard let value = datum.value else {
                #expect(own.isEmpty)
                continue
            }
            let bar = try #require(own.first)
            let height = most > 0 ? full * value / most : 0
            #expect(abs(bar.height - (value > 0 ? max(1.6, height) : 0)) < 1e-6)
        }
    }
}

@Test func stackedPartsAreAsHighAsTheirFiguresAndFollowEachOther() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
        var chart = balance
        chart.comparison = nil
        chart.totals = [:]
        chart.data = (0..<Int.random(in: 2...5, using: &random)).map { index in
            let value = Double.random(in: 100...1000, using: &random)
            return Datum(
                category: "a", series: "s\(index)", value: value, text: printed(value),
                color: Ink.own(index))
        }
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 300, height: 500))
        #expect(canvas.findings.all.isEmpty)
        let bars = chart.data.indices.flatMap { canvas.items.bounds(Ink.own($0)) }
        #expect(bars.count == chart.data.count)
        let points = try #require(bars.first).height / (chart.data[0].value ?? 0)
        for (index, bar) in bars.enumerated().dropFirst() {
            // A white line of 1.5 pt parts a segment from the one below.
            #expect(abs(bar.height - ((chart.data[index].value ?? 0) * points - 1.5)) < 1e-6)
            #expect(abs(bars[index - 1].minY - bar.maxY - 1.5) < 1e-6)
        }
    }
}

@Test func textsOfColumnsNeitherOverlapNorLeaveTheChart() {
    var random = SplitMix64(seed: 4)
    var plain = 0
    for step in 0..<400 {
        // Long names need wide columns, else all of these charts would be errors.
        var chart = anyChart(&random, step % 2 == 0 ? 40 : 6, isStacked: step % 4 == 1)
        if step % 8 == 1, let last = chart.data.last {
            chart.comparison = .init(from: chart.data[0].category, to: last.category, text: "+15*")
            chart.totals[last.category] = last
        }
        let rect = random.rect()
        let canvas = drawn(chart, in: rect)
        guard !canvas.findings.hasErrors else { continue }
        plain += 1
        #expect(canvas.collisions(in: rect).isEmpty)
    }
    #expect(plain > 40)
}

@Test func ordinaryColumnChartsHaveNoFindings() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
        var chart = chart(random.data(12, names: 8))
        for index in chart.data.indices where (chart.data[index].value ?? 0) > 9999 {
            chart.data[index].text = "9.9"
        }
        chart.labels = Bool.random(using: &random) ? .above : .inside
        let width = Double(chart.data.count) * 66
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: width, height: 150))
        #expect(canvas.findings.all.isEmpty)
    }
}

@Test func missingColumnsAreHatchedAndSaidSo() {
    var random = SplitMix64(seed: 6)
    for step in 0..<200 {
        let chart = anyChart(&random, 6, isStacked: step % 2 == 0)
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 3000, height: 900))
        #expect(!canvas.findings.hasErrors)
        let missing = chart.data.filter { $0.value == nil }.count
        #expect(canvas.items.missing.count == missing)
        #expect(canvas.items.lettering.filter { $0.text == "n.d." }.count == missing)
        #expect(canvas.footnotes.contains(.missing) == (missing > 0))
        for (offset, datum) in chart.data.enumerated() where datum.value == nil {
            #expect(canvas.items.bounds(Ink.own(offset)).isEmpty)
        }
    }
}

@Test func calculatedColumnsCarryAStarAndAnOutline() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<100 {
        let chart = anyChart(&random, 6, isStacked: false)
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 3000, height: 900))
        let texts = Set(canvas.items.lettering.map(\.text))
        let known = chart.data.filter { $0.value != nil }
        for datum in known {
            #expect(texts.contains(datum.text + (datum.standing == .derived ? "*" : "")))
        }
        for (offset, datum) in chart.data.enumerated() where datum.value != nil {
            let isWhole = datum.standing == .firm || datum.standing == .preliminary
            #expect(canvas.items.bounds(Ink.own(offset)).isEmpty != isWhole)
        }
        #expect(canvas.footnotes.contains(.derived) == known.contains { $0.standing == .derived })
    }
}

@Test func theSameColumnsMakeTheSameScene() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<20 {
        let (chart, rect) = (anyChart(&random), random.rect())
        let (one, other) = (drawn(chart, in: rect), drawn(chart, in: rect))
        #expect(one.items == other.items && one.findings == other.findings)
    }
}

// MARK: - Examples

@Test func columnsTakeSixtyTwoPercentOfTheirSlots() {
    let canvas = drawn(chart(data(["2022": 50, "2023": 100])), in: page)
    // 20 pt for figures, 13.5 pt for names and 7 pt of air leave 159.5 pt.
    #expect(canvas.findings.all.isEmpty)
    let bars = (0...1).flatMap { canvas.items.bounds(Ink.own($0)) }
    #expect(bars.map(\.minX) == [48, 248] && bars.map(\.width) == [124, 124])
    #expect(bars.map(\.minY) == [119.75, 40] && bars.map(\.maxY) == [199.5, 199.5])
    let figures = canvas.items.lettering.filter { $0.text == "50" || $0.text == "100" }
    #expect(figures.map(\.box.maxY) == [113.75, 34])
    #expect(figures.map(\.box.midX) == [110, 310])
}

@Test func fewWideColumnsHaveTheirFiguresInside() {
    var chart = chart(data(["2022": 50, "2023": 100]))
    chart.labels = .inside
    chart.unit = "unidades"
    let texts = drawn(chart, in: page).items.lettering
    #expect(texts.filter { $0.style.size == 28 }.map(\.text) == ["50", "100"])
    #expect(texts.filter { $0.text == "unidades" }.count == 2)
}

@Test func aScaleMayReachBeyondTheGreatestFigure() {
    var chart = chart(data(["2022": 50, "2023": 100]))
    chart.greatest = 200
    let bars = drawn(chart, in: page).items.bounds(Ink.own(1))
    #expect(bars.map(\.height) == [79.75])
}

@Test func aStackNamesItsPartsAndItsSum() {
    let canvas = drawn(balance, in: page)
    #expect(canvas.findings.all.isEmpty)
    let texts = canvas.items.lettering
    for text in ["Remesas", "60", "Turismo", "25*", "85*", "+15*", "Superávit"] {
        #expect(texts.filter { $0.text == text }.count == 1)
    }
    #expect(canvas.footnotes == [.derived])
    // The level runs from the first column's top, the arrow down to the second one's.
    let level = canvas.items.bounds(Ink.own(0)).first?.minY ?? 0
    let dashed = canvas.items.strokes.filter { !$0.stroke.dash.isEmpty }
    #expect(dashed.count == 1 && dashed.first?.path.points.map { $0.y } == [level, level])
    #expect(canvas.items.strokes.filter { $0.stroke.color == Ink.accent }.count == 3)
}

@Test func theLabelsOfThinPartsArePushedApart() {
    var chart = balance
    chart.totals = [:]
    chart.comparison = nil
    chart.data = (0..<4).map { index in
        Datum(
            category: "a", series: "parte \(index)", value: index == 0 ? 100 : 1, text: "\(index)",
            color: Ink.own(index))
    }
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.collisions(in: page).isEmpty)
    let names = canvas.items.lettering.filter { $0.text.hasPrefix("parte") }
    let fromTop = names.sorted { $0.box.minY < $1.box.minY }.map(\.text)
    #expect(fromTop == ["parte 3", "parte 2", "parte 1", "parte 0"])
}

@Test func aMissingPartStandsOnTopOfTheKnownOnes() {
    var chart = balance
    chart.comparison = nil
    chart.totals = [:]
    chart.data[1].value = nil
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let known = canvas.items.bounds(Ink.own(2))
    #expect(canvas.items.missing.count == 1 && known.count == 1)
    #expect(canvas.items.missing.first.map { abs($0.maxY - known[0].minY + 1.5) < 1e-9 } == true)
    #expect(canvas.collisions(in: page).isEmpty)
}

// MARK: - Failures

@Test func columnsOfNothingAreAnError() {
    #expect(drawn(chart([]), in: page).messages == ["the chart has no columns"])
}

@Test func columnsOfZerosAndOfUnknownsAreNoColumns() {
    for data in [data(["a": 0, "b": 0]), data(["a": nil, "b": nil])] {
        let canvas = drawn(chart(data), in: page)
        #expect(canvas.findings.all.isEmpty && canvas.items.isFinite)
        #expect(
            data.indices.flatMap { canvas.items.bounds(Ink.own($0)) }.allSatisfy { $0.height == 0 })
    }
}

@Test func negativeColumnsAreAnError() {
    let canvas = drawn(chart(data(["a": 3, "b": -1])), in: page)
    #expect(canvas.messages == ["the figure of “b” is negative"])
}

@Test(arguments: [Double.nan, .infinity])
func columnsOfNoNumberAreAnError(value: Double) {
    let canvas = drawn(chart(data(["a": 3, "b": value])), in: page)
    #expect(canvas.messages == ["the figure of “b” is not a number"])
}

@Test func aColumnHigherThanTheScaleIsAnError() {
    var single = chart(data(["a": 120, "b": 60]))
    single.greatest = 100
    #expect(
        drawn(single, in: page).messages
            == ["the figure of “a” is greater than its scale, which ends at 100"])
    var stacked = balance
    stacked.greatest = 100
    stacked.data[2].value = 60
    #expect(
        drawn(stacked, in: page).messages
            == ["the figure of “Juntos” is greater than its scale, which ends at 100"])
}

@Test func tooLittleRoomForColumnsIsAnError() {
    for rect in [
        Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 0, y: 0, width: 400, height: 40),
        Rect(x: 0, y: 0, width: 12, height: 400),
    ] {
        let canvas = drawn(chart(data(["a": 3, "b": 1])), in: rect)
        #expect(canvas.findings.hasErrors && canvas.items.isFinite)
    }
}

@Test func figuresWiderThanTheirColumnsAreAnError() {
    let data = "abcdefghijklmnopqrstuvwxyzABCD".map {
        Datum(category: "\($0)", value: 12, text: "12345.6")
    }
    let canvas = drawn(chart(data), in: page)
    #expect(canvas.messages == ["the figures above the columns need 47 pt each, have 11"])
    #expect(canvas.collisions(in: page).isEmpty)
}

@Test func aComparisonOfUnknownsIsAnError() {
    var chart = balance
    chart.comparison?.from = "Otro"
    #expect(
        drawn(chart, in: page).messages == ["the comparison names a column that is not there"])
    chart = balance
    chart.data[0].value = nil
    #expect(
        drawn(chart, in: page).messages == ["the comparison names a column without a figure"])
}

// MARK: - Scene

@Test func aColumnChartReadsAsBefore() {
    var rows = data(["2022": 80.5, "2023": 9, "2024": nil, "2025": 42])
    rows[0].isKey = true
    rows[3].standing = .derived
    expectText(dump(chart(rows), in: Size(320, 140)), matches: "charts-columns")
    expectText(dump(balance, in: Size(320, 200)), matches: "charts-stacked-columns")
}
