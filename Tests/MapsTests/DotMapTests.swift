import Diagnostics
import Graphics
import Layout
import Maps
import TestSupport
import Testing

private let page = Rect(x: 10, y: 20, width: 300, height: 200)
private let colors = DotMap.Colors(
    lit: Color(0x111111), unlit: Color(0x222222), place: Color(0x333333))

private func chart(pitch: Double = 8) throws -> DotMap {
    DotMap(
        lit: [Quarters.all[3]], unlit: Array(Quarters.all[..<3]), places: [place(5, 5)],
        projection: try Projection(.equirectangular), pitch: pitch, colors: colors)
}

/// The centres of the dots of a colour.
private func dots(_ color: Color, _ canvas: Canvas) -> [Point] {
    canvas.items.fills(color).flatMap { path in
        // A circle is a move and four curves; its first point is its top.
        path.elements.split(separator: .close).compactMap { circle -> Point? in
            let points = circle.compactMap { element -> Point? in
                switch element {
                case .move(let point), .line(let point), .curve(_, _, let point): point
                case .close: nil
                }
            }
            return Rect(around: points)?.center
        }
    }
}

@Test func dotsStandInTheirAreasAPitchApart() throws {
    let canvas = drawn(try chart(), in: page)
    #expect(canvas.findings.all.isEmpty && canvas.items.isFinite)
    let (lit, unlit, place) = (
        dots(colors.lit, canvas), dots(colors.unlit, canvas), dots(colors.place, canvas)
    )
    #expect(lit.count > 100 && unlit.count > 2 * lit.count && place.count == 1)
    let all = lit + unlit + place
    for (index, dot) in all.enumerated() {
        #expect(page.contains(dot))
        #expect(all[(index + 1)...].allSatisfy { $0.distance(to: dot) > 8 - 1e-6 })
    }
    // The lit quarter is the north-eastern one of a map of 200 pt in the middle.
    #expect((lit + place).allSatisfy { $0.x > 160 - 1e-6 && $0.y < 120 + 1e-6 })
    #expect(place[0].distance(to: Point(210, 70)) < 8)
}

@Test func aMapShrinksUntilItIsClearOfWhatStandsBesideIt() throws {
    var chart = try chart()
    let text = Rect(x: 50, y: 20, width: 30, height: 200)
    chart.keepOut = [text]
    let canvas = drawn(chart, in: page)
    #expect(canvas.findings.all.isEmpty)
    let all = dots(colors.lit, canvas) + dots(colors.unlit, canvas)
    #expect(!all.isEmpty && all.allSatisfy { !text.outset(by: 8).contains($0) })
}

@Test func aMapThatWouldHaveToShrinkByAThirdIsAnError() throws {
    var chart = try chart()
    chart.keepOut = [Rect(x: 10, y: 20, width: 250, height: 200)]
    let canvas = drawn(chart, in: page)
    #expect(canvas.messages == ["the dotted map touches the text beside it"])
    #expect(canvas.items.isEmpty)
}

@Test func aDottedMapOfNothingIsAnError() throws {
    var empty = try chart()
    empty.lit = []
    empty.unlit = []
    let message = "the dotted map has nothing to show"
    #expect(drawn(empty, in: page).messages == [message])
    #expect(
        drawn(try chart(), in: Rect(x: 0, y: 0, width: 0, height: 0)).messages == [message])
}

@Test(arguments: [0.0, -1, .nan, .infinity, 1e-9])
func aPitchThatIsNoneIsAnError(pitch: Double) throws {
    #expect(drawn(try chart(pitch: pitch), in: page).messages == ["the dotted map has no pitch"])
}

@Test func theSameDotsMakeTheSameScene() throws {
    #expect(drawn(try chart(), in: page).items == drawn(try chart(), in: page).items)
}
