import Graphics
import Testing

private let square = Path.rect(Rect(x: 10, y: 20, width: 30, height: 40))

@Test func extentsHoldAllThatIsDrawn() {
    let style = TextStyle(family: "Inter", size: 10)
    let line = TextLine(runs: [TextRun("ab", style)], width: 12, ascent: 9, descent: 3)
    let items: [SceneItem] = [
        .fill(square, .black), .text(line, at: Point(35, 25)),
        .tagged(
            Tag(.figure),
            [.stroke(.line(from: Point(5, 70), to: Point(9, 70)), Stroke(.black, width: 2))]),
    ]
    #expect(items.extents() == Rect(left: 4, top: 16, right: 47, bottom: 71))
    #expect([SceneItem]().extents() == nil)
    #expect([SceneItem.path(square, fill: nil, stroke: nil)].extents() == nil)
}

@Test func groupsMoveAndClipTheirExtents() {
    let moved = Transform(a: 0, b: 2, c: -1, d: 0, tx: 100, ty: 0)
    let group = SceneItem.group([.fill(square, .black)], transform: moved, clip: nil)
    #expect([group].extents() == Rect(left: 40, top: 20, right: 80, bottom: 80))
    let clip = Path.rect(Rect(x: 0, y: 0, width: 20, height: 30))
    let clipped = SceneItem.group([.fill(square, .black)], transform: .identity, clip: clip)
    #expect([clipped].extents() == Rect(left: 10, top: 20, right: 20, bottom: 30))
    let hidden = SceneItem.group(
        [.fill(square, .black)], transform: .identity,
        clip: .rect(Rect(x: 0, y: 0, width: 1, height: 1)))
    #expect([hidden].extents() == nil)
}

@Test func rectanglesAreKnownByTheirSides() {
    let box = Rect(x: 10, y: 20, width: 30, height: 40)
    #expect(square.rectangle == box)
    let corners = [Point(10, 20), Point(10, 60), Point(40, 60), Point(40, 20)]
    #expect(Path.polygon(corners).rectangle == box)
    #expect(
        Path.polygon([Point(10, 20), Point(40, 21), Point(40, 60), Point(10, 60)]).rectangle == nil)
    #expect(Path.roundedRect(box, radius: 3).rectangle == nil)
    #expect(Path.circle(center: Point(0, 0), radius: 4).rectangle == nil)
    #expect(Path().rectangle == nil)
}
