import Diagnostics
public import Tables
import YAML

extension Deck {
    /// A deck file with another period and nothing else changed: comments and layout stay.
    ///
    /// - Parameter name: what findings call the file.
    /// - Throws: `Diagnostics` or a `Diagnostic` where the file cannot be read, or its period is not
    ///   written on one line.
    public static func file(
        _ bytes: [UInt8], named name: String, movedTo period: Period
    ) throws -> [UInt8] {
        let root = try Node.parse(bytes, file: name)
        guard let node = root["period"], let scalar = node.scalar else {
            throw Diagnostic.error(
                "the deck has no period to move", at: root.location,
                hint: "write a line as period: \(period)")
        }
        let place = scalar.textStart ?? node.location
        guard let start = offset(of: place, in: bytes),
            bytes[start...].starts(with: Array(scalar.text.utf8))
        else {
            throw Diagnostic.error(
                "the period is not written on one line", at: node.location,
                hint: "write it as period: \(period)")
        }
        var moved = bytes
        moved.replaceSubrange(
            start..<start + scalar.text.utf8.count, with: Array(period.description.utf8))
        return moved
    }

    /// The first byte of a place; `nil` where there is none.
    private static func offset(of place: SourceLocation, in bytes: [UInt8]) -> Int? {
        var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        while line < place.line {
            guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            offset = end + 1
            line += 1
        }
        // Columns count Unicode scalars, each of which has one byte that continues none.
        var column = 1
        while column < place.column {
            guard offset < bytes.count else { return nil }
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }
}
