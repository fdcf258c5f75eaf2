import Diagnostics
import Maps
import TestSupport
import Testing

@Test func areasAreInProportion() throws {
    let scale = try SymbolScale(holding: [1, 4, 100, 0], largestRadius: 20)
    #expect(scale.radius(of: 100) == 20 && scale.radius(of: 25) == 10 && scale.radius(of: 1) == 2)
    #expect(scale.radius(of: 0) == 0 && scale.radius(of: -4) == 0 && scale.radius(of: .nan) == 0)
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
        let (one, other) = (
            Double.random(in: 0.001...1000, using: &random),
            Double.random(in: 0.001...1000, using: &random)
        )
        let ratio = scale.radius(of: one) / scale.radius(of: other)
        #expect(abs(ratio * ratio * other / one - 1) < 1e-9)
    }
    let huge = try SymbolScale(holding: [Double.greatestFiniteMagnitude], largestRadius: 9)
    #expect(huge.radius(of: .greatestFiniteMagnitude) == 9)
    #expect(huge.radius(of: .greatestFiniteMagnitude / 4) == 4.5)
}

@Test func whatNoAreaCanShowIsRefused() {
    #expect(
        SymbolScale.problem(with: -3)?.message == "a symbol cannot show −3: no area is negative")
    #expect(SymbolScale.problem(with: -3)?.severity == .error)
    #expect(SymbolScale.problem(with: .nan) != nil && SymbolScale.problem(with: .infinity) != nil)
    #expect(SymbolScale.problem(with: 0) == nil && SymbolScale.problem(with: 3) == nil)
    for (values, radius) in [
        ([1, -1], 10.0), ([.nan], 10), ([1], 0), ([1], .infinity), ([1], .nan),
    ]
        as [([Double], Double)]
    {
        #expect(throws: Diagnostic.self) {
            try SymbolScale(holding: values, largestRadius: radius)
        }
    }
}

@Test(
    arguments: [
        ([112.5, 15_215], [10_000, 2000, 500]), ([1, 19_000], [20_000, 5000, 1000]),
        ([3, 49_000], [50_000, 10_000, 2000]), ([2, 7], [5, 1]), ([0.02, 0.9], [0.5, 0.1, 0.02]),
        ([1, 1], [1]), ([0, 0], []), ([], []), ([4000, 4800], [5000, 1000]),
    ] as [([Double], [Double])])
func keysHaveRoundAmounts(values: [Double], expected: [Double]) throws {
    let scale = try SymbolScale(holding: values, largestRadius: 20)
    #expect(scale.keyValues == expected)
}

@Test func amountsOfKeysCoverTheData() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<400 {
        let greatest =
            Double.random(in: 1...10, using: &random)
            * [1e-300, 1e-7, 1, 1e9, 1e299].randomElement(using: &random, default: 1)
        let scale = try SymbolScale(
            holding: [greatest, greatest * Double.random(in: 0...1, using: &random)],
            largestRadius: 18)
        let values = scale.keyValues
        #expect((1...3).contains(values.count))
        #expect((values.first ?? 0) <= greatest * 1.1 && (values.first ?? 0) > greatest * 0.43)
        #expect(values == values.sorted(by: >) && Set(values).count == values.count)
    }
    let odd: [Double] = [.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude]
    for value in odd {
        let values = try SymbolScale(holding: [value], largestRadius: 18).keyValues
        #expect(values.allSatisfy { $0 > 0 && $0.isFinite })
    }
}

extension Array {
    fileprivate func randomElement(
        using random: inout SplitMix64, default fallback: Element
    ) -> Element {
        randomElement(using: &random) ?? fallback
    }
}
