import Graphics
import Testing

private func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Segment {
    Segment(Point(x1, y1), Point(x2, y2))
}

private func polyline(_ coordinates: (Double, Double)...) -> Polyline {
    Polyline(coordinates.map { Point($0.0, $0.1) })
}

private let level = segment(0, 0, 10, 0)
private let box = Rect(x: 10, y: 10, width: 20, height: 10)

// MARK: - Crossing

@Test(arguments: [
    (segment(5, -5, 5, 5), true),  // across
    (segment(1, -1, 9, 3), true),  // across at a slant
    (segment(5, 0, 5, 5), true),  // an end on the other
    (segment(5, 0, 15, 0), true),  // along each other
    (segment(2, 0, 8, 0), true),  // within
    (segment(-2, 0, 12, 0), true),  // around
    (segment(0, 0, 10, 0), true),  // the same
    (segment(10, 0, 0, 0), true),  // the same backwards
    (segment(0, 0, 4, 0), true),  // along from a shared end
    (segment(10, 0, 15, 5), false),  // a shared end
    (segment(10, 0, 20, 0), false),  // a shared end, straight on
    (segment(11, 0, 20, 0), false),  // on one line, apart
    (segment(0, 1, 10, 1), false),  // parallel
    (segment(5, 1, 5, 5), false),  // pointing at it
    (segment(11, -5, 11, 5), false),  // beyond its end
    (segment(5, 0, 5, 0), true),  // a point on it
    (segment(0, 0, 0, 0), false),  // a point at its end
    (segment(5, 1, 5, 1), false),  // a point beside it
])
func crossingIsMeetingButAtASharedEnd(other: Segment, crosses: Bool) {
    let reversed = { (segment: Segment) in Segment(segment.end, segment.start) }
    for (a, b) in [(level, other), (reversed(level), other), (level, reversed(other))] {
        #expect(a.crosses(b) == crosses)
        #expect(b.crosses(a) == crosses)
    }
    // Neither a turn of the page nor a move changes the answer.
    let turned = { (s: Segment) in segment(s.start.y + 3, s.start.x, s.end.y + 3, s.end.x) }
    #expect(turned(level).crosses(turned(other)) == crosses)
}

@Test func aPointCrossesNoPoint() {
    let dot = segment(1, 1, 1, 1)
    #expect(!dot.crosses(dot))
    #expect(!dot.crosses(segment(2, 2, 2, 2)))
}

@Test func polylinesCrossWhereAnyOfTheirLinesDo() {
    let elbow = polyline((0, 0), (10, 0), (10, 10))
    #expect(elbow.crosses(polyline((5, 5), (15, 5))))
    #expect(!elbow.crosses(polyline((0, 5), (9, 5), (9, 9))))
    #expect(!elbow.crosses(polyline((0, 0), (-5, 5), (-5, 10))))
    #expect(!elbow.crosses(polyline()))
}

@Test func polylinesThatShareACornerCross() {
    let elbow = polyline((0, 0), (10, 0), (10, 10))
    #expect(elbow.crosses(polyline((5, -5), (10, 0), (20, 5))))
    #expect(elbow.crosses(polyline((10, 0), (20, -5))))
    #expect(polyline((10, 0), (20, -5)).crosses(elbow))
}

@Test func aPolylineOfOnePointHasNoLine() {
    #expect(polyline((1, 1)).segments.isEmpty)
    #expect(polyline((0, 0), (1, 1), (2, 0)).segments.count == 2)
}

// MARK: - Distance

@Test(arguments: [
    (Point(5, 3), 3), (Point(-3, 4), 5), (Point(13, -4), 5), (Point(10, 0), 0), (Point(4, 0), 0),
])
func distanceIsToTheNearestPlace(point: Point, distance: Double) {
    #expect(level.distance(to: point) == distance)
    #expect(Segment(level.end, level.start).distance(to: point) == distance)
    #expect(Polyline([level.start, level.end, Point(10, -90)]).distance(to: point) <= distance)
}

@Test func distanceToWhatIsAPointIsTheDistanceToIt() {
    #expect(segment(1, 1, 1, 1).distance(to: Point(4, 5)) == 5)
    #expect(polyline((1, 1)).distance(to: Point(4, 5)) == 5)
    #expect(polyline().distance(to: .zero) == .infinity)
}

// MARK: - Rectangles

@Test(arguments: [
    (segment(0, 15, 40, 15), true),  // through
    (segment(15, 12, 25, 18), true),  // inside
    (segment(20, 15, 20, 50), true),  // from inside
    (segment(10, 15, 20, 15), true),  // from the edge inward
    (segment(5, 12, 12, 5), false),  // past a corner
    (segment(8, 11, 13, 6), false),  // past a corner, closer
    (segment(8, 14, 14, 8), true),  // through a corner
    (segment(5, 15, 15, 5), false),  // touching a corner
    (segment(10, 10, 30, 20), true),  // from corner to corner
    (segment(10, 0, 10, 50), false),  // along an edge
    (segment(0, 15, 10, 15), false),  // up to the edge
    (segment(0, 15, 9, 15), false),  // short of it
    (segment(31, 0, 31, 50), false),  // beside it
    (segment(15, 15, 15, 15), true),  // a point inside
    (segment(10, 15, 10, 15), false),  // a point on the edge
])
func aSegmentMeetsTheInsideOfARect(segment: Segment, meets: Bool) {
    #expect(segment.intersects(box) == meets)
    #expect(Segment(segment.end, segment.start).intersects(box) == meets)
    #expect(Polyline([Point(0, -5), segment.start, segment.end]).intersects(box) || !meets)
}

@Test func whatIsNotFiniteMeetsNothing() {
    let wild = segment(-.infinity, .nan, .infinity, 3)
    #expect(!wild.crosses(wild) && !segment(0, 0, .infinity, 0).crosses(level))
    #expect(!wild.crosses(level) && !wild.intersects(box))
    #expect(!box.lies(inside: [Point(.nan, 0), Point(.infinity, 4), Point(0, -.infinity)]))
}

@Test func aRectLiesInsideAPolygonThatSurroundsIt() {
    let hexagon = [
        Point(0, 15), Point(10, 0), Point(30, 0), Point(40, 15), Point(30, 30), Point(10, 30),
    ]
    #expect(box.lies(inside: hexagon))
    #expect(box.lies(inside: hexagon.reversed()))
    #expect(!box.offset(by: Point(15, 0)).lies(inside: hexagon))
    #expect(!box.offset(by: Point(100, 0)).lies(inside: hexagon))
    #expect(!box.offset(by: Point(-100, 0)).lies(inside: hexagon))
    #expect(!box.lies(inside: [Point(12, 12), Point(28, 12), Point(20, 18)]))
}

@Test func aRectMayTouchThePolygonItLiesInside() {
    let corners = [Point(10, 10), Point(30, 10), Point(30, 20), Point(10, 20)]
    #expect(box.lies(inside: corners))
}

@Test func aRectInABayLiesOutside() {
    let bay = [
        Point(0, 0), Point(10, 0), Point(10, 20), Point(30, 20), Point(30, 0), Point(40, 0),
        Point(40, 40), Point(0, 40),
    ]
    #expect(!box.lies(inside: bay))
    #expect(!box.outset(by: -1).lies(inside: bay))
    #expect(box.offset(by: Point(0, 12)).lies(inside: bay))
}

@Test func aSpikeThatPiercesARectPutsItOutside() {
    let spiked = [
        Point(0, 0), Point(40, 0), Point(40, 30), Point(21, 30), Point(20, 15), Point(19, 30),
        Point(0, 30),
    ]
    #expect(!box.lies(inside: spiked))
}

@Test(arguments: [[], [Point(20, 15)], [Point(0, 0), Point(40, 40)]])
func whatIsNoPolygonHoldsNothing(points: [Point]) {
    #expect(!box.lies(inside: points))
}
