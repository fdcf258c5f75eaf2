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

extension CSVDialect {
    /// The words for a missing value, as bytes.
    var missingBytes: Set<[UInt8]> { Set(missing.map { Array($0.utf8) }) }

    /// The text without blanks around it, where they do not count.
    func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard trim else { return text }
        var text = text
        while let blank = blanks.first(where: { text.starts(with: $0) }) {
            text = text.dropFirst(blank.count)
        }
        while let blank = blanks.first(where: { text.suffix($0.count).elementsEqual($0) }) {
            text = text.dropLast(blank.count)
        }
        return text
    }
}

/// The space, the tabulator and the space that does not break (U+00A0), as UTF-8.
private let blanks: [[UInt8]] = [[0x20], [0x09], [0xC2, 0xA0]]
