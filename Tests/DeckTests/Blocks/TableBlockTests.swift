import Deck
import Graphics
import TestSupport
import Testing

private let tables = "  t: { file: t.csv, columns: { v: number, w: number } }"
private let csv = [
    "t.csv": """
    n,g,v,w,status
    Alpha,North,1200,0.1,official
    Beta,North,300.5,-0.25,preliminary
    Gamma,South,,,missing

    """
]

/// A deck of one page that holds one table.
private func deck(_ table: String, values: String = "", language: String = "en-US") -> String {
    deckFile(
        body: "{ id: it, table: { \(table) } }", values: values, tables: tables, language: language)
}

/// The words of the table on a page.
private func words(
    _ table: String, values: String = "", language: String = "en-US"
) throws -> [String] {
    try scene(deck(table, values: values, language: language), files: csv)
        .element("it").flatMap(\.words)
}

// MARK: - What is shown

@Test func aTableWithoutColumnsShowsAllButStatuses() throws {
    #expect(
        try words("data: \"SELECT n, v, status, 'derived' AS status_v FROM t WHERE v > 0\"")
            == ["n", "v*", "Alpha", "1,200", "Beta", "300.5"])
}

@Test func columnsHaveHeadersUnitsAndFormats() throws {
    #expect(
        try words(
            """
            data: "SELECT n, v FROM t WHERE v > 0", columns: [n, { field: v, header: "Units, {{period}}",
            unit: (thousand), format: ",.1f" }]
            """)
            == [
                "n", "Units, 1st Half 2024", "(thousand)", "Alpha", "1,200.0", "Beta", "300.5",
            ])
}

@Test func aRowsStatusMarksItsFiguresAndAMissingOneIsSaid() throws {
    let page = try scene(
        deck("data: \"SELECT n, v, status FROM t\""), files: csv)
    #expect(
        page.element("it").flatMap(\.words)
            == ["n", "v", "Alpha", "1,200", "Beta", "300.5", "p", "Gamma", "n/a"])
    #expect(page.words.contains("Note: n/a: no data. ᵖ Preliminary."))
}

@Test func changesCarryTheirSignInTheDecksLanguage() throws {
    let texts = try words(
        "data: \"SELECT n, w FROM t WHERE w <> 0\", columns: [n, { field: w, change: true }]",
        language: "es-ES")
    #expect(texts == ["n", "w", "Alpha", "+10,0\u{A0}%", "Beta", "−25,0\u{A0}%"])
    let plain = try words(
        "data: \"SELECT n, w FROM t WHERE w > 0\", columns: [n, { field: w, change: true, format: .0% }]"
    )
    #expect(plain.last == "+10%")
}

@Test func groupsOfNeighboursShareAHeading() throws {
    #expect(
        try words("data: \"SELECT g, n FROM t\", group: g")
            == ["n", "North", "Alpha", "Beta", "South", "Gamma"])
}

@Test func ranksCountRows() throws {
    #expect(
        try words("data: \"SELECT n FROM t\", rank: true")
            == ["n", "1", "Alpha", "2", "Beta", "3", "Gamma"])
}

@Test func aNumberAmongWordsKeepsItsDigits() throws {
    #expect(
        try words("data: \"SELECT 2024 AS y, 2024 AS z\", columns: [{ field: y, align: left }, z]")
            == ["y", "z", "2024", "2,024"])
}

@Test func barsAreAsLongAsTheirScaleSays() throws {
    let page = try scene(
        deck(
            """
            data: "SELECT n, v, v / 2 AS h FROM t WHERE v > 0", columns: [n,
            { field: v, bar: { shared: s, color: secondary } }, { field: h, bar: { shared: s, color: secondary } }]
            """), files: csv)
    let lengths = page.element("it").flatMap(\.fills).compactMap { $0.path.controlBounds?.width }
    try #require(lengths.count == 4)
    #expect(abs(lengths[0] - 2 * lengths[2]) < 1e-6)
    #expect(abs(lengths[1] - 2 * lengths[3]) < 1e-6)
}

@Test func theKeyRowStandsOnAGround() throws {
    let grounds = { (key: String) in
        try scene(deck("data: \"SELECT n FROM t\", \(key)"), files: csv)
            .element("it").flatMap(\.fills).compactMap { $0.path.controlBounds?.minY }
    }
    let (beta, both) = (try grounds("key: Beta"), try grounds("key: [Beta, last]"))
    #expect(beta.count == 1)
    #expect(both.count == 2)
    #expect(both.first == beta.first)
    #expect(try grounds("key: first").first ?? 0 < beta.first ?? 0)
}

@Test func linesAreDrawnFromText() throws {
    let page = try scene(
        deck(
            "data: \"SELECT n, '1,,3,4' AS l FROM t LIMIT 1\", columns: [n, { field: l, line: true }]"
        ), files: csv)
    #expect(page.dump.contains("figure alt \"1; n/a; 3; 4\""))
}

// MARK: - Totals

@Test func sumsAreMarkedAsCalculated() throws {
    let sum = "columns: [n, { field: v, sum: true }], total: true"
    #expect(
        try words("data: \"SELECT n, v FROM t WHERE v > 0\", \(sum)").suffix(3)
            == ["Total", "1,500.5", "*"])
    #expect(try words("data: \"SELECT n, v FROM t\", \(sum)").suffix(2) == ["Total", "n/a"])
}

@Test func writtenTotalsTakeTheColumnsFormat() throws {
    let values = "  all: SELECT 1500.5\n  part: { sql: \"SELECT 7, 'derived' AS status\" }"
    let table = """
        data: "SELECT n, v FROM t WHERE v > 0", columns: [n, { field: v, format: ",.2f" }]
        """
    #expect(
        try words("\(table), total: { label: All, values: { v: \"{{all}}\" } }", values: values)
            .suffix(2) == ["All", "1,500.50"])
    #expect(
        try words(
            "\(table), total: [{ values: { v: \"{{all:.0f}}\" } }, { label: Of it, values: { v: \"{{part}}\" } }]",
            values: values
        ).suffix(5) == ["Total", "1501", "Of it", "7.00", "*"])
}

// MARK: - What is wrong

@Test(arguments: [
    ("data: \"SELECT n FROM t\", columns: [m]", "the query gives no column “m”"),
    ("data: \"SELECT n FROM t\", columns: []", "“columns” needs at least one item"),
    ("data: \"SELECT n FROM t\", columns: [n, n]", "the column “n” is shown twice"),
    ("data: \"SELECT n FROM t\", column: [n]", "a table has no key “column”"),
    ("columns: [n]", "a table needs a key “data”"),
    ("data: \"SELECT n FROM t\", columns: [{ header: A }]", "a column needs a key “field”"),
    (
        "data: \"SELECT n, v FROM t\", columns: [{ field: v, format: q }]",
        "“q” is not a number format"
    ),
    (
        "data: \"SELECT n, v FROM t\", columns: [{ field: n, bar: true }]",
        "“Alpha” in column “n” is text, not a number"
    ),
    (
        "data: \"SELECT n, n AS status_n FROM t\", columns: [{ field: n, change: true }]",
        "“Alpha” in column “n” is text, not a number"
    ),
    (
        "data: \"SELECT v, 'firm' AS status_v FROM t\"",
        "“firm” in column “status_v” is not a status"
    ),
    (
        "data: \"SELECT v, 'missing' AS status_v FROM t\"",
        "a row has the status missing and 1,200 in column “v”"
    ),
    (
        "data: \"SELECT v FROM t\", columns: [{ field: v, bar: true, change: true }]",
        "a column shows one of bar, change and line"
    ),
    (
        "data: \"SELECT v FROM t\", columns: [{ field: v, bar: true, align: left }]",
        "“align” is for words"
    ),
    (
        "data: \"SELECT v FROM t\", columns: [{ field: v, change: true, sum: true }]",
        "only amounts have a sum"
    ),
    (
        "data: \"SELECT v FROM t\", columns: [{ field: v, bar: { domain: [5, 10] } }]",
        "a bar's domain runs from low to high, and holds zero"
    ),
    (
        "data: \"SELECT v FROM t\", columns: [{ field: v, bar: { domain: [0, 10] } }]",
        "the figure of row 1 lies outside of the scale of column “v”"
    ),
    (
        "data: \"SELECT v FROM t\", columns: [{ field: v, bar: { color: blue } }]",
        "“color” is one of"
    ),
    ("data: \"SELECT n FROM t\", key: Alfa", "the table has no “Alfa” to point out"),
    ("data: \"SELECT n FROM t\", group: h", "the query gives no column “h”"),
    ("data: \"SELECT n, v FROM t\", total: true", "no column of the table has a sum"),
    (
        "data: \"SELECT n, v FROM t\", total: { values: { w: 3 } }",
        "the table has no column “w”"
    ),
    (
        "data: \"SELECT n, v FROM t\", total: { values: { v: many } }",
        "expected a number"
    ),
    (
        "data: \"SELECT 'a,b' AS l\", columns: [{ field: l, line: true }]",
        "“a” in column “l” is not a number"
    ),
    ("data: \"SELECT n FROM t WHERE v > 9999\"", "the table has no rows"),
    (
        "data: \"SELECT n, 1 AS n FROM t\"",
        "error"
    ),
    (
        """
        data: "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 10000) SELECT i FROM c"
        """, "the query gives 10000 rows, and a page shows at most 1000"
    ),
    (
        """
        data: "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 500) SELECT i FROM c"
        """, "the table has no room for its 500 rows"
    ),
    (
        "data: \"SELECT " + (1...60).map { "\($0)000 AS c\($0)" }.joined(separator: ", ") + "\"",
        "the table has no room for its 60 columns"
    ),
    (
        "data: \"SELECT 'x' AS n, '\(String(repeating: "w", count: 300))' AS long\"",
        "most of it for column “long”"
    ),
])
private func aWrongTableIsAFinding(_ table: String, _ message: String) throws {
    let found = try findings(deck(table), files: csv)
    #expect(found.contains { $0.contains(message) }, "\(found)")
}

@Test func aTablesFindingHasAPlaceAndAHint() throws {
    let found = try findings(
        deck("data: \"SELECT n, v FROM t\", columns: [n, { field: vv, header: V }]"), files: csv)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("deck.yaml:") == true)
    #expect(found.first?.contains("hint: rename “v”: v AS vv") == true, "\(found)")
}
