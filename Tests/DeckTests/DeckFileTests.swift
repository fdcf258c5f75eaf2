import Deck
import Diagnostics
import Graphics
import Scales
import Tables
import Testing

private let head = "title: A test\nlanguage: en-US\n"
private let slides = "slides:\n  - { id: a, title: A, body: { text: a } }\n"

private func load(_ rest: String) throws -> Deck {
    let deck = try TestDeck(head + rest + slides)
    return try deck.load()
}

@Test(arguments: [
    ("", Size(960, 540)), ("page: \"16:9\"\n", Size(960, 540)), ("page: \"4:3\"\n", Size(960, 720)),
    ("page: { width: 400, height: 300 }\n", Size(400, 300)),
])
func aPageHasTheSizeThatItsDeckSays(page: String, size: Size) throws {
    #expect(try load("period: \"2024\"\n" + page).pages.map(\.size) == [size])
}

@Test(arguments: [
    ("2024", CalendarDay("2024-12-31")), ("2024-S1", CalendarDay("2024-06-30")),
    ("2024-T1", CalendarDay("2024-03-31")), ("2024-02", CalendarDay("2024-02-29")),
])
func aDecksDateIsTheEndOfItsPeriod(period: String, day: CalendarDay?) throws {
    #expect(try load("period: \"\(period)\"\n").date == day)
    #expect(
        try load("period: \"\(period)\"\ndate: 2025-01-15\n").date == CalendarDay("2025-01-15"))
}

@Test func aDeckSaysWhatItIs() throws {
    let deck = try load("period: 2024-S1\nsubject: s\nkeywords: k\norganisation: o\n")
    #expect(deck.title == "A test" && deck.organisation == "o")
    #expect(deck.subject == "s" && deck.keywords == "k")
    #expect(deck.locale.tag == "en-US")
    #expect(deck.pages.map(\.id) == ["a"] && deck.pages.map(\.title) == ["A"])
    #expect(deck.warnings.all.isEmpty)
}

@Test(arguments: [
    ("", "deck.yaml:1:1: error: a deck needs a key “period”"),
    ("period: \"2024\"\ndate: June\n", "deck.yaml:4:7: error: “June” is not a date"),
    ("period: \"2024\"\ndate: 2023-02-29\n", "deck.yaml:4:7: error: “2023-02-29” is not a date"),
    ("period: \"2024\"\npage: A3\n", "deck.yaml:4:7: error: there is no page size “A3”"),
    (
        "period: \"2024\"\npage: { width: 1, height: 300 }\n",
        "deck.yaml:4:16: error: “width” is from 320.0 to 4000.0, not 1.0"
    ),
    ("period: \"2024\"\ntables: [a]\n", "deck.yaml:4:9: error: “tables” is a mapping, not a list"),
    (
        "period: \"2024\"\ntables: { a: { file: a.csv, columns: { b: float } } }\n",
        "deck.yaml:4:43: error: a column is text, integer, number, date, not “float”"
    ),
])
func aWrongHeadIsTold(rest: String, finding: String) throws {
    let found = try findings(head + rest + slides)
    #expect(found.contains { $0.hasPrefix(finding) }, "\(found)")
}

@Test func aWrongPeriodHasNoEchoes() throws {
    let found = try findings(
        head + "period: 2024-S3\nslides:\n  - { id: a, title: \"{{period}}\", body: { text: a } }\n"
    )
    #expect(
        found == [
            "deck.yaml:3:9: error: “2024-S3” is not a period\n"
                + "  hint: write 2024, 2024-S1, 2024-T2 (or Q2), 2024-06, or 2024-01/2024-05"
        ])
}

@Test(arguments: ["slides: []\n", "slides: 5\n", "slides:\n", ""])
func aDeckHasSlides(slides: String) throws {
    #expect(!(try findings(head + "period: \"2024\"\n" + slides)).isEmpty)
}

@Test func aSlideIsToldWhatItLacks() throws {
    let found = try findings(head + "period: \"2024\"\nslides:\n  - { subtitle: a }\n  - text\n")
    for words in [
        "deck.yaml:5:5: error: a slide needs a key “id”",
        "deck.yaml:5:5: error: a slide needs a key “title”",
        "deck.yaml:5:5: error: a content slide needs a body",
        "deck.yaml:6:5: error: a slide is a mapping of keys, not text",
    ] {
        #expect(found.contains(words), "\(found)")
    }
}

@Test func aCoverHasNoBody() throws {
    let found = try findings(
        head
            + "period: \"2024\"\nslides:\n  - { id: a, form: cover, title: A, body: { text: a } }\n"
    )
    #expect(found.count == 1 && found[0].contains("a cover has no body"))
}

@Test func aBlockShowsOneThing() throws {
    let found = try findings(deckFile(body: "{ text: a, banner: b }"))
    #expect(found.count == 1 && found[0].contains("a block shows one thing, this one 2"))
    let none = try findings(deckFile(body: "{ heading: a }"))
    #expect(none.count == 1 && none[0].contains("the block says nothing to show"))
}
