import Diagnostics
import TestSupport
import Testing
import Zip

private func archive(
    _ entries: ZipWriter.Entry..., limits: ZipLimits = ZipLimits()
) throws -> ZipArchive {
    try ZipArchive(ZipWriter(entries).bytes, file: "a.zip", limits: limits)
}

/// The words of what `work` throws; each has the archive's name as its place.
private func words(_ work: () throws -> some Any) throws -> String {
    let finding = try #require(throws: Diagnostic.self) { _ = try work() }
    #expect(finding.location == SourceLocation(file: "a.zip"))
    return finding.message
}

private let text = Array("año,ventas\n2024,12\n".utf8)
private let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }

@Suite struct ZipArchiveTests {
    @Test func whatWasPackedIsUnpacked() throws {
        let zip = try archive(
            .init("datos/", []), .init("datos/ventas.csv", text),
            .init("más/largo.bin", long, isDeflated: true), .init("vacío", []))
        #expect(
            zip.entries.map(\.name) == ["datos/", "datos/ventas.csv", "más/largo.bin", "vacío"])
        #expect(zip.entries.map(\.size) == [0, text.count, long.count, 0])
        #expect(zip.entries.map(\.isFolder) == [true, false, false, false])
        #expect(try zip.read("datos/ventas.csv") == text)
        #expect(try zip.read("más/largo.bin") == long)
        #expect(try zip.read(zip.entries[2]) == long)
        #expect(try zip.read("vacío") == [])
        #expect(try zip.read(zip.entries[0]) == [])
    }

    @Test func anArchiveWithoutEntriesIsOne() throws {
        #expect(try archive().entries == [])
    }

    @Test func namesOfOldArchivesAreCodePage437() throws {
        var entry = ZipWriter.Entry("", text)
        (entry.name, entry.flags) = ([0x61, 0xA4, 0x6F], 0)
        #expect(try archive(entry).entries.map(\.name) == ["año"])
    }

    @Test func aNameThatIsNotThereIsAnError() throws {
        let zip = try archive(.init("datos/", []), .init("datos/a.csv", text))
        #expect(zip.entry(named: "datos/") == nil)
        #expect(zip.entry(named: "DATOS/a.csv") == nil)
        #expect(try words { try zip.read("b.csv") } == "the archive has no file “b.csv”")
    }

    // MARK: - Names

    @Test(arguments: [
        ("/etc/passwd", "an absolute path"), ("C:/a", "an absolute path"),
        ("../a", "leaves its folder"), ("a/../../b", "leaves its folder"),
        ("..", "leaves its folder"), ("a\\b", "a backslash"), ("a\nb", "a control character"),
        ("a//b", "an empty part"), ("./a", "an empty part"), ("", "no name"),
    ])
    func namesThatLeadElsewhereAreErrors(name: String, fault: String) throws {
        for flags in [0, 0x800] as [UInt16] {
            var entry = ZipWriter.Entry(name, text)
            entry.flags = flags
            let said = try words { try archive(.init("a", text), entry) }
            #expect(said.contains(fault), "\(said)")
            #expect(said.contains("entry 2"))
        }
    }

    @Test func aNameDoesNotEndAtANUL() throws {
        // Older releases of libzip read a space there, newer ones refuse the archive.
        let zip = try? archive(.init("a.csv\u{0}.exe", text))
        #expect(zip == nil || zip?.entries.map(\.name) == ["a.csv .exe"])
    }

    @Test func aNameThatComesTwiceIsAnError() throws {
        let said = try words { try archive(.init("a", text), .init("b", text), .init("a", [])) }
        #expect(said == "the archive has two entries “a”")
        #expect(
            try words { try archive(.init("a/", []), .init("a", text)) }.contains("two entries"))
    }

    // MARK: - Limits

    @Test func entriesAreCounted() throws {
        let entries = (0..<20).map { ZipWriter.Entry("\($0)", text) }
        let bytes = ZipWriter(entries).bytes
        #expect(
            try ZipArchive(bytes, file: "a.zip", limits: .init(entries: 20)).entries.count == 20)
        #expect(
            try words { try ZipArchive(bytes, file: "a.zip", limits: .init(entries: 19)) }
                == "the archive has more than 19 entries")
    }

    @Test(arguments: [2, 1 << 28, 1 << 40, 1 << 60] as [UInt64])
    func aFalseCountOfEntriesIsAnError(count: UInt64) throws {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        let sound = ZipWriter([.init("a", [])]).bytes
        let zeros = { [UInt8](repeating: 0, count: $0) }
        // The directory of the archive, then an end in the 64-bit format that counts more.
        var bytes = Array(sound.dropLast(22))
        let start = UInt8(bytes.count)
        bytes += [0x50, 0x4B, 6, 6, 44] + zeros(7) + [45, 0, 45, 0] + zeros(8) + number + number
        bytes += [47] + zeros(7) + [start - 47] + zeros(7)
        bytes += [0x50, 0x4B, 6, 7] + zeros(4) + [start] + zeros(7) + [1, 0, 0, 0]
        bytes += [0x50, 0x4B, 5, 6] + zeros(4) + [UInt8](repeating: 0xFF, count: 12) + zeros(2)
        #expect(try words { try ZipArchive(bytes, file: "a.zip") }.contains("contradicts another"))
    }

    @Test func anEntryStaysBelowItsLimits() throws {
        let zip = try archive(
            .init("long", long, isDeflated: true), limits: .init(entryBytes: 200_000))
        #expect(try zip.read("long", limit: 300_000) == long)
        #expect(
            try words { try zip.read("long", limit: 199_999) }
                == "“long” has more than 199999 bytes unpacked")
        let narrow = try archive(.init("long", long), limits: .init(entryBytes: 100_000))
        #expect(try words { try narrow.read("long") }.contains("more than 100000 bytes"))
    }

    @Test func allReadsTogetherStayBelowTheLimit() throws {
        let zip = try archive(
            .init("a", long), .init("b", long), .init("c", long),
            limits: .init(totalBytes: 500_000))
        #expect(try zip.read("a") == long)
        #expect(try zip.read("b") == long)
        #expect(try words { try zip.read("c") }.contains("more than 500000 bytes"))
    }

    @Test func zerosThatUnpackAThousandfoldAreAnError() throws {
        let bomb = ZipWriter.Entry("0", [UInt8](repeating: 0, count: 8 << 20), isDeflated: true)
        #expect(bomb.packed.count < 40_000)
        #expect(try words { try archive(bomb).read("0") }.contains("more than 250 times"))
    }

    @Test(arguments: [0, 1, 1000, 199_999, 200_001, .max] as [UInt32])
    func aFalseSizeIsAnError(size: UInt32) throws {
        for isDeflated in [false, true] {
            var entry = ZipWriter.Entry("a", long, isDeflated: isDeflated)
            entry.size = size
            let said = try words { try archive(entry).read("a") }
            #expect(
                ["damaged", "more than", "contradicts"].contains { said.contains($0) }, "\(said)")
        }
    }

    // MARK: - Damage

    @Test func aWrongChecksumIsAnError() throws {
        var entry = ZipWriter.Entry("a", text)
        entry.crc ^= 1
        #expect(
            try words { try archive(entry).read("a") }
                == "“a” is damaged: its checksum does not match")
    }

    @Test func bytesThatAreNotDeflatedAreAnError() throws {
        var entry = ZipWriter.Entry("a", long, isDeflated: true)
        for index in 100..<200 { entry.packed[index] = 0xFF }
        #expect(try words { try archive(entry).read("a") }.contains("damaged"))
    }

    @Test func anEncryptedEntryIsAnError() throws {
        var entry = ZipWriter.Entry("a", long)
        entry.flags |= 1
        #expect(try words { try archive(entry).read("a") } == "“a” is encrypted")
    }

    @Test(arguments: [1, 9, 12, 14, 93] as [UInt16])
    func otherMethodsThanDeflateAreAnError(method: UInt16) throws {
        var entry = ZipWriter.Entry("a", long)
        entry.method = method
        #expect(try words { try archive(entry).read("a") } == "“a” is packed by method \(method)")
    }

    @Test func otherFilesAreNoArchives() throws {
        for bytes in [Array("PK".utf8), text, [UInt8](repeating: 0x50, count: 70_000)] {
            #expect(
                try words { try ZipArchive(bytes, file: "a.zip") }
                    .hasPrefix("this is no sound zip archive: "))
        }
        #expect(try words { try ZipArchive([], file: "a.zip") } == "the file is empty")
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func randomEditsGiveContentOrErrors(seed: UInt64) throws {
        let sound = ZipWriter([
            .init("datos/", []), .init("datos/ventas.csv", text),
            .init("largo", Array(long.prefix(600)), isDeflated: true), .init("otro", text),
        ]).bytes
        var numbers = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let index = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<5, using: &numbers) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
                case 2: bytes.remove(at: index)
                case 3: bytes.insert(bytes[index], at: index)
                default: bytes.removeSubrange(index...)
                }
                if bytes.isEmpty { bytes = sound }
            }
            guard let zip = try? ZipArchive(bytes, file: "a.zip") else { continue }
            for entry in zip.entries { _ = try? zip.read(entry) }
        }
    }
}
