import Testing

@testable import Layout

@Test func theLastDigitsOfASumMakeNoPoint() {
    #expect(wholePoints(102.000_000_01, .up) == 102)
    #expect(wholePoints(101.999_999_99, .down) == 102)
    #expect(wholePoints(102.01, .up) == 103)
    #expect(wholePoints(101.99, .down) == 101)
}

@Test(arguments: [Double.infinity, -.infinity, .nan, 1e300])
func lengthsBeyondCountingAreLargeNumbers(length: Double) {
    #expect(wholePoints(length, .up) == 2_147_483_647)
}
