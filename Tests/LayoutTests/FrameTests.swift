import Diagnostics
import Graphics
import Layout
import TestSupport
import Testing

import struct Graphics.Tag

private var ruler: FixedMeasurer { FixedMeasurer() }
private let room = Rect(x: 10, y: 20, width: 100, height: 80)

// MARK: - Padded

@Test func paddingAddsToWhatAChildNeedsAndTakesFromWhatItGets() {
    let padded = Padded(Box(30, 20), Insets(top: 1, left: 2, bottom: 3, right: 4))
    #expect(padded.size(in: Size(100, 100), measuring: ruler) == Size(36, 24))
    #expect(
        drawn(padded, in: room).items.shapes == [Rect(x: 12, y: 21, width: 94, height: 76)])
}

@Test func paddingOffersTheChildWhatIsLeft() {
    let padded = Padded(Filling(), Insets(all: 30))
    #expect(padded.size(in: Size(100, 40), measuring: ruler) == Size(100, 60))
    #expect(padded.size(in: Size(100, .infinity), measuring: ruler).height == .infinity)
}

@Test func negativePaddingReachesBeyondTheRoom() {
    let padded = Padded(Filling(), Insets(horizontal: -10, vertical: 0))
    #expect(drawn(padded, in: room).items.shapes == [Rect(x: 0, y: 20, width: 120, height: 80)])
}

// MARK: - Panel

@Test func aPanelLiesUnderItsChildAndMeansNothing() {
    let panel = Panel(Box(30, 20), ground: .white)
    #expect(panel.size(in: Size(100, 100), measuring: ruler) == Size(30, 20))
    #expect(
        drawn(panel, in: room).items == [
            .tagged(Tag(.artifact), [.fill(.rect(room), .white)]), .fill(.rect(room), .black),
        ])
}

// MARK: - Aligned

@Test(arguments: [(VerticalAlignment.top, 20.0), (.center, 50), (.bottom, 80)])
func anAlignedChildKeepsItsHeight(vertical: VerticalAlignment, top: Double) {
    let aligned = Aligned(Box(30, 20), vertical)
    #expect(aligned.size(in: Size(100, 100), measuring: ruler) == Size(30, 20))
    #expect(
        drawn(aligned, in: room).items.shapes == [Rect(x: 10, y: top, width: 100, height: 20)])
}

@Test(arguments: VerticalAlignment.allCases)
func anAlignedChildIsNeverHigherThanItsRoom(vertical: VerticalAlignment) {
    #expect(drawn(Aligned(Box(30, 200), vertical), in: room).items.shapes == [room])
    #expect(drawn(Aligned(Filling(), vertical), in: room).items.shapes == [room])
}

// MARK: - Located

@Test func findingsOfALocatedChildSayWhereItIsWritten() {
    let (outer, inner) = (SourceLocation(file: "a"), SourceLocation(file: "deck.yaml", line: 7))
    var canvas = Canvas(measurer: ruler, at: outer)
    let wide = Paragraph("palabra", ten, leading: 12)
    Located(wide, at: inner).draw(in: Rect(x: 0, y: 0, width: 5, height: 12), on: &canvas)
    #expect(canvas.findings.all.map(\.location) == [inner])
    #expect(canvas.location == outer)
}

@Test func aLocatedChildMayMeanSomething() {
    let located = Located(
        Box(30, 20), at: SourceLocation(file: "a"), tag: Tag(.figure, id: "b", alternative: "c"))
    #expect(located.size(in: Size(100, 100), measuring: ruler) == Size(30, 20))
    #expect(
        drawn(located, in: room).items == [
            .tagged(Tag(.figure, id: "b", alternative: "c"), [.fill(.rect(room), .black)])
        ])
    let plain = Located(Box(30, 20), at: SourceLocation(file: "a"))
    #expect(drawn(plain, in: room).items == [.fill(.rect(room), .black)])
}

// MARK: - Rule and Spacer

@Test func aRuleRunsAcrossTheMiddle() {
    let rule = Rule(Stroke(.black, width: 0.75))
    #expect(rule.size(in: Size(100, 50), measuring: ruler) == Size(100, 0.75))
    #expect(
        drawn(rule, in: room).items == [
            .tagged(
                Tag(.artifact),
                [
                    .stroke(
                        .line(from: Point(10, 60), to: Point(110, 60)), Stroke(.black, width: 0.75))
                ])
        ])
}

@Test func aSpacerTakesRoomAndDrawsNothing() {
    let stack = Stack(.vertical, [.init(Box(1, 5)), .init(Spacer(12)), .init(Box(1, 5))])
    #expect(stack.size(in: Size(100, 100), measuring: ruler).height == 22)
    #expect(drawn(Spacer(12), in: room).items.isEmpty)
}

/// Nothing, in as much room as there is.
private struct Blank: Element {
    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }
    func draw(in rect: Rect, on canvas: inout Canvas) {}
}

@Test func aBlockWithoutInkOrBeyondThePageIsTold() {
    let place = SourceLocation(file: "deck.yaml", line: 9, column: 3)
    func findings(_ element: any Element, in rect: Rect, isPage: Bool = true) -> [String] {
        var canvas = Canvas(measurer: ruler)
        canvas.page = isPage ? Rect(x: 0, y: 0, width: 200, height: 100) : nil
        Located(element, at: place, tag: Tag(.figure)).draw(in: rect, on: &canvas)
        return canvas.findings.all.map { "\($0.location?.line ?? 0) \($0.message)" }
    }
    #expect(findings(Filling(), in: room) == [])
    #expect(findings(Blank(), in: room) == ["9 the block draws nothing"])
    // Room that is meant to be left is no block without ink.
    #expect(findings(Spacer(), in: room) == [])
    let beyond = Rect(x: 150, y: 20, width: 70, height: 30)
    #expect(findings(Filling(), in: beyond) == ["9 what the block draws leaves the page by 20 pt"])
    // On trial there is no page yet.
    #expect(findings(Blank(), in: room, isPage: false) == [])
}
