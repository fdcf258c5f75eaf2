import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

private let room = Rect(x: 10, y: 20, width: 105, height: 24)

private func style(_ size: Double) -> TextStyle { ten.with { $0.size = size } }

// MARK: - Any text

@Test func textFitsItsRoomOrIsAnError() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<400 {
        let size = Double.random(in: 9...30, using: &random)
        let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            String(repeating: "x", count: Int.random(in: 1...9, using: &random))
        }.joined(separator: " ")
        let rect = Rect(
            x: 0, y: 0, width: Double.random(in: 20...300, using: &random),
            height: Double.random(in: 10...120, using: &random))
        let paragraph = Paragraph(
            text, style(size), leading: size * 1.3,
            alignment: HorizontalAlignment.allCases.randomElement(using: &random) ?? .left,
            breaking: LineBreaking.allCases.randomElement(using: &random) ?? .filled,
            mostLines: Bool.random(using: &random) ? Int.random(in: 1...3, using: &random) : nil,
            vertical: VerticalAlignment.allCases.randomElement(using: &random) ?? .top)
        let canvas = drawn(paragraph, in: rect)
        let texts = canvas.items.texts
        #expect(texts.map(\.line.text).joined(separator: " ") == text)
        let sizes = Set(texts.flatMap(\.line.runs).map(\.style.size))
        #expect(sizes.count == 1)
        for set in sizes {
            #expect(set >= size * 0.85 - 1e-9 && set >= 9 - 1e-9 && set <= size)
        }
        guard !canvas.findings.hasErrors else { continue }
        #expect(texts.count <= paragraph.mostLines ?? .max)
        for (line, origin) in texts {
            let box = Rect(
                x: origin.x, y: origin.y - line.ascent, width: line.width,
                height: line.ascent + line.descent)
            #expect(rect.contains(box, tolerance: 0.51))
        }
    }
}

@Test func textDrawnInTheSizeItAskedForFits() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
        let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in
            String(repeating: "x", count: Int.random(in: 1...6, using: &random))
        }.joined(separator: " ")
        let paragraph = Paragraph(text, style(12), leading: 15.5, breaking: .balanced)
        let width = Double.random(in: 45...300, using: &random)
        let size = paragraph.size(in: Size(width, .infinity), measuring: FixedMeasurer())
        #expect(size.width <= width)
        let canvas = drawn(paragraph, in: Rect(origin: .zero, size: size))
        #expect(canvas.findings.all.isEmpty)
        #expect(Double(canvas.items.texts.count) * 15.5 == size.height)
    }
}

// MARK: - Shrinking

@Test func textShrinksByStepsUntilItFits() {
    // Ten characters take 120 pt at 20 pt, and 105 pt at 87.5 %.
    let canvas = drawn(Paragraph("xxxxxxxxxx", style(20), leading: 24), in: room)
    #expect(canvas.findings.all.isEmpty)
    let sizes = canvas.items.texts.map(\.line.runs[0].style.size)
    #expect(sizes.count == 1 && abs(sizes[0] - 17.5) < 1e-9)
}

@Test func textThatDoesNotFitAtEightyFivePercentIsAnError() {
    var canvas = Canvas(
        measurer: FixedMeasurer(), at: SourceLocation(file: "deck.yaml", line: 7))
    let narrow = Rect(x: 0, y: 0, width: 100, height: 24)
    Paragraph("xxxxxxxxxx", style(20), leading: 24).draw(in: narrow, on: &canvas)
    #expect(canvas.items.texts.map(\.line.runs[0].style.size) == [17])
    #expect(canvas.messages == ["text does not fit: “xxxxxxxxxx” needs 102 pt of width, has 100"])
    #expect(canvas.findings.all.first?.location == SourceLocation(file: "deck.yaml", line: 7))
    #expect(canvas.findings.all.first?.hint?.contains("under 9 pt") == true)
}

@Test(arguments: [(10.0, 9.0), (9.5, 9), (9, 9), (8, 8), (20, 17)])
func textNeverShrinksUnderNinePoints(size: Double, least: Double) {
    let canvas = drawn(
        Paragraph("xxxxxxxxxx", style(size), leading: 12),
        in: Rect(x: 0, y: 0, width: 10, height: 12))
    let set = canvas.items.texts.first?.line.runs.first?.style.size ?? 0
    #expect(abs(set - least) < 1e-9)
    #expect(canvas.findings.hasErrors)
}

@Test func theSmallestRunDecidesHowFarAllShrink() {
    let canvas = drawn(
        Paragraph([TextRun("xxxxx", style(20)), TextRun("xxxxx", style(10))], leading: 24),
        in: Rect(x: 0, y: 0, width: 10, height: 24))
    #expect(canvas.items.texts.flatMap(\.line.runs).map(\.style.size) == [18, 9])
}

@Test func leadingAndRiseShrinkWithTheLetters() {
    let raised = style(20).with { $0.rise = 4 }
    let canvas = drawn(
        Paragraph("xxxxxxxxxx\nxx", raised, leading: 24),
        in: Rect(x: 0, y: 0, width: 102, height: 42))
    #expect(canvas.findings.all.isEmpty)
    let texts = canvas.items.texts
    #expect(texts.map(\.line.runs[0].style.rise) == [3.4, 3.4])
    #expect(abs(texts[1].origin.y - texts[0].origin.y - 20.4) < 1e-9)
}

@Test func textThatIsTooHighSaysSo() {
    let canvas = drawn(
        Paragraph("a\nb\nc", style(20), leading: 24), in: Rect(x: 0, y: 0, width: 99, height: 60))
    #expect(canvas.messages.first?.hasSuffix("needs 62 pt of height, has 60") == true)
}

@Test func tooManyLinesSayHowManyOrHowLong() {
    let wide = Rect(x: 0, y: 0, width: 100.5, height: 500)
    let one = drawn(Paragraph("xxxxx xxxxx", style(20), leading: 24, mostLines: 1), in: wide)
    #expect(one.messages.first?.hasSuffix("needs 113 pt of width, has 100") == true)
    let written = drawn(Paragraph("a\nb\nc", style(20), leading: 24, mostLines: 2), in: wide)
    #expect(written.messages.first?.hasSuffix("needs 3 lines, has 2") == true)
}

@Test func longTextIsShortenedInTheMessage() {
    let text = String(repeating: "palabra ", count: 20)
    let canvas = drawn(
        Paragraph(text, ten, leading: 12), in: Rect(x: 0, y: 0, width: 50, height: 9))
    let message = canvas.messages.first ?? ""
    #expect(message.contains(String(text.prefix(57)) + "…") && message.count < 120)
}

@Test func whatMayOverflowIsNoError() {
    var canvas = Canvas(measurer: FixedMeasurer())
    let boxes = Paragraph("xxxxxxxxxx", style(20), leading: 24).draw(
        in: Rect(x: 0, y: 0, width: 50, height: 24), on: &canvas, mayOverflow: true)
    #expect(canvas.findings.all.isEmpty)
    #expect(boxes.map { $0.width.rounded() } == [102])
}

@Test(arguments: [0.0, -10, .nan, .infinity])
func roomsAndSizesThatAreNoneDoNotTrap(length: Double) {
    for text in ["", "uno dos", "uno\ndos tres"] {
        for rect in [
            Rect(x: 0, y: 0, width: length, height: 20),
            Rect(x: 0, y: 0, width: 80, height: length),
        ] {
            _ = drawn(Paragraph(text, ten, leading: 12, breaking: .balanced), in: rect)
        }
        _ = drawn(Paragraph(text, style(length), leading: 12), in: room)
        _ = drawn(Paragraph(text, ten, leading: length, mostLines: 0), in: room)
    }
}

// MARK: - Places

@Test(arguments: [(HorizontalAlignment.left, 10.0), (.center, 47.5), (.right, 85)])
func linesStandWhereTheyAreAligned(alignment: HorizontalAlignment, left: Double) {
    let canvas = drawn(Paragraph("xxxxx", ten, leading: 12, alignment: alignment), in: room)
    #expect(canvas.items.texts.map(\.origin.x) == [left])
}

@Test(arguments: [(VerticalAlignment.top, 20.0), (.center, 26), (.bottom, 32)])
func linesStandHighOrLow(vertical: VerticalAlignment, top: Double) {
    let canvas = drawn(Paragraph("xxxxx", ten, leading: 12, vertical: vertical), in: room)
    // 9.7 and 2.4 pt of the font stand in the middle of 12 pt of leading.
    let baselines = canvas.items.texts.map(\.origin.y)
    #expect(baselines.count == 1 && abs(baselines[0] - top - 9.65) < 1e-9)
}

@Test func baselinesAreALeadingApart() {
    let canvas = drawn(
        Paragraph([TextRun("a\nb\n\nd", ten), TextRun("x", style(14))], leading: 13),
        in: Rect(x: 0, y: 0, width: 99, height: 99))
    let baselines = canvas.items.texts.map(\.origin.y)
    #expect(baselines.count == 3)
    // The empty line is not drawn, but takes its room.
    #expect(abs(baselines[1] - baselines[0] - 13) < 1e-9)
}

// MARK: - Empty

@Test func noRunsNeedNoRoom() {
    let paragraph = Paragraph([], leading: 12)
    #expect(paragraph.size(in: Size(100, 100), measuring: FixedMeasurer()) == .zero)
    #expect(drawn(paragraph, in: room).items.isEmpty)
}

@Test func emptyTextKeepsALineFree() {
    let paragraph = Paragraph("", ten, leading: 12)
    #expect(paragraph.size(in: Size(100, 100), measuring: FixedMeasurer()) == Size(0, 12))
    let canvas = drawn(paragraph, in: room)
    #expect(canvas.items.isEmpty && canvas.findings.all.isEmpty)
}

// MARK: - Missing letters

/// A font without the letter Q.
private struct PoorFont: TextMeasurer {
    func measure(_ runs: [TextRun], at offsets: [Int]) -> LineMetrics {
        var metrics = FixedMeasurer().measure(runs, at: offsets)
        if runs.contains(where: { $0.text.contains("Q") }) { metrics.missing = ["Q"] }
        return metrics
    }

    func metrics(of style: TextStyle) -> FontMetrics { FixedMeasurer().metrics(of: style) }
}

@Test func lettersTheFontDoesNotHaveAreErrors() {
    var canvas = Canvas(measurer: PoorFont())
    Paragraph("uno dos QQ", ten, leading: 12).draw(in: room, on: &canvas)
    canvas.text("Qué", ten, x: 0, baseline: 0)
    #expect(
        canvas.messages == [
            "the font has no glyph for “Q” (U+0051) in “uno dos QQ”",
            "the font has no glyph for “Q” (U+0051) in “Qué”",
        ])
    #expect(canvas.findings.all.allSatisfy { $0.kind == .unavailable })
}
