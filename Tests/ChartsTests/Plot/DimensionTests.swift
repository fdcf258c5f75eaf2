import Scales
import TestSupport
import Testing

@testable import Charts

@Test func valuesOfAnyDomainStandWithinTheRangeInOrder() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let (one, other) = (random.figure() + 0.5, random.figure() + 0.25)
        let domain = Extent(min(one, other), max(one, other))
        for scale in [ScaleOptions.Kind.linear, .log, .squareRoot] {
            for isReversed in [false, true] {
                var dimension = try #require(
                    Dimension(.numbers, domain: domain, scale: scale, isReversed: isReversed))
                dimension.setRange(Extent(30, 330))
                let places = stride(from: 0.0, through: 1, by: 0.1).map {
                    dimension(domain.lower + $0 * (domain.upper - domain.lower))
                }
                #expect(places.allSatisfy { $0 >= 30 - 1e-6 && $0 <= 330 + 1e-6 })
                let pairs = zip(places, places.dropFirst())
                #expect(pairs.allSatisfy { isReversed ? $0 >= $1 - 1e-6 : $0 <= $1 + 1e-6 })
            }
        }
    }
}

@Test func aReversedDimensionIsAMirror() throws {
    let domain = Extent(0, 80)
    for scale in [ScaleOptions.Kind.linear, .squareRoot] {
        var one = try #require(
            Dimension(.numbers, domain: domain, scale: scale, isReversed: false))
        var other = try #require(
            Dimension(.numbers, domain: domain, scale: scale, isReversed: true))
        one.setRange(Extent(10, 110))
        other.setRange(Extent(10, 110))
        for value in stride(from: 0.0, through: 80, by: 8) {
            #expect(abs(one(value) + other(value) - 120) < 1e-9)
        }
    }
}

@Test func slotsHaveEqualWidths() {
    var slots = Dimension(
        slots: ["a", "b", "c", "d"].map { .init(key: $0, label: $0) }, isReversed: false)
    slots.setRange(Extent(100, 200))
    #expect((0...3).map { slots(Double($0)) } == [112.5, 137.5, 162.5, 187.5])
    #expect(slots.step == 25)
    #expect(slots.slot(at: 2)?.key == "c")
    for place in [Double.nan, -1, 4, 0.5, 1e300, .infinity] {
        #expect(slots.slot(at: place) == nil)
    }
}

@Test func oneValueStandsInTheMiddle() throws {
    var dimension = try #require(
        Dimension(.numbers, domain: Extent(7, 7), scale: nil, isReversed: false))
    dimension.setRange(Extent(0, 100))
    #expect(dimension(7) == 50)
}

@Test func barsGrowFromZeroOrTheEndNearestToIt() throws {
    let base = { (low: Double, high: Double, scale: ScaleOptions.Kind?) in
        Dimension(.numbers, domain: Extent(low, high), scale: scale, isReversed: false)?.base
    }
    #expect(base(-3, 9, nil) == 0 && base(2, 9, nil) == 2 && base(-9, -2, nil) == -2)
    #expect(base(2, 9, .log) == 2 && base(-9, -2, .log) == -2)
}

@Test func aLogarithmOfZeroIsNoDimension() {
    for domain in [Extent(0, 10), Extent(-1, 10), Extent(-3, 0)] {
        #expect(Dimension(.numbers, domain: domain, scale: .log, isReversed: false) == nil)
    }
}

@Test func whatIsNotANumberHasNoPlace() throws {
    for scale in [ScaleOptions.Kind.linear, .log, .squareRoot] {
        let dimension = try #require(
            Dimension(.numbers, domain: Extent(1, 10), scale: scale, isReversed: false))
        #expect(dimension(.nan).isNaN)
    }
}
