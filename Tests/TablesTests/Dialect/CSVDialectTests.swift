import Diagnostics
import Tables
import TestSupport
import Testing

private let declaration = SourceLocation(file: "deck.yaml", line: 7, column: 3)

/// `SELECT * FROM t`, or the words of all findings.
private func read(
    _ bytes: [UInt8], _ columns: [String: TableColumn] = [:], _ dialect: CSVDialect
) throws -> [[Cell]] {
    let store = try Store()
    try store.load(
        TableSource(
            name: "t", file: "t.csv", bytes: bytes, columns: columns, dialect: dialect,
            location: declaration))
    return try store.query("SELECT * FROM t", at: declaration).rows
}

private func read(
    _ text: String, _ columns: [String: TableColumn] = [:], _ dialect: CSVDialect
) throws -> [[Cell]] {
    try read(Array(text.utf8), columns, dialect)
}

private func complaints(_ work: () throws -> some Any) -> [String] {
    do {
        _ = try work()
        return []
    } catch let findings as Diagnostics {
        return findings.all.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

@Test func aSpreadsheetInSpanishIsReadAsDeclared() throws {
    let comma = try #require(NumberNotation(decimal: .comma, thousands: .point))
    let day = TableColumn(.date, dates: try #require(DateFormat("%d/%m/%Y")))
    // "Año;Ventas" and a title above, in Windows-1252 with CRLF.
    let text: [UInt8] =
        Array("Ventas al 30 de junio\r\n\"sin; cerrar\r\nFecha;Marca;".utf8) + [0x50, 0xFA]
        + Array("b;Parte\r\n30/06/2024; ".utf8) + [0x43, 0x69, 0x74, 0x72, 0x6F, 0xEB, 0x6E]
        + Array(" ;1.234.567;14,2 %\r\n1/7/2024;\"a;b\";n.d.;-\r\n".utf8)
    let dialect = CSVDialect(
        delimiter: .semicolon, numbers: comma, encoding: .windows1252, header: 3,
        missing: ["n.d.", "-"], trim: true)
    let columns = [
        "Fecha": day, "Púb": TableColumn(.integer), "Parte": TableColumn(.number, unit: "%"),
    ]
    #expect(
        try read(text, columns, dialect) == [
            [.text("2024-06-30"), .text("Citroën"), .integer(1_234_567), .number(14.2)],
            [.text("2024-07-01"), .text("a;b"), .missing, .missing],
        ])
}

@Test func theLineOfTheHeaderMustBeThere() {
    let dialect = CSVDialect(header: 4)
    #expect(
        complaints { try read("a\nb\nc", [:], dialect) }.first?.hasPrefix(
            "t.csv:3:1: error: the file has 3 lines, and line 4 is said to name the columns")
            == true)
    #expect(complaints { try read("a\nb\nc\n", [:], dialect) }.count == 1)
}

@Test func placesCountTheLinesAboveTheHeader() {
    #expect(
        complaints {
            try read(
                "x\n\"\ny\na|n\nñ|z\n", ["n": TableColumn(.integer)],
                CSVDialect(delimiter: .pipe, header: 4))
        } == [
            "t.csv:5:3: error: the cell \"z\" in column n is not a whole number\n"
                + "  hint: leave the cell empty where there is no number"
        ])
}

@Test func blanksAndWordsCountUnlessDeclared() throws {
    let text = "a,b\n x ,-\n\"\", \n"
    #expect(
        try read(text, [:], .standard) == [
            [.text(" x "), .text("-")], [.text(""), .text(" ")],
        ])
    #expect(
        try read(text, [:], CSVDialect(missing: ["-"], trim: true)) == [
            [.text("x"), .missing], [.text(""), .missing],
        ])
    #expect(
        try read("a \u{A0}, b\n1,\"\t2\u{A0}\"", [:], CSVDialect(trim: true))
            == [[.text("1"), .text("2")]])
    let doubled = complaints { try read("a, a\n1,2\n", [:], CSVDialect(trim: true)) }
    #expect(doubled.first?.hasPrefix("t.csv:1:3: error: there are two columns a") == true)
}

@Test func aMissingWordIsOneForTheStatusToo() throws {
    let rows = try read(
        "value,status\nn.d.,missing\n", ["value": TableColumn(.number)],
        CSVDialect(missing: ["n.d."]))
    #expect(rows == [[.missing, .text("missing")]])
}

@Test func aWrongCellSaysHowItsDialectWritesNumbers() throws {
    let comma = try #require(NumberNotation(decimal: .comma, thousands: .point))
    let said = complaints {
        try read("n\n1.23\n", ["n": TableColumn(.number)], CSVDialect(numbers: comma))
    }
    #expect(
        said == [
            "t.csv:2:1: error: the cell \"1.23\" in column n is not a number\n"
                + "  hint: write numbers as 1.234,5, as the table's dialect says, and leave the "
                + "cell empty where there is none"
        ])
    let whole = complaints {
        try read("n\n\"1.234,5\"\n", ["n": TableColumn(.integer)], CSVDialect(numbers: comma))
    }
    #expect(whole.first?.hasSuffix("hint: declare the column as number") == true)
}

@Test func aWrongDaySaysHowDaysAreWritten() throws {
    let column = TableColumn(.date, dates: try #require(DateFormat("%d/%m/%y")))
    #expect(
        complaints { try read("d\n31/02/24\n", ["d": column], .standard) } == [
            "t.csv:2:1: error: the cell \"31/02/24\" in column d is not a day\n"
                + "  hint: write days as %d/%m/%y, as in 30/06/24, and leave the cell empty where "
                + "there is none"
        ])
}

@Test func daysSortAndCompareAsTexts() throws {
    let store = try Store()
    try store.load(
        TableSource(
            name: "t", file: "t.csv", bytes: Array("d\n2024-06-30\n2023-12-01\n".utf8),
            columns: ["d": .date], location: declaration))
    let rows = try store.query("SELECT max(d) AS d, typeof(d) AS t FROM t", at: declaration)
    #expect(rows.rows == [[.text("2024-06-30"), .text("text")]])
}

@Test func anotherDelimiterIsHintedAt() {
    let said = complaints {
        try read("marca;ventas\nKia;1\n", ["ventas": TableColumn(.integer)], .standard)
    }
    #expect(
        said == [
            "deck.yaml:7:3: error: t.csv has no column ventas\n"
                + "  hint: if \";\" stands between the cells, say dialect: { delimiter: \";\" }"
        ])
}

@Test func mutatedFilesOfAnyDialectLoadOrGiveFindings() throws {
    let comma = try #require(NumberNotation(decimal: .comma, thousands: .hardSpace))
    let text = "Título\r\nd;n;s\r\n30/jun/24;1\u{A0}234,5;\"x;\r\n\"\"y\"\r\n1/ene/99;n.d.; z \r\n"
    let utf16: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let latin: [UInt8] = text.unicodeScalars.map { UInt8($0.value) }
    let columns = [
        "d": TableColumn(.date, dates: try #require(DateFormat("%d/%b/%y"))),
        "n": TableColumn(.number),
    ]
    var random = SplitMix64(seed: 8)
    for (encoding, valid) in [
        (TextEncoding.utf8, Array(text.utf8)), (.utf16, utf16), (.latin1, latin),
        (.windows1252, latin),
    ] {
        let dialect = CSVDialect(
            delimiter: .semicolon, numbers: comma, encoding: encoding, header: 2,
            missing: ["n.d."], trim: true)
        #expect(try read(valid, columns, dialect).count == 2)
        for _ in 0..<400 {
            var bytes = valid
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(bytes[index], at: index)
                default: bytes.removeSubrange(index...)
                }
                if bytes.isEmpty { bytes = valid }
            }
            do {
                _ = try read(bytes, columns, dialect)
            } catch let findings as Diagnostics {
                #expect(findings.all.allSatisfy { $0.location != nil })
            }
        }
    }
}
