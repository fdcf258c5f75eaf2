import Cairo
import Graphics
import TestSupport
import Testing

@testable import Rendering

/// The green of each pixel of a line of small text, row by row.
private func greens(_ words: String, pixelWidth: Int) throws -> [Double] {
    let typesetter = try Typesetter(fonts: testFonts)
    let line = typesetter.line(words, TextStyle(family: "Inter", size: 10))
    let scene = Scene(size: Size(200, 20), items: [.text(line, at: Point(4.3, 14.2))])
    let image = try raster(of: scene, pixelWidth: pixelWidth, typesetter: typesetter)
    return try unsafe image.withPixels { pixels, stride in
        (0..<image.height).flatMap { row in
            (0..<image.width).map { unsafe Double(pixels[row * stride + 4 * $0 + 1]) }
        }
    }
}

@Test func smallLettersStandWhereTheyBelong() throws {
    let words = "Emiratos Árabes Unidos, illicit 1,111"
    let (width, factor) = (120, 8)
    let small = try greens(words, pixelWidth: width)
    let large = try greens(words, pixelWidth: width * factor)
    // What an eye makes of the large one from so much farther away.
    let rows = small.count / width
    var off = 0.0
    for row in 0..<rows {
        for column in 0..<width {
            var sum = 0.0
            for y in 0..<factor {
                let start = (row * factor + y) * width * factor + column * factor
                sum += large[start..<(start + factor)].reduce(0, +)
            }
            off += abs(small[row * width + column] - sum / Double(factor * factor))
        }
    }
    // Cairo samples outlines coarsely, by one; letters at whole pixels are off by twelve.
    #expect(off / Double(width * rows) < 2)
    #expect(small.contains { $0 < 128 })
}
