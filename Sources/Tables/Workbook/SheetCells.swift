import Diagnostics
import Expat

/// The cells of a sheet that have something in them, as they come out of its XML.
struct SheetCells {
    /// A cell of a row.
    struct Cell {
        /// The column, from 1.
        let column: Int
        let value: RawCell
    }

    /// A row with something in it.
    struct Row {
        /// The number, from 1.
        let number: Int
        var cells: [Cell]
    }

    /// How many cells a table may have; five columns of as many rows as a sheet has.
    static let limit = 5_250_000
    /// How many bytes of text they may have in all; a text that cells share counts for each.
    static let textLimit = 256 << 20

    /// The rows from the first one on, in order.
    private(set) var rows: [Row] = []
    /// What is wrong with cells of these rows.
    private(set) var found: FindingList

    private let workbook: Workbook
    private let sheet: Workbook.Sheet
    private let file: String
    private let firstRow: Int
    private let texts: CellText
    private var isInRows = false
    private var row = 0
    private var column = 0
    private var count = 0
    private var textBytes = 0
    // The cell at hand.
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var value: String?
    private var isInValue = false
    private var isInline = false
    private var inline = SheetText()

    /// Reads the cells of a sheet from a row on; those above may hold anything.
    ///
    /// Throws a `Diagnostic` where the sheet is unsound as a whole.
    init(
        of sheet: Workbook.Sheet, in workbook: Workbook, file: String, from firstRow: Int,
        dialect: CSVDialect
    ) throws {
        self.workbook = workbook
        self.sheet = sheet
        self.file = file
        self.firstRow = firstRow
        texts = CellText(dialect)
        found = FindingList(file: file)
        try workbook.read(sheet.part) { try take($0) }
        // An empty row is no row.
        rows.removeAll { $0.cells.isEmpty }
    }

    /// What messages about a cell start with.
    static func prefix(_ sheet: String, _ cell: CellReference) -> String {
        "sheet “\(excerpt(of: sheet))”, cell \(cell): "
    }

    private mutating func take(_ event: XMLEvent) throws {
        if isInline { inline.take(event) }
        switch event {
        case .start(let element):
            switch element.name {
            case "sheetData": isInRows = true
            case "row" where isInRows: try startRow(element)
            case "c" where isInRows: try startCell(element)
            case "f": hasFormula = true
            case "v":
                isInValue = true
                value = ""
            case "is": isInline = true
            default: break
            }
        case .end("sheetData"): isInRows = false
        case .end("c") where isInRows: try endCell()
        case .end("v"): isInValue = false
        case .end("is"):
            isInline = false
            value = inline.finish()
        case .text(let text) where isInValue: value?.append(text)
        case .end, .text: break
        }
    }

    private mutating func startRow(_ element: XMLElement) throws {
        let number = element["r"].map { Int($0) ?? 0 } ?? row + 1
        guard number > row, number <= CellReference.lastRow else { throw unsound("rows") }
        row = number
        column = 0
        if row >= firstRow { rows.append(Row(number: row, cells: [])) }
    }

    private mutating func startCell(_ element: XMLElement) throws {
        let cell =
            element["r"].map { CellReference($0) } ?? CellReference(column: column + 1, row: row)
        guard let cell, cell.row == row, cell.column > column,
            cell.column <= CellReference.lastColumn
        else { throw unsound("cells") }
        column = cell.column
        type = element["t"] ?? "n"
        style = element["s"].flatMap { Int($0) } ?? 0
        (hasFormula, value) = (false, nil)
    }

    private func unsound(_ noun: String) -> Diagnostic {
        .error(
            "the \(noun) of the sheet “\(excerpt(of: sheet.name))” are not in order, at row \(row)",
            at: SourceLocation(file: file), hint: "save the workbook anew")
    }

    private mutating func endCell() throws {
        guard row >= firstRow, row > 0, let cell = checkedCell() else { return }
        count += 1
        if case .text(let text) = cell { textBytes += text.utf8.count }
        guard count <= SheetCells.limit else { throw tooLarge("\(SheetCells.limit) cells") }
        guard textBytes <= SheetCells.textLimit else {
            throw tooLarge("\(SheetCells.textLimit) bytes of text")
        }
        rows[rows.count - 1].cells.append(Cell(column: column, value: cell))
    }

    private func tooLarge(_ limit: String) -> Diagnostic {
        .error(
            "the sheet “\(excerpt(of: sheet.name))” has more than \(limit)",
            at: SourceLocation(file: file), hint: "save it as CSV")
    }

    // MARK: - Values

    /// The cell's value; `nil` where it has none, or none that can be used, which is then noted.
    private mutating func checkedCell() -> RawCell? {
        guard let value, !value.isEmpty || type == "str" else {
            if hasFormula, type != "inlineStr" {
                report(
                    "the formula has no result",
                    hint: "open the workbook in a spreadsheet and save it, so that it is computed")
            }
            return nil
        }
        switch type {
        case "s":
            guard let index = Int(value), workbook.strings.indices.contains(index) else {
                return report("the text with number \(excerpt(of: value)) is not there")
            }
            return text(workbook.strings[index])
        case "str", "inlineStr": return text(unescaped(value))
        case "b":
            guard ["0", "1", "true", "false"].contains(value) else {
                return report("“\(excerpt(of: value))” is neither true nor false")
            }
            return .flag(value == "1" || value == "true")
        case "e":
            if texts.isMissing(Array(value.utf8)[...]) { return nil }
            return report(
                "the cell is the error \(excerpt(of: value))",
                hint: "mend it, or name \(excerpt(of: value)) among the words for missing cells")
        case "d": return day(value) ?? report("“\(excerpt(of: value))” is no day")
        case "n": return number(value)
        default: return report("the kind of the cell, “\(excerpt(of: type))”, is not known")
        }
    }

    /// A text; one without letters is nothing, since nobody sees it in a sheet.
    private func text(_ text: String) -> RawCell? {
        guard !texts.isPlain else { return text.isEmpty ? nil : .text(text) }
        let bytes = texts.trimmed(Array(text.utf8)[...])
        if bytes.isEmpty || texts.isMissing(bytes) { return nil }
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func number(_ value: String) -> RawCell? {
        guard let number = Double(value), number.isFinite else {
            return report("“\(excerpt(of: value))” is not a number")
        }
        let format = workbook.formats.indices.contains(style) ? workbook.formats[style] : .number
        let cell: RawCell? =
            switch format {
            case .number: .number(number)
            case .percent: .share(number)
            case .day: workbook.days.cell(number)
            case .time: workbook.days.time(number, isDuration: false)
            case .duration: workbook.days.time(number, isDuration: true)
            }
        return cell
            ?? report(
                "\(number) is no day of the calendar",
                hint: "give the cell a format of numbers, if it is one")
    }

    /// `2024-06-30`, perhaps with `T` and a time behind.
    private func day(_ value: String) -> RawCell? {
        let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = CalendarDay(String(parts[0])) else { return nil }
        guard parts.count == 2, parts[1] != "00:00:00" else { return .day(day) }
        return .time("\(day) \(excerpt(of: parts[1], limit: 16))")
    }

    @discardableResult
    private mutating func report(_ message: String, hint: String? = nil) -> RawCell? {
        let cell = CellReference(column: column, row: row)
        found.add(
            .error(
                SheetCells.prefix(sheet.name, cell) + message,
                at: SourceLocation(file: file, line: row, column: column), hint: hint))
        return nil
    }
}
