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
