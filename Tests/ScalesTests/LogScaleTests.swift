import Scales
import Testing

@Test func equalRatiosHaveEqualDistances() throws {
    let scale = try #require(LogScale(domain: Extent(1, 1000), range: Extent(0, 300)))
    for (value, place) in [(1.0, 0.0), (10, 100), (100, 200), (1000, 300), (10_000, 400)] {
        #expect(abs(scale(value) - place) < 1e-9)
        #expect(abs(scale.invert(place) / value - 1) < 1e-9)
    }
}

@Test func logarithmicTicksAreThoseOfD3() throws {
    let ticks = { (start: Double, end: Double, count: Double) in
        try #require(LogScale(domain: Extent(start, end), range: .unit)).ticks(count)
    }
    #expect(try ticks(1, 10, 10) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(try ticks(0.1, 1, 10) == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(try ticks(100, 1, 10).first == 100)
    #expect(try ticks(-100, -1, 10).count == 19)
    #expect(try ticks(-100, -1, 10).first == -100)
    #expect(try ticks(1e-3, 1e3, 3) == [0.01, 1, 100])
    #expect(try ticks(150, 250, 10) == [150, 160, 170, 180, 190, 200, 210, 220, 230, 240, 250])
    #expect(try ticks(1, 10, 0).isEmpty)
}

@Test func logarithmicTicksNeverLeaveTheDomain() throws {
    var random = Seeded(15)
    for _ in 0..<300 {
        let sign: Double = random.next() % 2 == 0 ? 1 : -1
        let domain = Extent(
            sign * (random.fraction() + 1e-9), sign * (1e-6 + abs(random.number())))
        for base in [10, 2, 2.5, 2.718281828459045, 1000] {
            let scale = try #require(LogScale(domain: domain, range: .unit, base: base))
            let slack = Extent(
                domain.lower - 1e-9 * abs(domain.lower), domain.upper + 1e-9 * abs(domain.upper))
            #expect(scale.ticks().allSatisfy { slack.contains($0) })
        }
    }
}

@Test func fewLabelsFitOnALogarithmicAxis() throws {
    let scale = try #require(LogScale(domain: Extent(1, 1000), range: .unit))
    let labelled = scale.ticks().filter { scale.isLabelled($0, 5) }
    #expect(labelled == [1, 10, 100, 1000])
    #expect(!scale.isLabelled(0))
    #expect(!scale.isLabelled(.nan))
}

@Test func niceLogarithmicDomainsEndAtPowers() throws {
    let nice = { (start: Double, end: Double) in
        LogScale(domain: Extent(start, end), range: .unit)?.nice().domain
    }
    #expect(nice(1.1, 10.9) == Extent(1, 100))
    #expect(nice(777, 0.02) == Extent(1000, 0.01))
    #expect(nice(-777, -0.02) == Extent(-1000, -0.01))
    #expect(nice(5, 5) == Extent(1, 10))
}

@Test func domainsThatTouchZeroAreRefused() {
    for domain in [Extent(0, 10), Extent(-1, 1), Extent(.nan, 1), Extent(1, .infinity)] {
        #expect(LogScale(domain: domain, range: .unit) == nil)
    }
    for base in [0, 1, -2, .nan, .infinity, 1e9] {
        #expect(LogScale(domain: Extent(1, 10), range: .unit, base: base) == nil)
    }
}

@Test func logarithmsOfFiniteNumbersStayFinite() throws {
    let extremes = [
        -1, 0, .leastNonzeroMagnitude, 1e-300, 1, 1e300, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude,
    ]
    for start in extremes {
        for end in extremes {
            guard let scale = LogScale(domain: Extent(start, end), range: Extent(0, 500)) else {
                continue
            }
            #expect(extremes.allSatisfy { scale($0).isFinite && scale.invert($0).isFinite })
            #expect(scale.ticks().allSatisfy { $0.isFinite })
            #expect(scale.nice().domain.start.isFinite)
        }
    }
    let scale = try #require(LogScale(domain: Extent(5, 5), range: Extent(0, 100)))
    #expect(scale(5) == 50)
    let rising = try #require(LogScale(domain: Extent(1, 100), range: Extent(0, 100)))
    #expect(rising(0) == 0 && rising(-5) == 0)
    let clamped = try #require(
        LogScale(domain: Extent(1, 100), range: Extent(0, 100), isClamped: true))
    #expect(clamped(1e9) == 100)
}

@Test func squareRootsMakeAreasProportional() {
    let scale = SquareRootScale(domain: Extent(0, 100), range: Extent(0, 20))
    #expect(scale(100) == 20)
    #expect(scale(25) == 10)
    #expect(scale(0) == 0)
    #expect(scale(-25) == -10)
    #expect(scale.invert(10) == 25)
    #expect(scale.ticks(2) == [0, 50, 100])
    #expect(SquareRootScale(domain: Extent(3, 3), range: Extent(0, 10))(3) == 5)
    #expect(SquareRootScale(domain: Extent(0, 97), range: .unit).nice(5).domain == Extent(0, 100))
    let clamped = SquareRootScale(domain: Extent(0, 100), range: Extent(0, 20), isClamped: true)
    #expect(clamped(400) == 20 && clamped.invert(40) == 100)
    #expect(scale.invert(1e300).isFinite)
}
