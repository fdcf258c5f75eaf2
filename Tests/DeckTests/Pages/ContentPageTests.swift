import Deck
import Testing

/// The lines of note and source on a page that prints a missing and a calculated figure.
private func notes(_ slide: String, body: String = "{ text: \"{{m}} {{d}}\" }") throws -> [String] {
    let words = try scene(
        deckFile(
            body: body, slide: slide,
            values: "  m: SELECT NULL\n  d: SELECT 5, 'derived' AS status")
    ).words
    // Title and body before, the running line after.
    return Array(words.drop { $0 != "1" }.dropFirst(2))
}

@Test func marksAreExplainedOfThemselves() throws {
    #expect(try notes("") == ["Note: n/a: no data. * Calculated."])
    #expect(try notes("    source: From us.") == ["Note: n/a: no data. * Calculated.", "From us."])
}

@Test func aNoteComesBeforeTheMarks() throws {
    #expect(try notes("    note: \"Note: look.\"") == ["Note: look. n/a: no data. * Calculated."])
}

@Test func aSentenceOfTheDeckReplacesTheUsualOne() throws {
    #expect(
        try notes("    footnotes: { derived: \"* Our sum.\" }") == [
            "Note: n/a: no data. * Our sum."
        ])
}

@Test func anEmptySentenceIsSilent() throws {
    #expect(try notes("    footnotes: { missing: \"\" }") == ["* Calculated."])
    #expect(try notes("    footnotes: { missing: \"\", derived: \"\" }") == [])
}

@Test func aPageWithoutMarksHasNoNote() throws {
    #expect(try notes("", body: "{ text: a }") == [])
}

@Test func marksAreExplainedInOneOrder() throws {
    let words = try scene(
        deckFile(
            body: "{ text: \"{{e}} {{p}} {{m}} {{d}}\" }",
            values: """
                  m: SELECT NULL
                  d: SELECT 5, 'derived' AS status
                  e: SELECT 5, 'estimated' AS status
                  p: SELECT 5, 'preliminary' AS status
                """)
    ).words
    #expect(
        words.last == "Note: n/a: no data. ᵖ Preliminary. ᵉ Estimated. * Calculated.")
}

@Test func theFooterNamesHousePeriodAndPage() throws {
    let deck = try TestDeck(
        deckFile(body: "{ text: a }") + "  - { id: next, title: B, body: { text: b } }\n")
    let scenes = try deck.scenes()
    #expect(scenes.map { $0.words.contains("House · 1st Half 2024") } == [true, true])
    #expect(scenes.map { $0.words.contains("2") } == [false, true])
}

@Test func anUnknownFootnoteIsTold() throws {
    let found = try findings(
        deckFile(body: "{ text: a }", slide: "    footnotes: { mising: x }"))
    #expect(
        found == [
            "deck.yaml:9:18: error: there is no footnote “mising”\n"
                + "  hint: did you mean “missing”?"
        ])
}

@Test func aNoteOfManyLinesIsRefused() throws {
    let long = String(repeating: "so many words ", count: 60)
    let found = try findings(deckFile(body: "{ text: a }", slide: "    note: \(long)"))
    #expect(found.contains { $0.contains("note and source") || $0.contains("does not fit") })
}

@Test func aTitleOfTwoLinesIsRefused() throws {
    let long = String(repeating: "words ", count: 30)
    let file = deckFile(body: "{ text: a }").replacing("title: A page", with: "title: \(long)")
    #expect(try findings(file).contains { $0.contains("text does not fit") })
}
