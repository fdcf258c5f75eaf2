import Glibc
import TestSupport
import Testing

@testable import Maps

private func crossing(_ places: [(Double, Double)]) -> GeoPoint? {
    var search = SelfCrossing()
    return search.place(in: places.map { GeoPoint(longitude: $0.0, latitude: $0.1) })
}

/// A star around the place without longitude and latitude; it does not cross itself.
private func star(_ count: Int, _ random: inout SplitMix64) -> [GeoPoint] {
    (0..<count).map { index in
        let angle = 2 * Double.pi * Double(index) / Double(count)
        let radius = Double.random(in: 10...60, using: &random)
        return GeoPoint(longitude: radius * cos(angle), latitude: radius * sin(angle))
    }
}

@Test func starsDoNotCrossThemselvesAndExchangedVerticesMakeThem() {
    var random = SplitMix64(seed: 4)
    var search = SelfCrossing()
    for count in [4, 5, 7, 8, 9, 16, 31, 100, 1000] {
        for _ in 0..<20 {
            var ring = star(count, &random)
            #expect(search.place(in: ring) == nil, "\(count)")
            // Two vertices on opposite sides exchanged: their edges cross the star.
            guard count > 6 else { continue }
            let index = Int.random(in: 0..<count, using: &random)
            ring.swapAt(index, (index + count / 2) % count)
            #expect(search.place(in: ring) != nil, "\(count)")
        }
    }
}

@Test func everyPairOfEdgesIsLookedAt() {
    // A long winding outline in which one far edge reaches over another, wherever they stand.
    for shift in 0..<23 {
        var places: [(Double, Double)] = (0..<20).map { (Double($0), Double($0 % 2)) }
        places += [(20, 5), (10.5, 5), (10.5, -5), (0, -5)]
        let turned = Array(places[(shift % places.count)...] + places[..<(shift % places.count)])
        #expect(crossing(turned) != nil, "\(shift)")
    }
}

@Test func theCrossingIsNamed() {
    let found = crossing([(0, 0), (4, 4), (4, 0), (0, 4)])
    #expect(found == GeoPoint(longitude: 2, latitude: 2))
}

@Test func touchingIsNotCrossing() {
    // At a vertex, with a vertex on an edge, along an edge, there and back.
    #expect(crossing([(0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4)]) == nil)
    #expect(crossing([(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)]) == nil)
    #expect(crossing([(0, 0), (4, 0), (4, 4), (3, 0), (1, 0), (0, 4)]) == nil)
    #expect(crossing([(0, 0), (4, 0), (8, 0), (4, 0), (4, 4)]) == nil)
    #expect(crossing([(0, 0), (1, 1)]) == nil)
    #expect(crossing([]) == nil)
}

@Test func ourMapsDoNotCrossThemselves() {
    var search = SelfCrossing()
    for ring in MapFiles.world.features.flatMap(\.rings) + MapFiles.mexico.features.flatMap(\.rings)
    {
        #expect(search.place(in: ring) == nil)
    }
}

@Test func ringsMadeToBeSlowAreGivenUp() {
    // All edges meet in one place: each pair of boxes overlaps.
    var hub: [(Double, Double)] = []
    for index in 0..<30_000 {
        hub += [(0, 0), (Double(index * 7919 % 360 - 180), Double(index % 180 - 90))]
    }
    #expect(crossing(hub) == nil)
    // What is no number is no crossing.
    #expect(crossing([(.nan, 0), (4, .infinity), (4, 0), (0, 4), (-.infinity, 1)]) == nil)
}
