import Testing

@testable import Maps

private func line(_ longitudes: Double..., latitude: Double = 10) -> [GeoPoint] {
    longitudes.map { GeoPoint(longitude: $0, latitude: latitude) }
}

@Test func whatDoesNotJumpStaysAsItIs() throws {
    for places in [line(170, 190, 180), line(-180, 180), line(-180, 0, 180), line(5)] {
        for isRing in [true, false] {
            let unrolled = try #require(UnrolledLine(places, isRing: isRing))
            #expect(unrolled.places == places && unrolled.turns == 0 && !unrolled.jumps)
        }
    }
}

@Test func anEdgeOfMoreThanHalfATurnGoesTheShortWay() throws {
    let unrolled = try #require(UnrolledLine(line(179, -179, -170), isRing: false))
    #expect(unrolled.places.map(\.longitude) == [179, 181, 190])
    #expect(unrolled.jumps && unrolled.west == 179 && unrolled.east == 190)
    let westward = try #require(UnrolledLine(line(-179, 179), isRing: false))
    #expect(westward.places.map(\.longitude) == [-179, -181])
}

@Test func ringsAroundTheEarthCountTheirTurns() throws {
    let eastward = try #require(UnrolledLine(line(-170, -60, 60, 170), isRing: true))
    #expect(eastward.turns == 1 && eastward.end.longitude == 190)
    let westward = try #require(UnrolledLine(line(170, 60, -60, -170), isRing: true))
    #expect(westward.turns == -1 && westward.reversed.turns == 1)
    #expect(eastward.isAboutNorth)
    let south = try #require(
        UnrolledLine(line(-170, -60, 60, 170, latitude: -70), isRing: true))
    #expect(!south.isAboutNorth && !south.reversed.isAboutNorth)
}

@Test func whatIsNotOnTheEarthIsNoLine() {
    for wrong: [GeoPoint] in [
        [], [place(0, 0), place(.nan, 0)], [place(0, 90.1)], [place(901, 0)],
        [place(0, -.infinity)],
    ] {
        #expect(UnrolledLine(wrong, isRing: true) == nil)
        #expect(UnrolledLine(wrong, isRing: false) == nil)
    }
}
