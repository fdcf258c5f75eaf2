extension Picture {
    /// A PNG file by its own header; `nil` where it has none, or sides beyond reason.
    ///
    /// Reads the signature and the first chunk, `IHDR`, as PNG (ISO 15948) lays them down.
    public init?(png: [UInt8]) {
        let start: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]
        guard png.count > 33, Array(png[..<16]) == start else { return nil }
        let side = { (offset: Int) in png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (side(16), side(20))
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height),
            Self.isWhole(png)
        else { return nil }
        self.init(png: png, pixelWidth: width, pixelHeight: height)
    }

    /// Whether the chunks follow each other up to the last one, `IEND`.
    private static func isWhole(_ png: [UInt8]) -> Bool {
        var start = 8
        while start + 12 <= png.count {
            let length = png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
            if png[(start + 4)..<(start + 8)].elementsEqual("IEND".utf8) { return true }
            start += 12 + length
        }
        return false
    }
}
