import Layout
import Scales
import Testing

@testable import Deck

@Test(arguments: DeckLocale.supportedTags)
func everyMarkButTheRoundOneHasASentenceInEveryLanguage(tag: String) throws {
    let locale = try #require(DeckLocale(tag: tag))
    let words = Words(languageCode: locale.languageCode)
    for mark in FootnoteMark.allCases where mark != .rounded {
        // A hollow diamond is explained in the chart itself.
        let sentence = words.gaps[mark] == nil ? words.footnotes[mark] : words.noData([mark])
        #expect(sentence?.hasSuffix(".") == true, "\(mark) in \(tag)")
    }
    #expect(words.noData([.missing]).hasPrefix(words.missing))
    #expect(words.footnotes[.derived]?.hasPrefix("*") == true)
}

@Test(arguments: [("en-US", "n/a", "1st Half 2024"), ("es-MX", "n.d.", "1er Semestre 2024")])
func aPageSpeaksItsDecksLanguage(language: String, missing: String, period: String) throws {
    let words = try scene(
        deckFile(
            body: "{ text: \"{{v}} {{n:,.1f}}\" }",
            values: "  v: SELECT NULL\n  n: SELECT 1234.5", language: language)
    ).words
    #expect(words.contains("\(missing) 1,234.5"))
    #expect(words.contains("House · \(period)"))
}

@Test func signsForUnknownFiguresShareASentence() {
    let words = Words(languageCode: "es")
    #expect(words.noData([.missing]) == "n.d.: sin dato.")
    #expect(words.noData([.interrupted]) == "Línea interrumpida: sin dato.")
    #expect(words.noData([.bridged, .missing]) == "Línea punteada y n.d.: sin dato.")
    #expect(
        words.noData([.bridged, .interrupted, .missing])
            == "Línea punteada, línea interrumpida y n.d.: sin dato.")
}
