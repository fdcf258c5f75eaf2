import Graphics
import TestSupport
import Testing

@testable import Maps

private let frame = Rect(x: 0, y: 0, width: 100, height: 60)
private let clip = FrameClip(frame)

@Test func whatLiesInsideIsKept() {
    let inside = [Point(0, 0), Point(100, 0), Point(50, 60)]
    #expect(clip.area(inside) == inside)
    #expect(clip.lines(inside) == [inside])
    let far = inside.map { $0 + Point(500, 0) }
    #expect(clip.area(far).isEmpty && clip.lines(far).isEmpty)
    #expect(clip.area([]).isEmpty && clip.lines([]).isEmpty && clip.lines([.zero]).isEmpty)
}

@Test func aRingAroundTheFrameFillsIt() {
    let around = [Point(-900, -900), Point(900, -900), Point(900, 900), Point(-900, 900)]
    let area = PlanePolygon([clip.area(around)])
    #expect(area.bounds == frame.outset(by: FrameClip.margin))
    #expect(area.contains(frame.center))
}

@Test func pointsAreInsideOfWhatIsKeptAsOfTheWhole() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<60 {
        let ring = (0..<7).map { _ in
            Point(
                Double.random(in: -150...250, using: &random),
                Double.random(in: -150...200, using: &random))
        }
        let (whole, kept) = (PlanePolygon([ring]), PlanePolygon([clip.area(ring)]))
        for _ in 0..<60 {
            let point = Point(
                Double.random(in: 0...100, using: &random),
                Double.random(in: 0...60, using: &random))
            #expect(whole.contains(point) == kept.contains(point))
        }
    }
}

@Test func linesEnterAndLeaveAtTheWindow() {
    let zigzag = [Point(-50, 30), Point(50, 30), Point(50, 300), Point(70, 300), Point(70, 10)]
    let runs = clip.lines(zigzag)
    #expect(
        runs == [
            [Point(-8, 30), Point(50, 30), Point(50, 68)], [Point(70, 68), Point(70, 10)],
        ])
}

@Test func neighboursMeetAtTheWindowWhicheverWayTheyRun() {
    let one = [Point(-31.7, 3.3), Point(77.1, 41.9), Point(20, 50)]
    let other = [Point(77.1, 41.9), Point(-31.7, 3.3), Point(20, -5)]
    let edge = frame.minX - FrameClip.margin
    let heights = [one, other].map { ring in
        Set(clip.area(ring).filter { $0.x == edge }.map(\.y))
    }
    #expect(!heights[0].intersection(heights[1]).isEmpty)
}
