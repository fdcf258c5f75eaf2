import Cairo
import Pango
import TestSupport
import Testing

@Suite struct LayoutTests {
    private let context: Pango.Context
    private let font = FontDescription(family: "Inter", weight: 400, size: 20)

    init() throws {
        context = try Pango.Context(FontMap(FontConfiguration(files: testFontFiles)))
    }

    @Test func widthsGrowWithTheSizeAndAreNotRounded() throws {
        let at10 = try layout("Exportación 2025", size: 10).width
        let at20 = try layout("Exportación 2025", size: 20).width
        #expect(abs(at20 - 2 * at10) < 0.02)
        #expect(at10 != at10.rounded())
    }

    @Test func positionsRunFromZeroToTheWidth() throws {
        let line = try layout("¡Añada ½ l!")
        let positions = (0...line.text.utf8.count).map(line.position)
        #expect(positions.first == 0)
        #expect(positions.last == line.width)
        #expect(positions == positions.sorted())
    }

    @Test func offsetsOutsideTheTextOrWithinACharacterAreMended() throws {
        let line = try layout("aéb")
        #expect(line.position(at: -5) == 0)
        #expect(line.position(at: .min) == 0)
        #expect(line.position(at: .max) == line.width)
        #expect(line.position(at: 2) == line.position(at: 1))
    }

    @Test func charactersWithoutAGlyphAreNamedOnceEach() throws {
        let line = try layout("a漢b字漢")
        #expect(line.unknownGlyphs == 3)
        #expect(line.missing == ["漢", "字"])
        #expect(try layout("Año ½ € – “x” ▲ ▼ →").missing == [])
    }

    @Test(arguments: ["\n", "\t", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\r\n"])
    func controlsTakeTheRoomOfASpaceAndAreMissing(control: String) throws {
        let line = try layout("a\(control)b")
        #expect(line.missing == [Character(control)])
        #expect(line.position(at: 1 + control.utf8.count) > line.position(at: 1))
        #expect(line.position(at: line.text.utf8.count) == line.width)
    }

    @Test func tabularDigitsAreEquallyWide() throws {
        let digits = try (0...9).map { digit in
            try Layout(context, [Span("\(digit)", font: font, features: "tnum=1")]).width
        }
        #expect(Set(digits).count == 1)
        #expect(try layout("1").width != layout("0").width)
    }

    @Test func trackingStandsBetweenCharactersAndNotAtTheEnds() throws {
        let plain = try layout("HHH")
        let spaced = try Layout(context, [Span("HHH", font: font, letterSpacing: 3)])
        #expect(abs(spaced.width - plain.width - 2 * 3) < 0.01)
        #expect(spaced.ink.x == plain.ink.x)
    }

    @Test func anEmptyLineHasNoWidth() throws {
        for spans in [[], [Span("", font: font)]] {
            let line = try Layout(context, spans)
            #expect(line.width == 0)
            #expect(line.position(at: 0) == 0)
            #expect(line.missing == [])
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0, -3, 1e300])
    func noNumberTraps(value: Double) throws {
        let odd = FontDescription(family: "Inter", weight: 400, size: value)
        let spans = [
            Span(
                "abc", font: odd, color: SIMD4(repeating: value), letterSpacing: value, rise: value)
        ]
        guard Layout.allows(spans) else { return }
        #expect(try Layout(context, spans).width.isFinite)
    }

    @Test func aLineBeyondPangosNumbersIsRefused() {
        let huge = FontDescription(family: "Inter", weight: 400, size: 5000)
        #expect(throws: PangoError.self) {
            try Layout(context, [Span(String(repeating: "W", count: 1000), font: huge)])
        }
        #expect(Layout.mostBytes(like: Span("", font: huge, letterSpacing: .infinity)) >= 4)
    }

    @Test func inkIsDrawnWhereItWasMeasured() throws {
        let line = try layout("Hxg")
        let image = try ImageSurface(width: 60, height: 40)
        let pen = try Cairo.Context(image)
        pen.setColor(red: 1, green: 1, blue: 1)
        pen.paint()
        pen.move(x: 5, y: 25)
        line.show(on: pen)
        try pen.check(while: "testing")
        let columns = try #require(try Pixels(image).inkColumns)
        #expect(abs(Double(columns.lowerBound) - (5 + line.ink.x)) <= 1)
        #expect(abs(Double(columns.upperBound + 1) - (5 + line.ink.x + line.ink.width)) <= 1.5)
    }

    private func layout(_ text: String, size: Double = 20) throws -> Layout {
        try Layout(
            context, [Span(text, font: FontDescription(family: "Inter", weight: 400, size: size))])
    }
}
