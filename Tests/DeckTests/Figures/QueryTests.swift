import Charts
import Diagnostics
import Tables
import Testing

@testable import Deck

/// The first row of a query over no tables.
private func row(_ sql: String) throws -> Row {
    let rows = try Store().query(sql, at: SourceLocation(file: "q", line: 1, column: 1))
    return Row(rows: rows, index: 0)
}

@Test(arguments: [
    ("official", Standing.firm), ("revised", .firm), ("missing", .firm),
    ("derived", .derived), ("preliminary", .preliminary), ("estimated", .estimated),
])
func aStatusSaysHowSureAFigureIs(word: String, standing: Standing) throws {
    #expect(try row("SELECT 1 AS v, '\(word)' AS status").standing == standing)
}

@Test func everyStatusHasAStanding() throws {
    for status in Status.allCases {
        _ = try row("SELECT '\(status.rawValue)' AS status").standing
    }
    #expect(try row("SELECT 1 AS v").standing == .firm)
    #expect(try row("SELECT NULL AS status").standing == .firm)
}

@Test func cellsAreReadAsTextsAndNumbers() throws {
    let row = try row("SELECT 'a' AS t, 5 AS i, 2.5 AS n, NULL AS m, 1 AS yes, '1' AS no")
    #expect(row.text("t") == "a" && row.number("t") == nil)
    #expect(row.text("i") == "5" && row.number("i") == 5)
    #expect(row.text("n") == "2.5" && row.number("n") == 2.5)
    #expect(row.text("m") == "" && row.number("m") == nil)
    #expect(row.has("m") && !row.has("x"))
    #expect(row.text("x") == "" && row.number("x") == nil)
    #expect(row.flag("yes") && !row.flag("no") && !row.flag("m") && !row.flag("i"))
}
