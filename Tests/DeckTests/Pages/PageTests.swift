import Deck
import Graphics
import TestSupport
import Testing

@Test func aSlideOfWordsIsLaidOut() throws {
    let page = try scene(
        deckFile(
            body: """

                      stack:
                        - text: "Words, **strong words** and {{v}}."
                        - rule: true
                        - span: 1
                          bullets: [One, { text: Two, icon: check }]
                """, slide: "    subtitle: Below\n    source: From us.",
            values: "  v: SELECT 0.5, 'derived' AS status"))
    expectText(page.dump, matches: "deck-words")
}

@Test func aSlideOfFiguresIsLaidOut() throws {
    let page = try scene(
        deckFile(
            body: """

                      tiles:
                        columns: 2
                        items:
                          - { value: "{{v:.0%}}", label: of all, meter: "{{v}}" }
                          - { value: "7", unit: MDD, panel: ink, chip: { change: "{{c:+.1%}}", label: a year } }
                """, values: "  v: SELECT 0.5\n  c: SELECT -0.125"))
    expectText(page.dump, matches: "deck-figures")
}

@Test func aSlideWithAChartIsLaidOut() throws {
    let query = "SELECT 'a' AS n, 3 AS v UNION ALL SELECT 'b', NULL UNION ALL SELECT 'c', 5"
    let page = try scene(
        deckFile(
            body: """

                      heading: Things
                      unit: (pieces)
                      id: things
                      chart: { mark: bar, data: "\(query)", x: v, y: n, key: last }
                """))
    expectText(page.dump, matches: "deck-chart")
}

@Test func aDraftSaysSoAcrossEveryPage() throws {
    let yaml = deckFile(body: "{ text: a }")
    let (plain, draft) = (
        try scene(yaml), try scene(yaml.replacing("slides:", with: "draft: true\nslides:"))
    )
    #expect(Array(draft.items.dropLast()) == plain.items)
    guard case .tagged(let tag, let items)? = draft.items.last,
        case .group(let inner, let turn, nil)? = items.first,
        case .text(let line, _)? = inner.first
    else { return #expect(Bool(false), "nothing stands across the page") }
    #expect(tag.role == .artifact && line.text == "DRAFT")
    // Turned, not stretched, and within the page.
    #expect(abs(turn.a * turn.d - turn.b * turn.c - 1) < 1e-9 && turn.b < 0)
    let box = try #require(items.extents())
    #expect(Rect(origin: .zero, size: draft.size).contains(box))
    #expect(try findings(yaml.replacing("slides:", with: "draft: true\nslides:")) == [])
}

@Test(arguments: [
    ("A4", Size(841.89, 595.28)), ("Letter", Size(792, 612)), ("\"4:3\"", Size(960, 720)),
    ("\"16:9\"", Size(960, 540)), ("{ width: 500, height: 400 }", Size(500, 400)),
])
func pagesHaveTheSizesOfTheirNames(name: String, size: Size) throws {
    let yaml = deckFile(body: "{ text: a }").replacing("slides:", with: "page: \(name)\nslides:")
    let paper = try scene(yaml).paperSize
    #expect(abs(paper.width - size.width) < 0.01 && abs(paper.height - size.height) < 0.01)
}

@Test func pagesAndBlocksMayBeInAnotherLanguage() throws {
    let deck = deckFile(
        body: "{ columns: [{ text: Deux, language: fr-CA, heading: Un }, { text: Three }] }",
        slide: "    language: nah")
    let scene = try TestDeck(deck).firstScene()
    #expect(scene.language == "nah" && scene.dump.contains("section in fr-CA"))
    let found = try findings(
        deckFile(body: "{ text: A, language: \"not one\" }", slide: "    language: x"))
    #expect(found.count == 2 && found.allSatisfy { $0.contains("is not a language") }, "\(found)")
}
