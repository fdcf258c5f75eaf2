public import Cairo

/// A picture's pixels as plain numbers, for tests that ask about single ones.
public struct Pixels: Hashable, Sendable {
    /// Pixels across.
    public let width: Int
    /// Pixels down.
    public let height: Int
    /// Red, green and blue as in 0xRRGGBB, row by row.
    public let colors: [UInt32]

    /// The pixels of a PNG file.
    public init(png: [UInt8]) throws { try self.init(ImageSurface(png: png)) }

    /// The pixels of an image.
    public init(_ image: ImageSurface) throws {
        let (width, height) = (image.width, image.height)
        colors = try image.withPixels { pixels, stride in
            (0..<height).flatMap { row in
                (0..<width).map { column in
                    let offset = row * stride + 4 * column
                    return pixels.load(fromByteOffset: offset, as: UInt32.self) & 0xFF_FFFF
                }
            }
        }
        self.width = width
        self.height = height
    }

    /// One pixel, from the top left corner.
    public subscript(x: Int, y: Int) -> UInt32 { colors[y * width + x] }

    /// The first and the last column with a pixel that is not white; `nil` where all are.
    public var inkColumns: ClosedRange<Int>? {
        let inked = (0..<width).filter { x in (0..<height).contains { self[x, $0] != 0xFF_FFFF } }
        guard let first = inked.first, let last = inked.last else { return nil }
        return first...last
    }
}
