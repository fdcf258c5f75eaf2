import Diagnostics
import Tables
import Testing

private let place = SourceLocation(file: "deck.yaml", line: 1, column: 1)

/// The cell as a number in a notation; `nil` where it is none.
private func number(_ cell: String, _ notation: NumberNotation, unit: String? = nil) -> Cell? {
    let source = TableSource(
        name: "t", file: "t.csv", bytes: Array("x\n\"\(cell)\"\n".utf8),
        columns: ["x": TableColumn(.number, unit: unit)],
        dialect: CSVDialect(numbers: notation), location: place)
    guard let store = try? Store(), (try? store.load(source)) != nil else { return nil }
    return try? store.query("SELECT x FROM t", at: place).rows.first?.first
}

@Test func groupsHaveThreeDigitsOrThereAreNone() throws {
    for mark in NumberNotation.ThousandsMark.allCases {
        let decimal: NumberNotation.DecimalMark = mark == .point ? .comma : .point
        let notation = try #require(NumberNotation(decimal: decimal, thousands: mark))
        let (m, d) = (mark.rawValue, decimal.rawValue)
        for (cell, value) in [
            ("1\(m)234", 1234), ("12\(m)345\(m)678\(d)25", 12_345_678.25), ("1234", 1234),
            ("-1\(m)234\(d)5", -1234.5), ("0\(d)5", 0.5), ("123", 123), ("1\(m)234e3", nil),
        ] as [(String, Double?)] {
            #expect(number(cell, notation) == value.map(Cell.number), "\(cell)")
        }
        for cell in [
            "1\(m)23", "1\(m)2345", "1234\(m)567", "\(m)123", "1\(m)", "1\(m)\(m)234",
            "1\(m)234567", "0\(d)123\(m)456", "-\(m)123", "1\(d)234\(d)5", "\(d)5", "5\(d)", m, d,
            "1\(m)2a4", "",
        ] {
            #expect(number(cell, notation) == nil, "\(cell)")
        }
    }
}

@Test func aPointIsNoDecimalMarkWhereTheCommaIs() throws {
    let comma = try #require(NumberNotation(decimal: .comma))
    #expect(number("1,5", comma) == .number(1.5))
    #expect(number("1.5", comma) == nil)
    #expect(number("1,5.5", comma) == nil)
    #expect(number("1.5,5", comma) == nil)
}

@Test func aUnitMayStandBehindAFigureWhereItIsDeclared() throws {
    let comma = try #require(NumberNotation(decimal: .comma))
    for cell in ["14,2%", "14,2 %", "14,2\u{A0}%", "14,2"] {
        #expect(number(cell, comma, unit: "%") == .number(14.2), "\(cell)")
    }
    for cell in ["14,2  %", "14,2%%", "% 14,2", "%", "14,2 pts"] {
        #expect(number(cell, comma, unit: "%") == nil, "\(cell)")
    }
    #expect(number("14,2%", comma) == nil)
}

@Test func oneMarkMeansOneThing() {
    #expect(NumberNotation(decimal: .comma, thousands: .comma) == nil)
    #expect(NumberNotation(decimal: .point, thousands: .point) == nil)
    #expect(NumberNotation() == .standard)
}
