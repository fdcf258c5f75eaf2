import Scales
import Testing

/// A figure with its spaces that do not break as plain ones.
private func text(
    _ specifier: String, _ value: Double, _ locale: NumberLocale = .esMX
) throws -> String {
    let text = try NumberFormat(specifier).text(value, locale: locale)
    return String(text.map { $0 == "\u{A0}" ? " " : $0 })
}

@Test func compactFiguresHaveTheUnitsOfTheirLanguage() throws {
    #expect(try text(".1k", 1_400_000) == "1.4 M")
    #expect(try text(".1k", 12_300) == "12.3 mil")
    #expect(try text(".1k", 1_400_000, .esES) == "1,4 M")
    #expect(try text(".1k", 1_400_000, .enUS) == "1.4M")
    #expect(try text(".1k", 12_300, .enUS) == "12.3K")
    #expect(try text(".1k", 3.4e9, .enUS) == "3.4B")
    #expect(try text(".1k", 1.2e12, .enUS) == "1.2T")
    #expect(try text(".0k", 3.4e9) == "3,400 M")
    #expect(try text(".0k", 3.4e9, .esES) == "3.400 M")
    #expect(try text("K", 1_400_000) == "1.4 millones")
    #expect(try text("K", 1_400_000, .enUS) == "1.4 million")
    #expect(try text("K", 1_000_000) == "1 millón")
    #expect(try text(".1K", 1_000_000) == "1.0 millones")
    #expect(try text("K", 3.4e9) == "3,400 millones")
    #expect(try text("K", 1.2e12) == "1.2 billones")
    #expect(try text("K", 1e12) == "1 billón")
    #expect(try text("K", 12_300, .enUS) == "12.3 thousand")
}

@Test func theUnitIsTheFiguresOwn() throws {
    #expect(try text("$.1k", -1_400_000, .enUS) == "−$1.4M")
    #expect(try text("$.1k", 1_400_000, .esES) == "1,4 M €")
    #expect(try text("+.1k", 1_400_000) == "+1.4 M")
    #expect(try text("(.1k", -1_400_000, .enUS) == "(1.4M)")
    #expect(try text("*>10.1k", 12_300, .enUS) == "*****12.3K")
}

@Test func decimalsAreThoseAskedFor() throws {
    #expect(try text("k", 1_000_000) == "1 M")
    #expect(try text(".1k", 1_000_000) == "1.0 M")
    #expect(try text(".2~k", 1_500_000) == "1.5 M")
    #expect(try text(".2k", 1_234_567) == "1.23 M")
    #expect(try text("k", 950) == "950")
    #expect(try text(".1k", 950) == "950")
    #expect(try text(".1k", 12.34) == "12.3")
    #expect(try text("k", 0) == "0")
    #expect(try text("k", -0.01) == "0")
}

@Test func roundingCarriesIntoTheNextUnit() throws {
    #expect(try text("k", 999_960) == "1 M")
    #expect(try text("k", 999_940) == "999.9 mil")
    #expect(try text(".0k", 999_500) == "1 M")
    #expect(try text("k", 999.96) == "1 mil")
    #expect(try text(".0k", 999.6, .enUS) == "1K")
    #expect(try text("K", 999_999_999_999) == "1 billón")
    // As a decimal number: the binary quotient 1.45 would be a little less.
    #expect(try text(".1k", 1_450_000) == "1.5 M")
}

@Test func aTextInQuotesFollowsTheNumber() throws {
    #expect(try text(",d' MDD'", 107_965) == "107,965 MDD")
    #expect(try text("k' MDD'", 1200) == "1.2 mil MDD")
    #expect(try text(".1f' p.p.'", 0.25) == "0.3 p.p.")
    #expect(try text("(.1f' MDD'", -3) == "(3.0 MDD)")
    #expect(try text("c'''s'", 4) == "4's")
    #expect(try text(".1s' t'", 1500) == "2k t")
    #expect(try text("12,d' MDD'", 1200) == "   1,200 MDD")
    #expect(
        try NumberFormat(",.1'x'").sharingPrefix(of: 1e6).text(1.5e6, locale: .enUS) == "1.5Mx")
    // d3's own reading of a quote as what fills up the width stays.
    #expect(try text("'>5d", 42) == "'''42")
}

@Test func suffixesAreWrittenAsTheyAreRead() throws {
    for specifier in [",d' MDD'", ".1k' M''s'", "' €'", "~K", "'>5d'x'"] {
        let format = try NumberFormat(specifier)
        #expect(format.specifier == specifier)
        #expect(try NumberFormat(format.specifier) == format)
    }
    for (specifier, offset) in [("d'", 1), ("d'MDD", 1), ("d'x'f", 4), ("'", 0)] {
        let error = #expect(throws: NumberFormatError.self) { try NumberFormat(specifier) }
        #expect(error?.offset == offset, "\(specifier)")
    }
}

@Test func everyFigureHasACompactText() throws {
    var random = Seeded(51)
    for kind in ["k", "K", ".0k", ".3~K"] {
        for locale in [NumberLocale.esMX, .esES, .enUS] {
            for value in [.nan, .infinity, -.infinity, 1e300, .leastNonzeroMagnitude, -1e21] {
                #expect(!(try text(kind, value, locale)).isEmpty)
            }
            for _ in 0..<200 {
                let value = random.number()
                let positive = try text(kind, abs(value), locale)
                #expect(try text(kind, -abs(value), locale).hasSuffix(positive))
            }
        }
    }
    #expect(try text("k", .nan) == "NaN")
    #expect(try text("k", -.infinity) == "−Infinity")
}

@Test func unreasonableUnitsAreHeldWithinReason() throws {
    let units = CompactUnits(
        short: [.init(power: .min, "a"), .init(power: 3, "b"), .init(power: .max, "c")], words: [])
    let locale = NumberLocale(decimal: ".", thousands: ",", compactUnits: units)
    for value in [0, 1.5, 1234, 1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
        #expect(!(try text("k", value, locale)).isEmpty)
        #expect(!(try text("K", value, locale)).isEmpty)
    }
}
