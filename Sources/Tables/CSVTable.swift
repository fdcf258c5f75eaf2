import Diagnostics

/// A CSV file as it stands, without types.
public struct CSVTable: Hashable, Sendable {
    /// The columns' names, in order; all different and none empty.
    public let columns: [String]
    /// The rows, with one cell for each column; `nil` is an empty cell without quotes.
    public let rows: [[String?]]

    /// Reads a file's bytes: UTF-8, RFC 4180, with a first line that names the columns.
    ///
    /// Throws `Diagnostics` with all mistakes, up to fifty, each with its line and column.
    public init(_ bytes: [UInt8], file: String, dialect: CSVDialect = .standard) throws {
        var reader = CSVReader(bytes, file: file, dialect: dialect)
        var rows: [[String?]] = []
        while reader.nextRow() {
            rows.append(
                reader.fields.map { field in
                    field.range.isEmpty && !field.isQuoted ? nil : reader.text(of: field)
                })
        }
        try reader.findings.throwIfErrors()
        columns = reader.columns
        self.rows = rows
    }
}
