import Diagnostics
import Graphics
import Rendering
import TestSupport
import Testing

@Suite struct PNGExportTests {
    private let typesetter: Typesetter

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    @Test func aPageStartsWhiteAndKeepsItsProportions() throws {
        let scene = Scene(size: Size(160, 90))
        for (width, height) in [(160, 90), (320, 180), (100, 56), (1, 1)] {
            let pixels = try Pixels(png: png(of: scene, pixelWidth: width, typesetter: typesetter))
            #expect((pixels.width, pixels.height) == (width, height))
            #expect(pixels.colors.allSatisfy { $0 == 0xFFFFFF })
        }
    }

    @Test func theSamePageGivesTheSameBytes() throws {
        let style = TextStyle(family: "Inter", size: 12)
        let scene = Scene(
            size: Size(100, 50), title: "Uno",
            items: [.text(typesetter.line("Año 2025", style), at: Point(10, 30))])
        let other = try Typesetter(fonts: testFonts)
        #expect(
            try png(of: scene, pixelWidth: 300, typesetter: typesetter)
                == png(of: scene, pixelWidth: 300, typesetter: other))
    }

    @Test(arguments: [0, -1, 40_000, .max, .min])
    func aWidthThatCannotBeDrawnIsRefused(width: Int) {
        let error = #expect(throws: Diagnostic.self) {
            try png(of: Scene(size: Size(16, 9)), pixelWidth: width, typesetter: typesetter)
        }
        #expect(error?.kind == .usage)
    }

    @Test(arguments: [
        Size(0, 10), Size(10, 0), Size(-1, 10), Size(.nan, 10), Size(10, .infinity),
        Size(20_000, 10), Size(1e-300, 10),
    ])
    func aPageWithoutASaneSizeIsRefused(size: Size) {
        let error = #expect(throws: Diagnostic.self) {
            try png(of: Scene(size: size), pixelWidth: 100, typesetter: typesetter)
        }
        #expect(error?.kind == .internalFailure)
    }

    @Test func aTallPageAtALargeWidthIsRefused() {
        #expect(throws: Diagnostic.self) {
            try png(of: Scene(size: Size(1, 14_400)), pixelWidth: 100, typesetter: typesetter)
        }
    }

    @Test(arguments: [1, 2, 3])
    func textTakesTheSameRoomAtEveryDensity(scale: Int) throws {
        let style = TextStyle(family: "Inter", size: 15, tabularDigits: true)
        let line = typesetter.line("HÍBRIDOS 123,456.78 HH", style)
        let scene = Scene(size: Size(240, 30), items: [.text(line, at: Point(20, 20))])
        let pixels = try Pixels(
            png: png(of: scene, pixelWidth: 240 * scale, typesetter: typesetter))
        let ink = try #require(pixels.inkColumns)
        // H stands about a tenth of an em within its room on both sides; Cairo sets glyphs on
        // whole pixels.
        let (left, right) = (
            Double(ink.lowerBound) / Double(scale), Double(ink.upperBound + 1) / Double(scale)
        )
        #expect(abs(left - 20 - 1.3) < 1)
        #expect(abs(20 + line.width - right - 1.3) < 1)
    }
}
