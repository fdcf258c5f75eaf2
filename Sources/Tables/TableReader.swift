import Diagnostics

/// Reads a table row by row and checks each cell against the column's declared type.
///
/// What is wrong with the declaration, the file or a cell is noted in `findings`, together.
struct TableReader<Rows: RowReader> {
    /// A column as it is stored.
    struct Column {
        let name: String
        let declared: TableColumn
    }

    /// The columns, in the file's order.
    private(set) var columns: [Column] = []
    /// The cells of the current row, one for each column.
    private(set) var cells: [CheckedCell] = []

    /// How many cells a table may have; empty ones of JSON and workbooks take no room in the file,
    /// but do in the store.
    private let maximumCells: Int
    private var cellCount = 0
    private let source: TableSource
    /// What each column wants.
    private let checks: [CellCheck]
    private var rows: Rows
    /// Which column holds each row's `Status`.
    private var statusColumn: Int?
    /// Which column has no number where the status is `missing`.
    private var valueColumn: Int?

    /// Rows whose columns are compared with the declaration.
    init(
        _ rows: Rows, of source: TableSource, maximumColumns: Int
    ) {
        self.source = source
        maximumCells = source.limits[.tableCells]
        self.rows = rows
        columns = rows.columns.map { name in
            Column(name: name, declared: source.columns[name] ?? TableColumn(.text))
        }
        checks = columns.map { CellCheck($0.declared, numbers: source.dialect.numbers) }
        checkName()
        // Without readable names nothing can be said about the declared columns.
        guard !columns.isEmpty else { return }
        if columns.count > maximumColumns {
            report("\(source.file) has \(columns.count) columns; at most \(maximumColumns) fit")
        }
        for name in source.columns.keys.sorted() where !rows.columns.contains(name) {
            report(
                "\(source.file) has no column \(excerpt(of: name))",
                hint: otherDelimiter.map {
                    "if \"\($0)\" stands between the cells, say dialect: { delimiter: \"\($0)\" }"
                } ?? suggestion(for: name, among: rows.columns, called: "columns"))
        }
        statusColumn = rows.columns.firstIndex(of: "status")
        if let statusColumn, columns[statusColumn].declared.type != .text {
            report("the column status holds words", hint: "declare it as text, or not at all")
            self.statusColumn = nil
        }
        valueColumn = columns.firstIndex { $0.name == "value" && $0.declared.type.isFigure }
    }

    /// What is wrong so far.
    var findings: Diagnostics { rows.findings }

    /// Moves on to the next row that is sound; `false` after the last.
    mutating func nextRow() -> Bool {
        while rows.nextRow() {
            cellCount += columns.count
            guard cellCount <= maximumCells else {
                report(
                    "\(source.file) has more than \(maximumCells) cells",
                    hint: Limit.tableCells.hint("add the rows up before"))
                return false
            }
            if checkRow() { return true }
        }
        return false
    }

    /// Notes a mistake in the table's declaration.
    mutating func report(_ message: String, hint: String? = nil) {
        rows.report(.error(message, at: source.location, hint: hint))
    }

    /// Notes a mistake in the current row as a whole.
    mutating func reportRow(_ message: String, hint: String? = nil) {
        guard !columns.isEmpty else { return }
        report(message, inCell: 0, hint: hint)
    }

    /// What may be the delimiter of a CSV file that has only one column with it in its name.
    private var otherDelimiter: Character? {
        guard source.format == .csv, columns.count == 1 else { return nil }
        return [";", "|", ","].first { columns[0].name.contains($0) }
    }

    // MARK: - Checks

    private mutating func checkName() {
        let name = source.name
        if !isPlainIdentifier(name) {
            report(
                "\"\(excerpt(of: name))\" cannot be a table's name",
                hint: "use letters from a to z, digits and _, with no digit first")
        } else if ["sqlite_", "pragma_"].contains(where: name.asciiLowercased.hasPrefix) {
            report(
                "the table's name \(excerpt(of: name)) is SQLite's own",
                hint: "choose a name that does not start with sqlite_ or pragma_")
        }
    }

    private mutating func checkRow() -> Bool {
        var isSound = true
        cells.removeAll(keepingCapacity: true)
        // Names that cannot be read give no columns: then rows are only scanned.
        for (index, check) in checks.enumerated() {
            let raw = rows.cell(index)
            if let cell = check(raw) {
                cells.append(cell)
            } else {
                report(raw, inCell: index)
                isSound = false
            }
        }
        if let statusColumn, !checkStatus(rows.cell(statusColumn)) { isSound = false }
        return isSound
    }

    /// Notes a cell that is not what its column wants.
    private mutating func report(_ raw: RawCell, inCell index: Int) {
        let column = columns[index]
        let shown = excerpt(of: raw.shown)
        report(
            "the cell \"\(shown)\" in column \(excerpt(of: column.name)) "
                + "is not \(column.declared.type.expectation)",
            inCell: index, hint: checks[index].hint(for: raw))
    }

    private mutating func report(_ message: String, inCell index: Int, hint: String?) {
        rows.report(
            .error(
                rows.prefix(ofCell: index) + message, at: rows.location(ofCell: index), hint: hint))
    }

    private mutating func checkStatus(_ raw: RawCell) -> Bool {
        guard let statusColumn else { return true }
        let word = raw.shown
        guard let status = Status(rawValue: word) else {
            let words = Status.allCases.map(\.rawValue)
            let nearest = nearest(to: word, among: words)
            let list = words.joined(separator: ", ")
            report(
                word.isEmpty ? "the status is empty" : "\"\(excerpt(of: word))\" is not a status",
                inCell: statusColumn,
                hint: nearest.map { "did you mean \($0)? the words are \(list)" }
                    ?? "the words are \(list)")
            return false
        }
        guard status == .missing, let valueColumn else { return true }
        if case .missing = rows.cell(valueColumn) { return true }
        report(
            "the row has a value, but its status is missing", inCell: valueColumn,
            hint: "leave the value empty, or say where it comes from with another status")
        return false
    }

    private func isPlainIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 100 else { return false }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        return !isDigit(first)
            && name.asciiLowercased.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
                    || byte == UInt8(ascii: "_")
            }
    }
}
