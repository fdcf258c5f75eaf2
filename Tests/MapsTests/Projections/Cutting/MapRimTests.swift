import Testing

@testable import Maps

private let rims: [MapRim] = [.meridian, .circle(distance: 1.2), .circle(distance: .pi / 2)]

@Test(arguments: rims)
func aPositionIsThatOfItsPlace(rim: MapRim) {
    for share in stride(from: 0.001, to: 1, by: 0.0137) {
        let position = share * rim.length
        let place = rim.place(at: position)
        // A pole has a line of positions.
        guard rim != .meridian || abs(place.longitude) == .pi else { continue }
        #expect(abs(rim.position(of: place) - position) < 1e-9)
    }
}

@Test(arguments: rims)
func theRimIsALoopOfShortSteps(rim: MapRim) throws {
    let ring = rim.ring
    #expect(ring.count > 60)
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        #expect(rim.angle(one, other) < 0.1)
        let middle = rim.halfway(one, other)
        #expect(rim.angle(one, middle) < 0.05 && rim.angle(middle, other) < 0.05)
    }
    #expect(rim.places(from: 0.3, over: 0).isEmpty)
    // Steps of five degrees, and the corner where the meridian's loop closes.
    let count = rim == .meridian ? 5 : 4
    #expect(rim.places(from: rim.length - 0.2, over: 0.4).count == count)
}
