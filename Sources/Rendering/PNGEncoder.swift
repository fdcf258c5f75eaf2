package import Cairo
import Deflate
import Diagnostics
import Glibc
import ISAL

/// Pixels as the bytes of a PNG file (ISO/IEC 15948).
///
/// Our own container over kept compressors: libpng's encoder takes most of its time choosing row filters,
/// which make flat pages larger. Rows are not filtered. Four pages of 1920 by 1080 with a chart, a map and
/// tiles take cairo's writer 200 ms and 456 KB, ISA-L's level 1 9 ms and 544 KB, libdeflate's level 6
/// 53 ms and 399 KB, its level 12 2.8 s and 357 KB.
package enum PNGEncoder {
    /// Encodes a picture.
    ///
    /// - Parameters:
    ///   - profile: how it is packed; all but `mail` keep every pixel.
    ///   - ground: whether it is opaque; its alpha, if it has one, is then left out.
    ///   - pixelsPerMeter: the density; `nil` where unknown.
    ///   - title: stored as the picture's title; left out where empty.
    ///   - description: what it shows, for who does not see it; left out where empty.
    package static func encode(
        _ image: ImageSurface, profile: PNGProfile = .balanced, ground: PNGGround = .white,
        pixelsPerMeter: Double? = nil, title: String = "", description: String = ""
    ) throws -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file.reserveCapacity(image.width * image.height / 10 + 4096)
        let isOpaque = ground == .white
        let palette = profile == .mail && isOpaque ? try Palette(of: image) : nil
        // Eight bits, by palette or as red, green and blue, perhaps with alpha; packed, filtered and ordered as usual.
        append(
            "IHDR",
            bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height))
                + [8, palette != nil ? 3 : isOpaque ? 2 : 6, 0, 0, 0], to: &file)
        append("sRGB", [0], to: &file)  // perceptual intent
        if let density = pixelsPerMeter?.rounded(), density >= 1, density < 1e9 {
            let each = bigEndian(UInt32(density))
            append("pHYs", each + each + [1], to: &file)
        }
        if let palette {
            append("PLTE", palette.colors.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
        }
        for (keyword, text) in [("Title", title), ("Description", description)] where !text.isEmpty
        {
            // Keyword, not compressed, neither language nor translated keyword, text in UTF-8.
            append(
                "iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + text.utf8.filter { $0 != 0 },
                to: &file)
        }
        switch profile {
        case _ where !isOpaque:
            try append(
                pixels: rawWithAlpha(image), level: profile == .small ? 12 : 6, to: &file)
        case .fast: try appendPixels(of: image, to: &file)
        case .balanced: try append(pixels: raw(image), level: 6, to: &file)
        case .small: try append(pixels: raw(image), level: 12, to: &file)
        case .mail: try append(pixels: palette?.rows ?? raw(image), level: 9, to: &file)
        }
        append("IEND", [], to: &file)
        return file
    }

    // MARK: - Chunks

    private static func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
        let start = begin(name, in: &file)
        file += data
        end(chunkAt: start, in: &file)
    }

    /// Starts a chunk whose length is not known yet; returns where it starts.
    private static func begin(_ name: String, in file: inout [UInt8]) -> Int {
        let start = file.count
        file += [0, 0, 0, 0]
        file += name.utf8
        return start
    }

    /// Fills in the length of the chunk that runs to the end, and adds its checksum.
    private static func end(chunkAt start: Int, in file: inout [UInt8]) {
        let length = file.count - start - 8
        file.replaceSubrange(start..<start + 4, with: bigEndian(UInt32(length)))
        file += bigEndian(crc32(of: file[(start + 4)...]))
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    // MARK: - Pixels

    private static let failure = Diagnostic.error(
        "packing a picture failed", kind: .internalFailure)

    private static func append(pixels: [UInt8], level: Int, to file: inout [UInt8]) throws {
        guard let packed = packed(pixels, level: level) else { throw failure }
        append("IDAT", packed, to: &file)
    }

    /// All rows, each with the byte that says that it is not filtered.
    private static func raw(_ image: ImageSurface) throws -> [UInt8] {
        let (width, height) = (image.width, image.height)
        let rowLength = 1 + 3 * width
        return try image.withPixels { pixels, stride in
            guard let source = pixels.baseAddress else { throw failure }
            return [UInt8](unsafeUninitializedCapacity: height * rowLength) { buffer, count in
                guard let target = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
                for row in 0..<height {
                    write(source + row * stride, row, stride, width, to: target + row * rowLength)
                }
                count = height * rowLength
            }
        }
    }

    /// All rows with alpha: Cairo multiplies colours by it, PNG does not.
    private static func rawWithAlpha(_ image: ImageSurface) throws -> [UInt8] {
        let (width, height) = (image.width, image.height)
        return try image.withPixels { pixels, stride in
            var rows: [UInt8] = []
            rows.reserveCapacity(height * (1 + 4 * width))
            for row in 0..<height {
                rows.append(0)
                for column in 0..<width {
                    let pixel = pixels.load(
                        fromByteOffset: row * stride + 4 * column, as: UInt32.self)
                    let alpha = pixel >> 24
                    for shift in [16, 8, 0] as [UInt32] {
                        let channel = pixel >> shift & 255
                        let plain = alpha == 0 ? 0 : (channel * 255 + alpha / 2) / alpha
                        rows.append(UInt8(min(plain, 255)))
                    }
                    rows.append(UInt8(alpha))
                }
            }
            return rows
        }
    }

    /// Writes a row behind the byte of its filter.
    private static func write(
        _ from: UnsafeRawPointer, _ row: Int, _ stride: Int, _ width: Int,
        to target: UnsafeMutableRawPointer
    ) {
        // Rows repeat on flat pages, and comparing is quicker than packing.
        if row > 0, memcmp(from, from - stride, 4 * width) == 0 {
            memcpy(target, target - (1 + 3 * width), 1 + 3 * width)
        } else {
            target.storeBytes(of: 0, as: UInt8.self)
            pack(from, count: width, to: target + 1)
        }
    }

    private static func appendPixels(of image: ImageSurface, to file: inout [UInt8]) throws {
        let deflater = Deflater(level: compressionLevel)
        let (width, height) = (image.width, image.height)
        let start = begin("IDAT", in: &file)
        let rowLength = 1 + 3 * width  // one byte says how the row is filtered: 0, not at all
        let bandHeight = max(1, min(height, bandLength / rowLength))
        let band = UnsafeMutableRawBufferPointer.allocate(
            byteCount: bandHeight * rowLength, alignment: 16)
        defer { band.deallocate() }
        try image.withPixels { pixels, stride in
            guard let source = pixels.baseAddress, let target = band.baseAddress else {
                throw failure
            }
            var top = 0
            while top < height {
                let rows = min(bandHeight, height - top)
                for row in 0..<rows {
                    write(
                        source + (top + row) * stride, row, stride, width,
                        to: target + row * rowLength)
                }
                top += rows
                let packed = UnsafeRawBufferPointer(rebasing: band[..<(rows * rowLength)])
                guard deflater.append(packed, isLast: top == height, to: &file) else {
                    throw failure
                }
            }
        }
        end(chunkAt: start, in: &file)
    }

    /// Writes pixels of 32 bits as three bytes each: red, green, blue.
    private static func pack(
        _ source: UnsafeRawPointer, count: Int, to target: UnsafeMutableRawPointer
    ) {
        /// Red in the lowest byte, green, blue, and nothing above.
        func pixel(_ index: Int) -> UInt32 {
            source.load(fromByteOffset: 4 * index, as: UInt32.self).byteSwapped >> 8
        }
        // Four pixels are three words; storing words is four times quicker than storing bytes.
        var index = 0
        while index + 4 <= count {
            let (a, b, c, d) = (pixel(index), pixel(index + 1), pixel(index + 2), pixel(index + 3))
            let to = target + 3 * index
            to.storeBytes(of: (a | b << 24).littleEndian, as: UInt32.self)
            to.storeBytes(of: (b >> 8 | c << 16).littleEndian, toByteOffset: 4, as: UInt32.self)
            to.storeBytes(of: (c >> 16 | d << 8).littleEndian, toByteOffset: 8, as: UInt32.self)
            index += 4
        }
        while index < count {
            let value = pixel(index)
            for byte in 0..<3 {
                target.storeBytes(
                    of: UInt8(truncatingIfNeeded: value >> (8 * byte)),
                    toByteOffset: 3 * index + byte, as: UInt8.self)
            }
            index += 1
        }
    }

    private static let compressionLevel = 1
    // Bands stay in the processor's cache between packing and deflating.
    private static let bandLength = 1 << 18
}
