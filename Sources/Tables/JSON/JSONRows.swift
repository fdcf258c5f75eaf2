import Diagnostics
import JSON

/// Reads a JSON file as rows: an array of objects whose members are cells.
///
/// The keys are the columns, in the order in which they first appear; an object without one has no
/// value there. The file is read twice, first for its keys and its soundness, so that a large one
/// is never in memory as values.
struct JSONRows: RowReader {
    private(set) var columns: [String] = []

    private var json: JSONReader
    private let texts: CellText
    private var found: FindingList
    private var indices: [String: Int] = [:]
    private var foldedNames: Set<String> = []
    /// Whether the file could be read to its end, so that rows can be read again.
    private var isReadable = false
    private var cells: [RawCell] = []
    /// Where each cell's value starts; a cell that is not there has its row's place.
    private var offsets: [Int] = []

    /// A reader that has looked through the whole file.
    ///
    /// - Parameter rows: the key of the file's object that has the array; `nil` where the file is
    ///   the array itself.
    init(
        _ bytes: [UInt8], file: String, rows: String?, dialect: CSVDialect, maximumColumns: Int
    ) {
        json = JSONReader(bytes, file: file)
        texts = CellText(dialect)
        found = FindingList(file: file)
        do throws(Diagnostic) {
            let bookmark = try scan(rows, maximumColumns: maximumColumns)
            if let bookmark {
                json = bookmark
                isReadable = true
            }
        } catch {
            found.add(error)
            // Those behind the mistake are not known: then nothing is said about columns.
            columns = []
        }
    }

    var findings: Diagnostics { found.all }

    mutating func nextRow() -> Bool {
        guard isReadable, !found.hasGivenUp else { return false }
        do throws(Diagnostic) {
            while try json.nextElement() {
                if try json.peek() == .object {
                    try readRow()
                    return true
                }
                try json.skipValue()
            }
        } catch {
            // The first reading found nothing wrong, and this one reads the same.
            found.add(error)
        }
        isReadable = false
        return false
    }

    func cell(_ index: Int) -> RawCell { cells[index] }

    func location(ofCell index: Int) -> SourceLocation { json.location(at: offsets[index]) }

    mutating func report(_ finding: Diagnostic) { found.add(finding) }

    private mutating func readRow() throws(Diagnostic) {
        cells = Array(repeating: .missing, count: columns.count)
        offsets = Array(repeating: json.start(), count: columns.count)
        try json.beginObject()
        while let key = try json.nextKey() {
            let offset = json.start()
            let cell = try readCell()
            guard let index = indices[key] else { continue }
            cells[index] = cell
            offsets[index] = offset
        }
    }

    private mutating func readCell() throws(Diagnostic) -> RawCell {
        switch try json.peek() {
        case .text: return text(try json.text())
        case .number: return .digits(Array(try json.numberAsText().utf8)[...])
        case .bool: return .flag(try json.bool())
        case .null: try json.null()
        case .object, .array: try json.skipValue()
        }
        return .missing
    }

    private func text(_ text: String) -> RawCell {
        guard !texts.isPlain else { return .text(text) }
        let bytes = texts.trimmed(Array(text.utf8)[...])
        if texts.isMissing(bytes) { return .missing }
        return .text(String(decoding: bytes, as: UTF8.self))
    }
}

// MARK: - The first reading

extension JSONRows {
    /// Reads the whole file; the reader behind the bracket that opens the rows, where they are.
    private mutating func scan(
        _ rows: String?, maximumColumns: Int
    ) throws(Diagnostic) -> JSONReader? {
        let start = json.start()
        var bookmark: JSONReader?
        switch (try json.peek(), rows) {
        case (.array, nil):
            bookmark = try scanRows(maximumColumns)
        case (.object, let rows?):
            try json.beginObject()
            var keys: [String] = []
            while let key = try json.nextKey() {
                if key != rows {
                    keys.append(key)
                    try json.skipValue()
                } else if bookmark != nil {
                    throw json.error("the key \(excerpt(of: key)) comes twice", at: json.keyOffset)
                } else if try json.peek() == .array {
                    bookmark = try scanRows(maximumColumns)
                } else {
                    throw json.error(
                        "\(excerpt(of: key)) is no list of rows", at: json.start())
                }
            }
            if bookmark == nil {
                found.add(
                    json.error(
                        "the file has no key \(excerpt(of: rows))", at: start,
                        hint: suggestion(for: rows, among: keys, called: "keys")))
            }
        case (.array, _?):
            found.add(
                json.error(
                    "the file is a list of rows itself", at: start,
                    hint: "leave out the key that is declared for its rows"))
            return nil
        case (.object, nil):
            found.add(
                json.error(
                    "the file is no list of rows", at: start,
                    hint: "say which key has them, as in rows: data"))
            return nil
        case (.text, _), (.number, _), (.bool, _), (.null, _):
            found.add(json.error("the file is no list of rows", at: start))
            return nil
        }
        try json.end()
        return bookmark
    }

    private mutating func scanRows(_ maximumColumns: Int) throws(Diagnostic) -> JSONReader {
        let start = json.start()
        try json.beginArray()
        let bookmark = json
        var row = 0
        // The last row that had each column.
        var lastRows: [Int] = []
        while try json.nextElement() {
            row += 1
            guard try json.peek() == .object else {
                found.add(
                    json.error(
                        "row \(row) is no object", at: json.start(),
                        hint: "write rows as {\"column\": value}"))
                try json.skipValue()
                continue
            }
            try json.beginObject()
            while let key = try json.nextKey() {
                let index = indices[key] ?? addColumn(key)
                if index == lastRows.count { lastRows.append(0) }
                if lastRows[index] == row {
                    found.add(
                        json.error(
                            "the key \(excerpt(of: key)) comes twice in its row",
                            at: json.keyOffset))
                }
                lastRows[index] = row
                try scanCell(key)
            }
            // A file whose keys are data has a new column in every row.
            guard columns.count <= maximumColumns else {
                throw json.error(
                    "the rows have more than \(maximumColumns) columns", at: json.keyOffset)
            }
        }
        if columns.isEmpty {
            found.add(
                json.error(
                    row == 0 ? "there are no rows" : "the rows have no columns", at: start,
                    hint: "the keys of the rows name the columns"))
        }
        return bookmark
    }

    private mutating func addColumn(_ name: String) -> Int {
        let index = columns.count
        indices[name] = index
        columns.append(name)
        if name.allSatisfy(\.isWhitespace) || name.utf8.contains(0) {
            found.add(json.error("a column has no name", at: json.keyOffset))
        }
        // SQL takes `Year` and `year` for the same column.
        if !foldedNames.insert(name.asciiLowercased).inserted {
            found.add(
                json.error(
                    "there are two columns \(excerpt(of: name))", at: json.keyOffset,
                    hint: "the same letters, small or capital, are the same column"))
        }
        return index
    }

    private mutating func scanCell(_ key: String) throws(Diagnostic) {
        let offset = json.start()
        switch try json.peek() {
        case .object, .array:
            found.add(
                json.error(
                    "the cell in column \(excerpt(of: key)) is a list or an object", at: offset,
                    hint: "a cell is a text, a number, true, false or null"))
            try json.skipValue()
        case .text:
            if try json.text().utf8.contains(0) {
                found.add(json.error("a NUL character in a text", at: offset))
            }
        case .number, .bool, .null:
            try json.skipValue()
        }
    }
}
