import Expat

/// A text of a workbook as it comes: the runs of a rich text joined, without how they are read aloud.
struct SheetText {
    private var text = ""
    private var isInRun = false
    private var isInReading = false

    /// Takes one event within the element of the text.
    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let element) where element.name == "rPh": isInReading = true
        case .end("rPh"): isInReading = false
        case .start(let element) where element.name == "t": isInRun = true
        case .end("t"): isInRun = false
        case .text(let more) where isInRun && !isInReading: text += more
        case .start, .end, .text: break
        }
    }

    /// The text, and the beginning of the next one.
    mutating func finish() -> String {
        defer { self = SheetText() }
        return unescaped(text)
    }
}

/// The text with `_x000D_` and the like made characters (ECMA-376, 22.9.2.19).
///
/// Control characters that no text should have stay as they are written.
func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
        if let scalar = escape(rest) {
            result += Array(String(scalar).utf8)
            rest = rest.dropFirst(7)
        } else {
            result.append(byte)
            rest = rest.dropFirst()
        }
    }
    return String(decoding: result, as: UTF8.self)
}

private func escape(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let code = Array(bytes.prefix(7))
    guard code.count == 7, code.starts(with: Array("_x".utf8)), code[6] == UInt8(ascii: "_"),
        code[2] != UInt8(ascii: "+"), code[2] != UInt8(ascii: "-"),
        let value = UInt32(String(decoding: code[2..<6], as: UTF8.self), radix: 16),
        value >= 0x20 || [0x09, 0x0A, 0x0D].contains(value)
    else { return nil }
    return Unicode.Scalar(value)
}
