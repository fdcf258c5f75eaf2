import Graphics
import Maps
import Testing

private func pole(_ ring: [Point], precision: Double = 0.01) throws -> InscribedCircle {
    try #require(PlanePolygon([ring]).poleOfInaccessibility(precision: precision))
}

@Test func theCircleLiesInsideAndTouches() throws {
    let map = try #require(
        FittedProjection(
            .mexico, fitting: MapFiles.mexico.features,
            in: Rect(x: 0, y: 0, width: 600, height: 400)))
    for feature in MapFiles.mexico.features {
        let polygon = try #require(map.polygons(of: feature).first)
        let circle = try #require(polygon.poleOfInaccessibility())
        #expect(polygon.contains(circle.center))
        #expect(abs(polygon.distanceToEdge(from: circle.center) - circle.radius) < 1e-9)
        // The file's own label is such a pole too, found by another program.
        let label = try #require(feature.point("label").flatMap(map.point))
        #expect(circle.radius >= polygon.distanceToEdge(from: label) - 0.5)
    }
}

@Test func aSquareHasItsPoleInTheMiddle() throws {
    let circle = try pole([Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)])
    #expect(circle == InscribedCircle(center: Point(5, 5), radius: 5))
}

@Test func anLHasItsPoleInItsCorner() throws {
    // The largest circle of an L touches both outer edges and the inner corner.
    let circle = try pole([
        Point(0, 0), Point(2, 0), Point(2, 8), Point(10, 8), Point(10, 10), Point(0, 10),
    ])
    let expected = 2 * 2.0.squareRoot() / (1 + 2.0.squareRoot())
    #expect(abs(circle.radius - expected) < 0.01)
    #expect(circle.center.distance(to: Point(expected, 10 - expected)) < 0.1)
}

@Test func aHoleIsNoPlaceForALabel() throws {
    let ring = PlanePolygon([
        [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)],
        [Point(1, 1), Point(1, 9), Point(7, 9), Point(7, 1)],
    ])
    let circle = try #require(ring.poleOfInaccessibility(precision: 0.01))
    #expect(abs(circle.radius - 1.6) < 0.15)
    #expect(circle.center.x > 7)
}

@Test func longThinAreasEndSoon() throws {
    let strip = try pole(
        [Point(0, 0), Point(1000, 0), Point(1000, 0.5), Point(0, 0.5)], precision: 1e-9)
    #expect(abs(strip.radius - 0.25) < 0.05)
    let needle = try pole([Point(0, 0), Point(1e6, 0), Point(0, 1e-3)], precision: 0)
    #expect(needle.radius > 0)
}

@Test func aMissingPrecisionIsReplaced() throws {
    let square = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
    for precision in [0, -1, .nan, .infinity] {
        #expect(abs(try pole(square, precision: precision).radius - 5) < 0.1)
    }
}

@Test func whatHasNoInsideHasNoPole() {
    for rings in [
        [], [[]], [[Point(0, 0), Point(1, 1)]], [[Point(0, 0), Point(5, 5), Point(9, 9)]],
        [[Point(0, 0), Point(.infinity, 0), Point(0, 1)]],
        [[Point(0, 0), Point(.nan, 0), Point(0, 1)]],
    ] as [[[Point]]] {
        #expect(PlanePolygon(rings).poleOfInaccessibility() == nil)
    }
}
