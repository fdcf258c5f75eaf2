import Testing

@testable import Scales

@Test func anExactExpansionRoundsToTheShortestDigits() {
    var random = Seeded(6)
    for _ in 0..<2000 {
        let value = Double(bitPattern: random.next()).magnitude
        guard value.isFinite else { continue }
        let shortest = DecimalDigits(shortest: value)
        let exact = DecimalDigits(exactly: value)
        #expect(Double(exact.exponential(16)) == value)
        #expect(Double(shortest.text) == value)
        #expect(shortest.count <= 17)
    }
}

@Test func everyDigitOfADoubleIsKnown() {
    #expect(DecimalDigits(exactly: 0.1).count == 55)
    #expect(
        DecimalDigits(exactly: 0.1).fixed(60)
            == "0.100000000000000005551115123125782702118158340454101562500000")
    #expect(DecimalDigits(exactly: .leastNonzeroMagnitude).exponent == -324)
    #expect(DecimalDigits(exactly: .leastNonzeroMagnitude).count == 751)
    #expect(DecimalDigits(exactly: .greatestFiniteMagnitude).exponent == 308)
    #expect(DecimalDigits(exactly: 0x1p1023).count == 308)
    #expect(DecimalDigits(exactly: 1e23).fixed(0) == "99999999999999991611392")
}

@Test func halvesOfTheExactValueGoAwayFromZero() {
    #expect(DecimalDigits(exactly: 0.5).fixed(0) == "1")
    #expect(DecimalDigits(exactly: 2.5).fixed(0) == "3")
    #expect(DecimalDigits(exactly: 1.005).fixed(2) == "1.00")
    #expect(DecimalDigits(exactly: 0.125).fixed(2) == "0.13")
    #expect(DecimalDigits(exactly: 25).precise(1) == "3e+1")
    #expect(DecimalDigits(exactly: 9.5).fixed(0) == "10")
    #expect(DecimalDigits(exactly: 0.04).fixed(0) == "0")
    #expect(DecimalDigits(exactly: 999.96).fixed(1) == "1000.0")
}

@Test func zeroHasOneDigit() {
    let zero = DecimalDigits(exactly: 0)
    #expect(zero.count == 1)
    #expect(zero.fixed(2) == "0.00")
    #expect(zero.exponential(2) == "0.00e+0")
    #expect(zero.precise(3) == "0.00")
    #expect(DecimalDigits(shortest: 0).text == "0")
}

@Test func numbersAreTextAsInJavaScript() {
    let cases: [(Double, String)] = [
        (1e21, "1e+21"), (1e20, "100000000000000000000"), (123_456_789, "123456789"),
        (0.000001, "0.000001"), (1e-7, "1e-7"), (1.5e-10, "1.5e-10"), (0.1, "0.1"),
        (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
        (100, "100"),
        (1e16, "10000000000000000"), (1.2e21, "1.2e+21"),
    ]
    for (value, text) in cases {
        #expect(DecimalDigits(shortest: value).text == text)
    }
}
