/// A picture as a file's bytes; decoded or drawn only where it is shown.
public struct Picture: Hashable, Sendable {
    /// What kind of file it is.
    public enum Format: String, Hashable, Sendable {
        /// Pixels without loss.
        case png
        /// A photograph.
        case jpeg
        /// Shapes.
        case svg
    }

    /// What kind of file it is.
    public var format: Format
    /// The file's bytes; of a JPEG file without what a camera says of itself.
    public var bytes: [UInt8]
    /// Its extent as the file stores it: pixels, or a drawing's own units.
    public var width: Double
    /// See `width`.
    public var height: Double
    /// How the camera was held.
    public var orientation: Orientation = .upright

    /// The longest side that a picture may have, in pixels.
    public static let longestSide = 16_000

    /// Its extent as it is shown.
    public var size: Size {
        orientation.isTurned ? Size(height, width) : Size(width, height)
    }

    /// Pixels across as the file stores them.
    public var pixelWidth: Int { Int(width) }
    /// Pixels down as the file stores them.
    public var pixelHeight: Int { Int(height) }

    /// Pixels whose header was read elsewhere.
    public init(png: [UInt8], pixelWidth: Int, pixelHeight: Int) {
        (format, bytes) = (.png, png)
        (width, height) = (Double(pixelWidth), Double(pixelHeight))
    }

    /// A photograph whose header was read elsewhere.
    init(jpeg: [UInt8], pixelWidth: Int, pixelHeight: Int, orientation: Orientation) {
        (format, bytes) = (.jpeg, jpeg)
        (width, height) = (Double(pixelWidth), Double(pixelHeight))
        self.orientation = orientation
    }

    /// A drawing whose size was read elsewhere.
    public init(svg: [UInt8], size: Size) {
        (format, bytes) = (.svg, svg)
        (width, height) = (size.width, size.height)
    }

    /// From the file's own units, counted from its top left corner, to a frame on the page.
    public func placement(in frame: Rect) -> Transform {
        let unit = orientation.transform
        let stretched = Transform(
            a: frame.width, b: 0, c: 0, d: frame.height, tx: frame.minX, ty: frame.minY)
        let shrunk = Transform(a: 1 / width, b: 0, c: 0, d: 1 / height, tx: 0, ty: 0)
        return stretched.concatenated(after: unit.concatenated(after: shrunk))
    }
}

extension Picture {
    /// How a camera was held, by the numbers of Exif (CIPA DC-008, 4.6.4, tag 274).
    public enum Orientation: Int, Hashable, Sendable, CaseIterable {
        case upright = 1
        case mirrored
        case upsideDown
        case mirroredUpsideDown
        case mirroredTurnedLeft
        case turnedRight
        case mirroredTurnedRight
        case turnedLeft

        /// Whether width and height change places.
        var isTurned: Bool { rawValue >= 5 }

        /// From the square of side 1 as it is stored to that as it is shown.
        var transform: Transform {
            switch self {
            case .upright: .identity
            case .mirrored: Transform(a: -1, b: 0, c: 0, d: 1, tx: 1, ty: 0)
            case .upsideDown: Transform(a: -1, b: 0, c: 0, d: -1, tx: 1, ty: 1)
            case .mirroredUpsideDown: Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 1)
            case .mirroredTurnedLeft: Transform(a: 0, b: 1, c: 1, d: 0, tx: 0, ty: 0)
            case .turnedRight: Transform(a: 0, b: 1, c: -1, d: 0, tx: 1, ty: 0)
            case .mirroredTurnedRight: Transform(a: 0, b: -1, c: -1, d: 0, tx: 1, ty: 1)
            case .turnedLeft: Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 1)
            }
        }
    }
}
