/// How a CSV file is written.
public struct CSVDialect: Hashable, Sendable {
    /// What stands between two cells.
    public enum Delimiter: UInt8, Hashable, Sendable {
        /// `,`
        case comma = 0x2C
        /// `;`
        case semicolon = 0x3B
        /// The tabulator.
        case tab = 0x09
    }

    /// What stands between two cells.
    public var delimiter: Delimiter

    /// RFC 4180: commas.
    public static let standard = CSVDialect()

    /// A way of writing; without arguments that of RFC 4180.
    public init(delimiter: Delimiter = .comma) {
        self.delimiter = delimiter
    }
}
