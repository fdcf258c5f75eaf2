import Cairo
import Graphics
import Rendering
import TestSupport
import Testing

@Suite struct PNGEncoderTests {
    @Test(arguments: [(1, 1), (2, 3), (3, 2), (5, 7), (64, 33), (257, 129), (1, 3000), (3000, 1)])
    func everyPixelSurvives(width: Int, height: Int) throws {
        let image = try ImageSurface(width: width, height: height)
        let context = try Context(image)
        for index in 0..<60 {
            let value = Double(index) / 60
            context.setColor(red: value, green: 1 - value, blue: value * value)
            context.addRectangle(
                x: value * Double(width), y: value * value * Double(height), width: 7, height: 5)
            context.fill()
        }
        #expect(try Pixels(png: PNGEncoder.encode(image)) == Pixels(image))
    }

    @Test func aLargePictureOfNoiseSurvives() throws {
        // More than one band and more than one round of output.
        let image = try ImageSurface(width: 700, height: 500)
        let context = try Context(image)
        var seed: UInt64 = 7
        for index in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let part = { (shift: UInt64) in Double(seed >> shift & 0xFF) / 255 }
            context.setColor(red: part(20), green: part(30), blue: part(40))
            context.addRectangle(
                x: Double(index % 200) * 3.5, y: Double(index / 200) * 5, width: 4, height: 5)
            context.fill()
        }
        #expect(try Pixels(png: PNGEncoder.encode(image)) == Pixels(image))
    }

    @Test func theFileSaysItsDensityColourSpaceAndTitle() throws {
        let png = try PNGEncoder.encode(
            ImageSurface(width: 4, height: 4), pixelsPerMeter: 5669.3, title: "Añ\0o")
        #expect(chunks(of: png).map(\.name) == ["IHDR", "sRGB", "pHYs", "iTXt", "IDAT", "IEND"])
        let data = Dictionary(uniqueKeysWithValues: chunks(of: png).map { ($0.name, $0.data) })
        #expect(data["IHDR"] == [0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0])
        #expect(data["sRGB"] == [0])
        #expect(data["pHYs"] == [0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1])
        #expect(data["iTXt"] == Array("Title\0\0\0\0\0Año".utf8))
    }

    @Test func whatIsUnknownIsLeftOut() throws {
        let plain = try PNGEncoder.encode(ImageSurface(width: 4, height: 4))
        #expect(chunks(of: plain).map(\.name) == ["IHDR", "sRGB", "IDAT", "IEND"])
        let odd = try PNGEncoder.encode(
            ImageSurface(width: 4, height: 4), pixelsPerMeter: .nan)
        #expect(odd == plain)
    }

    /// The chunks of a file, whose checksums libpng checks elsewhere.
    private func chunks(of png: [UInt8]) -> [(name: String, data: [UInt8])] {
        var chunks: [(String, [UInt8])] = []
        var offset = 8
        while offset + 12 <= png.count {
            let length = png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            chunks.append(
                (
                    String(decoding: png[offset + 4..<offset + 8], as: UTF8.self),
                    Array(png[offset + 8..<offset + 8 + length])
                ))
            offset += 12 + length
        }
        return chunks
    }
}
