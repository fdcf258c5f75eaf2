import Deck
import Graphics
import Testing

private func map(_ rest: String) -> String {
    deckFile(
        body: "{ id: m, map: { boundaries: mexico-states, key: inegi, projection: "
            + "{ type: conicConformal, center: [-102, 12], parallels: [17.5, 29.5] }\(rest) } }")
}

@Test func aRegionWithoutAFigureIsHatchedAndExplained() throws {
    let page = try scene(map(", regions: { data: \"SELECT '09' AS key, NULL AS value\" }"))
    #expect(page.dump.contains("hatch"))
    #expect(page.words.contains { $0.contains("n/a: no data.") })
}

@Test(arguments: [
    (", regions: { data: \"SELECT '99' AS key, 1 AS value\" }", "has inegi “99”"),
    (
        ", regions: { data: \"SELECT '09' AS key, 'pink' AS color\" }",
        "“pink” is not a colour's role"
    ),
    (", regions: { data: \"SELECT '09' AS k, 1 AS value\" }", "the query gives no column “key”"),
    (
        ", labels: { data: \"SELECT 'a' AS text, 'x' AS x, 1 AS y\" }",
        "“x” in column “x” is text, not a number"
    ),
    (", lenses: [{ center: [10, 150], frame: [0, 0, 50, 50] }]", "a lens"),
    (", lenses: [{ center: [170, 80] }]", "a lens needs a key “frame”"),
    (", regions: { dissolve: true, data: \"SELECT '09' AS key, 'land' AS color\" }", "“region”"),
])
func wrongMapsAreTold(rest: String, finding: String) throws {
    let found = try findings(map(rest))
    #expect(found.contains { $0.contains(finding) }, "\(found)")
}

@Test func anUnknownProjectionIsTold() throws {
    let found = try findings(
        deckFile(body: "{ map: { boundaries: mexico-states, projection: { type: mercato } } }"))
    #expect(found.count == 1)
    #expect(found.first?.contains("did you mean “mercator”?") == true)
}
