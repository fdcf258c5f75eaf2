import ISAL

/// A zip archive made byte by byte, so that tests can say what is wrong with it.
public struct ZipWriter {
    /// A file of the archive; what it says of itself may be untrue.
    public struct Entry {
        /// The path's bytes.
        public var name: [UInt8]
        /// The packed bytes, as they stand in the archive.
        public var packed: [UInt8]
        /// 0 for stored, 8 for deflated.
        public var method: UInt16
        /// General purpose flags; 1 says that it is encrypted, 0x800 that the name is UTF-8.
        public var flags: UInt16 = 0x800
        /// The checksum of the unpacked bytes.
        public var crc: UInt32
        /// How many bytes it has unpacked.
        public var size: UInt32

        /// A file as it should be.
        public init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
            self.name = Array(name.utf8)
            packed = isDeflated ? deflated(content) : content
            method = isDeflated ? 8 : 0
            crc = crc32(of: content)
            size = UInt32(content.count)
        }
    }

    /// The files in order.
    public var entries: [Entry]

    /// An archive of some files.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// The archive: local headers with their data, the directory, its end (APPNOTE 6.3.9).
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(bytes.count)
            let common =
                little(20 as UInt16) + little(entry.flags) + little(entry.method)
                + little(0 as UInt16)
                + little(0x21 as UInt16) + little(entry.crc) + little(UInt32(entry.packed.count))
                + little(entry.size) + little(UInt16(entry.name.count)) + little(0 as UInt16)
            bytes += [0x50, 0x4B, 3, 4] + common + entry.name + entry.packed
            directory += [0x50, 0x4B, 1, 2] + little(20 as UInt16) + common
            directory += [UInt8](repeating: 0, count: 10) + little(offset) + entry.name
        }
        let start = UInt32(bytes.count)
        let count = little(UInt16(entries.count))
        bytes += directory
        bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
        return bytes + little(UInt32(directory.count)) + little(start) + [0, 0]
    }
}

/// Bytes packed as zip has them: zlib's format without its two bytes before and four behind.
private func deflated(_ content: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    let deflater = Deflater(level: 1)
    guard content.withUnsafeBytes({ deflater.append($0, isLast: true, to: &packed) })
    else { return [] }
    return Array(packed.dropFirst(2).dropLast(4))
}

private func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
}
