import Charts
import Glibc
import TestSupport
import Testing

@Suite struct GrowthRateTests {
    @Test func theRateLeadsFromTheFirstFigureToTheLast() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let first = Double.random(in: 0.01...1e9, using: &random)
            let last = Double.random(in: 0.01...1e9, using: &random)
            let years = Double.random(in: 0.25...40, using: &random)
            let rate = try #require(GrowthRate.compound(from: first, to: last, over: years))
            #expect(abs(first * pow(1 + rate, years) / last - 1) < 1e-9)
        }
    }

    @Test func knownRatesComeOut() throws {
        let examples = [
            (100.0, 121.0, 2.0, 0.1), (100, 50, 1, -0.5), (7, 7, 5, 0), (1, 2, 10, 0.0717734625),
            (4, 9, 0.5, 4.0625),
        ]
        for (first, last, years, expected) in examples {
            let rate = try #require(GrowthRate.compound(from: first, to: last, over: years))
            #expect(abs(rate - expected) < 1e-9)
        }
    }

    @Test func thereIsNoRateFromToOrOverNothing() {
        for bad: Double in [0, -1, -.infinity, .infinity, .nan] {
            #expect(GrowthRate.compound(from: bad, to: 1, over: 1) == nil)
            #expect(GrowthRate.compound(from: 1, to: bad, over: 1) == nil)
            #expect(GrowthRate.compound(from: 1, to: 2, over: bad) == nil)
        }
        #expect(GrowthRate.compound(from: 1e-300, to: 1e300, over: 1) == nil)
        #expect(GrowthRate.compound(from: 1e300, to: 1e-300, over: 1) == nil)
    }
}
