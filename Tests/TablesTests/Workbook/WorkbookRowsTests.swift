import Diagnostics
import Tables
import TestSupport
import Testing

private let declaration = SourceLocation(file: "deck.yaml", line: 7, column: 3)

private func read(
    _ bytes: [UInt8], _ columns: [String: ColumnType] = [:], sheet: String? = nil, header: Int = 1,
    _ dialect: CSVDialect = .standard
) throws -> Rows {
    let store = try Store()
    try store.load(
        TableSource(
            name: "t", file: "v.xlsx", bytes: bytes,
            format: .workbook(sheet: sheet, header: header),
            columns: columns.mapValues { TableColumn($0) }, dialect: dialect,
            location: declaration))
    return try store.query("SELECT * FROM t", at: declaration)
}

private func complaints(_ work: () throws -> some Any) -> [String] {
    do {
        _ = try work()
        return []
    } catch let findings as Diagnostics {
        return findings.all.map { "\($0.location?.description ?? "-") \($0.message)" }
    } catch {
        return ["\(error)"]
    }
}

private func fixture(_ name: String) throws -> [UInt8] {
    try #require(bytes(ofFile: "\(repositoryRoot)/Tests/Fixtures/workbooks/\(name)"))
}

/// The cells below a header `a`, `b`, … of one row.
private func cells(
    _ row: String, formats: [String] = ["0"], strings: [String] = [], properties: String = "",
    _ columns: [String: ColumnType] = [:], _ dialect: CSVDialect = .standard
) throws -> [Cell] {
    let names = "<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c></row>"
    let book = SampleWorkbook(
        rows: names + "<row>\(row)</row>", strings: strings, formats: formats,
        properties: properties)
    return try #require(try read(book.bytes, columns, dialect).rows.first)
}

// MARK: - Whole workbooks

@Test func aWorkbookOfOpenpyxlIsReadAsDeclared() throws {
    let rows = try read(
        fixture("ventas.xlsx"),
        ["Unidades": .integer, "Parte": .number, "Fecha": .date], sheet: "2024", header: 3,
        CSVDialect(missing: ["n.d."], trim: true))
    #expect(rows.columns == ["Marca", "Unidades", "Parte", "Fecha", "Corte", "Nacional", "Nota"])
    #expect(
        rows.rows == [
            [
                .text("Citroën"), .integer(1_234_567), .number(0.142), .text("2024-06-30"),
                .text("2024-06-30 14:30:00"), .text("true"), .missing,
            ],
            [
                .text("General"), .integer(-5), .number(12), .text("1900-02-28"),
                .text("2024-07-01"), .text("false"), .text("x"),
            ],
            [
                .missing, .integer(0), .number(0.3), .text("1900-03-01"), .text("08:05:09"),
                .missing, .text("2024"),
            ],
        ])
}

@Test func aWorkbookAsExcelWritesItIsReadAsDeclared() throws {
    let columns: [String: ColumnType] = ["fecha": .date, "importe": .number, "doble": .integer]
    let bytes = try fixture("computed.xlsx")
    #expect(
        complaints { try read(bytes, columns) }
            == ["v.xlsx:5:3 sheet “Ventas, 2024”, cell C5: the cell is the error #N/A"])
    #expect(
        try read(bytes, columns, CSVDialect(missing: ["#N/A"])).rows == [
            [.text("Seat"), .text("2024-02-28"), .number(3), .integer(6), .text("Seat & más")],
            [.text("Kia"), .text("2024-03-28"), .number(4.5), .integer(9), .text("Kia & más")],
            [.text("Seat"), .text("2024-04-28"), .number(6), .integer(12), .text("Seat & más")],
            [.text("rico"), .missing, .missing, .missing, .missing],
        ])
}

@Test func daysCountFrom1904WhereTheWorkbookSaysSo() throws {
    #expect(
        try read(fixture("mac.xlsx"), ["fecha": .date]).column(named: "fecha")
            == [.text("1904-01-01"), .text("1904-02-29"), .text("2024-06-30")])
}

@Test func oneOfSeveralSheetsMustBeNamed() throws {
    let bytes = try fixture("ventas.xlsx")
    #expect(complaints { try read(bytes) } == ["deck.yaml:7:3 v.xlsx has 2 sheets"])
    #expect(
        complaints { try read(bytes, sheet: "notas") }
            == ["deck.yaml:7:3 v.xlsx has no sheet “notas”"])
    #expect(try read(bytes, sheet: "Notas").rows == [[.text("una")]])
}

// MARK: - Cells

@Test func textsAreSharedInlineOrComputed() throws {
    #expect(
        try cells(
            "<c t='s'><v>1</v></c><c t='inlineStr'><is><t>dos</t></is></c>"
                + "<c t='str'><f>A1</f><v>tres</v></c>",
            strings: [
                "<t>x</t>",
                "<r><t>a_x000D_b</t></r><r><rPr><b/></rPr><t> &amp; c</t></r><rPh><t>no</t></rPh>",
            ]) == [.text("a\rb & c"), .text("dos"), .text("tres")])
}

@Test func anEmptyTextIsNothing() throws {
    #expect(
        try cells(
            "<c t='s'><v>0</v></c><c t='str'><f>\"\"</f><v></v></c><c><v>1</v></c>",
            strings: ["<t></t>"],
            ["a": .integer]) == [.missing, .missing, .text("1")])
}

@Test func numbersKeepWhatTheFileHas() throws {
    #expect(
        try cells(
            "<c><v>1E3</v></c><c><v>-0.1</v></c><c><v>9007199254740992</v></c>",
            ["a": .integer, "b": .number, "c": .integer])
            == [.integer(1000), .number(-0.1), .integer(9_007_199_254_740_992)])
    #expect(
        try cells("<c><v>2024</v></c><c><v>0.5</v></c><c t='b'><v>1</v></c>")
            == [.text("2024"), .text("0.5"), .text("true")])
}

@Test func formatsMakeDaysAndTimesOfNumbers() throws {
    let days = [
        "14", "15", "16", "17", "22", "dd/mm/yyyy", "[$-80A]d \" de \" mmmm", "mmm-yy", "yyyy",
        "[Red]d/m;@",
    ]
    for format in days {
        #expect(try cells("<c s='0'><v>45473</v></c>", formats: [format])[0] == .text("2024-06-30"))
    }
    for format in ["18", "19", "20", "21", "45", "47", "h:mm", "hh:mm:ss AM/PM", "mm:ss.0"] {
        #expect(try cells("<c s='0'><v>0.5</v></c>", formats: [format])[0] == .text("12:00:00"))
    }
    for format in ["46", "[h]:mm:ss", "[mm]:ss"] {
        #expect(try cells("<c s='0'><v>1.5</v></c>", formats: [format])[0] == .text("36:00:00"))
    }
    for format in [
        "0", "1", "9", "10", "48", "49", "General", "0.00E+00", "#,##0\\ \"dym\"", "0_d", "[Red]0",
        "[$-80A]0", "0;[h]",
    ] {
        #expect(
            try cells("<c s='0'><v>0.5</v></c>", formats: [format])[0] == .text("0.5"), "\(format)")
    }
}

@Test func the29thOfFebruary1900NeverWas() throws {
    for (serial, day) in [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("2958465", "9999-12-31"),
    ] {
        #expect(
            try cells("<c s='0'><v>\(serial)</v></c>", formats: ["14"], ["a": .date])[0]
                == .text(day))
    }
    for serial in ["0", "60", "-1", "2958466", "1e300"] {
        let said = complaints { try cells("<c s='0'><v>\(serial)</v></c>", formats: ["14"]) }
        #expect(said.count == 1 && said[0].contains("cell A2: "), "\(said)")
        #expect(said.first?.hasSuffix("is no day of the calendar") == true, "\(said)")
    }
    #expect(
        try cells("<c s='0'><v>60</v></c>", formats: ["14"], properties: "date1904='true'")[0]
            == .text("1904-03-01"))
}

@Test(arguments: ["9", "10", "0.0%", "[Red]0 %", "0.0\"x\"%;-0"])
func aShareCountsInPercentWhereItsColumnDoes(format: String) throws {
    for (unit, value) in [("%", 7.1), ("MDD", 0.071), (nil, 0.071)] {
        let book = SampleWorkbook(
            rows: "<row><c t='str'><v>a</v></c></row><row><c s='0'><v>0.071</v></c></row>",
            formats: [format])
        let store = try Store()
        try store.load(
            TableSource(
                name: "t", file: "v.xlsx", bytes: book.bytes,
                format: .workbook(sheet: nil, header: 1),
                columns: ["a": TableColumn(.number, unit: unit)], location: declaration))
        #expect(try store.query("SELECT a FROM t", at: declaration).rows == [[.number(value)]])
    }
}

@Test func isoDaysAreReadToo() throws {
    #expect(
        try cells(
            "<c t='d'><v>2024-06-30</v></c><c t='d'><v>2024-06-30T00:00:00</v></c>"
                + "<c t='d'><v>2024-06-30T10:00:00</v></c>", ["a": .date, "b": .date])
            == [.text("2024-06-30"), .text("2024-06-30"), .text("2024-06-30 10:00:00")])
}

@Test func wordsForNothingMayBeErrors() throws {
    let dialect = CSVDialect(missing: ["#N/A", "-"], trim: true)
    #expect(
        try cells(
            "<c t='e'><v>#N/A</v></c><c t='str'><v> - </v></c><c><v>1</v></c>",
            ["a": .number, "b": .number], dialect) == [.missing, .missing, .text("1")])
}

// MARK: - Mistakes

@Test(arguments: [
    ("<c t='str'><v>abc</v></c>", "the cell \"abc\" in column a is not a whole number"),
    ("<c t='str'><v>12</v></c>", "the cell \"12\" in column a is not a whole number"),
    ("<c><v>0.5</v></c>", "the cell \"0.5\" in column a is not a whole number"),
    ("<c t='b'><v>1</v></c>", "the cell \"true\" in column a is not a whole number"),
    ("<c s='1'><v>45473</v></c>", "the cell \"2024-06-30\" in column a is not a whole number"),
    ("<c t='e'><v>#N/A</v></c>", "the cell is the error #N/A"),
    ("<c><f>SUM(1)</f></c>", "the formula has no result"),
    ("<c><f>SUM(1)</f><v/></c>", "the formula has no result"),
    ("<c t='s'><v>7</v></c>", "the text with number 7 is not there"),
    ("<c t='s'><v>-1</v></c>", "the text with number -1 is not there"),
    ("<c t='b'><v>2</v></c>", "“2” is neither true nor false"),
    ("<c><v>NaN</v></c>", "“NaN” is not a number"), ("<c><v>x</v></c>", "“x” is not a number"),
    ("<c t='d'><v>30/06/2024</v></c>", "“30/06/2024” is no day"),
    ("<c t='zz'><v>1</v></c>", "the kind of the cell, “zz”, is not known"),
])
func aWrongCellIsTold(cell: String, finding: String) {
    let said = complaints { try cells(cell, formats: ["0", "14"], ["a": .integer]) }
    #expect(said == ["v.xlsx:2:1 sheet “Hoja1”, cell A2: \(finding)"])
}

@Test func rowsAndColumnsAreNamedAsInASheet() {
    let row = { (number: Int, cells: String) in "<row r='\(number)'>\(cells)</row>" }
    let text = { (cell: String, text: String) in "<c r='\(cell)' t='str'><v>\(text)</v></c>" }
    let book = SampleWorkbook(
        rows: row(3, text("B3", "a") + text("C3", "A") + text("AA3", " "))
            + row(4, text("B4", "x") + text("D4", "z")) + row(7, text("AA7", "x")) + row(9, ""))
    #expect(
        complaints { try read(book.bytes, ["a": .number], header: 3) } == [
            "v.xlsx:3:3 sheet “Hoja1”, cell C3: there are two columns A",
            "v.xlsx:3:27 sheet “Hoja1”, cell AA3: a column has no name",
            "v.xlsx:4:4 sheet “Hoja1”, cell D4: “z” stands in a column without a name",
            "v.xlsx:4:2 sheet “Hoja1”, cell B4: the cell \"x\" in column a is not a number",
            "v.xlsx:5:1 sheet “Hoja1”: row 5 is empty",
        ])
    #expect(
        complaints { try read(book.bytes, header: 5) }
            == ["v.xlsx:5:1 sheet “Hoja1”: row 5, which names the columns, is empty"])
    #expect(complaints { try read(book.bytes, header: 10) }.count == 1)
}

@Test func aTableMayHaveNoRowsAndEmptyOnesBelow() throws {
    let book = SampleWorkbook(
        rows: "<row><c t='str'><v>a</v></c></row><row/><row><c s='0'/></row><row r='1048576'/>")
    let rows = try read(book.bytes)
    #expect(rows.columns == ["a"])
    #expect(rows.rows.isEmpty)
}

@Test(arguments: [
    "<row r='2'/><row r='1'/>", "<row r='0'/>", "<row r='1048577'/>", "<row r='x'/>",
    "<row r='99999999999999999999'/>", "<row><c r='B1'/><c r='A1'/></row>",
    "<row><c r='A2'/></row>", "<row><c r='XFE1'/></row>", "<row><c r=''/></row>",
    "<row><c r='a1'/></row>", "<row><c r='A1'/><c r='A1'/></row>",
])
func cellsOutOfOrderAreTold(rows: String) {
    let said = complaints { try read(SampleWorkbook(rows: rows).bytes) }
    #expect(said.count == 1)
    #expect(said.first?.contains("are not in order") == true, "\(said)")
}

@Test func otherFilesAreNoWorkbooks() throws {
    let told = { (bytes: [UInt8]) in complaints { try read(bytes) } }
    #expect(
        told([0xD0, 0xCF, 0x11, 0xE0, 1]) == [
            "v.xlsx the workbook has a password, or is of before 2007"
        ])
    #expect(
        told(SampleWorkbook.archive([("mimetype", "x")])) == [
            "v.xlsx the file is no Excel workbook"
        ])
    #expect(
        told(Array("a,b\n".utf8)).first?.hasPrefix("v.xlsx this is no sound zip archive") == true)
    #expect(
        told(SampleWorkbook(rows: "", sheets: []).bytes) == ["v.xlsx the file is no Excel workbook"]
    )
    var parts = SampleWorkbook(rows: "<row>").parts
    #expect(
        told(SampleWorkbook.archive(parts)).first?.contains(
            "the part “xl/worksheets/sheet1.xml” is not sound: mismatched tag") == true)
    parts.removeLast()
    #expect(
        told(SampleWorkbook.archive(parts)) == [
            "v.xlsx the archive has no file “xl/worksheets/sheet1.xml”"
        ])
}

@Test func entitiesAreNotResolved() {
    var parts = SampleWorkbook(rows: "").parts
    parts[parts.count - 1].text = """
        <!DOCTYPE worksheet [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;">]>
        <worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>
        """
    let said = complaints { try read(SampleWorkbook.archive(parts)) }
    #expect(said.count == 1 && said[0].contains("a document type"), "\(said)")
}

@Test func aTextThatManyCellsShareCountsForEach() {
    let long = String(repeating: "x", count: 1 << 20)
    let rows = (0..<300).map { _ in "<row><c t='s'><v>0</v></c></row>" }.joined()
    let book = SampleWorkbook(
        rows: "<row><c t='str'><v>a</v></c></row>" + rows, strings: ["<t>\(long)</t>"])
    // So dense that the archive refuses it already, unless the text is stored as it is.
    let stored = ZipWriter(book.parts.map { .init($0.name, Array($0.text.utf8)) }).bytes
    #expect(
        complaints { try read(stored) }
            == ["v.xlsx the sheet “Hoja1” has more than 268435456 bytes of text"])
}

// MARK: - Nothing traps

@Test(arguments: [1, 2, 3] as [UInt64])
func mutatedWorkbooksLoadOrGiveFindings(seed: UInt64) throws {
    let sound = try fixture("ventas.xlsx")
    let parts = SampleWorkbook(
        rows:
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>b</t></is></c></row>"
            + "<row r='2'><c r='A2' s='1'><v>45473.5</v></c><c r='B2'><f>1</f><v>2</v></c></row>",
        strings: ["<r><t>a_x000D_</t></r>"], formats: ["0", "[h]:mm \"a\";@", "dd\\/mm"]
    ).parts
    let spice = Array("<>&;'\"/=0123456789-rstvAZ_x[\\".utf8)
    var random = SplitMix64(seed: seed)
    let mutate = { (bytes: inout [UInt8], random: inout SplitMix64) in
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[index] = spice.randomElement(using: &random) ?? 0
            case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: index)
            default: bytes.remove(at: index)
            }
        }
    }
    for round in 0..<600 {
        var bytes = sound
        if round.isMultiple(of: 2) {
            // Within the parts, where no checksum tells.
            var entries = parts.map { Array($0.text.utf8) }
            mutate(&entries[Int.random(in: 0..<entries.count, using: &random)], &random)
            bytes =
                ZipWriter(zip(parts, entries).map { .init($0.name, $1, isDeflated: false) }).bytes
        } else {
            mutate(&bytes, &random)
        }
        do {
            _ = try read(bytes, ["Unidades": .integer, "b": .number], header: 1)
        } catch let findings as Diagnostics {
            #expect(findings.all.allSatisfy { $0.location != nil && $0.kind == .data })
        }
    }
}
