import Graphics
import Scales
import Testing

private let blue = Color(0x14508C)
private let ramp = ColorRamp(from: .white, to: blue)

@Test func aRampPassesThroughItsStops() throws {
    let stops = [Color(0x123456), .white, Color(0xFEDCBA), .black]
    let ramp = try #require(ColorRamp(stops: stops))
    for (index, stop) in stops.enumerated() {
        #expect(ramp(Double(index) / 3) == stop)
    }
    #expect(ramp.colors(4) == stops)
    #expect(ramp.reversed(0) == .black)
}

@Test func aRampDarkensEvenly() {
    let luminances = ramp.colors(20).map(\.luminance)
    #expect(zip(luminances, luminances.dropFirst()).allSatisfy { $0 > $1 })
}

@Test func fractionsBeyondTheRampGiveItsEnds() {
    #expect(ramp(-1) == .white)
    #expect(ramp(2) == blue)
    #expect(ramp(.infinity) == blue)
    #expect(ramp(-.infinity) == .white)
    #expect(ramp(.nan) == .white)
}

@Test func aRampNeedsTwoStops() {
    #expect(ColorRamp(stops: []) == nil)
    #expect(ColorRamp(stops: [.white]) == nil)
    #expect(ramp.colors(0).isEmpty)
    #expect(ramp.colors(-3).isEmpty)
    #expect(ramp.colors(1) == [ramp(0.5)])
    #expect(ramp.colors(2) == [.white, blue])
}

@Test func numbersHaveTheColoursOfTheirPlace() {
    let scale = SequentialScale(domain: Extent(10, 20), ramp: ramp)
    #expect(scale(10) == .white)
    #expect(scale(20) == blue)
    #expect(scale(15) == ramp(0.5))
    #expect(scale(99) == blue)
    #expect(SequentialScale(domain: Extent(20, 10), ramp: ramp)(20) == .white)
    #expect(SequentialScale(domain: Extent(5, 5), ramp: ramp)(7) == ramp(0.5))
    #expect(SequentialScale(domain: Extent(1, 98), ramp: ramp).nice(5).domain == Extent(0, 100))
    #expect(scale.ticks(2) == [10, 15, 20])
}
