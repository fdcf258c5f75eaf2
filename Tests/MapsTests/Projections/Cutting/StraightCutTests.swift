import Testing

@testable import Maps

private func area(_ rings: [[TracedVertex]]) -> Double {
    rings.reduce(0) { sum, ring in
        sum
            + signedSquareKilometres(
                of: ring.map { vertex in
                    GeoPoint(
                        longitude: vertex.sphere.longitude * 180 / .pi,
                        latitude: vertex.sphere.latitude * 180 / .pi)
                })
    }
}

@Test(arguments: [-100.0, 0, 100, 150, 191, -300, 360])
func piecesHaveTheAreaOfTheWhole(longitude: Double) throws {
    let projection = try Projection(
        .equalEarth, center: GeoPoint(longitude: longitude, latitude: 0))
    for feature in MapFiles.world.features {
        for ring in feature.rings {
            let pieces = projection.traced(rings: [ring])
            #expect(!pieces.isEmpty)
            // Straight in degrees is not straight on the equal-area plane: hence the tolerance.
            #expect(abs(area(pieces) / signedSquareKilometres(of: ring) - 1) < 0.01)
            #expect(pieces.joined().allSatisfy { abs($0.sphere.longitude) <= .pi })
        }
    }
}

@Test func ringsWithinTheMapAreLeftAlone() {
    for feature in MapFiles.world.features {
        for ring in feature.rings {
            let pieces = Projection.world.traced(rings: [ring])
            // Saint Lawrence Island in the Bering Strait reaches to 191.15°.
            let isWhole = pieces.count == 1 && pieces[0].map(\.place) == ring
            #expect(isWhole || (feature.id == "USA" && ring.count == 6))
        }
    }
}

@Test func aRingAcrossTheEdgeIsCutThere() throws {
    let pieces = try Projection(.equirectangular).traced(rings: [ring(170, 0, 190, 10)])
    let corners = pieces.map { piece in
        Set(
            piece.map { vertex in
                place(
                    (vertex.sphere.longitude * 180 / .pi).rounded(),
                    (vertex.sphere.latitude * 180 / .pi).rounded())
            })
    }
    #expect(corners.count == 2)
    #expect(corners.contains { $0.isSuperset(of: ring(170, 0, 180, 10)) })
    #expect(corners.contains { $0.isSuperset(of: ring(-180, 0, -170, 10)) })
}

@Test func twoBaysOfOneCoastAreNotJoinedAlongTheEdge() throws {
    // A comb with two teeth beyond the date line: the edge between the teeth is water.
    let comb = [
        (160.0, 0.0), (190, 0), (190, 10), (170, 10), (170, 20), (190, 20), (190, 30), (160, 30),
    ].map { place($0.0, $0.1) }
    let pieces = try Projection(.equirectangular).traced(rings: [comb])
    #expect(pieces.count == 3)
    let onEdge = pieces.joined().filter { abs(abs($0.sphere.longitude) - .pi) < 1e-12 }
    #expect(!onEdge.contains { (0.2..<0.34).contains($0.sphere.latitude) })
}

@Test func aLineAcrossTheEdgeBecomesTwo() throws {
    let line = [170.0, 179, -179, -170].map { place($0, 10) }
    let pieces = try Projection(.equirectangular).traced(line: line)
    #expect(pieces.count == 2)
    #expect(pieces.first?.last?.sphere.longitude == .pi)
    #expect(pieces.last?.first?.sphere.longitude == -.pi)
}
