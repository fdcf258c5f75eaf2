import Graphics
import Testing

private let rect = Rect(x: 10, y: 20, width: 30, height: 40)

@Test func pointsAddAndSubtractAsVectors() {
    let (a, b) = (Point(1, 2), Point(-3, 5))
    #expect(a + b == Point(-2, 7))
    #expect(a + b - b == a)
    #expect(a * 3 == Point(3, 6))
}

@Test func distanceIsSymmetric() {
    #expect(Point(1, 1).distance(to: Point(4, 5)) == 5)
    #expect(Point(4, 5).distance(to: Point(1, 1)) == 5)
    #expect(Point(4, 5).distance(to: Point(4, 5)) == 0)
}

@Test func rectsAgreeHoweverTheyAreMade() {
    #expect(rect == Rect(origin: Point(10, 20), size: Size(30, 40)))
    #expect(rect == Rect(left: 10, top: 20, right: 40, bottom: 60))
    #expect(rect == Rect(around: [Point(40, 30), Point(10, 60), Point(20, 20)]))
}

@Test func rectsAnswerForTheirEdgesAndMiddle() {
    #expect([rect.minX, rect.midX, rect.maxX] == [10, 25, 40])
    #expect([rect.minY, rect.midY, rect.maxY] == [20, 40, 60])
    #expect(rect.center == Point(25, 40))
}

@Test func noPointsHaveNoRect() {
    #expect(Rect(around: []) == nil)
}

@Test func onePointHasARectWithoutArea() {
    #expect(Rect(around: [Point(3, 4)]) == Rect(x: 3, y: 4, width: 0, height: 0))
}

@Test func insettingMovesEachEdgeByItsOwnDistance() {
    let inner = rect.inset(by: Insets(top: 1, left: 2, bottom: 3, right: 4))
    #expect(inner == Rect(left: 12, top: 21, right: 36, bottom: 57))
}

@Test func insettingNeverTurnsARectInsideOut() {
    let inner = rect.inset(by: Insets(horizontal: 100, vertical: 5))
    #expect(inner.width == 0)
    #expect(inner.height == 30)
}

@Test func outsettingUndoesInsetting() {
    #expect(rect.inset(by: Insets(all: 5)).outset(by: 5) == rect)
}

@Test func offsettingKeepsTheSize() {
    #expect(rect.offset(by: Point(-10, 5)) == Rect(x: 0, y: 25, width: 30, height: 40))
}

@Test func edgesBelongToARect() {
    #expect(rect.contains(Point(10, 20)))
    #expect(rect.contains(Point(40, 60)))
    #expect(!rect.contains(Point(9.999, 40)))
    #expect(!rect.contains(Point(.nan, 40)))
}

@Test func rectsContainThemselvesGiveOrTakeATolerance() {
    #expect(rect.contains(rect))
    #expect(!rect.contains(rect.outset(by: 0.5)))
    #expect(rect.contains(rect.outset(by: 0.5), tolerance: 0.5))
}

@Test func touchingRectsDoNotIntersect() {
    let neighbour = rect.offset(by: Point(30, 0))
    #expect(!rect.intersects(neighbour))
    #expect(rect.intersects(neighbour.offset(by: Point(-0.1, 0))))
    #expect(neighbour.offset(by: Point(-0.1, 0)).intersects(rect))
}

@Test func aUnionHoldsBoth() {
    let other = Rect(x: 0, y: 50, width: 20, height: 20)
    let union = rect.union(other)
    #expect(union == Rect(left: 0, top: 20, right: 40, bottom: 70))
    #expect(union.contains(rect) && union.contains(other))
}
