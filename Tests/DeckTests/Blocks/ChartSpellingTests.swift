import Charts
import Deck
import Graphics
import Layout
import Scales
import TestSupport
import Testing

/// The charts of a deck's pages, found in the elements that they are part of.
private func charts(_ block: String, files: [String: String] = [:]) throws -> [Chart] {
    let deck = try TestDeck(
        deckFile(body: block, tables: "  t: { file: t.csv, columns: { v: number, w: number } }"),
        files: ["t.csv": "n,s,v,w\na,p,3,0.5\na,q,5,0.25\nb,p,4,0.125\nb,q,,0.75\n"])
    return try deck.load().pages.flatMap { charts(in: $0) }
}

private func charts(in value: Any) -> [Chart] {
    if let chart = value as? Chart { return [chart] }
    return Mirror(reflecting: value).children.flatMap { charts(in: $0.value) }
}

/// A chart as Swift code writes it, in the look that decks have by default.
private func expect(
    _ block: String, toMake chart: Chart, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let made = try #require(try charts(block).first, sourceLocation: sourceLocation)
    var chart = chart
    chart.style = made.style
    chart.locale = made.locale
    #expect(made == chart, sourceLocation: sourceLocation)
    let rect = Rect(x: 0, y: 0, width: 500, height: 300)
    var (one, other) = (
        Canvas(measurer: FixedMeasurer()), Canvas(measurer: FixedMeasurer())
    )
    made.draw(in: rect, on: &one)
    chart.draw(in: rect, on: &other)
    #expect(one.items == other.items, sourceLocation: sourceLocation)
    #expect(!one.items.isEmpty, sourceLocation: sourceLocation)
}

private struct Entry {
    var n: String
    var s: String
    var v: Double?
    var w: Double
}

private let entries = [
    Entry(n: "a", s: "p", v: 3, w: 0.5), Entry(n: "a", s: "q", v: 5, w: 0.25),
    Entry(n: "b", s: "p", v: 4, w: 0.125), Entry(n: "b", s: "q", v: nil, w: 0.75),
]

private let known = entries.filter { $0.s == "p" }
private let query = "data: \"SELECT n, s, v, w FROM t\""
private let knownQuery = "data: \"SELECT n, s, v, w FROM t WHERE s = 'p'\""

@Test func lyingBarsAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: bar, \(knownQuery), x: { field: v, format: ',' }, y: n, track: true, "
            + "key: b } }",
        toMake: Chart(known) { entry in
            try BarMark(x: .value("v", entry.v), y: .value("n", entry.n))
                .key(entry.n == "b").track().labels(format: ",")
        })
}

@Test func groupedColumnsAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: bar, \(query), x: n, y: v, xOffset: s, color: s, labels: overlay } }",
        toMake: Chart(entries) { entry in
            BarMark(x: .value("n", entry.n), y: .value("v", entry.v))
                .position(by: .value("s", entry.s)).foregroundStyle(by: .value("s", entry.s))
                .labels(.automatic, position: .overlay)
        })
}

@Test func stackedSharesAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: bar, \(query), y: n, x: { field: w, format: .0% }, color: s, "
            + "stack: normalize, round-to-100: true } }",
        toMake: Chart(entries) { entry in
            try BarMark(x: .value("w", entry.w), y: .value("n", entry.n), stacking: .normalized)
                .foregroundStyle(by: .value("s", entry.s)).labels(format: ".0%")
        }.roundsToHundred())
}

@Test func stepsAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: bar, \(knownQuery), x: n, y: v, stack: waterfall, totals: [a] } }",
        toMake: Chart(known) { entry in
            BarMark(x: .value("n", entry.n), y: .value("v", entry.v), stacking: .waterfall)
                .total(entry.n == "a")
        })
}

@Test func linesAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: { type: line, interpolate: monotone, strokeDash: [4, 2] }, \(query), "
            + "x: n, y: { field: v, axis: { title: Height } }, color: s, "
            + "bands: [{ from: a, to: b, label: All }], rules: [{ y: 4, label: Goal }] } }",
        toMake: Chart {
            RectangleMark(xStart: .value("n", "a"), xEnd: .value("n", "b"))
                .annotation { "All" }
            for entry in entries {
                LineMark(x: .value("n", entry.n), y: .value("v", entry.v))
                    .foregroundStyle(by: .value("s", entry.s))
                    .interpolationMethod(.monotone).lineStyle(StrokeStyle(dash: [4, 2]))
            }
            RuleMark(y: .value("v", 4)).annotation { "Goal" }
        }.chartYAxisLabel("Height"))
}

@Test func pointsAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: point, \(knownQuery), x: v, y: { field: w, scale: { type: log } }, "
            + "text: n, shape: s } }",
        toMake: Chart(known) { entry in
            PointMark(x: .value("v", entry.v), y: .value("w", entry.w))
                .symbol(by: .value("s", entry.s)).annotation { entry.n }
        }.chartYScale(type: .log))
}

@Test func cellsAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: rect, \(query), x: n, y: s, color: w } }",
        toMake: Chart(entries) { entry in
            RectangleMark(x: .value("n", entry.n), y: .value("s", entry.s))
                .foregroundStyle(by: .value("w", entry.w))
        })
}

@Test func sectorsAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { mark: arc, \(knownQuery), theta: v, color: n, hole: 0.6, "
            + "center: { value: Seven } } }",
        toMake: Chart(known) { entry in
            SectorMark(angle: .value("v", entry.v), innerRadius: .ratio(0.6))
                .foregroundStyle(by: .value("n", entry.n))
        }.chartCenter(figure: "Seven"))
}

@Test func layersAreTheSameInBothSpellings() throws {
    try expect(
        "{ chart: { \(knownQuery), x: n, layer: [{ mark: bar, y: v }, "
            + "{ mark: line, y: { field: w, axis: { orient: right } } }], "
            + "waivers: { two-axes: a test } } }",
        toMake: Chart {
            for entry in known {
                BarMark(x: .value("n", entry.n), y: .value("v", entry.v))
                LineMark(x: .value("n", entry.n), y: .value("w", entry.w)).secondAxis()
            }
        })
}

/// What Swift code gets that names no style is what decks get that name no theme.
@Test func theStandardStyleIsThatOfTheStandardTheme() throws {
    let chart = try #require(
        try charts("{ chart: { mark: bar, \(knownQuery), x: n, y: v } }").first)
    #expect(chart.style == ChartStyle.standard(chart.locale))
}
