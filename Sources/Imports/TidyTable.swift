/// A table for decks: one row an observation, as CSV in UTF-8 with LF.
public struct TidyTable: Hashable, Sendable {
    /// The name of its file.
    public let file: String
    /// How many rows it has, without the one that names the columns.
    public private(set) var rows = 0
    /// The file's content.
    public private(set) var bytes: [UInt8] = []

    private let columns: Int

    /// A table without rows.
    init(file: String, columns: [String]) {
        self.file = file
        self.columns = columns.count
        write(columns)
    }

    /// Adds a row, with a cell for each column; an empty text is a cell without a value.
    mutating func append(_ cells: [String]) {
        precondition(cells.count == columns, "a row has a cell for each column")
        write(cells)
        rows += 1
    }

    private mutating func write(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if cell.utf8.contains(where: Self.needsQuotes) {
                bytes.append(Self.quote)
                for byte in cell.utf8 {
                    if byte == Self.quote { bytes.append(Self.quote) }
                    bytes.append(byte)
                }
                bytes.append(Self.quote)
            } else {
                bytes.append(contentsOf: cell.utf8)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static let quote = UInt8(ascii: "\"")

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == quote || byte == UInt8(ascii: ",") || byte < 0x20
    }
}
