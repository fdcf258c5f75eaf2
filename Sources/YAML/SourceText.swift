import Diagnostics

/// The bytes of a YAML file, checked to be text, and its lines for messages.
struct SourceText {
    /// The file as the user knows it.
    let file: String
    /// UTF-8 without a byte order mark at its start.
    let bytes: ArraySlice<UInt8>

    /// The text of a file.
    ///
    /// Throws where the bytes are too many, not UTF-8, or hold characters that text has not.
    init(_ bytes: [UInt8], file: String, values: Int = Limit.yamlValues.standard)
        throws(Diagnostics)
    {
        self.file = file
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let most = YAMLLimits.bytes(forValues: values)
        if bytes.count > most {
            let limit = "\(most >> 20) MiB"
            throw Diagnostics([
                .error(
                    "the file has \(bytes.count) bytes, more than \(limit)",
                    at: SourceLocation(file: file),
                    hint: Limit.yamlValues.hint(
                        "keep data in tables of their own, and the deck to its text"))
            ])
        }
        if let finding = firstFlaw() { throw Diagnostics([finding]) }
    }

    /// The characters of a line, from 1, without its end; empty past the last line.
    ///
    /// Cost: the length of the file. It is for messages.
    func line(_ number: Int) -> [Unicode.Scalar] {
        var current = 1
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            let byte = bytes[index]
            var next = index + 1
            if byte == 0x0D, next < bytes.endIndex, bytes[next] == 0x0A { next += 1 }
            if byte == 0x0A || byte == 0x0D {
                if current == number { break }
                current += 1
                start = next
            }
            index = next
        }
        guard current == number else { return [] }
        return Array(String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars)
    }

    /// The first place that is not text, if there is one.
    ///
    /// Stricter than YAML in two matters. Line separators other than CR and LF are refused, since
    /// YAML 1.1, which libyaml speaks, and 1.2 read them differently; so are byte order marks
    /// inside the text, which nobody sees.
    private func firstFlaw() -> Diagnostic? {
        var place = SourceLocation(file: file, line: 1, column: 1)
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var wasReturn = false
        var lineStart = true
        var directives = 0
        var offset = bytes.startIndex
        while true {
            let scalar: Unicode.Scalar
            switch decoder.parseScalar(from: &iterator) {
            case .emptyInput:
                return nil
            case .error:
                return .error(
                    "this byte is not UTF-8 text", at: place,
                    hint: "save the file as UTF-8")
            case .valid(let encoded):
                scalar = Unicode.UTF8.decode(encoded)
                if lineStart, bytes[offset...].starts(with: "%TAG".utf8) {
                    directives += 1
                    if directives > YAMLLimits.tagDirectives {
                        return .error(
                            "more than \(YAMLLimits.tagDirectives) tag directives", at: place)
                    }
                }
                offset += encoded.count
            }
            if let message = flaw(of: scalar) {
                return .error(message.text, at: place, hint: message.hint)
            }
            switch scalar {
            case "\n" where wasReturn:
                // The second half of CR LF: the line has been counted.
                lineStart = true
            case "\n", "\r":
                place.line += 1
                place.column = 1
                lineStart = true
            default:
                place.column += 1
                lineStart = false
            }
            wasReturn = scalar == "\r"
        }
    }

    private func flaw(of scalar: Unicode.Scalar) -> (text: String, hint: String)? {
        switch scalar.value {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D:
            return nil
        case 0:
            return ("the file holds a NUL byte", "this is not a text file, or not UTF-8")
        case 0...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFFFE, 0xFFFF:
            return ("the file holds the control character \(code(of: scalar))", "remove it")
        case 0x85, 0x2028, 0x2029:
            return (
                "the file holds the line separator \(code(of: scalar))",
                "remove it, or end the line in the usual way"
            )
        case 0xFEFF:
            return ("the file holds a byte order mark inside the text", "remove it")
        default:
            return nil
        }
    }
}
