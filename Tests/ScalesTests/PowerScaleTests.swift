import Scales
import Testing

private let extremes = [
    0, -0.0, 1, -1, 1e-300, 1e300, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    12.5,
]

@Test func powersGoToPlacesAndBack() throws {
    let scale = try #require(
        PowerScale(domain: Extent(0, 10), range: Extent(0, 100), exponent: 2))
    #expect(scale(5) == 25 && scale(-5) == -25 && scale.invert(25) == 5)
    #expect(scale.ticks(2) == [0, 5, 10])
    #expect(scale.nice().domain == Extent(0, 10))
    let root = try #require(
        PowerScale(domain: Extent(0, 100), range: Extent(0, 10), exponent: 0.5, isClamped: true))
    #expect(root(25) == 5 && root(400) == 10 && root.invert(99) == 100)
}

@Test func powersOfFiniteNumbersAreFinite() throws {
    for exponent in [0.1, 0.5, 1, 3, 100] {
        for start in extremes {
            let scale = try #require(
                PowerScale(
                    domain: Extent(start, 1e300), range: Extent(0, 500), exponent: exponent))
            #expect(extremes.allSatisfy { scale($0).isFinite && scale.invert($0).isFinite })
        }
    }
    for exponent in [0, -1, .nan, .infinity] {
        #expect(PowerScale(domain: .unit, range: .unit, exponent: exponent) == nil)
    }
}

@Test func symmetricLogarithmsGoToPlacesAndBack() throws {
    var random = Seeded(62)
    let scale = try #require(
        SymmetricLogScale(domain: Extent(-1000, 1000), range: Extent(0, 100)))
    #expect(scale(0) == 50 && scale(1000) == 100 && scale(-1000) == 0)
    #expect(scale(10) > 60)
    for _ in 0..<300 {
        let value = (random.fraction() - 0.5) * 2000
        #expect(abs(scale.invert(scale(value)) - value) < 1e-9)
    }
    #expect(scale.nice().domain == Extent(-1000, 1000))
    #expect(scale.ticks(2) == [-1000, 0, 1000])
}

@Test func symmetricLogarithmsOfFiniteNumbersAreFinite() throws {
    for constant in [1e-300, 1, 1e300] {
        for start in extremes {
            let scale = try #require(
                SymmetricLogScale(
                    domain: Extent(start, 7), range: Extent(0, 500), constant: constant))
            #expect(extremes.allSatisfy { scale($0).isFinite && scale.invert($0).isFinite })
        }
    }
    for constant in [0, -1, .nan, .infinity] {
        #expect(SymmetricLogScale(domain: .unit, range: .unit, constant: constant) == nil)
    }
}
