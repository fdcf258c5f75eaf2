import Diagnostics
import Tables
import Testing

private let place = SourceLocation(file: "deck.yaml", line: 1, column: 1)

/// The cell as a day in a format; `nil` where it is none.
private func day(_ cell: String, _ pattern: String) throws -> String? {
    let source = TableSource(
        name: "t", file: "t.csv", bytes: Array("x\n\"\(cell)\"\n".utf8),
        columns: ["x": TableColumn(.date, dates: try #require(DateFormat(pattern)))],
        location: place)
    let store = try Store()
    guard (try? store.load(source)) != nil else { return nil }
    return try store.query("SELECT x FROM t", at: place).rows.first?.first?.text
}

@Test(arguments: [
    ("30/06/2024", "%d/%m/%Y", "2024-06-30"), ("1/7/2024", "%d/%m/%Y", "2024-07-01"),
    ("06/30/24", "%m/%d/%y", "2024-06-30"), ("01-01-69", "%d-%m-%y", "1969-01-01"),
    ("01-01-68", "%d-%m-%y", "2068-01-01"), ("30-jun-2024", "%d-%b-%Y", "2024-06-30"),
    ("1 ENE 2024", "%d %b %Y", "2024-01-01"), ("Dec 24, 2024", "%b %d, %Y", "2024-12-24"),
    ("20240630", "%Y%m%d", "2024-06-30"), ("29/02/2024", "%d/%m/%Y", "2024-02-29"),
    ("2024-06-30", "%Y-%m-%d", "2024-06-30"),
    ("el 3 año 2024 mes 6", "el %d año %Y mes %m", "2024-06-03"),
])
func daysAreReadAsTheFormatSays(cell: String, pattern: String, expected: String) throws {
    #expect(try day(cell, pattern) == expected)
}

@Test(arguments: [
    ("31/06/2024", "%d/%m/%Y"), ("29/02/2023", "%d/%m/%Y"), ("0/1/2024", "%d/%m/%Y"),
    ("30/06/24", "%d/%m/%Y"), ("30/06/2024 ", "%d/%m/%Y"), (" 30/06/2024", "%d/%m/%Y"),
    ("30-06-2024", "%d/%m/%Y"), ("30/06/2024x", "%d/%m/%Y"), ("30/06", "%d/%m/%Y"),
    ("30/13/2024", "%d/%m/%Y"), ("30/xyz/2024", "%d/%b/%Y"), ("2024-6-30", "%Y-%m-%d"),
    ("٣٠/06/2024", "%d/%m/%Y"), ("", "%d/%m/%Y"), ("01/01/0000", "%d/%m/%Y"),
])
func otherTextsAreNoDays(cell: String, pattern: String) throws {
    #expect(try day(cell, pattern) == nil)
}

@Test(arguments: [
    "", "%d/%m", "%Y", "%d/%d/%m/%Y", "%d/%m/%b/%Y", "%H:%M", "%d/%m/%Y%", "%e/%m/%Y",
])
func otherFormatsAreNone(pattern: String) {
    #expect(DateFormat(pattern) == nil)
}
