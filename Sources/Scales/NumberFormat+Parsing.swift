extension NumberFormat {
    /// The greatest width a specifier may ask for; no label is wider.
    static let greatestWidth = 1000

    /// A format by its specifier, as in `,.1f` or `.1k' MDD'`.
    ///
    /// - Throws: `NumberFormatError` with the place of what cannot be read. Stricter than d3 in
    ///   one point: an unknown type is an error rather than another name for none.
    public init(_ specifier: String) throws(NumberFormatError) {
        self.init()
        var reader = Reader(specifier)
        // The fill comes first only where an alignment follows it.
        if let second = reader.peek(1), let align = Align(rawValue: String(second)),
            let first = reader.peek(), !isLineBreak(first)
        {
            fill = Character(first)
            self.align = align
            reader.offset += 2
        } else if let align: Align = reader.take() {
            self.align = align
        }
        if let sign: Sign = reader.take() { self.sign = sign }
        if let symbol: Symbol = reader.take() { self.symbol = symbol }
        isZeroPadded = reader.take("0")
        let widthOffset = reader.offset
        if let width = reader.number() {
            guard width <= Self.greatestWidth else {
                throw reader.error("a width is at most \(Self.greatestWidth)", at: widthOffset)
            }
            self.width = width
        }
        isGrouped = reader.take(",")
        if reader.take(".") {
            guard let digits = reader.number() else {
                throw reader.error("'.' is followed by a number of digits")
            }
            precision = digits
        }
        isTrimmed = reader.take("~")
        if let kind: Kind = reader.take() { self.kind = kind }
        suffix = try reader.quotedText()
        if let rest = reader.peek() { throw reader.error(complaint(about: rest)) }
    }
}

private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .lineSeparator
        || "\n\r\u{2029}".unicodeScalars.contains(scalar)
}

private func complaint(about scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "A"..."Z":
        "'\(scalar)' is not a type; types are e f g r s % p d b o x X c n"
    case ",": "',' stands before the precision"
    case "0"..."9": "a precision stands after a '.'"
    case "$", "#": "'\(scalar)' stands before the width"
    case "+", "-", "(", " ": "the sign '\(scalar)' stands before symbol and width"
    case "<", ">", "^", "=": "the alignment '\(scalar)' comes first, after one fill character"
    default: "'\(scalar)' has no meaning here"
    }
}

/// Walks over a specifier.
private struct Reader {
    let specifier: String
    let scalars: [Unicode.Scalar]
    var offset = 0

    init(_ specifier: String) {
        self.specifier = specifier
        scalars = Array(specifier.unicodeScalars)
    }

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        offset + ahead < scalars.count ? scalars[offset + ahead] : nil
    }

    /// Takes one character if it is `scalar`.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        offset += 1
        return true
    }

    /// Takes one character if it names a case.
    mutating func take<Part: RawRepresentable<String>>() -> Part? {
        guard let part = peek().flatMap({ Part(rawValue: String($0)) }) else { return nil }
        offset += 1
        return part
    }

    /// Takes digits; a number too great for any use stays as great as it can be.
    mutating func number() -> Int? {
        var value: Int?
        while let digit = peek()?.value, digit >= 48, digit <= 57 {
            value = min((value ?? 0) * 10 + Int(digit - 48), 1_000_000)
            offset += 1
        }
        return value
    }

    /// Takes a text in single quotes, in which two of them stand for one; empty where none begins.
    mutating func quotedText() throws(NumberFormatError) -> String {
        let start = offset
        guard take("'") else { return "" }
        var text = ""
        while let scalar = peek() {
            offset += 1
            if scalar == "'", !take("'") { return text }
            text.unicodeScalars.append(scalar)
        }
        throw error("the text behind the number ends with another \"'\"", at: start)
    }

    func error(_ message: String, at place: Int? = nil) -> NumberFormatError {
        NumberFormatError(specifier: specifier, offset: place ?? offset, message: message)
    }
}
