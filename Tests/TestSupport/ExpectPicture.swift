import Cairo
import Glibc
import Rendering
public import Testing

/// Expects a picture to look like `Tests/Snapshots/<name>.png`, or one of another folder.
///
/// A channel may differ by 2 of 255, and one pixel of a thousand by more. A reference may take at
/// most 20 KiB unless told: one picture, one matter. A failure leaves expected, difference and actual side by
/// side in `Output/failures/<name>.png`.
public func expectPicture(
    _ png: [UInt8], matches name: String, in folder: String = "Tests/Snapshots",
    atMost largestReference: Int = 20 * 1024, sourceLocation: SourceLocation = #_sourceLocation
) {
    let reference = Reference(name: name + ".png", folder: folder)
    if png.count > largestReference {
        Issue.record(
            "\(name) takes \(png.count) bytes, more than \(largestReference)",
            sourceLocation: sourceLocation)
        return
    }
    reference.expect(png, at: sourceLocation) { expected in
        guard expected.count <= largestReference else { return "the reference is too large" }
        do {
            let (expected, actual) = (try ImageSurface(png: expected), try ImageSurface(png: png))
            guard let comparison = try Comparison(expected, actual) else {
                write(png, toFile: reference.failurePath)
                return "it is \(actual.width) x \(actual.height) pixels, "
                    + "not \(expected.width) x \(expected.height)"
            }
            guard comparison.differing > comparison.allowed else { return nil }
            let sides = try sideBySide([expected, comparison.picture, actual])
            write(try PNGEncoder.encode(sides), toFile: reference.failurePath)
            return "\(comparison.differing) pixels differ, \(comparison.allowed) may; "
                + "see Output/failures/\(reference.name)"
        } catch {
            return "\(error)"
        }
    }
}

/// How two pictures of one size differ.
private struct Comparison {
    /// How many pixels differ by more than the tolerance.
    var differing = 0
    /// How many may.
    var allowed: Int
    /// The pixels that differ in red, the others white.
    var picture: ImageSurface

    /// `nil` where the sizes differ.
    init?(_ expected: ImageSurface, _ actual: ImageSurface) throws {
        let (width, height) = (expected.width, expected.height)
        guard actual.width == width, actual.height == height else { return nil }
        allowed = width * height / 1000
        picture = try ImageSurface(width: width, height: height)
        differing = try expected.withPixels { left, leftStride in
            try actual.withPixels { right, rightStride in
                try picture.withMutablePixels { marks, markStride in
                    _ = marks.initializeMemory(as: UInt8.self, repeating: 0xFF)
                    var count = 0
                    for row in 0..<height {
                        let left = UnsafeRawBufferPointer(rebasing: left[(row * leftStride)...])
                        let right = UnsafeRawBufferPointer(rebasing: right[(row * rightStride)...])
                        // Pixel by pixel is slow in a debug build: only rows that differ.
                        guard let a = left.baseAddress, let b = right.baseAddress,
                            memcmp(a, b, 4 * width) != 0
                        else { continue }
                        for byte in stride(from: 0, to: 4 * width, by: 4)
                        where differs(left, right, at: byte) {
                            count += 1
                            marks.storeBytes(
                                of: 0xFFE0_0000, toByteOffset: row * markStride + byte,
                                as: UInt32.self)
                        }
                    }
                    return count
                }
            }
        }
    }
}

/// Whether any of a pixel's red, green and blue differs by more than 2.
private func differs(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, at byte: Int
) -> Bool {
    let a = left.load(fromByteOffset: byte, as: UInt32.self)
    let b = right.load(fromByteOffset: byte, as: UInt32.self)
    return [0, 8, 16].contains { shift in
        abs(Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF)) > 2
    }
}

/// Pictures of one size in a row, with a grey gap between.
private func sideBySide(_ pictures: [ImageSurface]) throws -> ImageSurface {
    let gap = 8
    let width = pictures.reduce(0) { $0 + $1.width } + gap * (pictures.count - 1)
    let row = try ImageSurface(width: width, height: pictures.map(\.height).max() ?? 1)
    let context = try Context(row)
    context.setColor(red: 0.5, green: 0.5, blue: 0.5)
    context.paint()
    for picture in pictures {
        context.setSource(picture, filter: .nearest)
        context.paint()
        try context.transform(
            by: Matrix(xx: 1, yx: 0, xy: 0, yy: 1, x0: Double(picture.width + gap)))
    }
    try context.check(while: "comparing pictures")
    return row
}
