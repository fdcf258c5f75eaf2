import Scales
import Testing

private let extremes = [
    0, -0.0, 1, -1, 0.1, 1e300, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNonzeroMagnitude, -.leastNormalMagnitude, 12_345.678,
]

@Test func fractionsOfFiniteNumbersAreFinite() {
    for start in extremes {
        for end in extremes {
            for value in extremes {
                let fraction = Extent(start, end).fraction(at: value)
                #expect(fraction.isFinite)
                #expect(Extent(value, end).value(at: fraction).isFinite)
            }
        }
    }
}

@Test func endsHaveTheFractionsZeroAndOne() {
    for start in extremes {
        for end in extremes where end != start {
            #expect(Extent(start, end).fraction(at: start) == 0)
            #expect(Extent(start, end).fraction(at: end) == 1)
            #expect(Extent(start, end).value(at: 0) == start)
            #expect(Extent(start, end).value(at: 1) == end)
        }
    }
}

@Test func equalEndsGiveTheMiddle() {
    #expect(Extent(5, 5).fraction(at: 3) == 0.5)
    #expect(Extent(5, 5).value(at: 0.25) == 5)
    #expect(Extent(5, 5).value(at: 1e300) == 5)
}

@Test func notANumberStaysWhatItIs() {
    #expect(Extent(0, 1).fraction(at: .nan).isNaN)
    #expect(Extent(0, 1).value(at: .nan).isNaN)
    #expect(Extent(0, 1).clamp(.nan).isNaN)
}

@Test func anExtentHoldsItsFiniteValues() {
    #expect(Extent(around: [3, -1, .nan, 7, .infinity]) == Extent(-1, 7))
    #expect(Extent(around: [.nan]) == nil)
    #expect(Extent(around: [Double]()) == nil)
    #expect(Extent(3, 7).including(0) == Extent(0, 7))
    #expect(Extent(7, 3).including(0) == Extent(7, 0))
    #expect(Extent(7, 3).including(9) == Extent(9, 3))
    #expect(Extent(7, 3).contains(5))
    #expect(!Extent(7, 3).contains(8))
    #expect(Extent(7, 3).clamp(9) == 7)
    #expect(Extent(7, 3).reversed == Extent(3, 7))
    #expect(Extent(-1e308, -1e308).middle == -1e308)
}
