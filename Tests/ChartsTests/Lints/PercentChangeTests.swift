import Scales
import TestSupport
import Testing

@testable import Charts

@Suite struct PercentChangeTests {
    @Test func ratesAreFiniteAndOnlyOfHonestBases() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<2000 {
            let scales: [Double] = [1, 1e-300, 1e300, 1e12]
            let scale = scales.randomElement(using: &random) ?? 1
            let base = Double.random(in: -1...1, using: &random) * scale
            let current = Double.random(in: -1...1, using: &random) * scale
            let change = PercentChange(from: base, to: current)
            guard let rate = change.rate else { continue }
            #expect(rate.isFinite && rate >= -1)
            #expect(base > 0 && current >= 0)
            // A base of a twentieth of what it leads to is the least there is.
            #expect(rate <= 1 / PercentChange.leastBase - 1 + 1e-9)
        }
    }

    @Test func changesOfOrdinaryFiguresAreHonest() {
        #expect(PercentChange(from: 80, to: 100).rate == 0.25)
        #expect(PercentChange(from: 80, to: 0).rate == -1)
        #expect(PercentChange(from: 80, to: 100, among: [80, 90, 100, 1500]).fault == nil)
    }

    @Test func basesNearZeroAreNot() {
        #expect(PercentChange(from: 0, to: 5).fault == .nearZero)
        #expect(PercentChange(from: 0, to: 0).fault == .nearZero)
        #expect(PercentChange(from: 4, to: 100).fault == .nearZero)
        #expect(PercentChange(from: 5, to: 100).fault == nil)
        #expect(PercentChange(from: 80, to: 100, among: [80, 100, 2000]).fault == .nearZero)
    }

    @Test func negativeBasesAndChangesOfSignAreNot() {
        #expect(PercentChange(from: -80, to: -100).fault == .negative)
        #expect(PercentChange(from: -80, to: 0).fault == .negative)
        #expect(PercentChange(from: -80, to: 100).fault == .changesSign)
        #expect(PercentChange(from: 80, to: -100).fault == .changesSign)
        #expect(PercentChange(from: .nan, to: 1).fault == .notFinite)
        #expect(PercentChange(from: 1, to: .infinity).fault == .notFinite)
        #expect(PercentChange(from: 1, to: 2, among: [.infinity, .nan]).rate == 1)
    }

    @Test func aPagesVariationIsJudgedAlike() {
        let locale = NumberLocale.esMX
        #expect(ChartLint.variation(from: 80, to: 100, locale: locale) == nil)
        let lint = ChartLint.variation(
            from: 12, to: 1500, among: [12, 1500, 9000], of: "la variación de híbridos",
            locale: locale)
        #expect(lint?.rule == .variationNearZero)
        #expect(
            lint?.message
                == "la variación de híbridos has a base near zero: 12, where figures reach "
                + "9,000; a percentage says nothing there")
        #expect(
            ChartLint.variation(from: -3, to: 4, locale: .esES)?.message
                == "the variation leads from −3 to 4, across zero; a percentage says nothing there")
    }
}
