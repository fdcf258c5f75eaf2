import Scales
import Testing

@Test func ticksOfOneAxisHaveDifferentLabels() throws {
    var random = Seeded(5)
    for specifier in [",f", "s", "%", "e", "g", "r", "p", ""] {
        let format = try NumberFormat(specifier)
        for _ in 0..<200 {
            let start = (random.fraction() - 0.5) * 1000
            let domain = Extent(start, start + random.fraction() * 100 + 0.001)
            let ticks = Ticks.values(in: domain, count: 6)
            let fitted = format.forTicks(in: domain, count: 6)
            let labels = Set(ticks.map { fitted.text($0, locale: .esMX) })
            #expect(labels.count == ticks.count, "\(specifier) \(domain)")
        }
    }
}

@Test func ticksHaveTheDecimalsTheirStepNeeds() throws {
    let labels = { (domain: Extent, specifier: String) throws -> [String] in
        let format = try NumberFormat(specifier).forTicks(in: domain, count: 5)
        return Ticks.values(in: domain, count: 5).map { format.text($0, locale: .enUS) }
    }
    #expect(try labels(Extent(0, 1), ",f") == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(try labels(Extent(0, 0.1), "%") == ["0%", "2%", "4%", "6%", "8%", "10%"])
    #expect(try labels(Extent(0, 2e6), "s") == ["0.0M", "0.5M", "1.0M", "1.5M", "2.0M"])
    #expect(try labels(Extent(0, 4000), ",f").last == "4,000")
    #expect(try labels(Extent(0, 1), ".3f").last == "1.000")
}

@Test func aDomainOfEqualEndsKeepsItsDecimals() {
    let text = { (value: Double) in
        NumberFormat.grouped.forTicks(in: Extent(value, value)).text(value, locale: .enUS)
    }
    #expect(text(7.5) == "7.5")
    #expect(text(7) == "7")
    #expect(text(0) == "0")
}

@Test func decimalsFollowTheStep() {
    #expect(NumberFormat.decimals(forStep: 0.01) == 2)
    #expect(NumberFormat.decimals(forStep: 0.25) == 1)
    #expect(NumberFormat.decimals(forStep: 5) == 0)
    #expect(NumberFormat.decimals(forStep: -0.001) == 3)
    #expect(NumberFormat.decimals(forStep: .nan) == nil)
}
