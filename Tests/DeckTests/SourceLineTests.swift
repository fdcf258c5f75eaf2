import Deck
import Graphics
import Testing

private let rows = [
    "t.csv": "k,units,source\na,1,INEGI\nb,2,AMIA; INEGI\nc,3,\n"
]

private func page(_ body: String) throws -> Scene {
    try scene(
        deckFile(
            body: body, slide: "    source: auto",
            values: "  one: SELECT units, source FROM t WHERE k = 'b'",
            tables: "  t: { file: t.csv, columns: { units: integer } }"), files: rows)
}

@Test func sourcesOfAPagesFiguresAreItsSourceLine() throws {
    #expect(try page("{ text: \"{{one}}\" }").words.contains("Source: AMIA; INEGI."))
    let chart =
        "{ chart: { mark: bar, data: \"SELECT k, units, source FROM t ORDER BY k\", x: units, y: k } }"
    #expect(try page(chart).words.contains("Source: INEGI; AMIA."))
}

@Test func withoutSourcesThereIsNoLineAndAWarning() throws {
    let yaml = deckFile(body: "{ text: a }", slide: "    source: auto")
    #expect(
        try findings(yaml).contains { $0.contains("none of the page's figures says its source") })
    #expect(try !scene(yaml).words.contains { $0.contains("Source") })
}

@Test func aTablesSourceHoldsWhereRowsNameNone() throws {
    let yaml = deckFile(
        body:
            "{ chart: { mark: bar, data: \"SELECT k, units FROM t ORDER BY k\", x: units, y: k } }",
        slide: "    source: auto",
        tables: "  t: { file: t.csv, columns: { units: integer }, source: \"INEGI; AMIA\" }")
    #expect(try scene(yaml, files: rows).words.contains("Source: INEGI; AMIA."))
    #expect(try findings(yaml, files: rows) == [])
}

@Test func figuresWithoutASourceAreNamed() throws {
    let yaml = deckFile(
        body: "{ text: \"{{one}} {{two}} {{three}}\" }", slide: "    source: auto",
        values: """
              one: SELECT units, source FROM t WHERE k = 'b'
              two: SELECT units FROM t WHERE k = 'b'
              three: SELECT 2 * units, 'derived' AS status FROM t WHERE k = 'b'
            """,
        tables: "  t: { file: t.csv, columns: { units: integer } }")
    let found = try findings(yaml, files: rows)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains("figures of the page do not say their source: two") == true)
}
