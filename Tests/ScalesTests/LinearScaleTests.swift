import Scales
import Testing

@Test func aLinearScaleMapsEndsToEnds() {
    var random = Seeded(11)
    for _ in 0..<500 {
        let scale = LinearScale(
            domain: Extent(random.number(), random.number()), range: Extent(400, 40))
        #expect(scale(scale.domain.start) == 400)
        #expect(scale(scale.domain.end) == 40)
        #expect(abs(scale(scale.domain.middle) - 220) < 1e-6)
    }
}

@Test func anInvertedPlaceIsTheNumberAgain() {
    var random = Seeded(12)
    for _ in 0..<500 {
        let scale = LinearScale(domain: Extent(-3, 12), range: Extent(random.fraction(), 500))
        let value = random.fraction() * 15 - 3
        #expect(abs(scale.invert(scale(value)) - value) < 1e-9)
    }
}

@Test func whatIsFiniteStaysFinite() {
    var random = Seeded(13)
    for _ in 0..<5000 {
        let number = { (_: Int) in
            let value = Double(bitPattern: random.next())
            return value.isFinite ? value : random.number()
        }
        let scale = LinearScale(
            domain: Extent(number(0), number(1)), range: Extent(number(2), number(3)))
        #expect(scale(number(4)).isFinite)
        #expect(scale.invert(number(5)).isFinite)
    }
}

@Test func aDomainOfEqualEndsMapsToTheMiddle() {
    let scale = LinearScale(domain: Extent(7, 7), range: Extent(0, 300))
    #expect(scale(7) == 150)
    #expect(scale(-1e300) == 150)
    #expect(scale.ticks() == [7])
    #expect(scale.nice().domain == Extent(7, 7))
    #expect(scale.invert(40) == 7)
}

@Test func aRangeOfEqualEndsInvertsToTheMiddle() {
    let scale = LinearScale(domain: Extent(0, 10), range: Extent(5, 5))
    #expect(scale(3) == 5)
    #expect(scale.invert(5) == 5)
}

@Test func aScaleGoesOnBeyondItsDomainUntilClamped() {
    let scale = LinearScale(domain: Extent(0, 10), range: Extent(0, 100))
    #expect(scale(20) == 200)
    #expect(scale.clamped()(20) == 100)
    #expect(scale.clamped()(-20) == 0)
    #expect(scale.clamped()(.infinity) == 100)
    #expect(scale.invert(-50) == -5)
    #expect(scale.clamped().invert(-50) == 0)
    let down = LinearScale(domain: Extent(10, 0), range: Extent(0, 100)).clamped()
    #expect(down(20) == 0)
    #expect(down(-1) == 100)
}

@Test func niceWidensTheDomainAlone() {
    let scale = LinearScale(domain: Extent(3, 97), range: Extent(0, 1), isClamped: true).nice(5)
    #expect(scale == LinearScale(domain: Extent(0, 100), range: Extent(0, 1), isClamped: true))
    #expect(scale.ticks(5) == [0, 20, 40, 60, 80, 100])
    #expect(scale.tickFormat(5).text(20, locale: .esMX) == "20")
}
