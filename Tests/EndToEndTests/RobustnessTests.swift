import Foundation
import Testing

/// Expects a deck to be refused soon and in words: not a signal, not a hang, not nonsense.
private func expectRefusal(
    _ deck: some DataProtocol, exitCode: Int32 = 65, saying words: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let workplace = try Workplace()
    try workplace.write(deck, to: "deck/deck.yaml")
    let outcome = try workplace.lamina("check", "deck")
    #expect(outcome.exitCode == exitCode, sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(words), sourceLocation: sourceLocation)
}

/// A query of so many rows with a name `n` and a value `v`.
private func rows(_ count: Int, _ columns: String = "'n' || i AS n, i AS v") -> String {
    "\"WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < \(count)) "
        + "SELECT \(columns) FROM c\""
}

// MARK: - Files that are no decks

@Test func anEmptyFileIsNoDeck() throws {
    try expectRefusal(Data(), saying: "deck/deck.yaml:1:1: error: the file is empty")
}

@Test(arguments: ["hello", "42", "- a\n- b", "null"])
func aFileWithoutKeysIsNoDeck(text: String) throws {
    try expectRefusal(
        Array(text.utf8), saying: "deck/deck.yaml:1:1: error: a deck is a mapping of keys")
}

@Test func aBinaryFileIsNoDeck() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 8) }
    try expectRefusal(bytes, saying: "deck/deck.yaml:1:1: error: the file holds ")
}

@Test func aFileOfBillionsOfAliasesIsRefused() throws {
    var lines = ["a0: &a0 [\(Array(repeating: "x", count: 10).joined(separator: ", "))]"]
    for level in 1..<20 {
        let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    try expectRefusal(
        Array(lines.joined(separator: "\n").utf8), saying: "the file holds more than 200000 values")
}

@Test func aFileOfAHundredThousandLevelsIsRefused() throws {
    try expectRefusal(
        Array(("title: " + String(repeating: "[", count: 100_000)).utf8),
        saying: "nested more than 64 deep")
    try expectRefusal(
        Array(
            (0..<1000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n").utf8
        ),
        saying: "nested more than 64 deep")
}

// MARK: - Numbers

@Test(arguments: ["1e999", ".inf", "-.inf", ".nan"])
func aSpanIsFinite(number: String) throws {
    try expectRefusal(
        Array(deck(body: "columns:\n  - span: \(number)\n    text: a").utf8),
        saying: "deck/deck.yaml:10:17: error: “span” is a finite number")
}

@Test(arguments: ["999999999999.2f", "99999.2f", "\u{1F600},"])
func aNumberFormatHasBounds(format: String) throws {
    try expectRefusal(
        Array(deck(body: "text: \"{{v:\(format)}}\"", values: "  v: SELECT 1\n").utf8),
        saying: "is not a number format")
}

@Test(arguments: [
    // Sums and differences of what is finite need not be.
    "mark: sector, theta: v, color: n", "mark: bar, x: v, y: n", "mark: bar, x: n, y: v",
    "mark: line, x: n, y: v", "mark: bar, x: { field: n, type: nominal }, y: v, color: s",
])
func hugeFiguresEndInAPageOrInWords(channels: String) throws {
    for (low, high) in [("1e308", "1e308"), ("5e-324", "1e308"), ("-1e308", "1e308"), ("0", "0")] {
        let workplace = try Workplace()
        let query = "SELECT 'a' AS n, 's' AS s, \(low) AS v UNION ALL SELECT 'a', 't', \(high)"
        try workplace.write(
            deck(body: "chart: { data: \"\(query)\", \(channels) }"), to: "deck/deck.yaml")
        let outcome = try workplace.lamina("render", "deck", "-o", "out", "--width", "200")
        #expect([0, 65].contains(outcome.exitCode), "\(outcome.errors)")
    }
}

// MARK: - Sizes

@Test(arguments: [
    "map: { boundaries: mexico-states, projection: { type: mercator } }", "callout: { figure: a }",
    "chart: { mark: bar, data: \"SELECT 'a' AS n, 1 AS v\", x: v, y: n }",
    "grid: { items: [text: a] }",
    "cards: { items: [text: a] }", "tiles: { items: [value: a] }",
    "diagram: { nodes: [text: a, text: b] }", "columns: [callout: { figure: a }]",
])
func aBlockThatFillsItsRoomNeedsASpanInAStack(block: String) throws {
    let workplace = try Workplace()
    try workplace.write(deck(body: "stack:\n  - \(block)\n  - text: a"), to: "deck/deck.yaml")
    let outcome = try workplace.lamina("check", "deck")
    // It may take the room that is left, or the deck may be told to give it a span.
    #expect([0, 65].contains(outcome.exitCode), "\(outcome.errors.prefix(200))")
}

@Test func blocksOfTenLevelsAreLaidOut() throws {
    let opening = String(repeating: "{ align: center, heading: h, stack: [", count: 12)
    let closing = String(repeating: "] }", count: 12)
    let workplace = try Workplace()
    try workplace.write(
        deck(body: "columns: [\(opening){ text: a }\(closing)]"), to: "deck/deck.yaml")
    #expect([0, 65].contains(try workplace.lamina("check", "deck").exitCode))
}

@Test(arguments: [
    "text: \"%\"", "text: { text: \"%\", role: claim }", "callout: { figure: a, text: \"%\" }",
    "bullets: [\"%\"]", "figure: { value: a, label: \"%\" }", "banner: \"%\"",
    "cards: { items: [text: \"%\"] }",
])
func aTextOfTenThousandWordsIsRefusedSoon(block: String) throws {
    let text = String(repeating: "word ", count: 10_000)
    try expectRefusal(
        Array(deck(body: block.replacing("%", with: text)).utf8), saying: "deck/deck.yaml:")
}

@Test(arguments: [
    "mark: bar, x: v, y: n", "mark: bar, x: n, y: v", "mark: line, x: n, y: v",
    "mark: sector, theta: v, color: n",
])
func aChartOfAHundredThousandRowsIsRefusedSoon(channels: String) throws {
    try expectRefusal(
        Array(deck(body: "chart: { data: \(rows(100_000)), \(channels) }").utf8),
        saying: "deck/deck.yaml:")
}

@Test func aMapOfFiveThousandLabelsIsRefusedSoon() throws {
    let labels = rows(5000, "'n' AS text, i % 900 AS x, i % 500 AS y, -100 AS lon, 20 AS lat")
    try expectRefusal(
        Array(
            deck(
                body: "map: { boundaries: mexico-states, projection: { type: mercator }, "
                    + "labels: { data: \(labels) } }"
            ).utf8), saying: "deck/deck.yaml:")
}

@Test func thousandsOfUnknownNamesAreToldSoon() throws {
    let values = (0..<1000).map { "  v\($0): SELECT \($0)\n" }.joined()
    let bullets = (0..<1000).map { "  - \"{{w\($0)}}\"" }.joined(separator: "\n")
    try expectRefusal(
        Array(deck(body: "bullets:\n" + bullets, values: values).utf8),
        saying: "there is no value “w999”")
}

// MARK: - Pages that would lie

@Test(arguments: [
    // Bars and columns cut off at the end of their scale, and a scale that cuts off their beginning.
    ("x: { field: v, scale: { domain: [0, 10] } }, y: n", "500"),
    ("x: n, y: { field: v, scale: { domain: [0, 10] } }", "500"),
    ("x: n, y: { field: v, scale: { domain: [5, 10] } }", "7"),
])
func aBarIsNeverDrawnShorterThanItsFigure(channels: String, figure: String) throws {
    let query = "SELECT 'a' AS n, \(figure) AS v UNION ALL SELECT 'b', 6"
    try expectRefusal(
        Array(deck(body: "chart: { mark: bar, data: \"\(query)\", \(channels) }").utf8),
        saying: "deck/deck.yaml:9:")
}

@Test func twoRowsForOnePointOfALineAreRefused() throws {
    let query = "SELECT '2024' AS n, 1 AS v UNION ALL SELECT '2024', 2 UNION ALL SELECT '2025', 3"
    try expectRefusal(
        Array(deck(body: "chart: { mark: line, data: \"\(query)\", x: n, y: v }").utf8),
        saying: "2024")
}

@Test func aStatusThatAQueryMakesUpIsRefused() throws {
    try expectRefusal(
        Array(
            deck(body: "text: \"{{v}}\"", values: "  v: SELECT 1, 'derivd' AS status\n").utf8),
        saying: "derivd")
    try expectRefusal(
        Array(
            deck(
                body: "chart: { mark: bar, data: \"SELECT 'a' AS n, 1 AS v, 'derivd' AS status\", "
                    + "x: v, y: n }"
            ).utf8), saying: "derivd")
}

@Test(arguments: [
    "grid: { items: 5 }", "stack: []", "columns: []", "tiles: { items: [] }",
    "cards: { items: [] }", "bullets: []",
])
func aBlockWithoutContentIsRefused(block: String) throws {
    try expectRefusal(Array(deck(body: block).utf8), saying: "deck/deck.yaml:")
}

@Test(arguments: [
    "figure: { value: a, aside: \"%\" }",
    "figure: { value: a, chip: { change: \"1\", label: \"%\" } }",
    "columns: [callout: { figure: \"%\" }, text: a, text: b, text: c]",
    "chart: { mark: bar, data: \"SELECT '%' AS n, 1 AS v\", x: v, y: n }",
    "chart: { mark: line, data: \"SELECT '%' AS n, 1 AS v\", x: n, y: v }",
    "chart: { mark: bar, data: \(rows(60)), x: v, y: n }",
    "chart: { mark: sector, data: \(rows(60)), theta: v, color: n }",
    "chart: { mark: sector, data: \"SELECT 'a' AS n, 1 AS v\", theta: v, color: n, "
        + "center: { value: \"%\" } }",
    "breakdown: { data: \(rows(30, "'n' AS key, i AS label, i AS value")), glyphs: { n: {} } }",
    "map: { boundaries: mexico-states, projection: { type: mercator }, "
        + "labels: { data: \"SELECT 'a' AS text, 5000 AS x, 400 AS y\" } }",
    "map: { boundaries: mexico-states, projection: { type: mercator }, "
        + "legend: { title: a, place: [950, 530] } }",
    "text: a\ninset: [-200, 0, 0, -200]",
])
func textThatLeavesThePageOrLiesOnOtherTextIsToldOf(block: String) throws {
    let long = String(repeating: "organisation ", count: 60)
    let workplace = try Workplace()
    try workplace.write(deck(body: block.replacing("%", with: long)), to: "deck/deck.yaml")
    let outcome = try workplace.lamina("check", "deck", "--strict")
    #expect(outcome.exitCode == 65)
}
