/// Why a JPEG file cannot be a picture.
public struct JPEGFault: Error, Hashable, Sendable {
    /// As the end of a sentence: `is cut off`.
    public let message: String
}

extension Picture {
    /// A JPEG file by its own headers: of three colours or grey, baseline or progressive.
    ///
    /// Reads markers up to the frame's (ITU-T T.81, annex B). What a camera says of itself is left out, which may be
    /// where the photographer lives; how it was held is kept.
    public init(jpeg: [UInt8]) throws(JPEGFault) {
        guard jpeg.starts(with: [0xFF, 0xD8]) else { throw JPEGFault(message: "is no JPEG file") }
        var kept = Array(jpeg[..<2])
        var orientation = Orientation.upright
        var index = 2
        while true {
            guard index + 4 <= jpeg.count, jpeg[index] == 0xFF else {
                throw JPEGFault(message: "is cut off or damaged")
            }
            let marker = jpeg[index + 1]
            if marker == 0xFF {  // A filling byte.
                index += 1
                continue
            }
            let length = Int(jpeg[index + 2]) << 8 | Int(jpeg[index + 3])
            let end = index + 2 + length
            guard length >= 2, end <= jpeg.count else {
                throw JPEGFault(message: "is cut off or damaged")
            }
            let content = jpeg[(index + 4)..<end]
            switch marker {
            case 0xE1:
                if let found = Self.orientation(exif: content) { orientation = found }
            case 0xC0...0xC2:
                let (width, height) = try Self.frame(content)
                kept += jpeg[index...]
                self.init(
                    jpeg: kept, pixelWidth: width, pixelHeight: height, orientation: orientation)
                return
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                throw JPEGFault(message: "is of a kind that PDF does not know")
            case 0xDA, 0xD9:
                throw JPEGFault(message: "has no frame")
            default: kept += jpeg[index..<end]
            }
            index = end
        }
    }

    /// Width and height of a frame's header.
    private static func frame(_ content: ArraySlice<UInt8>) throws(JPEGFault) -> (Int, Int) {
        let bytes = Array(content)
        guard bytes.count >= 6 else { throw JPEGFault(message: "is cut off or damaged") }
        let (height, width) = (
            Int(bytes[1]) << 8 | Int(bytes[2]), Int(bytes[3]) << 8 | Int(bytes[4])
        )
        let sides = 1...longestSide
        guard bytes[0] == 8, sides.contains(width), sides.contains(height) else {
            throw JPEGFault(
                message: bytes[0] == 8
                    ? "has \(width) x \(height) pixels, at most \(longestSide) are allowed a side"
                    : "has \(bytes[0]) bits a colour instead of 8")
        }
        guard bytes[5] == 1 || bytes[5] == 3 else {
            throw JPEGFault(message: "has colours for printing (CMYK)")
        }
        return (width, height)
    }

    /// How a camera was held, of an Exif block; `nil` where that is not said.
    private static func orientation(exif content: ArraySlice<UInt8>) -> Orientation? {
        guard content.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
        let tiff = Array(content.dropFirst(6))
        guard tiff.count >= 8 else { return nil }
        let isLittle = tiff.starts(with: [0x49, 0x49])
        func number(at index: Int, _ count: Int) -> Int? {
            guard index >= 0, index + count <= tiff.count else { return nil }
            let bytes = tiff[index..<(index + count)]
            return (isLittle ? Array(bytes.reversed()) : Array(bytes))
                .reduce(0) { $0 << 8 | Int($1) }
        }
        guard number(at: 2, 2) == 42, let start = number(at: 4, 4), let count = number(at: start, 2)
        else { return nil }
        for entry in 0..<count {
            let place = start + 2 + 12 * entry
            guard let tag = number(at: place, 2) else { return nil }
            if tag == 274 { return number(at: place + 8, 2).flatMap { Orientation(rawValue: $0) } }
        }
        return nil
    }
}
