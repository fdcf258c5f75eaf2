/// How a file of a table is written, as its deck declares it; nothing is guessed.
///
/// `missing` and `trim` are for the texts of all files, the rest is for CSV.
public struct CSVDialect: Hashable, Sendable {
    /// What stands between two cells.
    public enum Delimiter: UInt8, Hashable, Sendable {
        /// `,`
        case comma = 0x2C
        /// `;`
        case semicolon = 0x3B
        /// The tabulator.
        case tab = 0x09
        /// `|`
        case pipe = 0x7C
    }

    /// What stands between two cells.
    public var delimiter: Delimiter
    /// How numbers are written.
    public var numbers: NumberNotation
    /// How characters are written as bytes.
    public var encoding: TextEncoding
    /// The line that names the columns, from 1; those before it are skipped unread.
    public var header: Int
    /// Cells that stand for a missing value.
    public var missing: Set<String>
    /// Whether blanks around a cell and a column's name do not count.
    public var trim: Bool

    /// RFC 4180: commas.
    public static let standard = CSVDialect()

    /// A way of writing; without arguments that of RFC 4180.
    public init(
        delimiter: Delimiter = .comma, numbers: NumberNotation = .standard,
        encoding: TextEncoding = .utf8, header: Int = 1, missing: Set<String> = [],
        trim: Bool = false
    ) {
        self.delimiter = delimiter
        self.numbers = numbers
        self.encoding = encoding
        self.header = header
        self.missing = missing
        self.trim = trim
    }
}
