// The room of JSON. It promises:
// - what is read is JSON as RFC 8259 has it and no laxer, and each finding has its line and column;
// - nesting and the length of numbers are bounded, so that no file exhausts the stack.

public import Diagnostics

/// A strict reader of JSON (RFC 8259) that is asked for what should come next.
///
/// It keeps no tree: who reads says whether an object, a number or a text is expected, and gets it,
/// or a finding with line and column. A copy is a bookmark. Numbers are read from the bytes,
/// without a text in between, which is what makes a map of 190 KB a matter of a millisecond.
public struct JSONReader {
    /// The kinds of JSON values.
    public enum Kind {
        case object, array, text, number, bool, null
    }

    /// How deeply objects and arrays may lie within each other; a map needs nine levels.
    public static let deepestNesting = 64
    /// How many characters a number may have; no meaningful one has more than thirty.
    public static let longestNumber = 1024

    /// Where the next byte is read; after `peek()`, where the next value starts.
    public private(set) var offset: Int
    /// Where the key that `nextKey()` gave last starts.
    public private(set) var keyOffset = 0

    private let bytes: [UInt8]
    private let file: String
    private let firstByte: Int
    private var depth = 0
    // Whether no element of the container at hand was read yet. One flag serves all levels: when
    // an inner container ends, the outer one has had an element.
    private var isFirst = true

    /// A reader at the start of `bytes`; `file` is the name that findings carry.
    public init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        // RFC 8259, section 8.1, lets readers ignore a byte order mark; Windows tools write it.
        firstByte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        offset = firstByte
    }

    // MARK: - Values

    /// Where the next value starts.
    public mutating func start() -> Int {
        skipSpace()
        return offset
    }

    /// The kind of the next value, judged by its first character.
    public mutating func peek() throws(Diagnostic) -> Kind {
        skipSpace()
        switch byte(at: offset) {
        case Ascii.openBrace: return .object
        case Ascii.openBracket: return .array
        case Ascii.quote: return .text
        case Ascii.minus, Ascii.zero...Ascii.nine: return .number
        case Ascii.t, Ascii.f: return .bool
        case Ascii.n: return .null
        default: throw unexpected("a value")
        }
    }

    /// Enters an object; `nextKey()` then gives its keys.
    public mutating func beginObject() throws(Diagnostic) {
        try enter(Ascii.openBrace, "an object")
    }

    /// The next key of the object at hand, whose value is then to be read; `nil` at its end.
    public mutating func nextKey() throws(Diagnostic) -> String? {
        guard try hasNext(before: Ascii.closeBrace, "'}'") else { return nil }
        skipSpace()
        guard byte(at: offset) == Ascii.quote else { throw unexpected("a key in quotes") }
        keyOffset = offset
        let key = try text()
        skipSpace()
        guard byte(at: offset) == Ascii.colon else { throw unexpected("':' after a key") }
        offset += 1
        return key
    }

    /// Enters an array; `nextElement()` then says whether there is one to read.
    public mutating func beginArray() throws(Diagnostic) {
        try enter(Ascii.openBracket, "an array")
    }

    /// Whether the array at hand has another element, which is then to be read.
    public mutating func nextElement() throws(Diagnostic) -> Bool {
        try hasNext(before: Ascii.closeBracket, "']'")
    }

    /// True or false.
    public mutating func bool() throws(Diagnostic) -> Bool {
        skipSpace()
        let value = byte(at: offset) == Ascii.t
        try literal(value ? "true" : "false")
        return value
    }

    /// The word `null`.
    public mutating func null() throws(Diagnostic) {
        skipSpace()
        try literal("null")
    }

    /// Reads the next value, whatever it is, and forgets it.
    public mutating func skipValue() throws(Diagnostic) {
        switch try peek() {
        case .object:
            try beginObject()
            while try nextKey() != nil { try skipValue() }
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .text: _ = try text()
        case .number: _ = try number()
        case .bool: _ = try bool()
        case .null: try null()
        }
    }

    /// Nothing but white space up to the end of the file.
    public mutating func end() throws(Diagnostic) {
        skipSpace()
        guard offset == bytes.count else { throw unexpected("the end of the file") }
    }

    // MARK: - Numbers

    /// A finite number.
    public mutating func number() throws(Diagnostic) -> Double {
        skipSpace()
        let first = offset
        var index = offset
        if byte(at: index) == Ascii.minus { index += 1 }
        // Beyond 15 digits `mantissa` is not used: it may then wrap around.
        var (mantissa, digits, scale) = (0 as UInt64, 0, 0)
        guard let leading = digit(at: index) else {
            offset = index
            throw unexpected(index == first ? "a number" : "a digit")
        }
        if leading == 0 {
            index += 1
            guard digit(at: index) == nil else {
                throw error("a number starts with a zero", at: first)
            }
        } else {
            let start = index
            while let digit = digit(at: index) {
                mantissa = mantissa &* 10 &+ digit
                index += 1
            }
            digits = index - start
        }
        if byte(at: index) == Ascii.point {
            index += 1
            let start = index
            while let digit = digit(at: index) {
                mantissa = mantissa &* 10 &+ digit
                index += 1
            }
            guard index > start else {
                offset = index
                throw unexpected("a digit after the decimal point")
            }
            scale = start - index
            digits += index - start
        }
        if byte(at: index) == Ascii.e || byte(at: index) == Ascii.capitalE {
            scale += try exponent(&index)
        }
        guard index - first <= Self.longestNumber else {
            throw error("a number of more than \(Self.longestNumber) characters", at: first)
        }
        offset = index
        let isNegative = byte(at: first) == Ascii.minus
        // Both factors are exact, so one rounding gives the nearest number (Clinger 1990).
        if digits <= 15, abs(scale) < Self.powersOfTen.count {
            let power = Self.powersOfTen[abs(scale)]
            let value = scale < 0 ? Double(mantissa) / power : Double(mantissa) * power
            return isNegative ? -value : value
        }
        guard let value = Double(String(decoding: bytes[first..<index], as: UTF8.self)),
            value.isFinite
        else { throw error("a number is too large", at: first) }
        return value
    }

    /// A number as it is written.
    public mutating func numberAsText() throws(Diagnostic) -> String {
        skipSpace()
        let first = offset
        _ = try number()
        return String(decoding: bytes[first..<offset], as: UTF8.self)
    }

    /// The part of a number from its `e` on; large ones end at a bound that no number survives.
    private func exponent(_ index: inout Int) throws(Diagnostic) -> Int {
        index += 1
        let isNegative = byte(at: index) == Ascii.minus
        if isNegative || byte(at: index) == Ascii.plus { index += 1 }
        guard digit(at: index) != nil else {
            throw error("the exponent of a number has no digit", at: index)
        }
        var exponent = 0
        while let digit = digit(at: index) {
            exponent = min(100_000, exponent * 10 + Int(digit))
            index += 1
        }
        return isNegative ? -exponent : exponent
    }

    /// The powers of ten that a `Double` holds exactly.
    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    // MARK: - Texts

    /// A text without its quotes, escapes resolved.
    public mutating func text() throws(Diagnostic) -> String {
        skipSpace()
        guard byte(at: offset) == Ascii.quote else { throw unexpected("a text in quotes") }
        let first = offset
        offset += 1
        var plainStart = offset
        var resolved: [UInt8] = []
        while true {
            switch byte(at: offset) {
            case Ascii.quote:
                let plain = bytes[plainStart..<offset]
                offset += 1
                if resolved.isEmpty { return String(decoding: plain, as: UTF8.self) }
                return String(decoding: resolved + plain, as: UTF8.self)
            case Ascii.backslash:
                resolved += bytes[plainStart..<offset]
                try resolved += String(escape()).utf8
                plainStart = offset
            case 0..<0x20:
                guard offset < bytes.count else { throw error("a text does not end", at: first) }
                throw error("a control character in a text", at: offset)
            case 0x20..<0x80:
                offset += 1
            default:
                guard let length = scalarLength(at: offset) else {
                    throw error(
                        "the text is not valid UTF-8", at: offset, hint: "save the file as UTF-8")
                }
                offset += length
            }
        }
    }

    /// One character written with a backslash; a pair of surrogates counts as one.
    private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
        let first = offset
        offset += 2
        switch byte(at: first + 1) {
        case Ascii.quote: return "\""
        case Ascii.backslash: return "\\"
        case Ascii.slash: return "/"
        case Ascii.b: return "\u{8}"
        case Ascii.f: return "\u{C}"
        case Ascii.n: return "\n"
        case Ascii.r: return "\r"
        case Ascii.t: return "\t"
        case Ascii.u: break
        default: throw error("an unknown escape in a text", at: first)
        }
        let unit = try fourHexDigits(of: first)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, byte(at: offset) == Ascii.backslash, byte(at: offset + 1) == Ascii.u
        else { throw error("half of a surrogate pair in a text", at: first) }
        offset += 2
        let low = try fourHexDigits(of: first)
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw error("half of a surrogate pair in a text", at: first) }
        return scalar
    }

    private mutating func fourHexDigits(of escape: Int) throws(Diagnostic) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = byte(at: offset)
            let digit: UInt8
            switch byte {
            case Ascii.zero...Ascii.nine: digit = byte - Ascii.zero
            case Ascii.a...Ascii.f: digit = byte - Ascii.a + 10
            case Ascii.capitalA...Ascii.capitalF: digit = byte - Ascii.capitalA + 10
            default: throw error("\\u needs four hexadecimal digits", at: escape)
            }
            value = value << 4 + UInt32(digit)
            offset += 1
        }
        return value
    }

    /// The bytes of the character outside ASCII at an offset; `nil` where it is not valid UTF-8.
    ///
    /// The table of well-formed sequences is the Unicode Standard's, table 3-7.
    private func scalarLength(at index: Int) -> Int? {
        let second: ClosedRange<UInt8>
        let length: Int
        switch byte(at: index) {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xE1...0xEC, 0xEE...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: return nil
        }
        guard second.contains(byte(at: index + 1)) else { return nil }
        for further in 2..<4 where further < length {
            guard (0x80...0xBF).contains(byte(at: index + further)) else { return nil }
        }
        return length
    }

    // MARK: - Findings

    /// A finding at the line and column of a byte.
    public func error(_ message: String, at offset: Int, hint: String? = nil) -> Diagnostic {
        .error(message, at: location(at: offset), hint: hint)
    }

    /// The line and column of a byte.
    public func location(at offset: Int) -> SourceLocation {
        var (line, column) = (1, 1)
        for byte in bytes[firstByte..<min(max(offset, firstByte), bytes.count)] {
            if byte == Ascii.newline {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // The bytes that continue a character are not columns of their own.
                column += 1
            }
        }
        return SourceLocation(file: file, line: line, column: column)
    }

    /// Where an element starts of an array that was read before; `nil` where it has fewer.
    public func offset(ofElement element: Int, inArrayAt start: Int) -> Int? {
        var copy = self
        (copy.offset, copy.depth) = (start, 0)
        do throws(Diagnostic) {
            try copy.beginArray()
            var index = 0
            while try copy.nextElement() {
                _ = try copy.peek()
                if index == element { return copy.offset }
                try copy.skipValue()
                index += 1
            }
        } catch _ {
            // What was read before is read again without a finding.
        }
        return nil
    }

    private func unexpected(_ expected: String) -> Diagnostic {
        let found =
            switch byte(at: offset) {
            case _ where offset >= bytes.count: "the end of the file"
            case let byte where (0x21..<0x7F).contains(byte):
                "'\(Unicode.Scalar(byte))'"
            default: "an unprintable or foreign character"
            }
        return error("expected \(expected), found \(found)", at: offset)
    }

    // MARK: - Bytes

    private mutating func enter(_ bracket: UInt8, _ name: String) throws(Diagnostic) {
        skipSpace()
        guard byte(at: offset) == bracket else { throw unexpected(name) }
        guard depth < Self.deepestNesting else {
            throw error("nested more than \(Self.deepestNesting) levels deep", at: offset)
        }
        depth += 1
        offset += 1
        isFirst = true
    }

    private mutating func hasNext(before bracket: UInt8, _ name: String) throws(Diagnostic) -> Bool
    {
        skipSpace()
        let next = byte(at: offset)
        if next == bracket {
            depth -= 1
            offset += 1
            isFirst = false
            return false
        }
        if !isFirst {
            guard next == Ascii.comma else { throw unexpected("',' or \(name)") }
            offset += 1
        }
        isFirst = false
        return true
    }

    private mutating func literal(_ word: String) throws(Diagnostic) {
        for (index, letter) in word.utf8.enumerated()
        where byte(at: offset + index) != letter {
            throw unexpected(word)
        }
        offset += word.utf8.count
    }

    @inline(__always)
    private mutating func skipSpace() {
        // Most values follow each other without space.
        guard offset < bytes.count, bytes[offset] <= Ascii.space else { return }
        skipSomeSpace()
    }

    private mutating func skipSomeSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case Ascii.space, Ascii.newline, Ascii.carriageReturn, Ascii.tab: offset += 1
            default: return
            }
        }
    }

    /// The byte at an index; 0, which JSON has no use for, beyond the end.
    private func byte(at index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    private func digit(at index: Int) -> UInt64? {
        let byte = byte(at: index)
        return byte >= Ascii.zero && byte <= Ascii.nine ? UInt64(byte - Ascii.zero) : nil
    }
}

/// The characters that JSON's grammar names.
private enum Ascii {
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let point: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let capitalA: UInt8 = 0x41
    static let capitalE: UInt8 = 0x45
    static let capitalF: UInt8 = 0x46
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let a: UInt8 = 0x61
    static let b: UInt8 = 0x62
    static let e: UInt8 = 0x65
    static let f: UInt8 = 0x66
    static let n: UInt8 = 0x6E
    static let r: UInt8 = 0x72
    static let t: UInt8 = 0x74
    static let u: UInt8 = 0x75
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D
}
