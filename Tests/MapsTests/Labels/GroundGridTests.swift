import Graphics
import Testing

@testable import Maps

private let frame = Rect(x: 10, y: 20, width: 100, height: 50)

private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(x: x, y: y, width: width, height: height)
}

private func corners(_ rect: Rect) -> [Point] {
    [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
        Point(rect.minX, rect.maxY),
    ]
}

/// Land in the left half, with a busy square on it that has a hole.
private let grid = GroundGrid(
    [
        .init(rings: [corners(box(10, 20, 50, 50))], isBusy: false),
        .init(
            rings: [corners(box(20, 30, 20, 20)), corners(box(25, 35, 10, 10))], isBusy: true),
    ], in: frame)

@Test func areasUnderARectangleAreSquarePoints() {
    #expect(grid.areas(under: frame) == (2500, 300))
    #expect(grid.areas(under: box(10, 20, 10, 10)) == (100, 0))
    #expect(grid.areas(under: box(20, 30, 5, 20)) == (100, 100))
    // The hole shows the land below.
    #expect(grid.areas(under: box(25, 35, 10, 10)) == (100, 0))
    #expect(grid.areas(under: box(70, 30, 30, 20)) == (0, 0))
    // What lies beyond the frame does not count.
    #expect(grid.areas(under: box(-500, -500, 5000, 5000)) == (2500, 300))
    #expect(grid.areas(under: box(300, 300, 10, 10)) == (0, 0))
}

@Test func aRectangleLiesOnOneAreaOnlyWhereAllOfItDoes() {
    #expect(grid.lies(box(12, 22, 6, 40), onlyOn: 0))
    #expect(!grid.lies(box(12, 22, 10, 40), onlyOn: 0))
    #expect(grid.lies(box(25, 35, 10, 10), onlyOn: 0))
    #expect(grid.lies(box(21, 31, 3, 3), onlyOn: 1))
    #expect(!grid.lies(box(5, 22, 6, 6), onlyOn: 0))
    #expect(!grid.lies(box(70, 30, 5, 5), onlyOn: 0))
    #expect(!grid.lies(box(12, 22, 6, 6), onlyOn: 7))
}

@Test func strangeGroundIsNone() {
    let strange = GroundGrid(
        [
            .init(rings: [], isBusy: true), .init(rings: [[]], isBusy: true),
            .init(rings: [[Point(20, 30)], [Point(20, 30), Point(60, 60)]], isBusy: true),
        ], in: frame)
    #expect(strange.areas(under: frame) == (0, 0))
    for number in [Double.nan, .infinity, -1e300] {
        #expect(grid.areas(under: box(number, 30, 5, 5)).busy == 0)
        #expect(grid.areas(under: box(20, 30, number, 5)).busy <= 300)
    }
    let none = GroundGrid([], in: box(0, 0, 0, 0))
    #expect(none.areas(under: box(0, 0, 5, 5)) == (0, 0))
}
