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

@Test func otherTagsAreRefused() {
    for tag in ["", "es", "es_MX", "fr-FR", "es-MX ", "-"] {
        #expect(DeckLocale(tag: tag) == nil, "\(tag)")
    }
}
