import Testing

/// Texts that are there and say nothing.
@Test(arguments: ["''", "' '", "\"\\u00a0\"", "\"\\u200b\"", "\"{{t}}\""])
func whatHasToSaySomethingMayNotBeBlank(blank: String) throws {
    let values = "  t: SELECT ' '"
    let alt = try findings(deckFile(body: "{ alt: \(blank), text: a }", values: values))
    #expect(alt.count == 1 && alt[0].contains("the alternative text is empty"), "\(alt)")
    let title = try findings(
        deckFile(body: "{ text: a }", values: values).replacing(
            "title: A page", with: "title: \(blank)"))
    #expect(title.count == 1 && title[0].contains("the slide has an empty title"), "\(title)")
    // A heading says nothing by being left out.
    #expect(try findings(deckFile(body: "{ heading: \(blank), text: a }", values: values)) == [])
}

@Test(arguments: [
    "{ space: 20 }", "{ columns: [{ space: 20 }, { text: a }] }",
    "{ columns: [{ stack: [{ space: 20 }] }, { text: a }] }", "{ stack: [{ space: 20 }] }",
])
func roomMayBeKeptFree(body: String) throws {
    #expect(try findings(deckFile(body: body)) == [])
}

@Test func aChartWithoutAnythingToShowIsToldOnce() throws {
    let body = """
        { chart: { mark: bar, data: "SELECT 'k' AS a, 0 AS b", x: { field: a, axis: false }, y: { field: b, axis: false }, labels: none } }
        """
    let found = try findings(deckFile(body: body))
    #expect(found.count == 1 && found[0].contains("warning: the chart shows nothing"), "\(found)")
}

@Test func aFootWithoutANoteHasRoomForALongName() throws {
    let name = "organisation: Secretaría de Economía y Comercio Exterior"
    let yaml = deckFile(body: "{ text: a }").replacing("organisation: House", with: name)
    #expect(try findings(yaml) == [])
    let noted = deckFile(body: "{ text: a }", slide: "    note: \"Note: a\"")
        .replacing("organisation: House", with: name)
    #expect(try findings(noted).contains { $0.contains("at the page's foot") })
}
