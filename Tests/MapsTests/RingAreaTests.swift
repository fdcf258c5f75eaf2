import Testing

@testable import Maps

@Test func areaChangesItsSignWithTheDirection() {
    let square = ring(-100, 20, -99, 21)
    let area = signedSquareKilometres(of: square)
    #expect(area > 0)
    #expect(abs(signedSquareKilometres(of: square.reversed()) + area) < 1e-9)
}

@Test func aZoneHasTheAreaOfTheSphereBetweenItsParallels() {
    // Archimedes: an eighth of the sphere between the equator and the pole.
    let octant = ring(0, 0, 90, 90)
    let radius = GeoPoint.earthRadiusInKilometres
    #expect(abs(signedSquareKilometres(of: octant) / (.pi * radius * radius / 2) - 1) < 1e-12)
}

@Test func fewerThanThreePointsHaveNoArea() {
    #expect(signedSquareKilometres(of: []) == 0)
    #expect(signedSquareKilometres(of: Array(ring(0, 0, 1, 1).prefix(2))) == 0)
}

@Test func mexicoHasAboutTheAreaThatItsStatisticsSay() {
    let area = MapFiles.mexico.features.reduce(0) { $0 + $1.squareKilometres }
    #expect(abs(area / 1_959_248 - 1) < 0.01)
}

@Test func aRingRunsTheWayItsAreaSays() {
    for ring in (MapFiles.mexico.features + MapFiles.world.features).flatMap(\.rings) {
        #expect(runsCounterclockwise(ring) == (signedSquareKilometres(of: ring) > 0))
        #expect(runsCounterclockwise(ring.reversed()) == (signedSquareKilometres(of: ring) < 0))
    }
    #expect(runsCounterclockwise([]))
    #expect(runsCounterclockwise([GeoPoint(longitude: 1, latitude: 2)]))
}
