import Diagnostics
import Graphics
import Layout
import Testing

@testable import Maps

private let frame = Rect(x: 300, y: 0, width: 100, height: 80)

private func map() throws -> FittedProjection {
    try #require(
        FittedProjection(
            try Projection(.equirectangular), fitting: Quarters.all,
            in: Rect(x: 0, y: 0, width: 200, height: 200)))
}

@Test func theOutlineIsWhatTheFrameShows() throws {
    let map = try map()
    let lens = MapLens(center: place(5, 5), magnification: 4, frame: frame)
    let outline = try #require(lens.outline(on: map))
    #expect(abs(outline.width - 25) < 1e-9 && abs(outline.height - 20) < 1e-9)
    #expect(outline.center.distance(to: Point(150, 50)) < 1e-6)
    // The corners of the outline are seen at the corners of the frame.
    let inner = try #require(map.magnified(4, about: lens.center, in: frame))
    let corner = try #require(map.invert(Point(outline.minX, outline.minY)))
    let seen = try #require(inner.point(corner))
    #expect(seen.distance(to: Point(frame.minX, frame.minY)) < 1e-6)
}

@Test(arguments: [Point(300, 0), Point(-250, 0), Point(0, 300), Point(0, -300), Point(220, 180)])
func theWedgeLeadsFromTheOutlineToTheFrame(corner: Point) throws {
    let lens = MapLens(
        center: place(0, 0), magnification: 4, frame: Rect(origin: corner, size: frame.size))
    let outline = try #require(lens.outline(on: try map()))
    let wedge = lens.wedge(from: outline)
    #expect(wedge.corners.count == 4)
    #expect(wedge.corners.allSatisfy { outline.union(lens.frame).contains($0) })
    // Its sides do not cross, so that it is one shape.
    let corners = wedge.corners
    #expect(!Segment(corners[0], corners[1]).crosses(Segment(corners[2], corners[3])))
}

@Test(arguments: [0.0, -2, .nan, .infinity])
func aLensOfNoMagnificationShowsNothing(magnification: Double) throws {
    let lens = MapLens(center: place(5, 5), magnification: magnification, frame: frame)
    #expect(lens.outline(on: try map()) == nil)
    var chart = try Quarters.chart()
    chart.lenses = [lens]
    let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: 200, height: 200))
    #expect(canvas.findings.hasErrors && canvas.items.isFinite)
}
