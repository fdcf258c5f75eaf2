import Deck
import Graphics
import Testing

private let tables = "  t: { file: t.csv, columns: { v: number } }"
private let csv = ["t.csv": "n,v\na,100\nb,50\nc,\n"]

/// The lengths of the bars in a chart.
private func lengths(_ id: String, in scene: Scene) -> [Double] {
    scene.element(id).flatMap(\.fills).compactMap { $0.path.controlBounds?.width }
}

/// Two charts of one bar each, side by side.
private func pair(_ scale: String) -> String {
    deckFile(
        body: """

                  columns:
                    - id: left
                      chart: { mark: bar, data: "SELECT n, v FROM t WHERE n = 'a'", x: { field: v\(scale) }, y: n }
                    - id: right
                      chart: { mark: bar, data: "SELECT n, v FROM t WHERE n = 'b'", x: { field: v\(scale) }, y: n }
            """, tables: tables)
}

@Test func chartsOfASharedScaleDrawEqualFiguresEquallyLong() throws {
    let shared = try scene(pair(", scale: { shared: s }"), files: csv)
    let (left, right) = (lengths("left", in: shared), lengths("right", in: shared))
    try #require(left.count == 1 && right.count == 1)
    #expect(abs(left[0] - 2 * right[0]) < 1e-9)
    let alone = try scene(pair(""), files: csv)
    #expect(lengths("left", in: alone) == lengths("right", in: alone))
}

@Test func aMissingFigureIsDrawnAsMissing() throws {
    let page = try scene(
        deckFile(
            body: "{ id: c, chart: { mark: bar, data: \"SELECT n, v FROM t\", x: v, y: n } }",
            tables: tables), files: csv)
    #expect(lengths("c", in: page).count == 2)
    #expect(page.words.contains("n/a"))
    #expect(page.words.contains("Note: n/a: no data."))
}

@Test func aFigureTellsItsChartToWhoDoesNotSeeIt() throws {
    let page = try scene(
        deckFile(
            body:
                "{ chart: { mark: bar, data: \"SELECT n, v FROM t\", x: { field: v, format: .1f }, "
                + "y: n } }", tables: tables), files: csv)
    let short =
        "Bar chart: v by n, 3 categories. Maximum: 100.0 (a); minimum: 50.0 (b). No data: c."
    #expect(page.dump.contains("alt \"\(short)\" detail \"Bar chart: v by n. It shows"))
}

@Test func theKeysBarStandsOut() throws {
    let page = try scene(
        deckFile(
            body:
                "{ id: c, chart: { mark: bar, data: \"SELECT n, v FROM t\", x: v, y: n, key: b } }",
            tables: tables), files: csv)
    let colors = page.element("c").flatMap(\.fills).map(\.color)
    #expect(Set(colors).count == 2)
}

@Test(arguments: [
    ("mark: bar, x: v", "a bar chart needs a channel “y”"),
    ("mark: sector, x: v, y: n", "a sector chart needs a channel “theta”"),
    ("mark: column, x: v, y: n", "“column” is no mark"),
    ("x: v, y: n", "a chart needs a key “mark”"),
    ("mark: bar, x: v, y: v", "one of x and y is an amount and the other a name"),
    ("mark: bar, x: w, y: n", "the query gives no column “w”"),
    ("mark: bar, x: { field: v, format: q }, y: n", "“q” is not a number format"),
    (
        "mark: bar, x: { field: v, scale: { domain: [5, 1] } }, y: n",
        "a domain runs from low to high"
    ),
    ("mark: line, x: { field: n, axis: { format: \"%b\" } }, y: v", "“a” is not a date"),
    (
        "mark: line, x: n, y: v, bands: [{ from: a, to: z, label: l }]",
        "“z” is not on the axis"
    ),
    (
        "mark: bar, x: n, y: v, compare: { from: a, to: z, value: d }",
        "the comparison names a column that is not there"
    ),
    (
        "mark: line, x: n, y: { field: v, scale: { domain: [0, 60] } }",
        "100 lies outside of the vertical axis, which runs from 0 to 60"
    ),
    ("mark: sector, theta: v, color: n", "the parts of a pie must be known"),
])
func wrongChartsAreTold(channels: String, finding: String) throws {
    let found = try findings(
        deckFile(
            body: "{ chart: { data: \"SELECT n, v FROM t\", \(channels) } }", tables: tables),
        files: csv)
    #expect(found.contains { $0.contains(finding) }, "\(found)")
}

@Test func theNamesOfLinesAreOnThePage() throws {
    let query = "SELECT n, v, 'north' AS r FROM t UNION ALL SELECT n, v + 20, 'south' FROM t"
    let page = try scene(
        deckFile(
            body: "{ chart: { mark: line, data: \"\(query)\", x: n, y: v, color: r } }",
            tables: tables), files: csv)
    #expect(page.words.contains("north") && page.words.contains("south"))
}
