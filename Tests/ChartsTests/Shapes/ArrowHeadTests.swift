import Charts
import Graphics
import Testing

@Suite struct ArrowHeadTests {
    @Test func theTrianglePointsAwayFromItsSource() {
        let head = ArrowHead(tip: Point(10, 0), from: Point(0, 0), size: Size(6, 4))
        #expect(head.base == Point(6, 0))
        #expect(head.path == .polygon([Point(6, -3), Point(10, 0), Point(6, 3)]))
    }

    @Test func aHeadWithoutADirectionIsEmpty() {
        #expect(ArrowHead(tip: Point(1, 1), from: Point(1, 1), size: Size(6, 6)).path.isEmpty)
        #expect(ArrowHead(tip: Point(.nan, 1), base: .zero, width: 3).path.isEmpty)
        #expect(ArrowHead(tip: Point(1, 1), base: .zero, width: .infinity).path.isEmpty)
    }
}
