import Graphics
import Scales
import Testing

private let stops = [Color(0xB2182B), .white, Color(0x2166AC)]

private func ramp() throws -> ColorRamp { try #require(ColorRamp(stops: stops)) }

@Test func eachSideOfThePivotHasHalfOfTheRamp() throws {
    let scale = try #require(DivergingScale(from: -10, pivot: 0, to: 40, ramp: try ramp()))
    #expect([-10, 0, 40].map { scale($0) } == stops)
    #expect(scale(-5) == scale.ramp(0.25))
    #expect(scale(20) == scale.ramp(0.75))
    #expect(scale(-99) == stops[0] && scale(99) == stops[2])
    #expect(scale(.nan) == stops[1])
    #expect(scale.ticks(5) == [-10, 0, 10, 20, 30, 40])
    let down = try #require(DivergingScale(from: 40, pivot: 0, to: -10, ramp: try ramp()))
    #expect(down(40) == stops[0] && down(-10) == stops[2])
}

@Test func aPivotAtAnEndLeavesOneSide() throws {
    let upper = try #require(DivergingScale(from: 0, pivot: 0, to: 10, ramp: try ramp()))
    #expect(upper.fraction(at: 5) == 0.75)
    #expect(upper.fraction(at: -5) == 0.5)
    let flat = try #require(DivergingScale(from: 3, pivot: 3, to: 3, ramp: try ramp()))
    #expect(flat(3) == stops[1] && flat(-7) == stops[1])
}

@Test func aBalancedScaleReachesEquallyFar() throws {
    let scale = try #require(
        DivergingScale(around: 0, holding: [-3, .nan, 12, 5], ramp: try ramp()))
    #expect(scale.start == -12 && scale.end == 12)
    #expect(DivergingScale(around: 0, holding: [Double](), ramp: try ramp()) == nil)
    #expect(DivergingScale(around: .nan, holding: [1.0], ramp: try ramp()) == nil)
    let above = try #require(DivergingScale(around: 10, holding: [11, 12], ramp: try ramp()))
    #expect(above.start == 8 && above.end == 12)
}

@Test func pivotsOutsideAreRefused() throws {
    let ramp = try ramp()
    #expect(DivergingScale(from: 0, pivot: 11, to: 10, ramp: ramp) == nil)
    #expect(DivergingScale(from: 0, pivot: .nan, to: 10, ramp: ramp) == nil)
    #expect(DivergingScale(from: -.infinity, pivot: 0, to: 10, ramp: ramp) == nil)
}

@Test func fractionsRiseAlongADivergingScale() throws {
    var random = Seeded(61)
    for _ in 0..<500 {
        let numbers = [random.number(), random.number(), random.number()].sorted()
        let scale = try #require(
            DivergingScale(from: numbers[0], pivot: numbers[1], to: numbers[2], ramp: try ramp()))
        let places = [numbers[0], numbers[1], numbers[2]].map { scale.fraction(at: $0) }
        #expect(places.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(places == places.sorted() && places[1] == 0.5)
    }
}
