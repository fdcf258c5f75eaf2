import Graphics
import Testing

@testable import Maps

private func numbers(_ text: Substring) -> [Double] {
    text.split(separator: " ").compactMap { Double($0) }
}

@Test func imagesAreThoseOfD3AndPROJ() throws {
    var counts: [Projection.Kind: Int] = [:]
    for row in referenceImages.split(separator: "\n") {
        let fields = row.split(separator: "|", omittingEmptySubsequences: false)
        try #require(fields.count == 5)
        let kind = try #require(Projection.Kind(rawValue: String(fields[0])))
        let (angles, parallels) = (numbers(fields[1]), numbers(fields[2]))
        let (place, expected) = (numbers(fields[3]), numbers(fields[4]))
        let projection = try Projection(
            kind, parallels: parallels.isEmpty ? nil : .init(parallels[0], parallels[1]),
            rotation: Rotation(angles[0], angles[1], angles[2]))
        let there = GeoPoint(longitude: place[0], latitude: place[1])
        let image = projection.project(there)
        counts[kind, default: 0] += 1
        guard expected.count == 2 else {
            #expect(image == nil, "\(row)")
            continue
        }
        let point = try #require(image, "\(row)")
        let size = max(1, point.distance(to: .zero))
        // On the cut itself, either side of the map is right.
        let off = min(
            point.distance(to: Point(expected[0], expected[1])),
            point.distance(to: Point(-expected[0], expected[1])))
        // PROJ keeps Robinson's coefficients in single precision.
        #expect(off / size < (kind == .robinson ? 1e-7 : 1e-9), "\(row) \(point)")
        let back = try #require(projection.invert(point), "\(row)")
        // At the rim of the globe a hair on the map is a hundred on the earth.
        let loss = kind == .orthographic || abs(place[1]) > 89 ? 1e-6 : 1e-9
        #expect(back.kilometres(to: there) / GeoPoint.earthRadiusInKilometres < loss, "\(row)")
    }
    #expect(Projection.Kind.allCases.allSatisfy { counts[$0, default: 0] > 30 })
}

@Test(arguments: turnedProjections)
func everywhereTheInverseFindsThePlaceAgain(turned: Turned) throws {
    let projection = turned.projection
    let latitudes = [-90, -89.999, -60, -35, -30.000001, -5, 0, 4.999999, 5, 23, 45, 89.9999, 90]
    for longitude in stride(from: -180.0, through: 180, by: 12) {
        for latitude in latitudes {
            let place = GeoPoint(longitude: longitude, latitude: latitude)
            guard let image = projection.project(place), image.distance(to: .zero) < 20 else {
                continue
            }
            let back = try #require(projection.invert(image), "\(place)")
            let again = try #require(projection.project(back), "\(place) \(back)")
            // Where the map is cut, the place may come back on the other side.
            let off = min(
                again.distance(to: image), degrees(back, place) < 1e-6 ? 0 : Double.infinity)
            #expect(off < 1e-9 * max(1, image.distance(to: .zero)), "\(place) \(back)")
        }
    }
}

@Test func robinsonsTableIsMetAtItsRows() throws {
    let robinson = try Projection(.robinson)
    // Robinson 1974: widths and heights at 0°, 30°, 60° and 90°.
    for (latitude, width, height) in [
        (0.0, 1.0, 0.0), (30, 0.96, 0.372), (60, 0.7986, 0.7346), (90, 0.5322, 1),
    ] {
        let corner = try #require(
            robinson.project(GeoPoint(longitude: 180, latitude: latitude)))
        #expect(abs(corner.x - 0.8487 * width * .pi) < 1e-9)
        #expect(abs(corner.y + 1.3523 * height) < 1e-9)
    }
}

@Test func pointsBesideTheMapHaveNoPlace() throws {
    for (kind, x, y) in [
        (Projection.Kind.robinson, 2.5, 1.2), (.winkel3, 2.5, 1.2), (.winkel3, 2.6, 0),
        (.winkel3, 0, 1.58), (.robinson, 0, 1.353), (.orthographic, 0.8, 0.7),
        (.stereographic, 2.1, 2.1), (.azimuthalEquidistant, 3.1, 0.6),
        (.azimuthalEqualArea, 1.5, 1.3), (.equalEarth, 2.6, 0.9), (.naturalEarth1, 2.7, 1),
    ] {
        for (across, down) in [(x, y), (-x, y), (x, -y), (-x, -y)] {
            #expect(try Projection(kind).invert(Point(across, down)) == nil, "\(kind)")
        }
    }
}
