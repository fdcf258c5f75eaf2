import Diagnostics
import SQLite
import Tables
import Testing

private let place = SourceLocation(file: "deck.yaml", line: 40, column: 9)

private func sample(limits: QueryLimits = QueryLimits()) throws -> Store {
    let store = try Store(limits: limits)
    let text = "month,units,share\n2023-06,6785,5.98\n2023-07,,\n2024-06,10389,8.45\n"
    try store.load(
        TableSource(
            name: "sales", file: "sales.csv", bytes: Array(text.utf8),
            columns: ["units": .integer, "share": .number], location: place))
    return store
}

private func complaint(
    _ sql: String, _ parameters: [String: Cell] = [:], limits: QueryLimits = QueryLimits()
) -> Diagnostic? {
    do {
        _ = try sample(limits: limits).query(sql, parameters: parameters, at: place)
        return nil
    } catch let findings as Diagnostics {
        return findings.all.first
    } catch {
        return .error("\(error)", kind: .internalFailure)
    }
}

@Test func aQueryGivesNamedRows() throws {
    let rows = try sample().query(
        "SELECT month, units, share FROM sales ORDER BY month DESC", at: place)
    #expect(rows.columns == ["month", "units", "share"])
    #expect(rows.cell(row: 0, column: "units") == .integer(10389))
    #expect(rows.cell(row: 0, column: 2) == .number(8.45))
    #expect(rows.column(named: "units") == [.integer(10389), .missing, .integer(6785)])
    #expect(rows.column(named: "Units") == nil)
    #expect(rows.cell(row: 3, column: 0) == nil)
    #expect(rows.cell(row: -1, column: "units") == nil)
    #expect(rows.cell(row: 0, column: .max) == nil)
}

@Test func parametersComeBackAsTheyAre() throws {
    let cells: [Cell] = [
        .missing, .integer(.max), .number(-2.5), .text("it's \"quoted\"; --"), .text(""),
    ]
    let store = try sample()
    for cell in cells {
        let rows = try store.query(
            "SELECT :value AS v, :value AS w", parameters: ["value": cell, "unused": .missing],
            at: place)
        #expect(rows.rows == [[cell, cell]])
    }
}

@Test func anEmptyResultHasItsColumns() throws {
    let rows = try sample().query("SELECT units FROM sales WHERE units < 0", at: place)
    #expect(rows == Rows(columns: ["units"], rows: []))
}

@Test func wholeNumbersDivideWithoutRemainder() throws {
    let rows = try sample().query("SELECT 7 / 2 AS a, 7 / 2.0 AS b, 1 / 0 AS c", at: place)
    #expect(rows.rows == [[.integer(3), .number(3.5), .missing]])
}

@Test func slipsOfTheKeyboardGetAHint() {
    let table = complaint("SELECT units FROM sale")
    #expect(table?.message == "the query fails: no such table: sale")
    #expect(table?.hint == "did you mean sales?")
    let column = complaint("SELECT month,\n  unit FROM sales")
    #expect(
        column?.message == "the query fails: no such column: unit, at line 2, column 3 of the query"
    )
    #expect(column?.hint == "did you mean units?")
    #expect(complaint("SELECT s.share_ FROM sales s")?.hint == "did you mean share?")
    #expect(complaint("SELECT \"moth\" FROM sales")?.hint == "did you mean month?")
    #expect(complaint("SELECT elsewhere FROM sales")?.hint == "the columns are month, share, units")
    #expect(complaint("SELECT 1 FROM elsewhere")?.hint == "the tables are sales")
    #expect(
        complaint("SELECT :perod AS p", ["period": .text("2024")])?.hint == "did you mean period?")
    #expect(complaint("SELECT :a AS p")?.hint == "there are no parameters")
}

@Test(arguments: [
    ("SELEC 1", "the query fails: near \"SELEC\": syntax error, at line 1, column 1 of the query"),
    ("", "the query fails: no statement"),
    (
        "SELECT 1; SELECT 2",
        "the query fails: more than one statement, at line 1, column 10 of the query"
    ),
    ("DELETE FROM sales", "a query may not use statements that change data or tables"),
    ("PRAGMA user_version", "a query may not use PRAGMA"),
    ("SELECT date('now')", "a query may not use the function date()"),
    ("SELECT name FROM sqlite_schema", "a query may not use the table sqlite_master"),
    ("EXPLAIN SELECT 1", "the query is refused: EXPLAIN is not a query"),
    ("SELECT ? AS x", "the query has the parameter ?"),
    ("SELECT @x AS x", "the query has the parameter @x"),
    ("SELECT ?3 AS x", "the query has the parameter ?"),
    ("SELECT 1 AS a, 2 AS a", "the query has two columns a"),
    ("SELECT * FROM sales a, sales b", "the query has two columns month"),
    ("SELECT 1e999 AS big", "row 1, column big of the result is infinite"),
    ("SELECT -9e999 * 2 AS low", "row 1, column low of the result is infinite"),
    ("SELECT x'00' AS b", "row 1, column b of the result is binary"),
    ("SELECT char(0) AS t", "row 1, column t of the result is a text with a NUL character"),
    ("SELECT CAST(x'ff' AS TEXT) AS t", "the query fails: t holds text that is not UTF-8"),
    (
        "SELECT sum(9223372036854775807) + sum(1) OVER () AS s FROM sales",
        "the query fails: integer overflow"
    ),
])
func aBadQueryIsTold(_ sql: String, _ message: String) {
    let finding = complaint(sql)
    #expect(finding?.message == message)
    #expect(finding?.location == place)
    #expect(finding?.kind == .data)
}

@Test func nonsenseParametersAreRefused() {
    #expect(complaint("SELECT :x AS x", ["x": .number(.nan)]) != nil)
    #expect(complaint("SELECT :x AS x", ["x": .number(-.infinity)]) != nil)
}

@Test func allMissingParametersAreTold() throws {
    let findings = try #require(throws: Diagnostics.self) {
        try sample().query("SELECT :a AS a, :b AS b", at: place)
    }
    #expect(findings.all.count == 2)
}

@Test func limitsAreTold() {
    let endless = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x FROM t"
    #expect(
        complaint(endless, limits: QueryLimits(steps: 10_000))?.message
            == "the query takes more than 10000 steps")
    #expect(
        complaint(endless, limits: QueryLimits(rows: 100))?.message
            == "the query gives more than 100 rows")
    #expect(
        complaint(
            "SELECT group_concat(printf('%.*c', 400, month)) AS x FROM sales",
            limits: QueryLimits(cellBytes: 1_000))?
            .message
            == "the query fails: string or blob too big")
}

@Test func aStoreGoesOnAfterAFailure() throws {
    let store = try sample()
    _ = try? store.query("SELECT nothing", at: place)
    _ = try? store.query("DROP TABLE sales", at: place)
    try store.load(
        TableSource(name: "more", file: "m.csv", bytes: Array("a\n1".utf8), location: place))
    let rows = try store.query("SELECT count(*) AS n FROM sales, more", at: place)
    #expect(rows.rows == [[.integer(3)]])
}
