import Graphics
import Maps
import Testing

private let frame = Rect(x: 20, y: 30, width: 400, height: 300)

private func bounds(_ path: Path) throws -> Rect { try #require(path.controlBounds) }

private func points(of path: Path) -> [Point] {
    path.elements.compactMap { element in
        switch element {
        case .move(let point), .line(let point), .curve(_, _, let point): point
        case .close: nil
        }
    }
}

@Test func theMapFillsItsFrameInOneDirectionAndLiesInTheMiddle() throws {
    for (projection, features) in [
        (Projection.mexico, MapFiles.mexico.features), (.world, MapFiles.world.features),
    ] {
        let map = try #require(FittedProjection(projection, fitting: features, in: frame))
        var path = Path()
        for feature in features { path.add(map.path(of: feature)) }
        let bounds = try bounds(path)
        #expect(frame.contains(bounds, tolerance: 1e-9))
        #expect(abs(bounds.width - frame.width) < 0.1 || abs(bounds.height - frame.height) < 0.1)
        #expect(bounds.center.distance(to: frame.center) < 0.1)
    }
}

@Test func pointsOfThePageComeBackAsPlaces() throws {
    let map = try #require(
        FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: frame))
    let city = GeoPoint(longitude: -99.1332, latitude: 19.4326)
    let back = try #require(map.point(city).flatMap(map.invert))
    #expect(back.kilometres(to: city) < 0.001)
}

@Test func citiesLieInTheirStates() throws {
    let map = try #require(
        FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: frame))
    for (id, longitude, latitude) in [
        ("MX-CMX", -99.1332, 19.4326), ("MX-NLE", -100.309, 25.669), ("MX-BCN", -116.6, 31.866),
        ("MX-ROO", -86.92, 20.47), ("MX-BCS", -110.31, 24.142),
    ] {
        let point = try #require(map.point(GeoPoint(longitude: longitude, latitude: latitude)))
        for feature in MapFiles.mexico.features {
            let isInside = map.polygons(of: feature).contains { $0.contains(point) }
            #expect(isInside == (feature.id == id), "\(id) \(feature.id)")
        }
    }
}

@Test func aKilometreIsAsLongAsItsPointsSay() throws {
    let map = try #require(
        FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: frame))
    let start = GeoPoint(longitude: -102, latitude: 23)
    let end = GeoPoint(longitude: -101.9, latitude: 23.05)
    let length = try #require(map.point(start)).distance(to: try #require(map.point(end)))
    let scale = try #require(map.pointsPerKilometre(near: start))
    #expect(abs(length / start.kilometres(to: end) / scale - 1) < 0.001)
    #expect(map.pointsPerKilometre(near: GeoPoint(longitude: 0, latitude: -90)) == nil)
}

@Test func aLensShowsThePlaceInItsMiddleAndEverythingLarger() throws {
    let map = try #require(
        FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: frame))
    let city = GeoPoint(longitude: -99.1332, latitude: 19.4326)
    let circle = Rect(x: 500, y: 10, width: 90, height: 90)
    let lens = try #require(map.magnified(3, about: city, in: circle))
    #expect(try #require(lens.point(city)).distance(to: circle.center) < 1e-9)
    #expect(abs(lens.scale / map.scale - 3) < 1e-12)
    #expect(lens.projection == map.projection)
    for factor in [0, -1, .nan, .infinity] {
        #expect(map.magnified(factor, about: city, in: circle) == nil)
    }
    let nowhere = GeoPoint(longitude: 0, latitude: 91)
    #expect(map.magnified(2, about: nowhere, in: circle) == nil)
}

// MARK: - Fitting

@Test func placesInALineFitByTheirLength() throws {
    let projection = try Projection(.equirectangular)
    let line = [GeoPoint(longitude: -10, latitude: 5), GeoPoint(longitude: 10, latitude: 5)]
    let map = try #require(FittedProjection(projection, fitting: line, in: frame))
    #expect(abs(try #require(map.point(line[0])).x - frame.minX) < 1e-9)
    #expect(abs(try #require(map.point(line[1])).x - frame.maxX) < 1e-9)
    #expect(abs(try #require(map.point(line[1])).y - frame.midY) < 1e-9)
}

@Test func whatHasNoExtentDoesNotFit() {
    let place = GeoPoint(longitude: 1, latitude: 2)
    #expect(FittedProjection(.world, fitting: [place, place], in: frame) == nil)
    #expect(FittedProjection(.world, fitting: [GeoPoint](), in: frame) == nil)
    #expect(FittedProjection(.world, fitting: [GeoFeature](), in: frame) == nil)
    let far = [ring(80, -50, 90, -40)].joined() + []
    #expect(FittedProjection(.northAmerica, fitting: Array(far), in: frame) == nil)
    let features = MapFiles.mexico.features
    for size in [Size(0, 100), Size(100, 0), Size(-5, 10), Size(.nan, 10), Size(.infinity, 10)] {
        let frame = Rect(origin: .zero, size: size)
        #expect(FittedProjection(.mexico, fitting: features, in: frame) == nil)
    }
}

// MARK: - Outlines

@Test func theDrawnCoastIsWithinAHairOfTheTrueOne() throws {
    for side in [40.0, 400] {
        let frame = Rect(x: 0, y: 0, width: side, height: side)
        let map = try #require(
            FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: frame))
        for feature in MapFiles.mexico.features.prefix(8) {
            let drawn = rings(of: map.path(of: feature))
            let corners = Set(feature.rings.joined().compactMap { map.point($0) })
            #expect(drawn.allSatisfy { $0.count >= 3 })
            // No vertex moves, and none is new where edges are short.
            #expect(drawn.joined().allSatisfy { corners.contains($0) })
            let lines = drawn.map { Polyline($0 + $0.prefix(1)) }
            for ring in feature.rings where drawn.count == feature.rings.count {
                for place in ring {
                    let point = try #require(map.point(place))
                    #expect(lines.contains { $0.distance(to: point) < 0.071 })
                }
            }
        }
    }
}

@Test func manyVerticesOnASmallMapBecomeFew() throws {
    let small = Rect(x: 0, y: 0, width: 60, height: 60)
    let map = try #require(
        FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: small))
    let drawn = MapFiles.mexico.features.map { map.path(of: $0).elements.count }.reduce(0, +)
    #expect(drawn < 4_000, "\(drawn)")
}

@Test func aRingThatShrinksToNothingIsLeftOut() throws {
    let map = try #require(
        FittedProjection(.world, fitting: MapFiles.world.features, in: frame))
    #expect(map.path(of: square("tiny", -99, 19, side: 0.01)).isEmpty)
    #expect(map.polygons(of: square("tiny", -99, 19, side: 0.01)).isEmpty)
    #expect(!map.path(of: square("small", -99, 19, side: 0.5)).isEmpty)
}

@Test func aRingBeyondTheMapIsLeftOut() throws {
    let map = try #require(
        FittedProjection(.northAmerica, fitting: MapFiles.mexico.features, in: frame))
    let near = [ring(-100, 20, -90, 30)]
    let beyond = ring(75, -50, 85, -40)
    let there = GeoFeature(id: "", polygons: [near, [beyond]])
    #expect(map.path(of: there) == map.path(ofRings: near))
    for wrong in [ring(0, 0, .nan, 1), ring(0, -91, 1, 1), ring(-1e300, 0, 1, 1), []] {
        #expect(map.path(ofRings: near + [wrong]) == map.path(ofRings: near))
    }
}

@Test func theFrameKeepsWhatLiesInIt() throws {
    let map = try #require(
        FittedProjection(.mexico, fitting: MapFiles.mexico.features, in: frame))
    let city = GeoPoint(longitude: -99.1332, latitude: 19.4326)
    let lens = try #require(map.magnified(12, about: city, in: frame))
    for feature in MapFiles.mexico.features {
        let whole = PlanePolygon(rings(of: lens.path(of: feature)))
        let part = PlanePolygon(rings(of: lens.path(of: feature, within: frame)))
        #expect(part.rings.joined().allSatisfy { frame.outset(by: 8.001).contains($0) })
        #expect(part.rings.joined().count <= whole.rings.joined().count + 8)
        for x in stride(from: frame.minX, through: frame.maxX, by: 20) {
            for y in stride(from: frame.minY, through: frame.maxY, by: 20) {
                let point = Point(x, y)
                guard abs(whole.distanceToEdge(from: point)) > 0.2 else { continue }
                #expect(whole.contains(point) == part.contains(point))
            }
        }
    }
    let lines = MapFiles.mexico.features.flatMap(\.rings)
    let kept = points(of: lens.path(ofLines: lines, within: frame))
    #expect(!kept.isEmpty && kept.allSatisfy { frame.outset(by: 8.001).contains($0) })
}

@Test func theWholeEarthFillsItsFrame() throws {
    for kind in Projection.Kind.allCases {
        let map = try #require(
            FittedProjection(try Projection(kind), fittingEarthIn: frame), "\(kind)")
        let outline = try bounds(try #require(Graticule.outline(on: map)))
        #expect(frame.contains(outline, tolerance: 0.01))
        #expect(
            abs(outline.width - frame.width) < 0.2 || abs(outline.height - frame.height) < 0.2)
    }
}

@Test func edgesThatBendBeyondTheirEndsFitToo() throws {
    // On a cone the parallel of a wide box sags below the line between its corners.
    let box = GeoFeature(id: "", polygons: [[ring(-125, 30, -65, 50)]])
    let projection = try Projection(
        .conicEqualArea, center: GeoPoint(longitude: -95, latitude: 40))
    let map = try #require(FittedProjection(projection, fitting: [box], in: frame))
    let drawn = try bounds(map.path(of: box))
    #expect(frame.contains(drawn, tolerance: 0.01))
    let middle = try #require(map.point(GeoPoint(longitude: -95, latitude: 30)))
    #expect(abs(middle.y - drawn.maxY) < 0.1)
}

@Test func holesAreInTheSamePath() throws {
    let pierced = GeoFeature(id: "", polygons: [[ring(0, 0, 10, 10), ring(4, 4, 6, 6)]])
    let map = try #require(
        FittedProjection(try Projection(.equirectangular), fitting: [pierced], in: frame))
    let path = map.path(of: pierced)
    #expect(path.elements.filter { $0 == .close }.count == 2)
    let polygon = try #require(map.polygons(of: pierced).first)
    #expect(abs(polygon.area - 300 * 300 * 0.96) < 1e-6)
    #expect(!polygon.contains(frame.center))
}

@Test func partsComeLargestFirst() throws {
    let map = try #require(FittedProjection(.world, fitting: MapFiles.world.features, in: frame))
    for feature in MapFiles.world.features {
        let areas = map.polygons(of: feature).map(\.area)
        #expect(areas == areas.sorted(by: >))
    }
}

@Test func aMapAboutAnotherMeridianHasNoSmears() throws {
    let projection = try Projection(.equirectangular, center: GeoPoint(longitude: -90, latitude: 0))
    let map = try #require(
        FittedProjection(projection, fitting: MapFiles.world.features, in: frame))
    let russia = try #require(MapFiles.world["RUS"])
    // Russia reaches from 27 to 191 degrees; its cut at 90 leaves a western and an eastern half.
    let columns = points(of: map.path(of: russia)).map(\.x)
    #expect(columns.allSatisfy { abs($0 - frame.midX) > frame.width * 0.2 })
    #expect(columns.contains { abs($0 - frame.minX) < 0.5 })
    #expect(columns.contains { abs($0 - frame.maxX) < 0.5 })
}

@Test func linesBreakWhereTheMapDoes() throws {
    let projection = try Projection(.equirectangular)
    let map = try #require(
        FittedProjection(projection, fitting: ring(-180, -90, 180, 90), in: frame))
    let across = [170.0, 179, 181, 190].map { GeoPoint(longitude: $0, latitude: 10) }
    let path = map.path(ofLines: [across])
    #expect(path.elements.count == 4)
    #expect(path.elements.filter { if case .move = $0 { true } else { false } }.count == 2)
    let broken = [across[0], across[1], GeoPoint(longitude: 0, latitude: 99), across[0]]
    #expect(points(of: map.path(ofLines: [broken])).count == 2)
    #expect(map.path(ofLines: [[], [across[0]]]).isEmpty)
}

@Test func linesKeepTheirEnds() throws {
    let projection = try Projection(.equirectangular)
    let map = try #require(
        FittedProjection(projection, fitting: ring(0, 0, 100, 75), in: frame))
    let line = [0.0, 0.001, 10, 10.001].map { GeoPoint(longitude: $0, latitude: 1) }
    let drawn = points(of: map.path(ofLines: [line]))
    #expect(drawn == [map.point(line[0]), map.point(line[3])])
}
