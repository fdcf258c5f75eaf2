import Diagnostics
import Tables
import Testing

private func read(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> CSVTable {
    try CSVTable(bytes, file: "t.csv", dialect: CSVDialect(encoding: encoding))
}

private func complaints(_ bytes: [UInt8], _ encoding: TextEncoding) -> [String] {
    do {
        _ = try read(bytes, encoding)
        return []
    } catch let findings as Diagnostics {
        return findings.all.map { "\($0.location?.description ?? "-") \($0.message)" }
    } catch {
        return ["\(error)"]
    }
}

@Test func everyByteOfWindows1252IsItsCharacter() throws {
    // The five that have none are 81, 8D, 8F, 90 and 9D.
    let bytes = (0x80...0xFF).map { UInt8($0) }.filter {
        ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0)
    }
    let expected =
        "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
        + String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) }))
    #expect(try read(Array("a\n".utf8) + bytes, .windows1252).rows == [[expected]])
    for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8] {
        let digits = String(byte, radix: 16, uppercase: true)
        #expect(
            complaints(Array("a\nb".utf8) + [0xF1, byte], .windows1252)
                == ["t.csv:2:3 the byte 0x\(digits) is no character of windows-1252"])
    }
}

@Test func latin1HasNoControlCharacters() throws {
    let bytes = (0xA0...0xFF).map { UInt8($0) }
    let expected = String(
        String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) }))
    #expect(try read(Array("a\n".utf8) + bytes, .latin1).rows == [[expected]])
    #expect(
        complaints(Array("a\n".utf8) + [0x93], .latin1)
            == ["t.csv:2:1 the byte 0x93 is no character of iso-8859-1"])
}

@Test func bothOrdersOfUTF16AreRead() throws {
    let text = "año,b\n🚗,\"x\ny\"\n"
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
        let table = try read(bytes, .utf16)
        #expect(table.columns == ["año", "b"])
        #expect(table.rows == [["🚗", "x\ny"]])
    }
    #expect(
        complaints(Array(big.dropFirst(2)), .utf16)
            == ["t.csv:1:1 the file does not start with the byte order mark of UTF-16"])
    #expect(complaints([], .utf16).count == 1)
    #expect(
        complaints([0xFE, 0xFF, 0, 0x61, 0, 0x0A, 0], .utf16)
            == ["t.csv:2:1 the file ends within a character of UTF-16"])
    for half in [[0xD8, 0x00], [0xDC, 0x00], [0xD8, 0x00, 0, 0x62]] as [[UInt8]] {
        #expect(
            complaints([0xFE, 0xFF, 0, 0x61, 0, 0x0A, 0, 0x61] + half, .utf16)
                == ["t.csv:2:2 half of a pair of UTF-16"])
    }
}

@Test func aFileOfManyWrongBytesIsNotToldByteByByte() {
    let bytes = [UInt8](repeating: 0x81, count: 100_000)
    #expect(complaints(bytes, .windows1252).count == 51)
}
