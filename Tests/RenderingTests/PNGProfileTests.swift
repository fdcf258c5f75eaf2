import Cairo
import Graphics
import Rendering
import TestSupport
import Testing

/// A page with flat colours, letters and a run of colours.
private func page(colors: Int) throws -> ImageSurface {
    let image = try ImageSurface(width: 300, height: 200)
    let context = try Context(image)
    context.setColor(red: 0.98, green: 0.99, blue: 1)
    context.paint()
    for index in 0..<colors {
        let value = Double(index) / Double(max(1, colors - 1))
        context.setColor(red: value, green: 1 - value * value, blue: abs(0.5 - value))
        context.addRectangle(
            x: Double(index % 60) * 5, y: Double(index / 60) * 3, width: 5, height: 3)
        context.fill()
    }
    // Edges that are smoothed.
    context.setColor(red: 0.05, green: 0.1, blue: 0.2)
    for index in 0..<40 {
        context.move(x: 10 + Double(index) * 7, y: 190)
        context.addLine(x: 13.3 + Double(index) * 7, y: 150.7)
    }
    context.setLineWidth(1.3)
    context.stroke()
    return image
}

/// The greatest and the mean difference of two pictures' channels.
private func difference(_ one: Pixels, _ other: Pixels) -> (most: Int, mean: Double) {
    var (most, sum) = (0, 0)
    for (a, b) in zip(one.colors, other.colors) {
        for shift in [0, 8, 16] as [UInt32] {
            let off = abs(Int(a >> shift & 255) - Int(b >> shift & 255))
            (most, sum) = (max(most, off), sum + off)
        }
    }
    return (most, Double(sum) / Double(max(1, 3 * one.colors.count)))
}

@Test(arguments: [PNGProfile.fast, .balanced, .small])
func profilesWithoutLossKeepEveryPixel(profile: PNGProfile) throws {
    for colors in [0, 3, 2_000] {
        let image = try page(colors: colors)
        let bytes = try PNGEncoder.encode(image, profile: profile)
        #expect(try Pixels(png: bytes) == Pixels(image))
        #expect(try PNGEncoder.encode(image, profile: profile) == bytes)
    }
}

@Test(arguments: [0, 3, 100, 400])
func messagesHave256ColoursThatNobodyTellsApart(colors: Int) throws {
    let image = try page(colors: colors)
    let bytes = try PNGEncoder.encode(image, profile: .mail)
    // Eight bits a pixel, by palette.
    #expect(bytes[24] == 8 && bytes[25] == 3)
    let (before, after) = (try Pixels(image), try Pixels(png: bytes))
    let (most, mean) = difference(before, after)
    #expect(most <= 16 && mean <= 1)
    // The ground is as it was.
    #expect(before[299, 199] == after[299, 199])
    #expect(try PNGEncoder.encode(image, profile: .mail) == bytes)
    #expect(bytes.count < (try PNGEncoder.encode(image, profile: .balanced)).count)
}

@Test func aPhotographKeepsItsColours() throws {
    let image = try ImageSurface(width: 256, height: 256)
    let context = try Context(image)
    var seed: UInt64 = 5
    for index in 0..<(256 * 256) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let part = { (shift: UInt64) in Double(seed >> shift & 0xFF) / 255 }
        context.setColor(red: part(20), green: part(33), blue: part(46))
        context.addRectangle(x: Double(index % 256), y: Double(index / 256), width: 1, height: 1)
        context.fill()
    }
    let bytes = try PNGEncoder.encode(image, profile: .mail)
    #expect(bytes[25] == 2)
    #expect(try Pixels(png: bytes) == Pixels(image))
}

@Test func aPageSaysWhatItsFiguresShow() throws {
    let typesetter = try Typesetter(fonts: testFonts)
    let scene = Scene(
        size: Size(40, 20), title: "Página",
        items: [
            .tagged(
                Tag(.figure, alternative: "corta", detail: "larga: ñ"),
                [.fill(.rect(Rect(x: 1, y: 1, width: 5, height: 5)), .black)])
        ])
    let bytes = try png(of: scene, pixelWidth: 80, typesetter: typesetter)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Description\0\0\0\0\0larga: ñ"))
    #expect(text.contains("Title\0\0\0\0\0Página"))
}

@Test(arguments: PNGProfile.allCases)
func anOpenGroundShowsWhatIsBehind(profile: PNGProfile) throws {
    let typesetter = try Typesetter(fonts: testFonts)
    var half = Color(0xC96A00)
    half.alpha = 0.5
    let scene = Scene(
        size: Size(40, 20),
        items: [
            .fill(.rect(Rect(x: 0, y: 0, width: 10, height: 20)), Color(0x14508C)),
            .fill(.rect(Rect(x: 10, y: 0, width: 10, height: 20)), half),
        ])
    let bytes = try png(
        of: scene, pixelWidth: 40, profile: profile, ground: .transparent, typesetter: typesetter)
    #expect(bytes[25] == 6)
    // Cairo reads it back with colours multiplied by alpha.
    let image = try ImageSurface(png: bytes)
    let pixels = try unsafe image.withPixels { pixels, _ in
        [5, 15, 25].map { unsafe pixels.load(fromByteOffset: 4 * $0, as: UInt32.self) }
    }
    #expect(pixels[0] == 0xFF14_508C && pixels[2] == 0)
    #expect(pixels[1] >> 24 == 128)
    for (shift, channel) in zip([16, 8, 0] as [UInt32], [0xC9, 0x6A, 0] as [Double]) {
        #expect(abs(Double(pixels[1] >> shift & 255) - channel / 2) <= 1.5)
    }
}
