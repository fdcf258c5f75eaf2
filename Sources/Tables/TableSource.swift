public import Diagnostics

/// A file of rows with the declaration that a deck makes of it.
public struct TableSource: Hashable, Sendable {
    /// The name that queries use: letters of ASCII, digits and `_`, no digit first.
    public var name: String
    /// The file's name in messages.
    public var file: String
    /// The file's content.
    public var bytes: [UInt8]
    /// What kind of file it is.
    public var format: TableFormat
    /// What is declared of the columns; those left out are text.
    public var columns: [String: TableColumn]
    /// How the file is written.
    public var dialect: CSVDialect
    /// Where the deck declares the table.
    public var location: SourceLocation
    /// How large it may be.
    public var limits = Limits()

    /// A file and its declaration.
    public init(
        name: String, file: String, bytes: [UInt8], format: TableFormat = .csv,
        columns: [String: TableColumn], dialect: CSVDialect = .standard,
        location: SourceLocation
    ) {
        self.name = name
        self.file = file
        self.bytes = bytes
        self.format = format
        self.columns = columns
        self.dialect = dialect
        self.location = location
    }

    /// A file and its declaration, of which only the columns' types matter.
    public init(
        name: String, file: String, bytes: [UInt8], columns: [String: ColumnType] = [:],
        dialect: CSVDialect = .standard, location: SourceLocation
    ) {
        self.init(
            name: name, file: file, bytes: bytes, columns: columns.mapValues { TableColumn($0) },
            dialect: dialect, location: location)
    }
}
