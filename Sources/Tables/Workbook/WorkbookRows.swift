import Diagnostics

/// Reads a sheet of a workbook as rows: one row names the columns, all below are the table's.
///
/// Empty rows below the table are not part of it. Of merged cells the first has the value, as in
/// the file. A place's line is the row and its column the sheet's, both from 1.
struct WorkbookRows: RowReader {
    private(set) var columns: [String] = []

    private let file: String
    private var sheet = ""
    private var found: FindingList
    private var rows: ArraySlice<SheetCells.Row> = []
    /// The sheet's column of each column.
    private var sheetColumns: [Int] = []
    private var indices: [Int: Int] = [:]
    private var cells: [RawCell] = []
    private var row: Int

    /// A reader that has read the whole sheet.
    init(_ source: TableSource, sheet name: String?, header: Int) {
        file = source.file
        row = header
        found = FindingList(file: source.file)
        do {
            let workbook = try Workbook(source.bytes, file: source.file, limits: source.limits)
            guard let sheet = chosen(name, of: workbook, at: source.location) else { return }
            self.sheet = sheet.name
            let cells = try SheetCells(
                of: sheet, in: workbook, file: source.file, from: header, dialect: source.dialect)
            found = cells.found
            rows = cells.rows[...]
            readHeader(at: header)
        } catch let finding as Diagnostic {
            found.add(finding)
        } catch {
            found.add(.error("\(error)", kind: .internalFailure, at: source.location))
        }
    }

    var findings: Diagnostics { found.all }

    mutating func nextRow() -> Bool {
        while let next = rows.popFirst(), !found.hasGivenUp {
            if next.number > row + 1 {
                found.add(
                    .error(
                        "sheet “\(excerpt(of: sheet))”: row \(row + 1) is empty",
                        at: SourceLocation(file: file, line: row + 1, column: 1),
                        hint: "remove it, or what stands below the table"))
            }
            row = next.number
            cells = Array(repeating: .missing, count: columns.count)
            for cell in next.cells {
                if let index = indices[cell.column] {
                    cells[index] = cell.value
                } else if !columns.isEmpty {
                    report(
                        "“\(excerpt(of: cell.value.shown))” stands in a column without a name",
                        inColumn: cell.column, hint: "name it, or remove what is in it")
                }
            }
            return true
        }
        return false
    }

    func cell(_ index: Int) -> RawCell { cells[index] }

    func location(ofCell index: Int) -> SourceLocation {
        SourceLocation(file: file, line: row, column: sheetColumns[index])
    }

    func prefix(ofCell index: Int) -> String {
        SheetCells.prefix(sheet, CellReference(column: sheetColumns[index], row: row))
    }

    mutating func report(_ finding: Diagnostic) { found.add(finding) }

    private mutating func report(_ message: String, inColumn column: Int, hint: String?) {
        found.add(
            .error(
                SheetCells.prefix(sheet, CellReference(column: column, row: row)) + message,
                at: SourceLocation(file: file, line: row, column: column), hint: hint))
    }

    private mutating func chosen(
        _ name: String?, of workbook: Workbook, at location: SourceLocation
    ) -> Workbook.Sheet? {
        let names = workbook.sheets.map(\.name)
        if let name {
            if let sheet = workbook.sheets.first(where: { $0.name == name }) { return sheet }
            found.add(
                .error(
                    "\(file) has no sheet “\(excerpt(of: name))”", at: location,
                    hint: suggestion(for: name, among: names, called: "sheets")))
            return nil
        }
        if workbook.sheets.count == 1 { return workbook.sheets[0] }
        let list = names.prefix(12).map { excerpt(of: $0) }.joined(separator: ", ")
        found.add(
            .error(
                "\(file) has \(names.count) sheets", at: location,
                hint: "say which one, as in sheet: \(excerpt(of: names[0])); the sheets are \(list)"
            ))
        return nil
    }

    private mutating func readHeader(at header: Int) {
        guard let names = rows.popFirst(), names.number == header else {
            rows = []
            found.add(
                .error(
                    "sheet “\(excerpt(of: sheet))”: row \(header), which names the columns, is empty",
                    at: SourceLocation(file: file, line: header, column: 1),
                    hint: "say which row names them, as in header: 3"))
            return
        }
        var seen: Set<String> = []
        for cell in names.cells {
            let name = cell.value.shown
            // SQL takes `Year` and `year` for the same column.
            if name.allSatisfy(\.isWhitespace) {
                report("a column has no name", inColumn: cell.column, hint: nil)
            } else if !seen.insert(name.asciiLowercased).inserted {
                report(
                    "there are two columns \(excerpt(of: name))", inColumn: cell.column,
                    hint: "rename one of them")
            }
            indices[cell.column] = columns.count
            columns.append(name)
            sheetColumns.append(cell.column)
        }
    }
}
