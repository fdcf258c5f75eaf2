import Graphics
import Maps
import TestSupport
import Testing

private func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    [Point(x, y), Point(x + side, y), Point(x + side, y + side), Point(x, y + side)]
}

private let frame = PlanePolygon([square(0, 0, 10), square(2, 2, 6).reversed()])

@Test func areaAndCentroidLeaveHolesOut() {
    #expect(frame.area == 64)
    #expect(frame.centroid == Point(5, 5))
    let lopsided = PlanePolygon([square(0, 0, 10), square(6, 6, 2).reversed()])
    #expect(lopsided.area == 96)
    let expected = (50 * 10 - 4 * 7.0) / 96
    #expect((lopsided.centroid ?? .zero).distance(to: Point(expected, expected)) < 1e-12)
}

@Test func areaIsTheSameWhereverAndWhicheverWayRound() {
    let moved = PlanePolygon([square(1e6, -1e6, 0.01).reversed()])
    #expect(abs(moved.area - 1e-4) < 1e-8)
    #expect((moved.centroid ?? .zero).distance(to: Point(1e6 + 0.005, -1e6 + 0.005)) < 1e-6)
}

@Test func insideGoesByEvenAndOdd() {
    #expect(frame.contains(Point(1, 5)))
    #expect(!frame.contains(Point(5, 5)))
    #expect(!frame.contains(Point(11, 5)))
    #expect(!frame.contains(Point(5, -1)))
    #expect(!frame.contains(Point(.nan, 5)))
}

@Test func insideAgreesWithTheSignOfTheDistance() {
    var random = SplitMix64(seed: 4)
    let polygon = PlanePolygon([
        (0..<40).map { _ in
            Point(.random(in: 0...10, using: &random), .random(in: 0...10, using: &random))
        }
    ])
    for _ in 0..<500 {
        let point = Point(
            .random(in: -2...12, using: &random), .random(in: -2...12, using: &random))
        #expect(polygon.contains(point) == (polygon.distanceToEdge(from: point) > 0))
    }
}

@Test func distancesAreThoseToTheNearestEdge() {
    #expect(frame.distanceToEdge(from: Point(1, 5)) == 1)
    #expect(frame.distanceToEdge(from: Point(5, 5)) == -3)
    #expect(frame.distanceToEdge(from: Point(13, 14)) == -5)
}

@Test func whatHasNoAreaHasNoCentroid() {
    for rings in [[], [[]], [[Point(1, 1)]], [[Point(0, 0), Point(2, 2)]]] as [[[Point]]] {
        #expect(PlanePolygon(rings).area == 0)
        #expect(PlanePolygon(rings).centroid == nil)
        #expect(!PlanePolygon(rings).contains(Point(1, 1)))
    }
}
