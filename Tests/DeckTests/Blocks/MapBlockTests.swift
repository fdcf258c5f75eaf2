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

@Test func signsStandAtThePlacesOfOneKind() throws {
    let rows = [
        "('Saltillo', 'a', -101.0, 25.4)", "('', 'b', -103.4, 25.5)",
        "('Toluca', 'a', -99.66, 19.29)", "('Toluca 2', 'b', -99.66, 19.29)",
    ].joined(separator: ", ")
    let pins = { (signs: String) in
        map(
            ", pins: { \(signs) glyphs: { a: { shape: square }, b: { shape: star } }, "
                + "data: \"WITH p(text, glyphs, lon, lat) AS (VALUES \(rows)) SELECT * FROM p\" }")
    }
    let (beside, at) = (try scene(pins("")), try scene(pins("signs: place,")))
    // Before names, each of the two kinds twice; at places only where there is one kind.
    #expect(beside.words.contains { $0.contains("Saltillo") })
    #expect(at.words.contains { $0.contains("Saltillo") })
    #expect(at != beside)
    // Saltillo and the nameless star have no dot; Toluca keeps its own.
    let dots = { (page: Scene) in page.dump.split(separator: "\n").count { $0.contains(" 1.1 ") } }
    #expect(dots(beside) == 3 && dots(at) == 1)
}

@Test(arguments: [
    (", regions: { data: \"SELECT '99' AS key, 1 AS value\" }", "has inegi “99”"),
    (
        ", regions: { data: \"SELECT '09' AS key, 'pink' AS color\" }",
        "“pink” is not a colour's role"
    ),
    (", regions: { data: \"SELECT '09' AS k, 1 AS value\" }", "the query gives no column “key”"),
    (
        ", labels: { data: \"SELECT '09' AS key, 'a' AS text, 'x' AS lon, 1 AS lat\" }",
        "“x” in column “lon” is text, not a number"
    ),
    (", labels: { data: \"SELECT '99' AS key, 1 AS text\" }", "no region “99” to label"),
    (
        ", labels: { data: \"SELECT '09' AS key, 1 AS text\", nudges: { \"10\": [1, 2] } }",
        "there is no region “10” to nudge"
    ),
    (
        ", labels: { data: \"SELECT '09' AS key, 1 AS text\", nudges: { \"09\": [1] } }",
        "a nudge is two numbers"
    ),
    (", pins: { data: \"SELECT 'a' AS text, 1 AS lon, NULL AS lat\" }", "“a” has no place"),
    (
        ", pins: { data: \"SELECT 'a' AS text, -99 AS lon, 19 AS lat, 'x' AS glyphs\" }",
        "there is no glyph “x”"
    ),
    (", pins: { data: \"SELECT 'a' AS text, 10 AS lon, 50 AS lat\" }", "is not on the map"),
    (", insets: [{ center: [10, 150], size: [50, 50] }]", "not on the map"),
    (", insets: [{ magnify: 3 }]", "an inset shows either “places” or what is around"),
    (
        ", insets: [{ places: \"SELECT 1 AS lon, 2 AS lat WHERE 0\" }]",
        "the inset shows no places"
    ),
    (", legend: true", "the legend has nothing to explain"),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value\", scale: { domain: [0, 4] } }",
        "5 lies outside of the domain"
    ),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value\", scale: { type: threshold } }",
        "a threshold scale needs its breaks"
    ),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value\", scale: { domain: [4, 0] } }",
        "a domain is numbers that rise"
    ),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value\", scale: { range: [pink] } }",
        "“pink” is not a colour's role"
    ),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value UNION ALL SELECT '09', 6\" }",
        "the region “09” has two rows"
    ),
    (", symbols: { data: \"SELECT '09' AS key, -1 AS value\" }", "no area is negative"),
    (", symbols: { data: \"SELECT 3 AS value\" }", "the symbol “” has no place"),
    (
        ", symbols: { data: \"SELECT '99' AS key, 1 AS value\" }", "no region “99” for a symbol"
    ),
    (
        ", symbols: { data: \"SELECT 'a' AS name, 500 AS lon, 19 AS lat, 1 AS value\" }",
        "the symbol “a” is not on the map"
    ),
    (
        """
        , regions: { dissolve: true, data: "SELECT '09' AS key, 'x' AS region, 3 AS value
        UNION ALL VALUES ('15', 'x', 4)" }
        """, "the region “x” has two fills"
    ),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value\", scale: { range: [c1] } }",
        "a range has two colours or more"
    ),
    (
        ", regions: { data: \"SELECT '09' AS key, 5 AS value\", scale: { pivot: 3 } }",
        "“pivot” is for scales of type diverging"
    ),
    (", rest-only: \"SELECT '09' AS key UNION ALL VALUES ('XX')\"", "has inegi “XX”"),
    (", rest: hidden", "the map shows no land in its frame"),
    (", graticule: 0", "a graticule has a line every 1 to 90 degrees"),
    (", nouns: { pins: planta }", "a noun is two words"),
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

@Test func aKeyThatSeveralRegionsShareIsRefused() throws {
    let found = try findings(
        deckFile(
            body: """
                { map: { boundaries: world-countries, key: cont, projection: world,
                regions: { data: "SELECT 'EU' AS key, 1 AS value" } } }
                """))
    #expect(found.count == 1)
    #expect(found.first?.contains("regions of “world-countries” have cont “EU”") == true)
}

@Test func theLegendExplainsEveryLayer() throws {
    let page = try scene(
        map(
            """
            , legend: true, regions: [
            { data: "SELECT '09' AS key, 5 AS value UNION ALL VALUES ('19', 8)" },
            { data: "SELECT '15' AS key, 'north' AS category UNION ALL VALUES ('14', 'south')" }]
            """))
    for word in ["5", "8", "north", "south"] { #expect(page.words.contains(word), "\(word)") }
}

@Test func aWordNamesAProjection() throws {
    let body = { (name: String) in
        deckFile(body: "{ map: { boundaries: mexico-states, projection: \(name) } }")
    }
    #expect(try findings(body("mexico")).isEmpty)
    let found = try findings(body("mexiko"))
    #expect(found.count == 1 && found.first?.contains("did you mean “mexico”?") == true)
}

@Test func classesAreExplainedWithRangesThatDoNotOverlap() throws {
    let page = try scene(
        map(
            """
            , regions: { data: "SELECT '09' AS key, 50 AS value UNION ALL VALUES ('19', 150), ('14', 700)",
            scale: { type: threshold, domain: [100, 500] } }, legend: { title: units }
            """))
    #expect(page.words.contains("units"))
    for range in ["50 to 99", "100 to 499", "500 to 700"] {
        #expect(page.words.contains(range), "\(page.words)")
    }
}

@Test func labelsAndPinsFindTheirPlaces() throws {
    let page = try scene(
        map(
            """
            , regions: { data: "SELECT '09' AS key, 50 AS value UNION ALL VALUES ('08', 150)" },
            labels: { format: ",", data: "SELECT '08' AS key, 'North' AS heading, 1500 AS text" },
            pins: { data: "SELECT 'Puebla' AS text, 'VW' AS detail, -98.21 AS lon, 19.04 AS lat" }
            """))
    #expect(page.words.contains("North") && page.words.contains("1,500"))
    #expect(page.words.contains { $0.hasPrefix("Puebla") })
    #expect(page.overlappingTexts.isEmpty)
}

@Test func aNudgeMovesALabel() throws {
    let place = { (nudge: String) in
        try scene(
            map(
                """
                , pins: { data: "SELECT 'a' AS id, 'Puebla' AS text, -98.21 AS lon, 19.04 AS lat"\(nudge) }
                """)
        ).dump
    }
    #expect(try place("") != place(", nudges: { a: [10, 20] }"))
}

@Test func aMapIsToldInWords() throws {
    let page = try scene(
        map(
            """
            , rest: no-data, nouns: { regions: [state, states] },
            regions: { data: "SELECT '09' AS key, 50 AS value UNION ALL VALUES ('19', 150)" }
            """))
    let told = page.dump
    #expect(told.contains("Nuevo León") && told.contains("150"))
}

@Test func anOutlineRunsAroundAGroup() throws {
    let lines = { (rows: String) in
        try scene(map(", outlines: { width: 2.5, data: \"\(rows)\" }")).dump
            .split(separator: "\n").filter { $0.contains(" 2.5 ") }
    }
    let apart = try lines("SELECT '09' AS key UNION ALL VALUES ('15')")
    let together = try lines("SELECT '09' AS key, 'a' AS region UNION ALL VALUES ('15', 'a')")
    #expect(apart.count == 2 && together.count == 1)
    #expect(together[0].count < apart[0].count + apart[1].count)
}
