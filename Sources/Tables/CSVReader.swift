import Diagnostics

/// Reads a CSV file row by row, as RFC 4180 has it and no laxer.
///
/// UTF-8 with or without a byte order mark, or what the dialect says; lines end with CRLF or LF; a
/// quoted cell may hold delimiters, line breaks and doubled quotes; the first line, or the one that
/// the dialect says, names the columns. What breaks these rules is noted in `findings`, and reading
/// goes on with the next cell or row.
struct CSVReader {
    /// A cell as it stands in the file.
    struct Field {
        /// Its bytes, without the quotes around it.
        var range: Range<Int>
        /// Whether it stands in quotes.
        var isQuoted = false
        /// Whether quotes inside it are doubled.
        var hasDoubledQuotes = false
        /// Where it starts.
        var place: Place
    }

    /// A place in the bytes, with what is needed to tell its line and column.
    struct Place {
        var offset: Int
        var line: Int
        var lineStart: Int
    }

    /// The columns' names, in order; empty where the first line cannot be read.
    private(set) var columns: [String] = []
    /// The cells of the current row, one for each column.
    private(set) var fields: [Field] = []

    private let bytes: [UInt8]
    private let file: String
    private let dialect: CSVDialect
    private let delimiter: UInt8
    private let texts: CellText
    /// Whether cells are taken as they are, which is usual and quick.
    private let isPlain: Bool
    private var found: FindingList
    private var position = 0
    private var line = 1
    private var lineStart = 0
    /// Whether the row at hand has been free of mistakes so far.
    private var isSound = true

    /// A reader that has read the first line; after `errorLimit` mistakes it gives up.
    init(_ bytes: [UInt8], file: String, dialect: CSVDialect = .standard, errorLimit: Int = 50) {
        var found = FindingList(file: file, limit: errorLimit)
        let bytes = dialect.encoding.utf8(bytes, file: file, into: &found)
        self.bytes = bytes
        self.file = file
        self.dialect = dialect
        self.found = found
        delimiter = dialect.delimiter.rawValue
        texts = CellText(dialect)
        isPlain = texts.isPlain
        // Nothing was decoded: that has been told.
        if bytes.isEmpty, found.all.hasErrors { return }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            lineStart = 3
        }
        readHeader()
    }

    /// What is wrong so far.
    var findings: Diagnostics { found.all }

    /// Moves on to the next row that is sound; `false` after the last.
    mutating func nextRow() -> Bool {
        while position < bytes.count, !found.hasGivenUp {
            scanRow()
            if isSound, !columns.isEmpty, fields.count != columns.count {
                report(
                    "the row has \(counted(fields.count, "cell")) for "
                        + counted(columns.count, "column"),
                    at: firstMisfit,
                    hint: "put a cell that has a \(dialect.delimiter.noun) in it in quotes")
            }
            if isSound { return true }
        }
        return false
    }

    /// The cell's bytes as they are meant: doubled quotes made single, no blanks that do not count.
    func content(of field: Field) -> ArraySlice<UInt8> {
        guard field.hasDoubledQuotes else { return texts.trimmed(bytes[field.range]) }
        var content: [UInt8] = []
        content.reserveCapacity(field.range.count)
        var index = field.range.lowerBound
        while index < field.range.upperBound {
            content.append(bytes[index])
            index += bytes[index] == quote ? 2 : 1
        }
        return texts.trimmed(content[...])
    }

    /// The cell's content; `nil` where it is empty without quotes, or a word for nothing.
    func value(of field: Field) -> ArraySlice<UInt8>? {
        if field.range.isEmpty { return field.isQuoted ? bytes[field.range] : nil }
        if isPlain, !field.hasDoubledQuotes { return bytes[field.range] }
        let content = content(of: field)
        if content.isEmpty, !field.isQuoted { return nil }
        return texts.isMissing(content) ? nil : content
    }

    /// Notes a mistake in the current row, or elsewhere such as in the table's declaration.
    mutating func report(_ finding: Diagnostic) {
        isSound = false
        found.add(finding)
    }
}

extension CSVReader: RowReader {
    func cell(_ index: Int) -> RawCell {
        value(of: fields[index]).map { .written($0) } ?? .missing
    }

    func location(ofCell index: Int) -> SourceLocation { location(of: fields[index].place) }
}

// MARK: - Rows

extension CSVReader {
    private mutating func readHeader() {
        guard position < bytes.count else {
            report(
                "the file is empty", at: here, hint: "the first line names the columns")
            return
        }
        while line < dialect.header {
            guard let lineEnd = bytes[position...].firstIndex(of: lineFeed) else {
                report(
                    "the file has \(counted(line, "line")), and line \(dialect.header) is said to "
                        + "name the columns", at: here)
                position = bytes.count
                return
            }
            position = lineEnd
            skipLineBreak()
        }
        scanRow()
        guard isSound else { return }
        columns = fields.map { String(decoding: content(of: $0), as: UTF8.self) }
        var seen: Set<String> = []
        for (field, name) in zip(fields, columns) {
            // SQL takes `Year` and `year` for the same column.
            if name.allSatisfy(\.isWhitespace) {
                report("a column has no name", at: field.place)
            } else if !seen.insert(name.asciiLowercased).inserted {
                report(
                    "there are two columns \(excerpt(of: name))", at: field.place,
                    hint: "rename one of them")
            }
        }
    }

    private mutating func scanRow() {
        isSound = true
        fields.removeAll(keepingCapacity: true)
        let start = here
        while true {
            fields.append(scanField())
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        let end = position
        skipLineBreak()
        // RFC 4180 lets a file of one column have an empty line for an empty cell. Here it is
        // a mistake as in all other files: most often it is a stray one at the end.
        if end == start.offset {
            report("the line is empty", at: start, hint: "remove it")
        }
    }

    /// The first cell too many, or the row's start where cells are lacking.
    private var firstMisfit: Place {
        fields.count > columns.count ? fields[columns.count].place : (fields.first?.place ?? here)
    }

    private mutating func skipLineBreak() {
        guard position < bytes.count else { return }
        if bytes[position] == carriageReturn { position += 1 }
        position += 1
        line += 1
        lineStart = position
    }

}

// MARK: - Cells

extension CSVReader {
    /// Scans one cell; stops at a delimiter, at a line break or at the end.
    private mutating func scanField() -> Field {
        let start = here
        guard position < bytes.count, bytes[position] == quote else {
            return Field(range: scanPlain(from: start), place: start)
        }
        return scanQuoted(from: start)
    }

    private mutating func scanPlain(from start: Place) -> Range<Int> {
        // One report for each cell: what follows the first mistake is often its consequence.
        var mistake: (message: String, place: Place, hint: String?)?
        var needsUTF8 = false
        while position < bytes.count, !isCellEnd(position) {
            let byte = bytes[position]
            if byte >= 0x80 {
                needsUTF8 = true
            } else if byte <= quote, mistake == nil {
                switch byte {
                case quote:
                    mistake = (
                        "a quote inside a cell that does not start with one", here,
                        "put the whole cell in quotes and double the quotes inside"
                    )
                case carriageReturn:
                    mistake = (
                        "a carriage return without a line feed", here,
                        "save the file with LF or CRLF line ends"
                    )
                case 0: mistake = nulMistake
                default: break
                }
            }
            position += 1
        }
        let range = start.offset..<position
        if let mistake { report(mistake.message, at: mistake.place, hint: mistake.hint) }
        if needsUTF8 { checkUTF8(range, in: start) }
        return range
    }

    private mutating func scanQuoted(from start: Place) -> Field {
        position += 1
        var field = Field(range: position..<position, isQuoted: true, place: start)
        var mistake: (message: String, place: Place, hint: String?)?
        var needsUTF8 = false
        while true {
            guard position < bytes.count else {
                report(
                    "the quote is never closed", at: start,
                    hint: "close it, or double it where it belongs to the text")
                return field
            }
            let byte = bytes[position]
            if byte == quote {
                guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
                field.hasDoubledQuotes = true
                position += 1
            } else if byte == lineFeed {
                line += 1
                lineStart = position + 1
            } else if byte == 0, mistake == nil {
                mistake = nulMistake
            } else if byte >= 0x80 {
                needsUTF8 = true
            }
            position += 1
        }
        field.range = field.range.lowerBound..<position
        position += 1
        if position < bytes.count, !isCellEnd(position) {
            mistake =
                mistake
                ?? (
                    "text after the closing quote", here,
                    "double the quotes inside a quoted cell, and end the cell with its quote"
                )
            while position < bytes.count, !isCellEnd(position) { position += 1 }
        }
        if let mistake { report(mistake.message, at: mistake.place, hint: mistake.hint) }
        if needsUTF8 { checkUTF8(field.range, in: start) }
        return field
    }

    private func isCellEnd(_ index: Int) -> Bool {
        let byte = bytes[index]
        if byte == delimiter || byte == lineFeed { return true }
        return byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
    }

    private var nulMistake: (message: String, place: Place, hint: String?) {
        ("a NUL byte", here, "save the file as UTF-8 text")
    }

    private mutating func checkUTF8(_ range: Range<Int>, in start: Place) {
        guard let offset = firstInvalidUTF8(in: range) else { return }
        // A quoted cell may span lines: count them up to the byte at fault.
        var place = start
        for index in range.lowerBound..<offset where bytes[index] == lineFeed {
            place.line += 1
            place.lineStart = index + 1
        }
        place.offset = offset
        report(
            "a byte that is not UTF-8", at: place,
            hint:
                "save the file as UTF-8, or declare its encoding; it may be windows-1252 or utf-16")
    }

    /// The first byte that starts no well-formed sequence (Unicode 15, table 3-7).
    private func firstInvalidUTF8(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            let lead = bytes[index]
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0x00...0x7F: length = 1
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard range.upperBound - index >= length else { return index }
            if length > 1, !second.contains(bytes[index + 1]) { return index }
            for next in stride(from: 2, to: length, by: 1) where bytes[index + next] & 0xC0 != 0x80
            {
                return index
            }
            index += length
        }
        return nil
    }
}

// MARK: - Places

extension CSVReader {
    private var here: Place { Place(offset: position, line: line, lineStart: lineStart) }

    private mutating func report(_ message: String, at place: Place, hint: String? = nil) {
        // To tell a column means to walk the line: not for each of a million mistakes in one.
        guard !found.hasGivenUp else {
            isSound = false
            return
        }
        report(.error(message, at: location(of: place), hint: hint))
    }

    private func location(of place: Place) -> SourceLocation {
        // A scalar has one byte that is not a continuation byte.
        var column = 1
        for byte in bytes[place.lineStart..<place.offset] where byte & 0xC0 != 0x80 { column += 1 }
        return SourceLocation(file: file, line: place.line, column: column)
    }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

extension CSVDialect.Delimiter {
    /// What the delimiter is called.
    fileprivate var noun: String {
        switch self {
        case .comma: "comma"
        case .semicolon: "semicolon"
        case .tab: "tabulator"
        case .pipe: "bar"
        }
    }
}

extension String {
    /// The name as SQL compares names: only ASCII letters lose their case.
    var asciiLowercased: String {
        String(
            decoding: utf8.map {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0
            },
            as: UTF8.self)
    }
}
