import Scales
import Testing

@Test func ticksNeverLeaveTheDomain() {
    var random = Seeded(7)
    for _ in 0..<2000 {
        let domain = Extent(random.number(), random.number())
        let ticks = Ticks.values(in: domain, count: random.fraction() * 15)
        #expect(ticks.allSatisfy { domain.contains($0) })
    }
}

@Test func ticksAscendOrDescendWithTheDomain() {
    var random = Seeded(8)
    for _ in 0..<1000 {
        let start = random.number()
        let domain = Extent(start, start + abs(start) * random.fraction() + 1e-6)
        let ticks = Ticks.values(in: domain, count: 8)
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Ticks.values(in: domain.reversed, count: 8) == ticks.reversed())
    }
}

@Test func ticksAreNeverFarFromTheCount() {
    var random = Seeded(9)
    for count in 1...20 {
        for _ in 0..<100 {
            let domain = Extent(0, random.fraction() * 1e6 + 1)
            let ticks = Ticks.values(in: domain, count: Double(count))
            #expect(ticks.count <= 2 * count + 1)
            #expect(ticks.count >= count / 2)
        }
    }
}

@Test func ticksAreTheDecimalsThatPeopleWrite() {
    #expect(Ticks.values(in: Extent(0, 1)) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(Ticks.values(in: Extent(0, 1), count: 9).count == 11)
    #expect(Ticks.values(in: Extent(0, 1), count: 5) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(Ticks.values(in: Extent(0, 1), count: 2) == [0, 0.5, 1])
    #expect(Ticks.values(in: Extent(0, 1), count: 1) == [0, 1])
    #expect(Ticks.values(in: Extent(-10, 10), count: 4) == [-10, -5, 0, 5, 10])
    #expect(Ticks.values(in: Extent(10, -10), count: 2) == [10, 0, -10])
    #expect(Ticks.values(in: Extent(0.5, 2.5), count: 3) == [0.5, 1, 1.5, 2, 2.5])
    #expect(Ticks.values(in: Extent(0, 3_779_234), count: 4) == [0, 1e6, 2e6, 3e6])
    #expect(Ticks.values(in: Extent(1, 364), count: 0.1) == [])
    #expect(Ticks.values(in: Extent(1, 364), count: 0.5) == [200])
    #expect(Ticks.values(in: Extent(1.5, 1.6), count: 1) == [1.5, 1.6])
}

@Test func domainsWithoutAStepHaveFewTicks() {
    #expect(Ticks.values(in: Extent(5, 5)) == [5])
    #expect(Ticks.values(in: Extent(5, 5), count: 0) == [])
    #expect(Ticks.values(in: Extent(0, 5), count: 0) == [])
    #expect(Ticks.values(in: Extent(0, 5), count: -3) == [])
    #expect(Ticks.values(in: Extent(0, 5), count: .nan) == [])
    #expect(Ticks.values(in: Extent(.nan, 5)) == [])
    #expect(Ticks.values(in: Extent(0, .infinity)) == [])
    #expect(Ticks.values(in: Extent(-.greatestFiniteMagnitude, .greatestFiniteMagnitude)) == [])
    #expect(Ticks.values(in: Extent(0, .leastNonzeroMagnitude)) == [])
}

@Test func aHugeCountDoesNotHang() {
    let ticks = Ticks.values(in: Extent(0, 1), count: .greatestFiniteMagnitude)
    #expect(ticks.count <= 100_000)
    #expect(Ticks.values(in: Extent(1e16, 1e16 + 2), count: 1e9).count <= 100_000)
}

@Test func stepsHaveTheSignOfTheDomain() {
    #expect(Ticks.step(in: Extent(0, 100), count: 10) == 10)
    #expect(Ticks.step(in: Extent(100, 0), count: 10) == -10)
    #expect(Ticks.step(in: Extent(0, 1), count: 10) == 0.1)
    #expect(Ticks.increment(from: 0, to: 1, count: 10) == -10)
    #expect(Ticks.increment(from: 0, to: 1, count: 4) == -5)
    #expect(Ticks.increment(from: 0, to: 1000, count: 3) == 500)
}

@Test func niceDomainsBeginAndEndWithTicks() {
    var random = Seeded(10)
    for _ in 0..<1000 {
        let domain = Extent((random.fraction() - 0.5) * 1e4, (random.fraction() - 0.5) * 1e4)
        let nice = Ticks.nice(domain, count: 8)
        let ticks = Ticks.values(in: nice, count: 8)
        #expect(ticks.first == nice.start && ticks.last == nice.end)
        #expect(nice.contains(domain.start) && nice.contains(domain.end))
        #expect(Ticks.nice(nice, count: 8) == nice)
    }
}

@Test func niceDomainsAreThoseOfD3() {
    #expect(Ticks.nice(Extent(1.1, 10.9)) == Extent(1, 11))
    #expect(Ticks.nice(Extent(10.9, 1.1)) == Extent(11, 1))
    #expect(Ticks.nice(Extent(0.7, 11.001)) == Extent(0, 12))
    #expect(Ticks.nice(Extent(123.1, 6.7)) == Extent(130, 0))
    #expect(Ticks.nice(Extent(0, 0.49)) == Extent(0, 0.5))
    #expect(Ticks.nice(Extent(12, 87), count: 5) == Extent(0, 100))
    #expect(Ticks.nice(Extent(12, 87), count: 10) == Extent(10, 90))
    #expect(Ticks.nice(Extent(12, 87), count: 100) == Extent(12, 87))
}

@Test func whatCannotBeNiceStaysAsItIs() {
    for domain in [
        Extent(3, 3), Extent(.nan, 1), Extent(0, .infinity),
        Extent(-.greatestFiniteMagnitude, .greatestFiniteMagnitude),
    ] {
        let nice = Ticks.nice(domain)
        #expect(nice == domain || domain.start.isNaN && nice.start.isNaN && nice.end == 1)
    }
    #expect(Ticks.nice(Extent(1.1, 10.9), count: 0) == Extent(1.1, 10.9))
}
