import Glibc
import Graphics
import TestSupport
import Testing

@testable import Maps

/// All families, straight and turned, with cones of both hemispheres.
let turnedProjections: [Turned] = {
    let rotations: [Rotation] = [
        Rotation(0, 0), Rotation(-11, 0), Rotation(150, 0), Rotation(102, -23),
        Rotation(0, 90), Rotation(0, -90), Rotation(-10, -50, 23.4), Rotation(45, 180, 0),
        Rotation(170, 30, -120), Rotation(0, 0, 90),
    ]
    let all =
        Projection.Kind.allCases.flatMap { kind in
            rotations.compactMap { rotation in
                // A cone of 30° and 30° opens to a straight line, which runs on through its tip.
                try? Projection(
                    kind, parallels: kind.isConic ? .init(17.5, 29.5) : nil, rotation: rotation)
            }
        }
        + [
            try? Projection(
                .conicConformal, parallels: .init(-20, -40), rotation: Rotation(30, 20)),
            try? Projection(.conicEqualArea, parallels: .init(-20, -40)),
        ].compactMap { $0 }
    return all.map { Turned(projection: $0) }
}()

/// A projection with a short name in reports.
struct Turned: CustomTestStringConvertible {
    let projection: Projection

    var testDescription: String {
        let angles = projection.rotation.map { "\($0.lambda) \($0.phi) \($0.gamma)" }
        return "\(projection.kind) \(angles ?? "straight")"
    }
}

private let frame = Rect(x: 10, y: 10, width: 500, height: 400)

/// A circle around a place, counterclockwise; its longitudes jump at the date line.
func cap(_ center: GeoPoint, degrees: Double, vertices: Int = 90) -> [GeoPoint] {
    let tilt = SphereTilt(phi: -center.latitude, gamma: 0)
    return (0..<vertices).map { index in
        let angle = Double(index) / Double(vertices) * 2 * .pi
        let place = SpherePoint(
            towards: Point(cos(angle), sin(angle)), distance: degrees * .pi / 180)
        let turned = tilt?.undone(from: place) ?? place
        let longitude = center.longitude + turned.longitude * 180 / .pi
        return GeoPoint(
            longitude: longitude.remainder(dividingBy: 360),
            latitude: turned.latitude * 180 / .pi)
    }
}

func degrees(_ one: GeoPoint, _ other: GeoPoint) -> Double {
    one.kilometres(to: other) / GeoPoint.earthRadiusInKilometres * 180 / .pi
}

/// A place of the sphere, all of them alike often.
func anyPlace(_ random: inout SplitMix64) -> GeoPoint {
    GeoPoint(
        longitude: Double.random(in: -180...180, using: &random),
        latitude: asin(Double.random(in: -1...1, using: &random)) * 180 / .pi)
}

/// Whether a point is inside of rings by the rule of PDF: they wind around it.
func isWoundAround(_ point: Point, _ rings: [[Point]]) -> Bool {
    var windings = 0
    for ring in rings {
        for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1))
        where (start.y > point.y) != (end.y > point.y) {
            let share = (point.y - start.y) / (end.y - start.y)
            if point.x < start.x + share * (end.x - start.x) {
                windings += end.y > start.y ? 1 : -1
            }
        }
    }
    return windings != 0
}

/// A place's image, unless it lies so close to an edge that either answer is right.
private func clearPoint(_ place: GeoPoint, _ map: FittedProjection, _ areas: PlanePolygon...)
    -> Point?
{
    guard let point = map.point(place),
        areas.allSatisfy({ abs($0.distanceToEdge(from: point)) > 0.3 })
    else { return nil }
    return point
}

private func outline(of map: FittedProjection) throws -> PlanePolygon {
    PlanePolygon(rings(of: try #require(Graticule.outline(on: map))))
}

@Test(arguments: turnedProjections)
func fillsHoldWhatTheirRingsHoldOnTheEarth(turned: Turned) throws {
    let projection = turned.projection
    let map = try #require(FittedProjection(projection, fittingEarthIn: frame))
    let earth = try outline(of: map)
    var random = SplitMix64(seed: 4)
    for round in 0..<9 {
        let center = round == 0 ? GeoPoint(longitude: 30, latitude: 90) : anyPlace(&random)
        let size = Double.random(in: 4...80, using: &random)
        var rings = [cap(center, degrees: size)]
        // Every third one has a hole.
        let hole = round % 3 == 0 ? size / 2 : 0
        if hole > 0 { rings.append(cap(center, degrees: hole)) }
        let rendered = rendering(map, GeoFeature(id: "", polygons: [rings]))
        for _ in 0..<24 {
            let place = anyPlace(&random)
            let distance = degrees(place, center)
            // Between its vertices a circle in degrees is only nearly one.
            guard abs(distance - size) > 2, abs(distance - hole) > 2,
                let point = clearPoint(place, map, earth, rendered), earth.contains(point)
            else { continue }
            let isInside = distance < size && distance > hole
            #expect(
                rendered.contains(point) == isInside,
                "\(center) \(size) \(place) \(turned.testDescription)")
            #expect(
                isWoundAround(point, rendered.rings) == isInside,
                "\(center) \(size) \(place) \(turned.testDescription)")
        }
    }
}

private func rendering(_ map: FittedProjection, _ feature: GeoFeature) -> PlanePolygon {
    PlanePolygon(rings(of: map.path(of: feature)))
}

func rings(of path: Path) -> [[Point]] {
    var rings: [[Point]] = []
    for element in path.elements {
        switch element {
        case .move(let point): rings.append([point])
        case .line(let point): rings[rings.count - 1].append(point)
        case .curve, .close: break
        }
    }
    return rings
}

@Test(arguments: turnedProjections)
func rectanglesInDegreesStayRectanglesInDegrees(turned: Turned) throws {
    let projection = turned.projection
    let map = try #require(FittedProjection(projection, fittingEarthIn: frame))
    let earth = try outline(of: map)
    var random = SplitMix64(seed: 5)
    for _ in 0..<8 {
        let west = Double.random(in: -180...180, using: &random)
        let south = Double.random(in: -90...70, using: &random)
        let (width, height) = (
            Double.random(in: 5...170, using: &random),
            Double.random(in: 5...(90 - south), using: &random)
        )
        let box = GeoFeature(
            id: "", polygons: [[ring(west, south, west + width, south + height)]])
        let rendered = rendering(map, box)
        for _ in 0..<24 {
            let place = anyPlace(&random)
            let east = (place.longitude - west + 720).truncatingRemainder(dividingBy: 360)
            let edge = 2 / max(0.02, cos(place.latitude * .pi / 180))
            guard abs(place.latitude - south) > 2, abs(place.latitude - south - height) > 2,
                min(east, 360 - east) > edge, abs(east - width) > edge,
                abs(place.latitude) < 87, let point = clearPoint(place, map, earth, rendered),
                earth.contains(point)
            else { continue }
            let isInside =
                east < width && place.latitude > south && place.latitude < south + height
            #expect(
                rendered.contains(point) == isInside,
                "\(west) \(south) \(width) \(height) \(place) \(turned.testDescription)")
            #expect(
                isWoundAround(point, rendered.rings) == isInside,
                "\(west) \(south) \(width) \(height) \(place) \(turned.testDescription)")
        }
    }
}

@Test(arguments: turnedProjections)
func nothingIsDrawnAcrossTheMap(turned: Turned) throws {
    let projection = turned.projection
    let map = try #require(FittedProjection(projection, fittingEarthIn: frame))
    var random = SplitMix64(seed: 6)
    var paths = ["RUS", "FJI", "USA", "GRL", "BRA"].compactMap { MapFiles.world[$0] }
        .map { map.path(of: $0) }
    for _ in 0..<6 {
        let ring = cap(anyPlace(&random), degrees: Double.random(in: 1...80, using: &random))
        paths.append(map.path(ofRings: [ring]))
        paths.append(map.path(ofLines: [ring]))
    }
    paths.append(try Graticule(every: 30).path(on: map))
    let bounds = try #require(Graticule.outline(on: map)?.controlBounds)
    for path in paths {
        for ring in rings(of: path) {
            #expect(ring.allSatisfy { bounds.outset(by: 0.2).contains($0) })
            for (start, end) in zip(ring, ring.dropFirst()) {
                let middle = (start + end) * 0.5
                // Neighbours on the earth that lie far apart on the page have all between them on
                // one place, such as a pole, or else a line across the map.
                guard start.distance(to: end) > 20, let from = map.invert(start),
                    let to = map.invert(end), degrees(from, to) < 45,
                    let between = map.invert(middle)
                else { continue }
                let detour = degrees(from, between) + degrees(between, to) - degrees(from, to)
                #expect(detour < 12, "\(from) \(to) \(turned.testDescription)")
            }
        }
    }
}

@Test(arguments: turnedProjections)
func areasAreKeptWhereTheMapKeepsThem(turned: Turned) throws {
    let kinds: [Projection.Kind] = [.equalEarth, .conicEqualArea, .azimuthalEqualArea]
    guard kinds.contains(turned.projection.kind) else { return }
    let map = try #require(FittedProjection(turned.projection, fittingEarthIn: frame))
    let unit = map.scale / GeoPoint.earthRadiusInKilometres
    for id in ["RUS", "USA", "CAN", "AUS", "BRA", "GRL", "IDN", "DZA"] {
        let feature = try #require(MapFiles.world[id])
        // A disc shows only what lies within its horizon.
        let isWhole = feature.rings.joined().allSatisfy { map.point($0) != nil }
        guard isWhole else { continue }
        let area = map.polygons(of: feature).map(\.area).reduce(0, +)
        #expect(abs(area / (feature.squareKilometres * unit * unit) - 1) < 0.01, "\(id)")
    }
}
