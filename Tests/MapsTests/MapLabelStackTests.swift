import Graphics
import Layout
import TestSupport
import Testing

@testable import Maps

private let look = TextStyle(family: "Inter", size: 10)
private let glyph = PinGlyph(shape: .circle, color: Ink.lit, ground: .white)

private func row(
    _ name: String, _ anchor: GeoPoint? = nil, glyphs: Int = 0
) -> MapLabelStack.Row {
    .init(
        name: name, glyphs: Array(repeating: glyph, count: glyphs), runs: [TextRun(name, look)],
        anchor: anchor)
}

private func stack(
    _ rows: [MapLabelStack.Row], at place: Point = Point(300, 100),
    _ alignment: HorizontalAlignment = .left, heading: String = ""
) -> MapLabelStack {
    MapLabelStack(
        heading: heading.isEmpty ? [] : [TextRun(heading, look)], rows: rows, place: place,
        alignment: alignment, pitch: 14)
}

private func drawn(_ stack: MapLabelStack) -> (boxes: [Rect], items: [SceneItem]) {
    var canvas = Canvas(measurer: FixedMeasurer())
    let boxes = stack.draw(on: &canvas)
    return (boxes, canvas.items)
}

/// A degree of longitude and latitude takes a point each, with north upward.
private func onPage(_ place: GeoPoint) -> Point { Point(place.longitude, -place.latitude) }

// MARK: - Text

@Test func rowsStandBelowTheHeadingAPitchApart() {
    let (boxes, items) = drawn(stack([row("Silao"), row("Celaya")], heading: "Bajío"))
    #expect(items.texts.map(\.text) == ["Bajío", "Silao", "Celaya"])
    #expect(items.texts.map(\.origin) == [Point(300, 100), Point(300, 114), Point(300, 128)])
    #expect(boxes.map(\.width) == [30, 30, 36])
    #expect(drawn(stack([row("Silao")])).items.texts.map(\.origin) == [Point(300, 100)])
}

@Test(arguments: [(HorizontalAlignment.left, 300.0), (.center, 285), (.right, 270)])
func rowsAreAlignedOnTheirPlace(alignment: HorizontalAlignment, left: Double) {
    #expect(drawn(stack([row("Silao")], alignment)).items.texts.map(\.origin.x) == [left])
}

@Test func signsStandBetweenPlaceAndText() throws {
    for (alignment, sign) in [(HorizontalAlignment.left, 1.0), (.right, -1)] {
        let (boxes, items) = drawn(stack([row("Silao", glyphs: 2)], alignment))
        let signs = items.fills(Ink.lit).compactMap(\.controlBounds)
        let text = try #require(boxes.first)
        #expect(signs.count == 2 && signs.allSatisfy { !$0.intersects(text) })
        #expect(signs.allSatisfy { ($0.midX - 300) * sign > 0 })
        #expect(!signs[0].intersects(signs[1]) && signs[0].midX < signs[1].midX)
    }
}

@Test func aStackOfNothingDrawsNothing() {
    #expect(drawn(stack([])).items.isEmpty)
    #expect(stack([]).choices(onPage).allSatisfy { $0.isEmpty })
}

// MARK: - Leaders

@Test func leadersRunFromTheirPlacesToTheirLabels() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { index in
            row(
                "\(index)",
                place(
                    Double.random(in: 0...600, using: &random),
                    -Double.random(in: 0...200, using: &random)))
        }
        let alignment: HorizontalAlignment = Bool.random(using: &random) ? .left : .right
        let choices = stack(rows, alignment).choices(onPage)
        #expect(!choices.isEmpty)
        for leaders in choices {
            #expect(leaders.map(\.row) == rows)
            for (row, line) in leaders {
                let anchor = try #require(row.anchor)
                #expect(line.points.first == onPage(anchor))
                #expect((2...3).contains(line.points.count))
                #expect(line.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
                guard line.points.count == 3 else { continue }
                // The level part ends just beside the text, at the height of its letters.
                let (bend, end) = (line.points[1], line.points[2])
                #expect(bend.y == end.y && abs(end.x - 300) < 6)
                #expect((bend.x - end.x) * (alignment == .right ? 1 : -1) > 0)
            }
        }
    }
}

@Test func labelsWithoutAPlaceHaveNoLeader() {
    let rows = [row("Silao"), row("Celaya", place(500, -90)), row("lejos", place(0, 0))]
    let leaders = stack(rows, .right).choices { $0.longitude == 0 ? nil : onPage($0) }
    #expect(leaders.allSatisfy { $0.map(\.row.name) == ["Celaya"] })
}

@Test func leadersMayAllEndAtOneHeight() {
    var stack = stack([row("Silao", place(500, -90)), row("Celaya", place(500, -130))], .right)
    stack.leaderDrop = 7
    for leaders in stack.choices(onPage) {
        #expect(leaders.compactMap(\.line.points.last?.y) == [107, 107])
    }
}
