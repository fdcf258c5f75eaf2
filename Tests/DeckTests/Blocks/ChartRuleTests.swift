import Deck
import Graphics
import Testing

private let tables = "  t: { file: t.csv, columns: { v: number, w: number } }"
private let csv = ["t.csv": "n,s,v,w\na,p,30,1\nb,p,40,2\na,q,20,3\nb,q,35,4\n"]
private let query = "data: \"SELECT n, s, v, w FROM t WHERE s = 'p'\""

private func found(_ chart: String) throws -> [String] {
    try findings(deckFile(body: "{ chart: { \(chart) } }", tables: tables), files: csv)
}

// MARK: - Rules and waivers

private let cut = "mark: line, \(query), x: n, y: { field: v, scale: { domain: [25, 45] } }"

@Test func whatMayMisleadIsToldWithItsRule() throws {
    let told = try found(cut)
    #expect(told.count == 1)
    #expect(told.first?.contains("warning: the vertical axis starts at 25") == true)
    #expect(told.first?.contains("(truncated-axis)") == true)
    #expect(told.first?.contains("waivers: { truncated-axis: … }") == true)
}

@Test func aReasonWaivesARule() throws {
    #expect(try found(cut + ", waivers: { truncated-axis: as before }").isEmpty)
}

@Test func aWaiverNeedsAReasonAndSomethingToWaive() throws {
    let empty = try found(cut + ", waivers: { truncated-axis: }")
    #expect(empty.contains { $0.contains("error: a waiver says why") })
    let idle = try found("mark: line, \(query), x: n, y: v, waivers: { two-axes: why not }")
    #expect(idle.contains { $0.contains("the waiver of two-axes has nothing to waive") })
    let unknown = try found(cut + ", waivers: { truncated-axes: as before }")
    #expect(unknown.contains { $0.contains("did you mean “truncated-axis”?") })
}

@Test func barsThatDoNotStartAtZeroAreAnErrorUntilWaived() throws {
    let bars = "mark: bar, \(query), x: n, y: { field: v, scale: { domain: [25, 45] } }"
    #expect(
        try found(bars).contains { $0.contains("error: ") && $0.contains("(bars-not-from-zero)") })
    #expect(try found(bars + ", waivers: { bars-not-from-zero: a test }").isEmpty)
}

@Test func twoAxesAreTold() throws {
    let told = try found(
        "\(query), x: n, layer: [{ mark: bar, y: v }, "
            + "{ mark: line, y: { field: w, axis: { orient: right } } }]")
    #expect(told.contains { $0.contains("(two-axes)") })
}

// MARK: - What a deck may get wrong

@Test(arguments: [
    ("mark: bar, \(query), x: n, y: v, hole: 0.5", "“hole” is for marks of sector"),
    ("mark: line, \(query), x: n, y: v, track: true", "“track” is for marks of bar"),
    ("mark: bar, \(query), x: n, y: v, key: z", "the chart has no “z” to point out"),
    ("mark: bar, \(query), x: n, y: v, totals: [z]", "the chart has no “z” among its steps"),
    ("mark: line, \(query), x: n, y: v, nudges: { z: [1, 2] }", "the chart has no “z” to nudge"),
    ("mark: line, \(query), x: n, y: v, nudges: { a: [1] }", "a nudge is two numbers"),
    ("mark: line, \(query), x: n, y: v, rules: [{ label: l }]", "a rule stands at an x or at a y"),
    ("mark: line, \(query), x: n, y: v, bands: [{ from: b, to: a }]", "is not on the axis"),
    ("mark: bar, \(query), x: n, y: { field: v, sort: up }", "“sort” is ascending"),
    ("mark: bar, \(query), x: n, y: v, labels: big", "“labels” is one of automatic, all"),
    ("mark: { type: line, interpolate: wavy }, \(query), x: n, y: v", "“interpolate” is one of"),
    ("\(query), layer: []", "“layer” is a list of marks"),
    ("mark: bar, x: n, y: v", "needs a key “data”"),
    ("mark: bar, \(query), x: n, y: { field: v, scale: { type: quantile } }", "a scale of colours"),
    ("mark: bar, \(query), x: n, y: s", "one of x and y is an amount and the other a name"),
    ("mark: line, \(query), x: { field: n, type: temporal }, y: v", "“a” is not a date"),
    (
        "mark: line, data: \"SELECT n, v - 30 AS v FROM t WHERE s = 'p'\", x: n, "
            + "y: { field: v, scale: { type: log } }", "which has no place for zero"
    ),
])
func wrongKeysOfChartsAreTold(chart: String, message: String) throws {
    let told = try found(chart)
    #expect(told.contains { $0.contains(message) }, "\(told)")
}

// MARK: - What charts say

private func page(_ chart: String) throws -> Scene {
    try scene(deckFile(body: "{ chart: { \(chart) } }", tables: tables), files: csv)
}

@Test func aFacetDrawsAChartForEachName() throws {
    let words = try page(
        "mark: bar, data: \"SELECT n, s, v FROM t\", x: n, y: v, facet: s"
    ).words
    #expect(words.contains("p") && words.contains("q"))
    #expect(words.filter { $0 == "a" }.count == 2)
}

@Test func barsAreSortedByTheirAmount() throws {
    let words = try page(
        "mark: bar, data: \"SELECT n, v FROM t WHERE s = 'p'\", x: v, y: { field: n, sort: -x }"
    ).words
    let (first, second) = (words.firstIndex(of: "b"), words.firstIndex(of: "a"))
    #expect((first ?? 9) < (second ?? 0))
}

@Test func yearsAreToldFromTheirFigures() throws {
    let words = try page(
        "mark: line, data: \"SELECT 2020 AS y, 1 AS v UNION ALL SELECT 2022, 3\", x: y, y: v"
    ).words
    #expect(words.contains("2020") && words.contains("2021") && words.contains("2022"))
    #expect(words.contains("n/a"))
}

@Test func percentagesAreRoundedToAHundredWhereADeckAsksForIt() throws {
    let chart =
        "mark: arc, data: \"SELECT 'a' AS n, 1 AS v UNION ALL VALUES ('b', 1), ('c', 1)\", "
        + "theta: { field: v, format: .0% }, color: n"
    #expect(try page(chart).words.filter { $0 == "33%" }.count == 3)
    let rounded = try page(chart + ", round-to-100: true").words
    #expect(rounded.filter { $0 == "33%" }.count == 2 && rounded.contains("34%"))
}

@Test func aNudgeMovesALabelByThatMuch() throws {
    let chart = "mark: line, \(query), x: n, y: { field: v, format: .1f }, labels: all"
    let place = { (scene: Scene) in
        scene.items.flatMap(\.texts).first { $0.0 == "30.0" }?.1
    }
    let (plain, nudged) = (
        try #require(place(try page(chart))),
        try #require(place(try page(chart + ", nudges: { a: [20, -10] }")))
    )
    #expect(abs(nudged.x - plain.x - 20) < 1e-6 && abs(nudged.y - plain.y + 10) < 1e-6)
}

extension SceneItem {
    /// The lines of text with the places of their baselines' starts.
    fileprivate var texts: [(String, Point)] {
        switch self {
        case .text(let line, let origin): [(line.text, origin)]
        case .group(let items, _, _), .tagged(_, let items): items.flatMap(\.texts)
        case .path, .picture: []
        }
    }
}

// MARK: - What attackers found

@Test(arguments: [
    ("mark: bar, stack: waterfall, \(query), x: n, y: v, color: s", "their colours say up or down"),
    ("mark: { type: line, strokeDash: [0, 0] }, \(query), x: n, y: v", "not all of them 0"),
    (
        "mark: line, \(query), x: n, y: { field: v, scale: { type: band } }",
        "have no places on a scale"
    ),
    (
        "mark: area, \(query), x: n, y: { field: v, scale: { type: time } }",
        "have no places on a scale"
    ),
    ("mark: line, \(query), x: n, y: { field: v, type: ordinal }", "have no places on a scale"),
    (
        "mark: point, data: \"SELECT v, w, -v AS z FROM t\", x: v, y: w, size: z",
        "an area cannot be negative"
    ),
    (
        "mark: rect, \(query), x: n, y: s, color: { field: v, scale: { type: diverging, domain: [0, 50] } }",
        "diverging colours run from low over a middle to high"
    ),
    (
        "mark: rect, \(query), x: n, y: s, color: { field: v, scale: { domain: [0, 5] } }",
        "figures lie outside of the colours’ domain"
    ),
    ("mark: line, \(query), x: n, y: { field: v, axis: { orient: right } }", "there is no first"),
    (
        "mark: bar, data: \"SELECT n, s, 1.7e308 AS v FROM t\", x: n, y: v, color: s",
        "too large to be summed up"
    ),
])
func whatCannotBeDrawnRightIsTold(chart: String, message: String) throws {
    let told = try found(chart)
    #expect(told.contains { $0.contains(message) }, "\(told)")
}

@Test func signsOfOneMeaningShareASentence() throws {
    let words = try page(
        "mark: line, data: \"SELECT 2001 AS y, 'p' AS s, 1 AS v UNION ALL VALUES "
            + "(2003, 'p', 3), (2004, 'p', 2), (2001, 'q', 5)\", x: y, y: v, color: s"
    ).words
    #expect(words.contains("Note: Dotted line and n/a: no data."))
}

@Test func nudgesAreForLabelsThatCanBeMoved() throws {
    let told = try found("mark: arc, \(query), theta: v, color: n, nudges: { a: [1, 2] }")
    #expect(told.contains { $0.contains("“nudges” is for marks of bar, line, point") })
}
