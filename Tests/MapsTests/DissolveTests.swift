import TestSupport
import Testing

@testable import Maps

private func area(_ rings: [[GeoPoint]]) -> Double {
    rings.reduce(0) { $0 + signedSquareKilometres(of: $1) }
}

/// A grid of squares of one degree.
private func grid(_ columns: Int, _ rows: Int) -> [GeoFeature] {
    (0..<rows).flatMap { row in
        (0..<columns).map { square("\($0),\(row)", Double($0), Double(row)) }
    }
}

@Test func theUnionHasTheAreaOfItsFeatures() {
    for collection in [MapFiles.mexico, MapFiles.world] {
        let whole = collection.features.reduce(0) { $0 + $1.squareKilometres }
        #expect(abs(area(dissolved(collection.features)) / whole - 1) < 1e-9)
    }
    for (region, indices) in MapFiles.world.indices(by: "region") {
        let features = indices.map { MapFiles.world.features[$0] }
        let whole = features.reduce(0) { $0 + $1.squareKilometres }
        #expect(abs(area(dissolved(features)) / whole - 1) < 1e-9, "\(region)")
    }
}

@Test func eachRingOfAUnionHasEachVertexOnce() {
    for ring in dissolved(MapFiles.world.features) {
        #expect(Set(ring).count == ring.count)
        #expect(ring.count > 2)
    }
}

@Test func mexicoDissolvesToItsMainlandAndIslands() {
    let rings = dissolved(MapFiles.mexico.features)
    // Fourteen islands and no gap between the states.
    #expect(rings.count == 15)
    #expect(rings.allSatisfy { signedSquareKilometres(of: $0) > 0 })
    #expect(outline(of: MapFiles.mexico.features) == rings)
}

@Test func everyEdgeIsEitherACoastOrABorder() {
    let features = MapFiles.mexico.features
    let all = features.flatMap(\.rings).reduce(0) { $0 + $1.count }
    let coast = dissolved(features).reduce(0) { $0 + $1.count }
    let borders = sharedBorders(of: features).reduce(0) { $0 + $1.count - 1 }
    // Two parts of Baja California touch each other; those edges are neither.
    #expect(all - coast - 2 * borders >= 0)
    #expect(all - coast - 2 * borders < 20)
}

@Test func squaresDissolveToARectangle() {
    for (columns, rows) in [(1, 1), (2, 1), (3, 3), (5, 4)] {
        let rings = dissolved(grid(columns, rows))
        #expect(rings.count == 1)
        #expect(rings.first?.count == 2 * (columns + rows))
    }
}

@Test func whatIsMissingInTheMiddleIsAHole() {
    let features = grid(3, 3).filter { $0.id != "1,1" }
    let rings = dissolved(features)
    #expect(rings.map { signedSquareKilometres(of: $0) > 0 }.sorted { !$0 && $1 } == [false, true])
    #expect(outline(of: features).map(\.count) == [12])
    #expect(abs(area(rings) / features.reduce(0) { $0 + $1.squareKilometres } - 1) < 1e-12)
}

@Test func squaresThatTouchAtACornerStayTwo() {
    let features = [square("a", 0, 0), square("b", 1, 1)]
    #expect(dissolved(features).map { Set($0) } == features.map { Set($0.rings.joined()) })
    #expect(sharedBorders(of: features).isEmpty)
}

@Test func bordersRunFromMeetingToMeeting() {
    let borders = sharedBorders(of: grid(2, 2))
    let middle = GeoPoint(longitude: 1, latitude: 1)
    #expect(borders.count == 4)
    #expect(borders.allSatisfy { $0.count == 2 && $0.contains(middle) })
    // Two by one: one border with two ends on the coast.
    #expect(
        sharedBorders(of: grid(2, 1)).map { Set($0) } == [
            [GeoPoint(longitude: 1, latitude: 0), middle]
        ])
}

@Test func theBorderOfAnEnclaveIsACircle() {
    let hole = ring(1, 1, 2, 2)
    let features = [
        GeoFeature(id: "around", polygons: [[ring(0, 0, 3, 3), hole]]),
        GeoFeature(id: "enclave", polygons: [[hole]]),
    ]
    let borders = sharedBorders(of: features)
    #expect(borders.count == 1)
    #expect(borders.first?.count == 5)
    #expect(borders.first?.first == borders.first?.last)
    #expect(dissolved(features).map { Set($0) } == [Set(ring(0, 0, 3, 3))])
}

@Test func partsOfOneFeatureHaveNoBorder() {
    let feature = GeoFeature(id: "", polygons: [[ring(0, 0, 1, 1)], [ring(1, 0, 2, 1)]])
    #expect(sharedBorders(of: [feature]).isEmpty)
    #expect(dissolved([feature]).count == 1)
}

@Test func featuresThatDoNotMeetAtVerticesEndInSliversOnly() {
    // A T-junction, an overlap, a repeated feature, a ring of two points, one that is not a number.
    let features =
        [square("a", 0, 0, side: 2), square("b", 2, 0), square("c", 2, 1), square("d", 0.5, 0.5)]
        + [square("a", 0, 0, side: 2)]
        + [
            GeoFeature(id: "e", polygons: [[Array(ring(0, 0, 1, 1).prefix(2))], [[]]]),
            GeoFeature(id: "f", polygons: [[ring(.nan, 0, 1, 1)]]),
        ]
    #expect(!dissolved(features).isEmpty)
    #expect(sharedBorders(of: features).count == 1)
    #expect(dissolved([]).isEmpty && sharedBorders(of: []).isEmpty && outline(of: []).isEmpty)
}

@Test func randomTanglesEnd() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<300 {
        let features = (0..<4).map { index in
            let ring = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                GeoPoint(
                    longitude: Double(Int.random(in: 0...3, using: &random)),
                    latitude: Double(Int.random(in: 0...3, using: &random)))
            }
            return GeoFeature(id: "\(index)", polygons: [[ring]])
        }
        let expected = features.reduce(0) { $0 + $1.squareKilometres }
        // Walking every edge that is left keeps the signed area, whatever the tangle.
        #expect(abs(area(dissolved(features)) - expected) < 1e-6)
        _ = sharedBorders(of: features)
    }
}
