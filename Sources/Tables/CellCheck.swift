/// A cell that is what its column wants.
enum CheckedCell {
    case missing
    case integer(Int)
    case number(Double)
    /// The text's UTF-8 bytes: making strings of a million cells takes longer than the rest.
    case text(ArraySlice<UInt8>)
}

/// Compares the cells of one column with what is declared of it.
///
/// A class, since it is asked once for each cell and a copy takes longer than the answer.
final class CellCheck {
    private let column: TableColumn
    private let numbers: NumberNotation
    private let unit: [UInt8]

    /// What a column wants, in a file that writes numbers in its own way.
    init(_ column: TableColumn, numbers: NumberNotation) {
        self.column = column
        self.numbers = numbers
        unit = Array((column.unit ?? "").utf8)
    }

    /// The cell as it is stored; `nil` where it is not what the column wants.
    func callAsFunction(_ raw: RawCell) -> CheckedCell? {
        if case .missing = raw { return .missing }
        switch column.type {
        case .text: return text(raw)
        case .integer: return integer(raw).map { .integer($0) }
        case .number: return number(raw).map { .number($0) }
        case .date: return day(raw).map { .text($0.isoBytes[...]) }
        }
    }

    private func text(_ raw: RawCell) -> CheckedCell {
        if case .written(let bytes) = raw { return .text(bytes) }
        return .text(Array(raw.shown.utf8)[...])
    }

    private func integer(_ raw: RawCell) -> Int? {
        switch raw {
        case .written(let bytes): plain(bytes).flatMap(ColumnType.integer)
        case .digits(let bytes): ColumnType.integer(bytes)
        case .number(let number): RawCell.whole(number)
        case .share(let number): RawCell.whole(inPercent ? Self.hundredfold(number) : number)
        case .missing, .text, .flag, .day, .time: nil
        }
    }

    private func number(_ raw: RawCell) -> Double? {
        switch raw {
        case .written(let bytes): plain(bytes).flatMap(ColumnType.number)
        case .digits(let bytes): ColumnType.number(bytes)
        case .number(let number): number.isFinite ? number : nil
        case .share(let number):
            number.isFinite ? (inPercent ? Self.hundredfold(number) : number) : nil
        case .missing, .text, .flag, .day, .time: nil
        }
    }

    /// Whether the column is in percent, so that a cell that shows 14.2% is 14.2 and not 0.142.
    private var inPercent: Bool { column.unit == "%" }

    /// A number with its decimal point two places further on, without rounding: 0.071 is 7.1, and not
    /// 7.1000000000000005.
    private static func hundredfold(_ number: Double) -> Double {
        let text = "\(number)"
        return text.contains("e") ? number * 100 : Double(text + "e2") ?? number * 100
    }

    private func day(_ raw: RawCell) -> CalendarDay? {
        switch raw {
        case .written(let bytes): column.dates.day(bytes)
        case .text(let text): column.dates.day(Array(text.utf8)[...])
        case .day(let day): day
        case .missing, .digits, .number, .share, .flag, .time: nil
        }
    }

    /// A number as JSON writes it, without its unit; `nil` where a mark is not where it should be.
    private func plain(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        numbers.plain(withoutUnit(bytes))
    }

    private func withoutUnit(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard !unit.isEmpty, bytes.suffix(unit.count).elementsEqual(unit) else { return bytes }
        var rest = bytes.dropLast(unit.count)
        for blank in [[0x20], [0xC2, 0xA0]] as [[UInt8]]
        where rest.suffix(blank.count).elementsEqual(blank) {
            rest = rest.dropLast(blank.count)
            break
        }
        return rest
    }
}

extension CalendarDay {
    /// `2024-06-30`, as `description` has it, without a text in between.
    fileprivate var isoBytes: [UInt8] {
        let digits = { (number: Int) in UInt8(ascii: "0") + UInt8(number % 10) }
        let dash = UInt8(ascii: "-")
        return [
            digits(year / 1000), digits(year / 100), digits(year / 10), digits(year), dash,
            digits(month / 10), digits(month), dash, digits(day / 10), digits(day),
        ]
    }
}

// MARK: - Hints

extension CellCheck {
    /// What would make the cell what its column wants.
    func hint(for raw: RawCell) -> String? {
        switch (column.type, raw) {
        case (.text, _), (_, .missing): nil
        case (.date, .written), (.date, .text):
            "write days as \(column.dates.pattern), as in \(column.dates.example), and leave the "
                + "cell empty where there is none"
        case (.date, .number), (.date, .share): "give the cell a date format in the workbook"
        case (.date, .digits): "write days as texts, as in \"\(column.dates.example)\""
        case (.date, .time): "declare the column as text, or cut the time off"
        case (_, .written(let bytes)): numberHint(withoutUnit(bytes))
        case (_, .text): "it is a text in the file; make it a number, or leave the cell empty"
        case (_, .digits(let bytes)): column.type.hint(for: bytes)
        case (.integer, .number(let number)), (.integer, .share(let number)):
            number.magnitude > 0x1p53 ? "it is too large" : "declare the column as number"
        case (_, .day), (_, .time): "it has a date or time format in the workbook"
        case (_, .number), (_, .share), (_, .flag): nil
        }
    }

    private func numberHint(_ bytes: ArraySlice<UInt8>) -> String? {
        guard numbers != .standard else { return column.type.hint(for: bytes) }
        if let plain = numbers.plain(bytes), ColumnType.isJSONNumber(plain) {
            return column.type.hint(for: plain)
        }
        return "write numbers as \(numbers.example), as the table's dialect says, and leave the "
            + "cell empty where there is none"
    }
}
