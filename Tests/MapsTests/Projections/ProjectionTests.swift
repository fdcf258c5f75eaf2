import Diagnostics
import Glibc
import Graphics
import Maps
import Testing

/// Each family, northern and southern cones, and the house's own maps.
private let projections: [Projection] = {
    let south = GeoPoint(longitude: 25, latitude: -30)
    return [.mexico, .world, .northAmerica]
        + Projection.Kind.allCases.compactMap { try? Projection($0) }
        + [
            try? Projection(.conicConformal, center: south, parallels: .init(-20, -40)),
            try? Projection(.conicEqualArea, center: south, parallels: .init(-20, -40)),
            try? Projection(.azimuthalEqualArea, center: GeoPoint(longitude: 0, latitude: 90)),
            try? Projection(.azimuthalEqualArea, center: GeoPoint(longitude: 140, latitude: -90)),
        ].compactMap { $0 }
}()

private func isEqualArea(_ kind: Projection.Kind) -> Bool {
    kind == .azimuthalEqualArea || kind == .equalEarth || kind == .conicEqualArea
}

/// A grid of places all over the world, poles and the edges of each map left out.
private func places(about center: GeoPoint) -> [GeoPoint] {
    stride(from: -175.0, through: 175, by: 17.5).flatMap { longitude in
        stride(from: -85.0, through: 85, by: 8.5).map { latitude in
            GeoPoint(longitude: center.longitude + longitude, latitude: latitude)
        }
    }
}

// MARK: - Properties

@Test(arguments: projections)
func whatIsProjectedComesBack(projection: Projection) throws {
    var shown = 0
    for place in places(about: projection.center) {
        guard let point = projection.project(place) else { continue }
        let back = try #require(projection.invert(point))
        #expect(abs(back.longitude - place.longitude) < 1e-7, "\(place)")
        #expect(abs(back.latitude - place.latitude) < 1e-7, "\(place)")
        shown += 1
    }
    #expect(shown > 200)
}

@Test(arguments: projections)
func theCentreLiesInTheMiddleAndNorthIsUp(projection: Projection) throws {
    let middle = try #require(projection.project(projection.center))
    #expect(middle.distance(to: .zero) < 1e-12)
    // At a pole every way is south, and north is not to be had.
    guard abs(projection.center.latitude) < 89 else { return }
    var (north, east) = (projection.center, projection.center)
    north.latitude += 1
    east.longitude += 1
    #expect(try #require(projection.project(north)).y < -0.001)
    #expect(try #require(projection.project(east)).x > 0.001)
}

@Test(arguments: projections)
func equalAreaMapsEnlargeNowhere(projection: Projection) throws {
    for place in places(about: projection.center) {
        guard isEqualArea(projection.kind), let scale = projection.scale(near: place) else {
            continue
        }
        #expect(abs(scale - 1) < 1e-4, "\(place)")
    }
}

@Test(arguments: projections)
func conformalMapsEnlargeAlikeInAllDirections(projection: Projection) throws {
    guard projection.kind == .mercator || projection.kind == .conicConformal else { return }
    for place in places(about: projection.center) where abs(place.latitude) < 70 {
        let step = 1e-4
        let middle = try #require(projection.project(place))
        let east = try #require(
            projection.project(
                GeoPoint(
                    longitude: place.longitude + step / cos(place.latitude * .pi / 180),
                    latitude: place.latitude)))
        let north = try #require(
            projection.project(
                GeoPoint(longitude: place.longitude, latitude: place.latitude + step)))
        #expect(abs(middle.distance(to: east) / middle.distance(to: north) - 1) < 1e-4)
    }
}

@Test(arguments: projections)
func wholeTurnsChangeNothing(projection: Projection) throws {
    let place = GeoPoint(
        longitude: projection.center.longitude + 40, latitude: projection.center.latitude * 0.9)
    var turned = place
    turned.longitude -= 360
    let (one, other) = (try #require(projection.project(place)), projection.project(turned))
    #expect(one.distance(to: try #require(other)) < 1e-12)
}

@Test(arguments: projections)
func whatIsNotOnTheEarthIsNotOnTheMap(projection: Projection) {
    let wrong: [(Double, Double)] = [
        (.nan, 0), (0, .nan), (.infinity, 0), (0, -.infinity), (0, 90.001), (0, -1e300),
    ]
    for (longitude, latitude) in wrong {
        #expect(projection.project(GeoPoint(longitude: longitude, latitude: latitude)) == nil)
    }
    for (x, y) in wrong.prefix(4) { #expect(projection.invert(Point(x, y)) == nil) }
    // Far off the map there is no earth, but for the cone of true angles, which has no end.
    for (x, y) in [(0.0, 1e9), (0, -1e9), (1e9, 0), (1e300, 1e300)] {
        guard let place = projection.invert(Point(x, y)) else { continue }
        #expect(abs(place.latitude) > 89)
    }
    _ = projection.project(GeoPoint(longitude: 1e300, latitude: 10))
}

// MARK: - The cut

@Test func bothEdgesOfTheWorldFileKeepTheirSide() throws {
    let west = try #require(Projection.world.project(GeoPoint(longitude: -169, latitude: 60)))
    let east = try #require(Projection.world.project(GeoPoint(longitude: 191, latitude: 60)))
    #expect(west.x < -1 && east.x > 1 && abs(west.x + east.x) < 1e-12)
    // 191.1 - 11.1 is more than 180 by rounding alone.
    let shifted = try Projection(.equalEarth, center: GeoPoint(longitude: 11.1, latitude: 0))
    #expect(try #require(shifted.project(GeoPoint(longitude: 191.1, latitude: 60))).x > 1)
}

@Test func theFarSideOfTheDiscIsLeftOut() {
    let center = GeoPoint(longitude: -98, latitude: 46)
    for place in places(about: center) {
        let angle = center.kilometres(to: place) / GeoPoint.earthRadiusInKilometres * 180 / .pi
        guard abs(angle - 150) > 0.01 else { continue }
        #expect((Projection.northAmerica.project(place) != nil) == (angle < 150))
    }
}

@Test func polesAtInfinityAreLeftOut() throws {
    let mercator = try Projection(.mercator)
    #expect(mercator.project(GeoPoint(longitude: 0, latitude: 90)) == nil)
    #expect(mercator.project(GeoPoint(longitude: 0, latitude: -90)) == nil)
    #expect(Projection.mexico.project(GeoPoint(longitude: 0, latitude: -90)) == nil)
    #expect(Projection.mexico.project(GeoPoint(longitude: 0, latitude: 90)) != nil)
    let south = try Projection(.conicConformal, parallels: .init(-20, -40))
    #expect(south.project(GeoPoint(longitude: 0, latitude: 90)) == nil)
    #expect(south.project(GeoPoint(longitude: 0, latitude: -90)) != nil)
}

// MARK: - Known values

/// Computed with PROJ 9 on a sphere of radius 1, y upward: longitude, latitude, x, y.
private let known: [(Projection.Kind, GeoPoint, Projection.Parallels?, [[Double]])] = [
    (
        .conicConformal, GeoPoint(longitude: -102, latitude: 12), .init(17.5, 29.5),
        [
            [-99.13, 19.43, 0.047096448, 0.130718748], [-117, 32.5, -0.221959414, 0.369438463],
            [-86.85, 21.16, 0.244993457, 0.173276752], [140, -35, -2.571137933, 0.097996867],
        ]
    ),
    (
        .conicConformal, GeoPoint(longitude: 25, latitude: -30), .init(-20, -40),
        [[2.35, 48.86, -0.722396436, 1.891099346], [140, -35, 1.363104340, -0.838453834]]
    ),
    (
        .conicConformal, GeoPoint(longitude: 0, latitude: 0), nil,
        [[-99.13, 19.43, -1.459536471, 1.035805992], [2.35, 48.86, 0.028635330, 0.883376391]]
    ),
    (
        .conicEqualArea, GeoPoint(longitude: -96, latitude: 37.5), nil,
        [[-117, 32.5, -0.304903539, -0.054165964], [140, -35, -2.287414417, 0.679718391]]
    ),
    (
        .azimuthalEqualArea, GeoPoint(longitude: -98, latitude: 46), nil,
        [[-99.13, 19.43, -0.019109829, -0.459469798], [2.35, 48.86, 0.757581894, 0.711905745]]
    ),
    (
        .equalEarth, GeoPoint(longitude: 11, latitude: 0), nil,
        [[-99.13, 19.43, -1.610764173, 0.389640454], [140, -35, 1.769943781, -0.685334916]]
    ),
    (
        .mercator, GeoPoint(longitude: 0, latitude: 0), nil,
        [[-99.13, 19.43, -1.730144888, 0.345810610], [140, -35, 2.443460953, -0.652836580]]
    ),
    (
        .naturalEarth1, GeoPoint(longitude: 0, latitude: 0), nil,
        [[-99.13, 19.43, -1.479862156, 0.342134966], [140, -35, 2.002551779, -0.617622122]]
    ),
    (
        .equirectangular, GeoPoint(longitude: 10, latitude: 0), nil,
        [[100, 45, .pi / 2, .pi / 4], [-80, -90, -.pi / 2, -.pi / 2]]
    ),
]

@Test func valuesAreThoseOfPROJ() throws {
    for (kind, center, parallels, rows) in known {
        let projection = try Projection(kind, center: center, parallels: parallels)
        for row in rows {
            let point = try #require(
                projection.project(GeoPoint(longitude: row[0], latitude: row[1])))
            #expect(point.distance(to: Point(row[2], -row[3])) < 2e-9, "\(kind) \(row)")
        }
    }
}

@Test func onTheTrueParallelsMexicoIsTrueToScale() throws {
    for latitude in [17.5, 29.5] {
        let scale = Projection.mexico.scale(near: GeoPoint(longitude: -99, latitude: latitude))
        #expect(abs(try #require(scale) - 1) < 1e-6)
    }
    let between = Projection.mexico.scale(near: GeoPoint(longitude: -99, latitude: 23.5))
    #expect(abs(try #require(between) - 0.9945) < 0.0005)
}

// MARK: - What is refused

@Test func conesThatAreNoneAreRefused() {
    let wrong: [Projection.Parallels] = [
        .init(30, -30), .init(0, 0), .init(90, 10), .init(10, -90), .init(.nan, 10),
        .init(10, .infinity), .init(20, -20.5),
    ]
    for kind in [Projection.Kind.conicConformal, .conicEqualArea] {
        for parallels in wrong {
            #expect(throws: Diagnostic.self) { try Projection(kind, parallels: parallels) }
        }
    }
}

@Test func parallelsAreForConesAlone() {
    for kind in Projection.Kind.allCases where !kind.isConic {
        #expect(throws: Diagnostic.self) { try Projection(kind, parallels: .init(10, 20)) }
    }
}

@Test func aCentreOffTheEarthIsRefused() {
    for (longitude, latitude) in [(0, 91.0), (.nan, 0), (361, 0), (0, -.infinity)] {
        #expect(throws: Diagnostic.self) {
            try Projection(
                .equalEarth, center: GeoPoint(longitude: longitude, latitude: latitude))
        }
    }
}

@Test func familiesHaveTheNamesOfD3() {
    #expect(
        Projection.Kind.allCases.map(\.rawValue) == [
            "conicConformal", "azimuthalEqualArea", "equalEarth", "mercator", "equirectangular",
            "conicEqualArea", "naturalEarth1", "robinson", "winkel3", "orthographic",
            "stereographic", "azimuthalEquidistant",
        ])
}
