import Diagnostics

/// A CSV file as it stands, without types.
public struct CSVTable: Hashable, Sendable {
    /// The columns' names, in order; all different and none empty.
    public let columns: [String]
    /// The rows, with one cell for each column; `nil` is an empty cell without quotes.
    public let rows: [[String?]]

    /// Reads a file's bytes: RFC 4180 or as the dialect says, with a line that names the columns.
    ///
    /// Throws `Diagnostics` with all mistakes, up to fifty, each with its line and column.
    public init(_ bytes: [UInt8], file: String, dialect: CSVDialect = .standard) throws {
        var reader = CSVReader(bytes, file: file, dialect: dialect)
        var rows: [[String?]] = []
        while reader.nextRow() {
            rows.append(
                reader.fields.map { field in
                    reader.value(of: field).map { String(decoding: $0, as: UTF8.self) }
                })
        }
        try reader.findings.throwIfErrors()
        columns = reader.columns
        self.rows = rows
    }
}
