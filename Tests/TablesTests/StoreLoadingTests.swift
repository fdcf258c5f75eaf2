import Diagnostics
import Tables
import TestSupport
import Testing

private let declaration = SourceLocation(file: "deck.yaml", line: 7, column: 3)

private func source(
    _ text: String, _ columns: [String: ColumnType] = [:], name: String = "t"
) -> TableSource {
    TableSource(
        name: name, file: "t.csv", bytes: Array(text.utf8), columns: columns, location: declaration)
}

private func complaints(_ source: TableSource) -> [Diagnostic] {
    do {
        try Store().load(source)
        return []
    } catch let findings as Diagnostics {
        return findings.all
    } catch {
        return [.error("\(error)", kind: .internalFailure)]
    }
}

private func numbers(_ cells: [String], as type: ColumnType) throws -> [Cell] {
    let store = try Store()
    let lines = cells.enumerated().map { "\($0),\"\($1)\"" }.joined(separator: "\n")
    try store.load(source("n,x\n\(lines)", ["n": .integer, "x": type]))
    return try store.query("SELECT x FROM t ORDER BY n", at: declaration).column(named: "x") ?? []
}

// MARK: - Cells

@Test func integersComeBackExactly() throws {
    let values = [0, 1, -1, 42, .max, .min, -3228]
    #expect(try numbers(values.map(String.init), as: .integer) == values.map(Cell.integer))
    #expect(try numbers(["007", "-0"], as: .integer) == [.integer(7), .integer(0)])
}

@Test func numbersComeBackExactly() throws {
    var random = SplitMix64(seed: 4)
    var values: [Double] = [
        0, -0.1, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 165231.8, 5,
    ]
    for _ in 0..<200 {
        let value = Double(bitPattern: random.next())
        if value.isFinite { values.append(value) }
    }
    #expect(try numbers(values.map { "\($0)" }, as: .number) == values.map(Cell.number))
    #expect(
        try numbers(["12", "1E3", "1e+2", "-2.50e-1"], as: .number)
            == [.number(12), .number(1000), .number(100), .number(-0.25)])
}

@Test func undeclaredColumnsAreTextAndEmptyCellsMissing() throws {
    let store = try Store()
    try store.load(source("id,name,n\n09,,\n,\"\",5\n", ["n": .integer]))
    let rows = try store.query("SELECT id, name, n FROM t", at: declaration)
    #expect(
        rows.rows == [
            [.text("09"), .missing, .missing], [.missing, .text(""), .integer(5)],
        ])
}

@Test(arguments: [
    ("", ColumnType.integer, "leave a missing cell empty, without quotes"),
    ("1,234", .integer, "write 1234 instead of 1,234, without thousands separators"),
    (
        "-1,234,567.5", .number,
        "write -1234567.5 instead of -1,234,567.5, without thousands separators"
    ),
    ("3,5", .number, "write a decimal point and no thousands separators, as in 1234.5"),
    (" 5", .number, "remove the spaces around it"),
    ("14.2%", .number, "write it without the percent sign"),
    ("1.5", .integer, "declare the column as number"),
    ("9223372036854775808", .integer, "it is too large"), ("1e999", .number, "it is too large"),
    ("NaN", .number, "leave the cell empty where there is no number"),
    ("inf", .number, "leave the cell empty where there is no number"),
    ("-Infinity", .number, "leave the cell empty where there is no number"),
    ("n.d.", .integer, "leave the cell empty where there is no number"),
    ("-", .integer, "leave the cell empty where there is no number"),
    ("+5", .integer, "write numbers as 1234 or -0.5, with nothing before or after"),
    (".5", .number, "write numbers as 1234 or -0.5, with nothing before or after"),
    ("5.", .number, "write numbers as 1234 or -0.5, with nothing before or after"),
    ("05", .number, "write numbers as 1234 or -0.5, with nothing before or after"),
    ("0x10", .number, "write numbers as 1234 or -0.5, with nothing before or after"),
    ("1e", .number, "write numbers as 1234 or -0.5, with nothing before or after"),
    ("--5", .integer, "write numbers as 1234 or -0.5, with nothing before or after"),
    ("٣", .integer, "leave the cell empty where there is no number"),
])
func aCellThatIsNoNumberIsTold(_ cell: String, _ type: ColumnType, _ hint: String) {
    let findings = complaints(source("name,x\nañ,\"\(cell)\"\n", ["x": type]))
    #expect(findings.count == 1)
    #expect(findings.first?.location == SourceLocation(file: "t.csv", line: 2, column: 4))
    let kind = type == .integer ? "a whole number" : "a number"
    #expect(findings.first?.message == "the cell \"\(cell)\" in column x is not \(kind)")
    #expect(findings.first?.hint == hint)
}

@Test func allMistakesOfAFileComeTogether() {
    let findings = complaints(
        source(
            "a,b,status\n1,x,official\ny,2\n3,z,oficial\n",
            ["a": .integer, "b": .integer, "c": .text]))
    #expect(
        findings.map(\.description) == [
            "deck.yaml:7:3: error: t.csv has no column c\n  hint: the columns are a, b, status",
            "t.csv:2:3: error: the cell \"x\" in column b is not a whole number\n"
                + "  hint: leave the cell empty where there is no number",
            "t.csv:3:1: error: the row has 2 cells for 3 columns\n"
                + "  hint: put a cell that has a comma in it in quotes",
            "t.csv:4:3: error: the cell \"z\" in column b is not a whole number\n"
                + "  hint: leave the cell empty where there is no number",
            "t.csv:4:5: error: \"oficial\" is not a status\n  hint: did you mean official? "
                + "the words are official, revised, preliminary, derived, estimated, missing",
        ])
}

@Test func mistakesOfCellsAreCapped() {
    let findings = complaints(
        source("a\n" + String(repeating: "x\n", count: 10_000), ["a": .integer]))
    #expect(findings.count == 51)
}

// MARK: - Status

@Test func knownStatusWordsAreTaken() {
    let lines = Status.allCases.map { "\($0.rawValue),\($0 == .missing ? "" : "1")\n" }.joined()
    #expect(complaints(source("status,value\n" + lines, ["value": .number])).isEmpty)
}

@Test(arguments: ["recalled", "seed", "Official", "", " official", "bounded", "n.d."])
func otherStatusWordsAreRefused(_ word: String) throws {
    let findings = complaints(source("value,status\n1,\(word)\n", ["value": .integer]))
    #expect(findings.count == 1)
    #expect(findings.first?.location == SourceLocation(file: "t.csv", line: 2, column: 3))
    #expect(
        try #require(findings.first?.hint).hasSuffix(
            "the words are official, revised, preliminary, derived, estimated, missing"))
}

@Test func aMissingValueHasNoNumber() {
    let findings = complaints(source("value,status\n1,missing\n,missing\n", ["value": .integer]))
    #expect(findings.map(\.message) == ["the row has a value, but its status is missing"])
    // Without a declared number there is nothing to compare with.
    #expect(complaints(source("value,status\nn.d.,missing\n")).isEmpty)
}

@Test func statusCannotBeANumber() {
    let findings = complaints(source("status\n1\n", ["status": .integer]))
    #expect(findings.first?.location == declaration)
}

// MARK: - Names

@Test(arguments: [
    "", "1t", "a b", "a\"b", "a;DROP TABLE x", "año", "a-b", "sqlite_t", "PRAGMA_x", "a\u{0}",
])
func otherTableNamesAreRefused(_ name: String) {
    let findings = complaints(source("a\n1\n", name: name))
    #expect(findings.count == 1)
    #expect(findings.first?.location == declaration)
}

@Test func anyColumnNameIsQuoted() throws {
    let store = try Store()
    try store.load(source("\"a\"\"b\",\"); DROP TABLE t; --\",order,Año,\"x\ny\"\n1,2,3,4,5\n"))
    let rows = try store.query("SELECT * FROM t", at: declaration)
    #expect(rows.columns == ["a\"b", "); DROP TABLE t; --", "order", "Año", "x\ny"])
    #expect(rows.rows == [["1", "2", "3", "4", "5"].map(Cell.text)])
}

@Test func keywordsMayBeTableNames() throws {
    let store = try Store()
    try store.load(source("a\n1\n", name: "order"))
    #expect(try store.query("SELECT a FROM \"order\"", at: declaration).rows == [[.text("1")]])
}

@Test func oneNameIsOneTable() throws {
    let store = try Store()
    try store.load(source("a\n1\n", name: "sales"))
    #expect(throws: Diagnostics.self) { try store.load(source("b\n1\n", name: "Sales")) }
    #expect(store.tables == ["sales"])
    #expect(store.columns(of: "sales") == ["a"])
    #expect(store.columns(of: "Sales") == nil)
}

@Test func aTableThatFailsLeavesNothingBehind() throws {
    let store = try Store()
    #expect(throws: Diagnostics.self) { try store.load(source("a\n1\nx\n", ["a": .integer])) }
    #expect(store.tables.isEmpty)
    try store.load(source("a\n1\n2\n", ["a": .integer]))
    #expect(try store.query("SELECT sum(a) AS s FROM t", at: declaration).rows == [[.integer(3)]])
}

@Test func tooManyColumnsAndTooLargeRowsAreTold() throws {
    let wide = (0..<2_001).map { "c\($0)" }.joined(separator: ",")
    #expect(complaints(source(wide)).map(\.message) == ["t.csv has 2001 columns; at most 2000 fit"])
    #expect(complaints(source((0..<2_000).map { "c\($0)" }.joined(separator: ","))).isEmpty)
    let long = String(repeating: "x", count: 600_000)
    let findings = complaints(source("a,b\n1,2\n\(long),\(long)\n\(long)\(long),3\n"))
    #expect(findings.map { $0.location?.line } == [3])
    #expect(!complaints(source("\(long)\(long)\n1\n")).isEmpty)
}

@Test func mutatedTablesLoadOrGiveFindings() {
    let valid = Array(
        ("key,year,value,status\nsaldo,2023,107965,official\n"
            + "\"a,b\",2022,,missing\nx,1,-2.5e3,derived\n")
            .utf8)
    let types: [String: ColumnType] = ["year": .integer, "value": .number]
    let spice = Array("\",\r\n\0-.eE1%é".utf8)
    var random = SplitMix64(seed: 5)
    for _ in 0..<400 {
        var bytes = valid
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            bytes[index] = spice.randomElement(using: &random) ?? 0
        }
        let findings = complaints(
            TableSource(
                name: "t", file: "t.csv", bytes: bytes, columns: types, location: declaration))
        for finding in findings {
            #expect(finding.kind == .data)
            #expect((finding.location?.line ?? 0) > 0)
        }
    }
}
