/// What a dialect says of every text: whether blanks around it count, and which stand for nothing.
///
/// Most cells of a large file are neither blank nor a word for nothing: one look at their bytes
/// tells.
struct CellText {
    private let trims: Bool
    private let missing: Set<[UInt8]>
    private let longestMissing: Int

    /// What a dialect says.
    init(_ dialect: CSVDialect) {
        trims = dialect.trim
        missing = Set(dialect.missing.map { Array($0.utf8) })
        longestMissing = missing.map(\.count).max() ?? -1
    }

    /// Whether all texts are taken as they are.
    var isPlain: Bool { !trims && missing.isEmpty }

    /// The text without blanks around it, where they do not count.
    func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard trims, let first = text.first, let last = text.last,
            first <= 0x20 || first == 0xC2 || last <= 0x20 || last == 0xA0
        else { return text }
        var text = text
        while let blank = blanks.first(where: { text.starts(with: $0) }) {
            text = text.dropFirst(blank.count)
        }
        while let blank = blanks.first(where: { text.suffix($0.count).elementsEqual($0) }) {
            text = text.dropLast(blank.count)
        }
        return text
    }

    /// Whether a text that is trimmed stands for nothing.
    func isMissing(_ text: ArraySlice<UInt8>) -> Bool {
        text.count <= longestMissing && missing.contains(Array(text))
    }
}

/// The space, the tabulator and the space that does not break (U+00A0), as UTF-8.
private let blanks: [[UInt8]] = [[0x20], [0x09], [0xC2, 0xA0]]
