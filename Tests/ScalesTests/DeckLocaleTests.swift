import Scales
import Testing

@Test func everySupportedTagHasALocale() {
    #expect(DeckLocale.supportedTags == ["es-MX", "es-ES", "en-US"])
    for tag in DeckLocale.supportedTags {
        #expect(DeckLocale(tag: tag)?.tag == tag)
        #expect(DeckLocale(tag: tag.lowercased())?.tag == tag)
    }
    #expect(DeckLocale(tag: "es-MX") == .esMX)
    #expect(DeckLocale.esES.languageCode == "es")
    #expect(DeckLocale.enUS.languageCode == "en")
}

/// A number and a date in a locale, their spaces that do not break as plain ones.
private func texts(_ locale: DeckLocale, _ specifiers: [(String, Double)]) throws -> [String] {
    try specifiers.map { specifier, value in
        let text = try NumberFormat(specifier).text(value, locale: locale.number)
        return String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }
}

private func dates(_ locale: DeckLocale, _ specifiers: [String]) throws -> [String] {
    let moment = try #require(CivilDateTime(iso: "2024-01-09T15:04:05"))
    return try specifiers.map { try DateFormat($0).text(at: moment, locale: locale.date) }
}

private let numbers: [(String, Double)] = [
    (",.1f", 1234.5), (",d", -1234), (",d", 1_234_567), (".1%", 0.142), ("$,.2f", -1234.5),
    ("$,.0f", 9), ("k", 1_400_000), ("k", 12_300), ("K", 3.4e9), (",d' MDD'", 107_965), ("e", -0.5),
    (".2s", 1500),
]
private let specifiers = ["%b %Y", "%B", "%a %A", "%x", "%X", "%c", "%p", "%-d %b"]

@Test func mexicoWritesItsNumbersAndDates() throws {
    #expect(
        try texts(.esMX, numbers) == [
            "1,234.5", "−1,234", "1,234,567", "14.2%", "−$1,234.50", "$9", "1.4 M", "12.3 mil",
            "3,400 millones", "107,965 MDD", "−5.000000e-1", "1.5k",
        ])
    #expect(
        try dates(.esMX, specifiers) == [
            "ene 2024", "enero", "mar martes", "09/01/2024", "3:04:05 PM",
            "09/01/2024, 3:04:05 PM", "PM", "9 ene",
        ])
}

@Test func spainWritesItsNumbersAndDates() throws {
    #expect(
        try texts(.esES, numbers) == [
            "1.234,5", "−1.234", "1.234.567", "14,2 %", "−1.234,50 €", "9 €", "1,4 M", "12,3 mil",
            "3.400 millones", "107.965 MDD", "−5,000000e-1", "1,5k",
        ])
    #expect(
        try dates(.esES, specifiers) == [
            "ene. 2024", "enero", "mar martes", "09/01/2024", "15:04:05",
            "martes,  9 de enero de 2024, 15:04:05", "PM", "9 ene.",
        ])
}

@Test func theUnitedStatesWriteTheirNumbersAndDates() throws {
    #expect(
        try texts(.enUS, numbers) == [
            "1,234.5", "−1,234", "1,234,567", "14.2%", "−$1,234.50", "$9", "1.4M", "12.3K",
            "3.4 billion", "107,965 MDD", "−5.000000e-1", "1.5k",
        ])
    #expect(
        try dates(.enUS, specifiers) == [
            "Jan 2024", "January", "Tue Tuesday", "1/9/2024", "3:04:05 PM",
            "1/9/2024, 3:04:05 PM", "PM", "9 Jan",
        ])
}

@Test func fourDigitsAreGroupedInSpainAsInD3() throws {
    #expect(
        try texts(.esES, [(",d", 1000), (",d", 9999), ("d", 1000)]) == ["1.000", "9.999", "1000"])
}

@Test func otherTagsAreRefused() {
    for tag in ["", "es", "es_MX", "fr-FR", "es-MX ", "-"] {
        #expect(DeckLocale(tag: tag) == nil, "\(tag)")
    }
}
