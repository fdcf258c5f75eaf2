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
        // Pointed signs are a little wider, so that they look as large as a circle.
        #expect(square.outset(by: size * 0.07 + 1e-9).contains(bounds))
        #expect(bounds.width >= size * 0.9 && bounds.height >= size * 0.9)
        #expect(abs(bounds.midX - 50) < 1e-9)
    }
}

@Test(arguments: PinGlyph.Shape.allCases)
func aSignStaysInTheCircleOfItsRadius(shape: PinGlyph.Shape) {
    let center = Point(3, -4)
    for size in [0, 5.0, 20] {
        let path = shape.outline(center: center, size: size)
        let radius = shape.radius(size: size)
        #expect(path.elements.last == .close || size == 0)
        #expect(path.corners.allSatisfy { $0.distance(to: center) <= radius + 1e-9 })
        #expect(radius >= size / 2 && radius <= size * 0.75)
    }
    #expect(shape.radius(size: -1) == 0)
}

/// The area of a polygon, by the shoelace formula.
private func area(_ corners: [Point]) -> Double {
    zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
        $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
    }.magnitude
}

@Test func signsLookEquallyLarge() {
    for shape in PinGlyph.Shape.allCases where shape != .circle && shape != .unknown {
        let area = area(shape.outline(center: .zero, size: 1).corners)
        // Pointed ones reach further instead.
        #expect(area > 0.45 && area < 0.9, "\(shape.rawValue) \(area)")
    }
}

@Test func shapesAreToldApartWithoutColour() {
    let pictures = PinGlyph.Shape.allCases.map { drawn($0, size: 8) }
    #expect(Set(pictures).count == pictures.count && pictures.count >= 7)
    guard case .path(_, let fill, let stroke)? = drawn(.unknown, size: 8).first else {
        Issue.record("a sign is a path")
        return
    }
    #expect(fill == .color(.white) && stroke?.color == Ink.lit && stroke?.dash.isEmpty == false)
}
