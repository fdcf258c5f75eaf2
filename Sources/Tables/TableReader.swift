import Diagnostics

/// Reads a table row by row and checks each cell against the column's declared type.
///
/// What is wrong with the declaration, the file or a cell is noted in `findings`, together.
struct TableReader {
    /// A column as it is stored.
    struct Column {
        let name: String
        let type: ColumnType
    }

    /// A cell that is what its column wants.
    enum CheckedCell {
        case missing
        case integer(Int)
        case number(Double)
        /// The text's UTF-8 bytes: making strings of a million cells takes longer than the rest.
        case text(ArraySlice<UInt8>)
    }

    /// The columns, in the file's order.
    private(set) var columns: [Column] = []
    /// The cells of the current row, one for each column.
    private(set) var cells: [CheckedCell] = []

    private let source: TableSource
    private var reader: CSVReader
    /// Which column holds each row's `Status`.
    private var statusColumn: Int?
    /// Which column has no number where the status is `missing`.
    private var valueColumn: Int?

    /// A reader that has read the first line and compared it with the declaration.
    init(_ source: TableSource, maximumColumns: Int) {
        self.source = source
        reader = CSVReader(source.bytes, file: source.file, dialect: source.dialect)
        checkName()
        columns = reader.columns.map { Column(name: $0, type: source.columns[$0] ?? .text) }
        // Without a readable first line nothing can be said about the declared columns.
        guard !columns.isEmpty else { return }
        if columns.count > maximumColumns {
            report("\(source.file) has \(columns.count) columns; at most \(maximumColumns) fit")
        }
        for name in source.columns.keys.sorted() where !reader.columns.contains(name) {
            report(
                "\(source.file) has no column \(excerpt(of: name))",
                hint: suggestion(for: name, among: reader.columns, called: "columns"))
        }
        statusColumn = reader.columns.firstIndex(of: "status")
        if let statusColumn, columns[statusColumn].type != .text {
            report("the column status holds words", hint: "declare it as text, or not at all")
            self.statusColumn = nil
        }
        valueColumn = columns.firstIndex { $0.name == "value" && $0.type != .text }
    }

    /// What is wrong so far.
    var findings: Diagnostics { reader.findings }

    /// Moves on to the next row that is sound; `false` after the last.
    mutating func nextRow() -> Bool {
        while reader.nextRow() {
            if checkRow() { return true }
        }
        return false
    }

    /// Notes a mistake in the table's declaration.
    mutating func report(_ message: String, hint: String? = nil) {
        reader.report(.error(message, at: source.location, hint: hint))
    }

    /// Notes a mistake in the current row as a whole.
    mutating func reportRow(_ message: String, hint: String? = nil) {
        if let field = reader.fields.first { reader.report(message, in: field, hint: hint) }
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
        // A first line that cannot be read gives no columns: then rows are only scanned.
        for (column, field) in zip(columns, reader.fields) {
            if let cell = check(field, as: column) {
                cells.append(cell)
            } else {
                isSound = false
            }
        }
        if let statusColumn, !checkStatus(reader.fields[statusColumn]) { isSound = false }
        return isSound
    }

    private mutating func check(_ field: CSVReader.Field, as column: Column) -> CheckedCell? {
        if field.range.isEmpty, !field.isQuoted { return .missing }
        let content = reader.content(of: field)
        switch column.type {
        case .text:
            return .text(content)
        case .integer:
            if let value = ColumnType.integer(content) { return .integer(value) }
        case .number:
            if let value = ColumnType.number(content) { return .number(value) }
        }
        let shown = excerpt(of: String(decoding: content.prefix(200), as: UTF8.self))
        reader.report(
            "the cell \"\(shown)\" in column \(excerpt(of: column.name)) "
                + "is not \(column.type.expectation)",
            in: field, hint: column.type.hint(for: content))
        return nil
    }

    private mutating func checkStatus(_ field: CSVReader.Field) -> Bool {
        let word = reader.text(of: field)
        guard let status = Status(rawValue: word) else {
            let words = Status.allCases.map(\.rawValue)
            let nearest = word.utf8.count <= 60 ? nearest(to: word, among: words) : nil
            let list = words.joined(separator: ", ")
            reader.report(
                word.isEmpty ? "the status is empty" : "\"\(excerpt(of: word))\" is not a status",
                in: field,
                hint: nearest.map { "did you mean \($0)? the words are \(list)" }
                    ?? "the words are \(list)")
            return false
        }
        guard status == .missing, let valueColumn else { return true }
        let value = reader.fields[valueColumn]
        guard value.isQuoted || !value.range.isEmpty else { return true }
        reader.report(
            "the row has a value, but its status is missing", in: value,
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
