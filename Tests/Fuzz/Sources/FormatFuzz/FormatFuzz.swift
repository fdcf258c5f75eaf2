import Driver
import Lamina
import Scales

/// Formats of numbers and dates: a specifier, a line break, and eight bytes of what is printed.
///
/// Whatever can be read as a format prints every number and every moment, as wide as it says, and is the same format when
/// its own specifier is read.
private func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Driver.bytes(start, count)
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let specifier = String(decoding: bytes[..<end], as: UTF8.self)
    var bits: UInt64 = 0
    for byte in bytes[end...].dropFirst().prefix(8) { bits = bits << 8 | UInt64(byte) }
    let number = Double(bitPattern: bits)
    for tag in DeckLocale.supportedTags {
        guard let locale = DeckLocale(tag: tag) else { continue }
        if let format = try? NumberFormat(specifier) {
            let text = format.text(number, locale: locale.number)
            precondition(text.utf16.count >= min(format.width, 1000))
            guard let again = try? NumberFormat(format.specifier) else {
                preconditionFailure("its own specifier is none: \(format.specifier)")
            }
            precondition(again.text(number, locale: locale.number) == text)
            _ = format.sharingPrefix(of: number)
        }
        if let format = try? Scales.DateFormat(specifier) {
            let day = CivilDate(dayNumber: Int(bits % 4_000_000) - 1_000_000)
            precondition(
                format.text(day, locale: locale.date) == format.text(day, locale: locale.date))
        }
    }
    return 0
}

@main
struct FormatFuzz {
    static func main() { fuzz(test) }
}
