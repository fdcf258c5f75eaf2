import CCairo

/// Pixels in memory, `cairo_image_surface_t`.
public final class ImageSurface: Surface {
    /// How a pixel is stored.
    public enum Format: Hashable, Sendable {
        /// Opaque: 32 bits, the upper eight unused, then red, green and blue.
        case rgb24
        /// 32 bits: alpha, red, green and blue, each multiplied by alpha.
        case argb32
    }

    /// The longest side that Cairo can draw on, in pixels.
    public static let longestSide = 32_767
    /// The most pixels an image may have: 256 MB.
    ///
    /// Cairo's own limit is the longest side only, which would allow 4 GB.
    public static let mostPixels = 64_000_000

    /// A black (`rgb24`) or transparent (`argb32`) image, `cairo_image_surface_create`.
    ///
    /// - Throws: `CairoError` where a side is not in 1...`longestSide` or there are more than
    ///   `mostPixels`, before memory is taken, and where memory is out.
    public init(width: Int, height: Int, format: Format = .rgb24) throws(CairoError) {
        let activity = "making an image of \(width) x \(height) pixels"
        guard Self.allows(width: width, height: height) else {
            throw CairoError(.invalidSize, while: activity)
        }
        let code = format == .rgb24 ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
        super.init(
            adopting: try sound(
                cairo_image_surface_create(code, Int32(width), Int32(height)), while: activity))
    }

    /// A picture from the bytes of a PNG file, `cairo_image_surface_create_from_png_stream`.
    ///
    /// - Throws: `CairoError` where the bytes are not a whole PNG file or the picture is too large;
    ///   both are seen in the chunk headers, before memory is taken.
    public init(png bytes: [UInt8]) throws(CairoError) {
        let activity = "reading a PNG picture of \(bytes.count) bytes"
        let header = try PNGHeader(bytes, while: activity)
        guard Self.allows(width: header.width, height: header.height) else {
            throw CairoError(
                .invalidSize,
                while: "reading a PNG picture of \(header.width) x \(header.height) pixels")
        }
        let pointer = bytes.withUnsafeBytes { buffer in
            var source = PNGSource(rest: buffer[...])
            return withUnsafeMutablePointer(to: &source) {
                cairo_image_surface_create_from_png_stream(readPNG, $0)
            }
        }
        guard let pointer else { throw CairoError(.noMemory, while: activity) }
        super.init(adopting: try sound(pointer, while: activity))
    }

    /// Keeps the JPEG file that the pixels come from: documents then hold the file rather than the pixels,
    /// `cairo_surface_set_mime_data`.
    ///
    /// - Throws: `CairoError` where memory is out.
    public func keep(jpeg bytes: [UInt8]) throws(CairoError) {
        // Cairo keeps the pointer: it gets a copy, and frees it in the end.
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        _ = copy.initialize(from: bytes)
        let status = cairo_surface_set_mime_data(
            pointer, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(bytes.count),
            { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }, copy.baseAddress)
        if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
        try Cairo.check(status, while: "keeping a JPEG file of \(bytes.count) bytes")
    }

    /// Whether an image of this size may be made.
    public static func allows(width: Int, height: Int) -> Bool {
        let sides = 1...longestSide
        return sides.contains(width) && sides.contains(height) && width * height <= mostPixels
    }

    /// Pixels across, `cairo_image_surface_get_width`.
    public var width: Int { Int(cairo_image_surface_get_width(pointer)) }

    /// Pixels down, `cairo_image_surface_get_height`.
    public var height: Int { Int(cairo_image_surface_get_height(pointer)) }

    /// Lets `body` read the pixels: rows of `stride` bytes, top to bottom, four bytes a pixel in the
    /// machine's byte order.
    ///
    /// - Throws: `CairoError` where drawing failed before, and whatever `body` throws.
    public func withPixels<Result>(
        _ body: (_ pixels: UnsafeRawBufferPointer, _ stride: Int) throws -> Result
    ) throws -> Result {
        cairo_surface_flush(pointer)
        return try body(UnsafeRawBufferPointer(try pixels()), stride)
    }

    /// Lets `body` change the pixels, laid out as for `withPixels`.
    ///
    /// - Throws: `CairoError` where drawing failed before, and whatever `body` throws.
    public func withMutablePixels<Result>(
        _ body: (_ pixels: UnsafeMutableRawBufferPointer, _ stride: Int) throws -> Result
    ) throws -> Result {
        cairo_surface_flush(pointer)
        defer { cairo_surface_mark_dirty(pointer) }
        return try body(try pixels(), stride)
    }

    private var stride: Int { Int(cairo_image_surface_get_stride(pointer)) }

    private func pixels() throws(CairoError) -> UnsafeMutableRawBufferPointer {
        try check(while: "reading pixels")
        guard let start = cairo_image_surface_get_data(pointer) else {
            throw CairoError(.surfaceFinished, while: "reading pixels")
        }
        return UnsafeMutableRawBufferPointer(start: start, count: stride * height)
    }
}

/// What is left of a PNG file while Cairo reads it.
private struct PNGSource {
    var rest: Slice<UnsafeRawBufferPointer>
}

/// Hands Cairo the next bytes; too few are an error, not an end.
private func readPNG(
    source: UnsafeMutableRawPointer?, target: UnsafeMutablePointer<UInt8>?, count: UInt32
) -> cairo_status_t {
    guard let source = source?.assumingMemoryBound(to: PNGSource.self), let target,
        source.pointee.rest.count >= Int(count)
    else { return CAIRO_STATUS_READ_ERROR }
    let part = source.pointee.rest.prefix(Int(count))
    UnsafeMutableRawBufferPointer(start: target, count: part.count).copyBytes(from: part)
    source.pointee.rest.removeFirst(part.count)
    return CAIRO_STATUS_SUCCESS
}
