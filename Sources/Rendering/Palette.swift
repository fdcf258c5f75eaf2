import Cairo

/// At most 256 colours that stand for all of a picture's without being told apart from them.
///
/// The colours that a page has most of are among them as they are; each other one, such as those of the
/// edges of letters, has one within `most` of each channel. A picture that needs more has none.
struct Palette {
    /// A colour of eight bits a channel.
    struct Color: Hashable {
        var red: UInt8
        var green: UInt8
        var blue: UInt8

        /// The greatest difference of a channel.
        func distance(to other: Color) -> Int {
            max(
                abs(Int(red) - Int(other.red)), abs(Int(green) - Int(other.green)),
                abs(Int(blue) - Int(other.blue)))
        }
    }

    /// How far a channel may be off, in steps of 255.
    static let most = 16
    /// How far channels may be off on average.
    static let mostOnAverage = 1.0
    /// With more colours a picture is a photograph, which is not for palettes.
    static let mostColors = 1 << 16

    /// The colours, the most frequent ones first.
    let colors: [Color]
    /// The picture's rows by numbers of colours, each behind the byte that says that it is not filtered.
    let rows: [UInt8]

    /// The palette of an opaque picture; `nil` where 256 colours would be seen.
    init?(of image: ImageSurface) throws {
        let (width, height) = (image.width, image.height)
        let found = try image.withPixels { pixels, stride -> ([Color], [UInt8])? in
            guard let counts = Self.counts(pixels, stride, width, height) else { return nil }
            // Of colours as frequent as others the darker ones first, so that the order is always one.
            let frequent = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { (pixel: $0.key, color: Color(pixel: $0.key), count: $0.value) }
            for reach in [0, 1, 2, 3, 4, 6, 8, 10, 12, 14, Self.most] {
                guard let (colors, numbers) = Self.cover(frequent, within: reach) else { continue }
                let off = frequent.reduce(0) { sum, entry in
                    let stand = colors[Int(numbers[entry.pixel] ?? 0)]
                    return sum + entry.count * entry.color.difference(to: stand)
                }
                guard Double(off) <= Self.mostOnAverage * Double(3 * width * height) else {
                    return nil
                }
                return (colors, Self.rows(pixels, stride, width, height, numbers))
            }
            return nil
        }
        guard let found else { return nil }
        (colors, rows) = found
    }

    /// How often each colour occurs, by its pixel; `nil` for more than a palette may stand for.
    private static func counts(
        _ pixels: UnsafeRawBufferPointer, _ stride: Int, _ width: Int, _ height: Int
    ) -> [UInt32: Int]? {
        var counts: [UInt32: Int] = [:]
        var (last, run): (UInt32, Int) = (0, 0)
        for row in 0..<height {
            for column in 0..<width {
                let pixel =
                    pixels.load(fromByteOffset: row * stride + 4 * column, as: UInt32.self)
                    & 0xFF_FFFF
                if pixel == last {
                    run += 1
                    continue
                }
                if run > 0 { counts[last, default: 0] += run }
                (last, run) = (pixel, 1)
            }
            guard counts.count <= mostColors else { return nil }
        }
        counts[last, default: 0] += run
        return counts
    }

    /// Colours of which each is near one that stands for it, and the numbers of those; `nil` where 256 are
    /// too few.
    private static func cover(
        _ frequent: [(pixel: UInt32, color: Color, count: Int)], within reach: Int
    ) -> (colors: [Color], numbers: [UInt32: UInt8])? {
        var colors: [Color] = []
        var numbers: [UInt32: UInt8] = [:]
        for (pixel, color, _) in frequent {
            var best: (index: Int, distance: Int)?
            for (index, stand) in colors.enumerated() {
                let distance = stand.distance(to: color)
                if distance <= reach, distance < best?.distance ?? .max { best = (index, distance) }
            }
            if best == nil {
                guard colors.count < 256 else { return nil }
                best = (colors.count, 0)
                colors.append(color)
            }
            numbers[pixel] = UInt8(truncatingIfNeeded: best?.index ?? 0)
        }
        return (colors, numbers)
    }

    private static func rows(
        _ pixels: UnsafeRawBufferPointer, _ stride: Int, _ width: Int, _ height: Int,
        _ numbers: [UInt32: UInt8]
    ) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (1 + width))
        var (last, number): (UInt32?, UInt8) = (nil, 0)
        for row in 0..<height {
            rows.append(0)
            for column in 0..<width {
                let pixel =
                    pixels.load(fromByteOffset: row * stride + 4 * column, as: UInt32.self)
                    & 0xFF_FFFF
                if pixel != last { (last, number) = (pixel, numbers[pixel] ?? 0) }
                rows.append(number)
            }
        }
        return rows
    }
}

extension Palette.Color {
    /// A colour of a pixel as Cairo stores it.
    fileprivate init(pixel: UInt32) {
        self.init(
            red: UInt8(pixel >> 16 & 255), green: UInt8(pixel >> 8 & 255), blue: UInt8(pixel & 255))
    }

    /// The sum of the differences of its channels.
    fileprivate func difference(to other: Self) -> Int {
        abs(Int(red) - Int(other.red)) + abs(Int(green) - Int(other.green))
            + abs(Int(blue) - Int(other.blue))
    }
}
