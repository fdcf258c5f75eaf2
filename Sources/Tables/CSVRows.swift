package import Diagnostics

/// A CSV file read row by row, for rooms that check its cells themselves.
///
/// It is as strict as `CSVReader`, notes what is wrong with its place, and gives up after fifty
/// mistakes.
package struct CSVRows {
    private var reader: CSVReader

    /// A reader that has read the line that names the columns; those above it are skipped.
    package init(_ bytes: [UInt8], file: String, headerLine: Int = 1) {
        reader = CSVReader(bytes, file: file, dialect: CSVDialect(header: headerLine))
    }

    /// The columns' names, in order; empty where the line that names them cannot be read.
    package var columns: [String] { reader.columns }
    /// What is wrong so far.
    package var findings: Diagnostics { reader.findings }

    /// Moves on to the next row that is sound; `false` after the last.
    package mutating func next() -> Bool { reader.nextRow() }

    /// The text of a cell of the current row.
    package func text(_ column: Int) -> String {
        String(decoding: reader.content(of: reader.fields[column]), as: UTF8.self)
    }

    /// The whole number in a cell of the current row; `nil`, with a mistake noted, for all else.
    package mutating func integer(_ column: Int) -> Int? {
        let field = reader.fields[column]
        let content = reader.content(of: field)
        if let value = ColumnType.integer(content) { return value }
        let name = excerpt(of: columns[column])
        guard !content.isEmpty else {
            report("the cell in column \(name) is empty", in: column)
            return nil
        }
        let shown = excerpt(of: String(decoding: content.prefix(200), as: UTF8.self))
        // A deck would declare another type for a fraction; here there is no declaration.
        let isFraction = ColumnType.isJSONNumber(content) && content.contains(UInt8(ascii: "."))
        report(
            "the cell “\(shown)” in column \(name) is not a whole number", in: column,
            hint: isFraction ? nil : ColumnType.integer.hint(for: content))
        return nil
    }

    /// Notes a mistake in a cell of the current row.
    package mutating func report(_ message: String, in column: Int, hint: String? = nil) {
        reader.report(.error(message, at: reader.location(ofCell: column), hint: hint))
    }
}
