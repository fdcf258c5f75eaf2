import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

import struct Graphics.Tag

private func canvas() -> Canvas { Canvas(measurer: FixedMeasurer()) }

private let box = SceneItem.fill(.rect(Rect(x: 0, y: 0, width: 1, height: 1)), .black)
private let other = SceneItem.fill(.rect(Rect(x: 5, y: 5, width: 1, height: 1)), .white)

// MARK: - Items

@Test func itemsLieInTheOrderInWhichTheyWereDrawn() {
    var canvas = canvas()
    canvas.add(box)
    canvas.fill(Rect(x: 5, y: 5, width: 1, height: 1), .white)
    canvas.line(from: .zero, to: Point(1, 1), Stroke(.black, width: 1))
    #expect(
        canvas.items == [
            box, other,
            .stroke(.line(from: .zero, to: Point(1, 1)), Stroke(.black, width: 1)),
        ])
}

@Test func whatIsDrawnInATagStandsInIt() {
    var canvas = canvas()
    canvas.add(box)
    canvas.tagged(Tag(.figure, id: "a")) { canvas in
        canvas.add(box)
        canvas.tagged(Tag(.note)) { $0.add(other) }
        canvas.add(box)
    }
    canvas.add(other)
    #expect(
        canvas.items == [
            box, .tagged(Tag(.figure, id: "a"), [box, .tagged(Tag(.note), [other]), box]), other,
        ])
}

@Test func aGroupKeepsItsTransformAndClip() {
    var canvas = canvas()
    let clip = Path.rect(Rect(x: 0, y: 0, width: 2, height: 2))
    canvas.group(transform: .scale(2), clip: clip) { $0.add(box) }
    canvas.group { $0.add(other) }
    #expect(
        canvas.items == [
            .group([box], transform: .scale(2), clip: clip),
            .group([other], transform: .identity, clip: nil),
        ])
}

@Test func groupsAndTagsWithoutItemsAreLeftOut() {
    var canvas = canvas()
    canvas.tagged(Tag(.figure)) { $0.group { _ in } }
    #expect(canvas.items.isEmpty)
}

@Test(arguments: [(HorizontalAlignment.left, 50.0), (.center, 38), (.right, 26)])
func textIsAlignedOnItsPlace(alignment: HorizontalAlignment, left: Double) {
    var canvas = canvas()
    let bounds = canvas.text("cita", ten, x: 50, baseline: 30, alignment)
    #expect(bounds.minX == left && bounds.width == 24)
    #expect(abs(bounds.minY - 20.3) < 1e-9 && abs(bounds.height - 12.1) < 1e-9)
    #expect(canvas.items.texts.map(\.origin) == [Point(left, 30)])
}

@Test func textInSeveralStylesIsOneLine() {
    var canvas = canvas()
    let runs = [TextRun("ab", ten), TextRun("c", ten.with { $0.size = 20 })]
    let line = canvas.line(runs)
    #expect(line == TextLine(runs: runs, width: 24, ascent: 19.4, descent: 4.8))
}

// MARK: - Findings

@Test func findingsAreOfThePlaceWhereTheyWereMade() {
    let (deck, first) = (SourceLocation(file: "deck.yaml"), SourceLocation(file: "a", line: 1))
    var canvas = Canvas(measurer: FixedMeasurer(), at: deck)
    canvas.error("before")
    canvas.located(first) { canvas in
        canvas.warning("in", hint: "try")
        canvas.located(nil) { $0.error("of no place of its own") }
        canvas.located(SourceLocation(file: "b")) { $0.error("deeper") }
        canvas.error("again")
    }
    canvas.error("after")
    #expect(
        canvas.findings.all == [
            .error("before", at: deck), .warning("in", at: first, hint: "try"),
            .error("of no place of its own", at: first),
            .error("deeper", at: SourceLocation(file: "b")), .error("again", at: first),
            .error("after", at: deck),
        ])
}

@Test func groupsAndTagsKeepFindingsAndFootnotes() {
    var canvas = canvas()
    canvas.tagged(Tag(.figure)) { canvas in
        canvas.group { canvas in
            canvas.error("deep")
            canvas.footnotes.insert(.derived)
        }
    }
    #expect(canvas.messages == ["deep"])
    #expect(canvas.footnotes == [.derived])
}

@Test func aMissingLetterIsNamedByItsCodes() {
    var canvas = canvas()
    canvas.report(missing: ["\t", "👨‍👩", "é"], in: "x")
    #expect(
        canvas.messages == [
            "the font has no glyph for “\t” (U+0009) in “x”",
            "the font has no glyph for “👨‍👩” (U+1F468 U+200D U+1F469) in “x”",
            "the font has no glyph for “é” (U+00E9) in “x”",
        ])
    canvas.report(missing: [], in: "y")
    #expect(canvas.findings.all.count == 3)
}

@Test(arguments: ["a\u{E000}b", "\u{FFFD}", "x\u{1}", "\u{378}", "\u{10FFFF}"])
func wordsThatNobodyCanReadOutAreErrors(text: String) {
    var canvas = Canvas(measurer: FixedMeasurer())
    canvas.text(text, TextStyle(family: "Inter", size: 12), x: 0, baseline: 20)
    #expect(canvas.findings.all.map(\.severity) == [.error])
    #expect(canvas.findings.all[0].message.contains("U+"))
}

@Test(arguments: ["Año", "n.d.", "1\u{A0}234", "a\u{202F}b", "–*ᵖ", "👩\u{200D}👧", "e\u{301}", ""])
func wordsThatCanBeReadOutAreFine(text: String) {
    var canvas = Canvas(measurer: FixedMeasurer())
    canvas.text(text, TextStyle(family: "Inter", size: 12), x: 0, baseline: 20)
    #expect(canvas.findings.all.isEmpty)
}
