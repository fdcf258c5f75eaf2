import Testing

@testable import Maps

private func area(_ rings: [[GeoPoint]]) -> Double {
    rings.reduce(0) { $0 + signedSquareKilometres(of: $1) }
}

@Test func ringsWithinTheMapAreLeftAlone() {
    for feature in MapFiles.world.features {
        for ring in feature.rings where Projection.world.cut(ring) != [ring] {
            // Saint Lawrence Island in the Bering Strait reaches to 191.15°.
            #expect(feature.id == "USA" && ring.count == 6)
        }
    }
}

@Test(arguments: [-100.0, 0, 100, 150, 191, -300, 360])
func piecesHaveTheAreaOfTheWhole(longitude: Double) throws {
    let projection = try Projection(
        .equalEarth, center: GeoPoint(longitude: longitude, latitude: 0))
    for feature in MapFiles.world.features {
        for ring in feature.rings {
            let pieces = projection.cut(ring)
            #expect(!pieces.isEmpty)
            // Straight in degrees is not straight on the equal-area plane: hence the tolerance.
            #expect(abs(area(pieces) / area([ring]) - 1) < 0.01)
            for place in pieces.joined() {
                #expect(abs(place.longitude - longitude) <= 180 + 1e-9)
            }
        }
    }
}

@Test func aRingAcrossTheEdgeIsCutThere() throws {
    let projection = try Projection(.equirectangular)
    let pieces = projection.cut(ring(170, 0, 190, 10))
    #expect(pieces.count == 2)
    #expect(pieces.first.map { Set($0).isSuperset(of: ring(170, 0, 180, 10)) } == true)
    #expect(pieces.last.map { Set($0).isSuperset(of: ring(-180, 0, -170, 10)) } == true)
}

@Test func theCutFollowsTheCurveOfTheEdge() throws {
    let projection = try Projection(.equalEarth)
    for piece in projection.cut(ring(100, -80, 260, 80)) {
        #expect(piece.filter { abs($0.longitude) == 180 }.count == 81)
        for (place, next) in zip(piece, piece.dropFirst() + piece.prefix(1))
        where abs(place.longitude) == 180 && place.longitude == next.longitude {
            #expect(abs(place.latitude - next.latitude) <= 2)
        }
    }
}

@Test func theDiscHasNoEdgeToCutAt() {
    let far = ring(70, 0, 100, 10)
    #expect(Projection.northAmerica.cut(far) == [far])
}

@Test func ringsFromElsewhereDoNotTrap() throws {
    let projection = try Projection(.equirectangular)
    #expect(projection.cut([]) == [[]])
    #expect(projection.cut(ring(1e9, 0, 2e9, 1)).isEmpty)
    #expect(projection.cut(ring(-.infinity, 0, .infinity, 1)).isEmpty)
    _ = projection.cut(ring(170, -.infinity, 190, .infinity))
    _ = projection.cut(ring(170, .nan, 190, 1e300))
}
