import Diagnostics
import Graphics
import Rendering
import TestSupport
import Testing

@Suite struct TypesetterTests {
    private let typesetter: Typesetter
    private let style = TextStyle(family: "Inter", size: 12)

    init() throws { typesetter = try Typesetter(fonts: testFonts) }

    @Test func aLineIsAsWideAsItsPositionsSay() {
        let runs = [
            TextRun("Producción ", style), TextRun("2025", style.with { $0.weight = .bold }),
        ]
        let text = "Producción 2025"
        let metrics = typesetter.measure(runs, at: [0, 7, text.utf8.count])
        #expect(metrics.positions.first == 0)
        #expect(metrics.positions.last == metrics.width)
        #expect(metrics.width > 60 && metrics.width < 120)
        #expect(metrics.missing == [])
    }

    @Test func measuringIsTheSameEveryTimeAndInEveryTypesetter() throws {
        let runs = [TextRun("Vehículos ½ “ligeros”", style)]
        let first = typesetter.measure(runs, at: [3, 9])
        #expect(typesetter.measure(runs, at: [3, 9]) == first)
        #expect(try Typesetter(fonts: testFonts).measure(runs, at: [3, 9]) == first)
    }

    @Test func typesettersOnSeveralThreadsAgree() async throws {
        let fonts = try testFonts
        let style = style
        let expected = (0..<50).map { typesetter.measure([TextRun("Línea \($0)", style)], at: []) }
        try await withThrowingTaskGroup(of: [LineMetrics].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let typesetter = try Typesetter(fonts: fonts)
                    return (0..<50).map {
                        typesetter.measure([TextRun("Línea \($0)", style)], at: [])
                    }
                }
            }
            for try await measured in group { #expect(measured == expected) }
        }
    }

    @Test func heightsAreThoseOfTheTallestRunWithItsRise() {
        let large = style.with { $0.size = 24 }
        let raised = style.with { $0.rise = 30 }
        let alone = typesetter.metrics(of: large)
        let line = typesetter.measure([TextRun("a", style), TextRun("b", large)], at: [])
        #expect(line.ascent == alone.ascent)
        #expect(line.descent == alone.descent)
        let small = typesetter.metrics(of: style)
        #expect(typesetter.measure([TextRun("a", raised)], at: []).ascent == small.ascent + 30)
    }

    @Test func metricsAreTheFontsOwnAtEverySize() {
        for weight in FontWeight.allCases {
            for size in [1.0, 10, 100] {
                let metrics = typesetter.metrics(
                    of: TextStyle(family: "Inter", size: size, weight: weight))
                // Inter's design: 2048 units an em, capitals 1490, x 1118, ascender 1984.
                #expect(abs(metrics.capHeight / size - 1490.0 / 2048) < 0.001)
                #expect(abs(metrics.xHeight / size - 1118.0 / 2048) < 0.001)
                #expect(abs(metrics.ascent / size - 1984.0 / 2048) < 0.001)
            }
        }
    }

    @Test func anEmptyLineIsAsTallAsItsStyle() {
        let metrics = typesetter.measure([TextRun("", style)], at: [0, 5])
        #expect(metrics.width == 0)
        #expect(metrics.positions == [0, 0])
        #expect(metrics.ascent == typesetter.metrics(of: style).ascent)
        #expect(typesetter.measure([], at: [0]).positions == [0])
    }

    @Test func charactersWithoutAGlyphAreReported() {
        let runs = [TextRun("a漢", style), TextRun("\n字漢", style)]
        #expect(typesetter.measure(runs, at: []).missing == ["漢", "\n", "字"])
    }

    @Test func longTextIsMeasuredInPieces() {
        let text = String(repeating: "señal de prueba ", count: 2000)
        let half = text.utf8.count / 2
        let metrics = typesetter.measure(
            [TextRun(text, style)], at: [0, half, text.utf8.count])
        let short = typesetter.measure([TextRun("señal de prueba ", style)], at: []).width
        #expect(abs(metrics.width - 2000 * short) < 1)
        #expect(abs(metrics.positions[1] - 1000 * short) < 1)
        #expect(metrics.positions[2] == metrics.width)
        let zalgo = "e" + String(repeating: "\u{301}", count: 50_000)
        #expect(typesetter.measure([TextRun(zalgo, style)], at: [1, 60_000]).positions.count == 2)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0, -1, 1e300, 1e-300])
    func noNumberTrapsOrTurnsTheWidthIntoNonsense(value: Double) {
        let odd = TextStyle(
            family: "Inter", size: value, color: Color(red: value, green: 0, blue: 0),
            tracking: value, rise: value)
        let metrics = typesetter.measure([TextRun("abc", odd)], at: [-1, .min, 2, .max])
        #expect(metrics.width.isFinite && metrics.ascent.isFinite)
        #expect(metrics.positions.count == 4)
        #expect(typesetter.metrics(of: odd).capHeight.isFinite)
    }

    @Test func anUnknownFamilyIsMeasuredButNotDrawn() throws {
        let odd = style.with { $0.family = "Helvetica" }
        #expect(typesetter.measure([TextRun("abc", odd)], at: []).width > 0)
        let error = #expect(throws: Diagnostic.self) { try draw("abc", odd) }
        #expect(error?.kind == .unavailable)
    }

    @Test func aMissingGlyphIsNotDrawnAsABox() throws {
        let error = #expect(throws: Diagnostic.self) { try draw("漢字", style) }
        #expect(error?.kind == .unavailable)
        #expect(
            error?.message == "page “Prueba”: the font has no glyph for “漢”, “字” in “漢字”")
    }

    @Test func aStyleWithoutSizeIsNotDrawn() throws {
        for change: (inout TextStyle) -> Void in [
            { $0.size = .nan }, { $0.size = 0 }, { $0.size = 1e9 }, { $0.tracking = .infinity },
            { $0.rise = .nan }, { $0.color.alpha = .nan },
        ] {
            let error = #expect(throws: Diagnostic.self) { try draw("abc", style.with(change)) }
            #expect(error?.kind == .internalFailure)
        }
    }

    private func draw(_ text: String, _ style: TextStyle) throws -> [UInt8] {
        let line = typesetter.line(text, style)
        return try png(
            of: Scene(
                size: Size(100, 50), title: "Prueba", items: [.text(line, at: Point(10, 20))]),
            pixelWidth: 100, typesetter: typesetter)
    }
}
