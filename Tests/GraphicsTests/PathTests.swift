import Graphics
import Testing

private let center = Point(30, -20)

/// How far from the circle a curve may be, as a share of the radius.
private let tolerance = 0.0003

@Test(arguments: [0.01, 1, 24, 5000])
func circlesStayOnTheCircle(radius: Double) {
    for point in Path.circle(center: center, radius: radius).samples {
        #expect(abs(point.distance(to: center) / radius - 1) < tolerance)
    }
}

@Test func circlesStartAtTwelveAndCloseThere() throws {
    let path = Path.circle(center: center, radius: 10)
    let end = try #require(path.lastPoint)
    #expect(end.distance(to: Point(30, -30)) < 1e-9)
    #expect(path.elements.last == .close)
    #expect(path.elements.count == 6)
}

@Test(arguments: [(0.0, 90.0), (0, 30), (90, 0), (-90, 270), (10, 371), (359, 361), (0, -720)])
func arcsStayOnTheCircleAndEndWhereTheyShould(start: Double, end: Double) throws {
    var path = Path()
    path.addArc(center: center, radius: 10, fromDegrees: start, toDegrees: end)
    var exact = Path()
    exact.addArc(center: center, radius: 10, fromDegrees: end, toDegrees: end + 1)
    guard case .move(let goal) = exact.elements.first else {
        Issue.record("an arc starts with a move")
        return
    }
    #expect(try #require(path.lastPoint).distance(to: goal) < 1e-9)
    for point in path.samples {
        #expect(abs(point.distance(to: center) / 10 - 1) < tolerance)
    }
}

@Test func anArcGoesClockwiseFromThreeOClock() throws {
    var path = Path()
    path.addArc(center: .zero, radius: 1, fromDegrees: 0, toDegrees: 90)
    #expect(path.elements.first == .move(Point(1, 0)))
    #expect(try #require(path.lastPoint).distance(to: Point(0, 1)) < 1e-12)
}

@Test func anArcIsReachedByALineFromAnOpenSubpath() {
    var path = Path.line(from: .zero, to: Point(5, 0))
    path.addArc(center: .zero, radius: 1, fromDegrees: 0, toDegrees: 90)
    #expect(path.elements[2] == .line(Point(1, 0)))
}

@Test func anArcAfterACloseStartsANewSubpath() {
    var path = Path.polygon([.zero, Point(5, 0), Point(5, 5)])
    path.addArc(center: .zero, radius: 1, fromDegrees: 0, toDegrees: 90)
    #expect(path.elements[4] == .move(Point(1, 0)))
}

@Test func aRoundedRectFillsItsRect() throws {
    let rect = Rect(x: 5, y: 6, width: 40, height: 20)
    let path = Path.roundedRect(rect, radius: 4)
    let bounds = try #require(Rect(around: path.samples))
    #expect(rect.contains(bounds, tolerance: 1e-9) && bounds.contains(rect, tolerance: 1e-9))
    #expect(path.elements.count { $0 == .close } == 1)
}

@Test func aRadiusIsNoMoreThanHalfTheShorterSide() throws {
    let rect = Rect(x: 0, y: 0, width: 40, height: 20)
    #expect(Path.roundedRect(rect, radius: 500) == Path.roundedRect(rect, radius: 10))
}

@Test(arguments: [0.0, -3])
func withoutARadiusCornersAreSharp(radius: Double) {
    let rect = Rect(x: 0, y: 0, width: 40, height: 20)
    #expect(Path.roundedRect(rect, radius: radius) == Path.rect(rect))
}

@Test func noPointsMakeAnEmptyPath() {
    #expect(Path.polyline([]).isEmpty)
    #expect(Path.polygon([]).isEmpty)
    #expect(Path().controlBounds == nil)
}

@Test func aPolygonIsAClosedPolyline() {
    let points = [Point(0, 0), Point(4, 0), Point(0, 3)]
    var open = Path.polyline(points)
    open.close()
    #expect(Path.polygon(points) == open)
}

@Test func controlBoundsHoldControlPoints() {
    var path = Path()
    path.move(to: .zero)
    path.addCurve(Point(0, -10), Point(10, 20), to: Point(10, 0))
    #expect(path.controlBounds == Rect(left: 0, top: -10, right: 10, bottom: 20))
}

@Test func addingAPathAppendsItsSteps() {
    var path = Path.line(from: .zero, to: Point(1, 1))
    path.add(.line(from: Point(2, 2), to: Point(3, 3)))
    #expect(path.elements.count == 4)
    #expect(path.elements[2] == .move(Point(2, 2)))
}
