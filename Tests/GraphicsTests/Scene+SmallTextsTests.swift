import Graphics
import Testing

private func text(_ words: String, _ size: Double, rise: Double = 0) -> SceneItem {
    let style = TextStyle(family: "Inter", size: size, rise: rise)
    return .text(
        TextLine(runs: [TextRun(words, style)], width: 10, ascent: 8, descent: 2), at: .zero)
}

private func small(_ items: [SceneItem]) -> [String] {
    Scene(size: Size(100, 100), items: items).texts(smallerThan: 9)
}

@Test func smallLettersAreFoundWhereverTheyAre() {
    #expect(small([text("a", 9), text("b", 8.9)]) == ["b"])
    #expect(small([.tagged(Tag(.note), [text("c", 5)])]) == ["c"])
    let half = Transform(a: 0.5, b: 0, c: 0, d: 0.5, tx: 0, ty: 0)
    #expect(small([.group([text("d", 12)], transform: half, clip: nil)]) == ["d"])
    #expect(small([.group([text("e", 18)], transform: half, clip: nil)]).isEmpty)
}

@Test func raisedMarksMayBeSmall() {
    #expect(small([text("*", 6, rise: 4)]).isEmpty)
    #expect(small([text(" ", 6)]).isEmpty)
}

@Test func theSmallestLettersAreFoundWithTheirLine() {
    let half = Transform(a: 0.5, b: 0, c: 0, d: 0.5, tx: 0, ty: 0)
    let items = [
        text("a", 9), .group([text("d", 12)], transform: half, clip: nil), text("*", 2, rise: 4),
    ]
    let smallest = Scene(size: Size(100, 100), items: items).smallestText
    #expect(smallest?.size == 6 && smallest?.text == "d")
    #expect(Scene(size: Size(100, 100), items: []).smallestText == nil)
}
