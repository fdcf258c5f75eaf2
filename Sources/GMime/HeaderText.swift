import CGMime

/// Words as headers carry them: in ASCII, in lines of at most 76 characters where that can be had.
///
/// GMime's own encoder makes encoded words longer than 75 characters, and takes a text that looks like one for
/// one; so words are encoded here (RFC 2047), and lines folded (RFC 5322, 2.2.3).
enum HeaderText {
    private static let mostInLine = 76
    /// Characters of a word that fits into the first line, behind the header's name: parsers take the blank of an
    /// empty first line for a part of the text.
    private static let mostBehindName = 64
    /// Bytes whose base64 makes an encoded word of so many characters.
    private static let mostInWord = 39

    /// What stands behind `name:`, each line but the first beginning with a blank, with the last line's end.
    static func lines(_ parts: [String], behind name: String) -> String {
        var lines = [""]
        var length = name.utf8.count + 1
        for part in parts {
            let count = part.utf8.count + 1
            if length + count > mostInLine {
                lines.append("")
                length = 0
            }
            lines[lines.count - 1] += " " + part
            length += count
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as parts between which a line may break: its words, or encoded words.
    static func parts(of text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let isPlain =
            text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
            && words.allSatisfy { !$0.isEmpty && $0.utf8.count <= mostBehindName }
        return isPlain ? words.map(String.init) : encodedWords(of: text)
    }

    /// A person's name as parts: words, a quoted text, or encoded words.
    static func parts(ofName name: String) -> [String] {
        guard !name.isEmpty else { return [] }
        let isASCII = name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !name.contains("=?")
        guard isASCII, name.utf8.count <= 60 else { return encodedWords(of: name) }
        // What RFC 5322, 3.2.3 lets stand without quotes.
        let signs = Set("!#$%&'*+-/=?^_`{|}~ ".utf8)
        let isAtoms = name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || signs.contains(byte)
        }
        let isSpaced = name.hasPrefix(" ") || name.hasSuffix(" ") || name.contains("  ")
        if isAtoms, !isSpaced { return [name] }
        let escaped = name.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    /// Encoded words of whole characters; decoders join neighbours without the blank between them.
    private static func encodedWords(of text: String) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > mostInWord {
                words.append(encodedWord(chunk))
                chunk = []
            }
            chunk += bytes
        }
        if !chunk.isEmpty { words.append(encodedWord(chunk)) }
        return words
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        guard let base64 = g_base64_encode(bytes, gsize(bytes.count)) else { return "" }
        defer { g_free(base64) }
        return "=?UTF-8?B?\(String(cString: base64))?="
    }
}
