/// The size of a PNG picture, read from its first chunk, once all chunks are known to be there.
///
/// Layout by the PNG specification (ISO/IEC 15948), clauses 5 and 11.2.2.
struct PNGHeader: Hashable, Sendable {
    /// Pixels across.
    let width: Int
    /// Pixels down.
    let height: Int

    /// Walks the chunks' headers; what they hold is left to the decoder.
    ///
    /// - Throws: `CairoError` where it is no PNG file, or a truncated one.
    init(_ bytes: [UInt8], while activity: String) throws(CairoError) {
        let refusal = CairoError(.readError, while: activity)
        func number(at offset: Int) -> Int {
            bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        guard bytes.starts(with: Self.signature), bytes.count >= 33, number(at: 8) == 13,
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { throw refusal }
        (width, height) = (number(at: 16), number(at: 20))
        var offset = Self.signature.count
        while true {
            // Each chunk has four bytes of length, four of name, the data and four of checksum.
            guard offset + 12 <= bytes.count else { throw refusal }
            let end = offset + 12 + number(at: offset)
            guard end <= bytes.count else { throw refusal }
            if bytes[offset + 4..<offset + 8].elementsEqual("IEND".utf8) { return }
            offset = end
        }
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}
