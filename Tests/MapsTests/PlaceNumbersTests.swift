import TestSupport
import Testing

@testable import Maps

@Test func placesAreNumberedInTheOrderInWhichTheyCome() {
    var random = SplitMix64(seed: 3)
    let places = (0..<5000).map { _ in
        GeoPoint(
            longitude: Double(Int.random(in: -20...20, using: &random)) / 10,
            latitude: Double(Int.random(in: -20...20, using: &random)) / 10)
    }
    var numbers = PlaceNumbers(atMost: places.count)
    var known: [GeoPoint: Int] = [:]
    for place in places {
        let number = numbers.number(of: place)
        #expect(number == known[place, default: known.count])
        known[place] = number
    }
    #expect(numbers.places.count == known.count)
    #expect(numbers.places.enumerated().allSatisfy { known[$0.element] == $0.offset })
}

@Test func zeroIsOnePlaceWhateverItsSign() {
    var numbers = PlaceNumbers(atMost: 4)
    #expect(numbers.number(of: GeoPoint(longitude: 0, latitude: -0.0)) == 0)
    #expect(numbers.number(of: GeoPoint(longitude: -0.0, latitude: 0)) == 0)
}

@Test func morePlacesThanWereAnnouncedAreNumberedToo() {
    var numbers = PlaceNumbers(atMost: 0)
    let places = (0..<3000).map { GeoPoint(longitude: Double($0), latitude: 1) }
    for _ in 0..<2 {
        #expect(places.map { numbers.number(of: $0) } == Array(0..<3000))
    }
}
