import Driver
import Lamina

private let dialects: [CSVDialect] = [
    .standard,
    CSVDialect(
        delimiter: .semicolon,
        numbers: NumberNotation(decimal: .comma, thousands: .point) ?? .standard),
    CSVDialect(delimiter: .tab, header: 2, missing: ["ND"], trim: true),
]

/// Files of rows: a byte that says which kind and dialect, then the file.
///
/// What loads can be asked for, and every number that comes back is finite; what does not load says where.
private func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Driver.bytes(start, count)
    guard let kind = bytes.first, let store = try? Store() else { return 0 }
    let source = TableSource(
        name: "t", file: "t", bytes: Array(bytes.dropFirst()),
        format: kind & 1 == 0 ? .csv : .json(rows: nil),
        columns: ["n": TableColumn(.integer), "x": TableColumn(.number), "d": TableColumn(.date)],
        dialect: dialects[Int(kind >> 1) % dialects.count],
        location: SourceLocation(file: "deck.yaml", line: 1, column: 1))
    do {
        try store.load(source)
    } catch let findings as Diagnostics {
        precondition(findings.hasErrors)
        for finding in findings.all { _ = "\(finding)" }
        return 0
    } catch {
        preconditionFailure("\(error)")
    }
    let place = SourceLocation(file: "deck.yaml", line: 2, column: 1)
    guard let rows = try? store.answer("SELECT * FROM t", parameters: [:], at: place).rows else {
        return 0
    }
    for row in rows.rows {
        for cell in row { precondition(cell.number?.isFinite ?? true) }
    }
    return 0
}

@main
struct TableFuzz {
    static func main() { fuzz(test) }
}
