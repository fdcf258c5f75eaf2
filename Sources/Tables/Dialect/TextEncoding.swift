import Diagnostics

/// How a text file writes characters as bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16 with a byte order mark, which says which byte comes first.
    case utf16 = "utf-16"
    /// What Windows in western Europe and America calls ANSI.
    case windows1252 = "windows-1252"
    /// Latin-1, without the control characters from 0x80 to 0x9F.
    case latin1 = "iso-8859-1"
}

extension TextEncoding {
    /// The file's text as UTF-8.
    ///
    /// What is not a character is noted with its place, and becomes U+FFFD; UTF-8 itself is left as
    /// it is, since the reader checks it.
    func utf8(_ bytes: [UInt8], file: String, into findings: inout FindingList) -> [UInt8] {
        switch self {
        case .utf8: bytes
        case .utf16: TextEncoding.fromUTF16(bytes, file: file, into: &findings)
        case .windows1252, .latin1: fromBytes(bytes, file: file, into: &findings)
        }
    }

    private func fromBytes(
        _ bytes: [UInt8], file: String, into findings: inout FindingList
    ) -> [UInt8] {
        var text = DecodedText(file: file, capacity: bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
                continue
            }
            if let scalar = scalar(byte) {
                text.append(scalar)
                continue
            }
            let digits = String(byte, radix: 16, uppercase: true)
            let hint =
                self == .latin1
                ? "the file may be windows-1252" : "the file is perhaps not windows-1252"
            text.appendFault("the byte 0x\(digits) is no character of \(rawValue)", hint, &findings)
        }
        return text.bytes
    }

    private func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        guard self == .windows1252, let scalar = windows1252From80[Int(byte) - 0x80] else {
            return nil
        }
        return scalar
    }

    private static func fromUTF16(
        _ bytes: [UInt8], file: String, into findings: inout FindingList
    ) -> [UInt8] {
        let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
        guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else {
            findings.add(
                .error(
                    "the file does not start with the byte order mark of UTF-16",
                    at: SourceLocation(file: file, line: 1, column: 1),
                    hint: "save it as UTF-16 with a byte order mark, or as UTF-8"))
            return []
        }
        var text = DecodedText(file: file, capacity: bytes.count)
        var index = 2
        let unit = { (index: Int) in
            isBigEndian
                ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
                : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
        }
        while index < bytes.count {
            guard index + 1 < bytes.count else {
                text.appendFault("the file ends within a character of UTF-16", nil, &findings)
                break
            }
            let first = unit(index)
            index += 2
            if let scalar = Unicode.Scalar(first) {
                text.append(scalar)
            } else if first < 0xDC00, index + 1 < bytes.count,
                (0xDC00...0xDFFF).contains(unit(index)),
                let scalar = Unicode.Scalar(
                    0x10000 + (first - 0xD800) << 10 + (unit(index) - 0xDC00))
            {
                text.append(scalar)
                index += 2
            } else {
                text.appendFault("half of a pair of UTF-16", nil, &findings)
            }
        }
        return text.bytes
    }
}

/// A text that is being decoded.
private struct DecodedText {
    private(set) var bytes: [UInt8] = []
    private let file: String

    init(file: String, capacity: Int) {
        self.file = file
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ ascii: UInt8) { bytes.append(ascii) }

    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    mutating func appendFault(_ message: String, _ hint: String?, _ findings: inout FindingList) {
        if !findings.hasGivenUp {
            findings.add(.error(message, at: place, hint: hint))
        }
        append("\u{FFFD}")
    }

    /// Behind the last character; counted only where it is told.
    private var place: SourceLocation {
        let lineStart = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return SourceLocation(
            file: file, line: bytes.count { $0 == UInt8(ascii: "\n") } + 1,
            column: bytes[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
    }
}

/// The characters of Windows-1252 for the bytes from 0x80 to 0x9F; five of them have none.
private let windows1252From80: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
]
