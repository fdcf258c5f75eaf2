import Diagnostics
import Tables
import Testing
import YAML

@testable import Deck

private func declaration(_ text: String) throws -> (TableDeclaration?, [String]) {
    let node = try Node.parse(Array(text.utf8), file: "deck.yaml")
    let pair = try #require(node.pairs?.first)
    let reading = Reading()
    let table = TableDeclaration(reading: pair, into: reading)
    return (table, reading.findings.all.map(\.description))
}

@Test func aFileAloneIsADeclaration() throws {
    let (table, findings) = try declaration("ventas: data/ventas.csv")
    #expect(findings == [])
    #expect(table?.name == "ventas")
    #expect(table?.file == "data/ventas.csv")
    #expect(table?.dialect == .standard)
    #expect(table?.columns == [:])
}

@Test func aDialectIsReadAsItIsWritten() throws {
    let (table, findings) = try declaration(
        """
        ventas:
          file: data/ventas.csv
          dialect: { delimiter: ";", decimal: ",", thousands: ".", encoding: windows-1252, header: 3, missing: [n.d., "-"], trim: true }
          columns: { units: integer, share: { type: number, unit: "%" }, fecha: { type: date, format: "%d/%m/%Y" } }
        """)
    #expect(findings == [])
    #expect(
        table?.dialect
            == CSVDialect(
                delimiter: .semicolon,
                numbers: try #require(NumberNotation(decimal: .comma, thousands: .point)),
                encoding: .windows1252, header: 3, missing: ["n.d.", "-"], trim: true))
    #expect(
        table?.columns == [
            "units": TableColumn(.integer), "share": TableColumn(.number, unit: "%"),
            "fecha": TableColumn(.date, dates: try #require(DateFormat("%d/%m/%Y"))),
        ])
}

@Test(
    arguments: [
        ("delimiter: tab", .tab), ("delimiter: \"\\t\"", .tab), ("delimiter: \"|\"", .pipe),
        ("delimiter: \",\"", .comma),
    ] as [(String, CSVDialect.Delimiter)])
func delimitersHaveTheirNames(text: String, delimiter: CSVDialect.Delimiter) throws {
    let (table, findings) = try declaration("a: { file: a.csv, dialect: { \(text) } }")
    #expect(findings == [])
    #expect(table?.dialect.delimiter == delimiter)
}

@Test(arguments: [
    ("dialect: { delimiter: \":\" }", "“delimiter” is one of \",\", \";\", \"tab\""),
    ("dialect: { decimal: \"'\" }", "“decimal” is one of \".\", \",\""),
    ("dialect: { thousands: \".\" }", "the decimal mark and the thousands mark are the same"),
    ("dialect: { encoding: utf8 }", "“encoding” is one of utf-8, utf-16, windows-1252"),
    ("dialect: { header: 0 }", "“header” is a whole number from 1"),
    ("dialect: { missing: \"-\" }", "“missing” is a list, not"),
    ("dialect: { missing: [[a]] }", "a word for a missing cell is a text, not a list"),
    ("dialect: { trim: ja }", "“trim” is true or false"),
    ("dialect: { quote: a }", "a dialect has no key “quote”"),
    ("dialect: csv", "a dialect is a mapping of keys"),
    ("columns: { a: float }", "a column is text, integer, number, date, not “float”"),
    ("columns: { a: [text] }", "a column is text, integer, number, date, not a list"),
    ("columns: { a: { unit: kg } }", "a column needs a key “type”"),
    ("columns: { a: { type: text, unit: kg } }", "only a column of figures has a unit"),
    ("columns: { a: { type: text, format: \"%d%m%Y\" } }", "only a column of type date has a"),
    ("columns: { a: { type: date, format: dd/mm/yyyy } }", "“dd/mm/yyyy” is not a format of days"),
    ("columns: { a: { type: date, as: b } }", "a column has no key “as”"),
])
func aWrongDeclarationIsTold(text: String, finding: String) throws {
    let (_, findings) = try declaration("a: { file: a.csv, \(text) }")
    #expect(findings.count == 1, "\(findings)")
    #expect(findings.first?.contains(": error: \(finding)") == true, "\(findings)")
}

@Test func theEndingOfANameSaysWhatAFileIs() throws {
    #expect(try declaration("a: data/a.json").0?.format == .json(rows: nil))
    #expect(try declaration("a: data/a.txt").0?.format == .csv)
    let (table, findings) = try declaration(
        "a: { file: A.JSON, rows: data, dialect: { missing: [x] } }")
    #expect(findings == [])
    #expect(table?.format == .json(rows: "data"))
    #expect(table?.dialect.missing == ["x"])
    #expect(try declaration("a: { file: a.csv, rows: data }").1.count == 1)
    #expect(
        try declaration("a: { file: a.json, dialect: { decimal: \",\" } }").1.first?.contains(
            "a dialect of a file that is not CSV has no key “decimal”") == true)
}

@Test func aWorkbookHasASheetAndAHeader() throws {
    #expect(try declaration("a: a.xlsx").0?.format == .workbook(sheet: nil, header: 1))
    let (table, findings) = try declaration(
        "a: { file: a.xlsx, sheet: 2024, header: 3, dialect: { missing: [\"#N/A\"] } }")
    #expect(findings == [])
    #expect(table?.format == .workbook(sheet: "2024", header: 3))
    #expect(try declaration("a: { file: a.csv, sheet: b, header: 2 }").1.count == 2)
    #expect(try declaration("a: { file: a.xlsx, dialect: { header: 2 } }").1.count == 1)
}
