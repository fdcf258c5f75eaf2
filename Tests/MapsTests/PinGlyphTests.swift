import Graphics
import Layout
import Maps
import TestSupport
import Testing

private func drawn(_ shape: PinGlyph.Shape, size: Double) -> [SceneItem] {
    var canvas = Canvas(measurer: FixedMeasurer())
    PinGlyph(shape: shape, color: Ink.lit, ground: .white)
        .draw(center: Point(50, 40), size: size, on: &canvas)
    return canvas.items
}

@Test(arguments: PinGlyph.Shape.allCases)
func aSignFillsItsSquare(shape: PinGlyph.Shape) throws {
    for size in [5.0, 7.2, 20] {
        let items = drawn(shape, size: size)
        #expect(items.count == 1)
        guard case .path(let path, _, let stroke)? = items.first else { continue }
        let bounds = try #require(path.controlBounds).outset(by: (stroke?.width ?? 0) / 2)
        let square = Rect(x: 50 - size / 2, y: 40 - size / 2, width: size, height: size)
        // A triangle is a little wider, so that it looks as large as a circle.
        #expect(square.outset(by: size * 0.07).contains(bounds))
        #expect(bounds.width >= size * 0.9 && bounds.height >= size * 0.9)
        #expect(abs(bounds.midX - 50) < 1e-9)
    }
}

@Test func shapesAreToldApartWithoutColour() {
    let pictures = PinGlyph.Shape.allCases.map { drawn($0, size: 8) }
    #expect(Set(pictures).count == pictures.count)
    guard case .path(_, let fill, let stroke)? = drawn(.unknown, size: 8).first else {
        Issue.record("a sign is a path")
        return
    }
    #expect(fill == .color(.white) && stroke?.color == Ink.lit && stroke?.dash.isEmpty == false)
}
