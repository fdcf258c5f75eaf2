import Diagnostics
import Glibc
import Graphics
import Testing

@testable import Maps

private let frame = Rect(x: 0, y: 0, width: 400, height: 300)

@Test func aNetHasItsMeridiansAndParallels() throws {
    let net = try Graticule(every: 30)
    #expect(net.lines.count == 12 + 5)
    let meridians = net.lines.prefix(12).compactMap { $0.first?.longitude }
    #expect(meridians == stride(from: -150.0, through: 180, by: 30).map { $0 })
    let parallels = net.lines.dropFirst(12).compactMap { $0.first?.latitude }
    #expect(parallels == [-60, -30, 0, 30, 60])
    // Only every quarter turn reaches the poles.
    let reaches = net.lines.prefix(12).map { line in line.last?.latitude ?? 0 }
    #expect(reaches == [60, 60, 90, 60, 60, 90, 60, 60, 90, 60, 60, 90])
}

@Test func linesHaveAVertexEveryFewDegrees() throws {
    for step in [1.0, 7, 10, 15, 45, 90] {
        for line in try Graticule(every: step).lines {
            for (place, next) in zip(line, line.dropFirst()) {
                #expect(abs(place.longitude - next.longitude) <= 2.5)
                #expect(abs(place.latitude - next.latitude) <= 2.5)
            }
        }
    }
}

@Test func stepsThatDrawNoNetAreRefused() {
    for step in [0, -10, 0.5, 91, .nan, .infinity] {
        #expect(throws: Diagnostic.self) { try Graticule(every: step) }
    }
}

@Test func theOutlineOfAGlobeIsItsCircle() throws {
    let globe = try Projection(.orthographic, rotation: Rotation(102, -23))
    let map = try #require(FittedProjection(globe, fittingEarthIn: frame))
    let outline = try #require(Graticule.outline(on: map))
    for point in rings(of: outline).joined() {
        #expect(abs(point.distance(to: frame.center) - 150) < 0.001)
    }
    let area = PlanePolygon(rings(of: outline)).area
    #expect(abs(area / (.pi * 150 * 150) - 1) < 0.001)
}

@Test func theOutlineOfAWorldOfTrueAreasIsAllOfIt() throws {
    for (kind, rotation) in [
        (Projection.Kind.equalEarth, Rotation(0, 0)), (.equalEarth, Rotation(30, 40, 50)),
        (.conicEqualArea, Rotation(96, 0)),
    ] {
        let map = try #require(
            FittedProjection(try Projection(kind, rotation: rotation), fittingEarthIn: frame))
        let area = PlanePolygon(rings(of: try #require(Graticule.outline(on: map)))).area
        #expect(abs(area / (4 * .pi * map.scale * map.scale) - 1) < 0.002)
    }
}

@Test func mercatorsOutlineIsASquare() throws {
    let map = try #require(FittedProjection(try Projection(.mercator), fittingEarthIn: frame))
    let outline = try #require(Graticule.outline(on: map))
    let square = Rect(x: 50, y: 0, width: 300, height: 300)
    #expect(square.contains(try #require(outline.controlBounds), tolerance: 1e-6))
    #expect(abs(PlanePolygon(rings(of: outline)).area - 90_000) < 0.01)
}

@Test func theOutlineKeepsToAFrame() throws {
    let map = try #require(FittedProjection(.world, fittingEarthIn: frame))
    let part = Rect(x: 100, y: 100, width: 50, height: 50)
    let outline = try #require(Graticule.outline(on: map, within: part)?.controlBounds)
    #expect(part.outset(by: 8.001).contains(outline) && outline.contains(part))
    let beside = Rect(x: 900, y: 0, width: 50, height: 50)
    #expect(Graticule.outline(on: map, within: beside) == nil)
    let net = try Graticule(every: 10).path(on: map, within: part)
    #expect(rings(of: net).joined().allSatisfy { part.outset(by: 8.001).contains($0) })
    #expect(try Graticule(every: 10).path(on: map, within: beside).isEmpty)
}
