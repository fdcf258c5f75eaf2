import Deck
import Graphics
import Testing

private func printed(_ text: String, _ values: String, language: String = "en-US") throws -> String
{
    let lines = try scene(
        deckFile(body: "{ text: \"\(text)\" }", values: values, language: language)
    ).words
    // Before it stands the title.
    try #require(lines.count > 1)
    return lines[1]
}

@Test func figuresArePrintedInTheirFormat() throws {
    let values = """
          plain: SELECT 1234567
          share: { sql: SELECT 0.1234, format: .1% }
          name: SELECT 'Ciudad de México'
        """
    #expect(try printed("{{plain}}", values) == "1,234,567")
    #expect(try printed("{{plain:.2f}}", values) == "1234567.00")
    #expect(try printed("{{share}} {{share:.0%}}", values) == "12.3% 12%")
    #expect(try printed("en {{name}}.", values) == "en Ciudad de México.")
    #expect(try printed("{{period}}, {{organisation}}", values) == "1st Half 2024, House")
}

@Test func aCalculatedFigureBearsAStarAndItsPageSaysSo() throws {
    let file = deckFile(
        body: "{ text: \"{{v}} and {{w}}\" }",
        values: "  v: SELECT 5, 'derived' AS status\n  w: SELECT 6, 'official' AS status")
    let words = try scene(file).words
    #expect(words.contains("5* and 6"))
    #expect(words.contains("* Calculated."))
}

@Test func aStrongFigureIsSetInTheColourOfStress() throws {
    let scene = try scene(deckFile(body: "{ text: \"a **{{v}}**\" }", values: "  v: SELECT 5"))
    let runs = scene.items.flatMap(\.runs)
    let (plain, strong) = (runs.first { $0.text == "a " }, runs.first { $0.text == "5" })
    #expect(plain != nil && strong != nil)
    #expect(plain?.style.color != strong?.style.color)
    #expect(plain?.style.size == strong?.style.size)
}

@Test(arguments: [
    ("v: SELECT 1 WHERE 1 = 2", "6:6: error: the value “v” has no row"),
    ("v: SELECT 1 UNION SELECT 2", "6:6: error: the value “v” has 2 rows"),
    ("v: [SELECT 1]", "6:6: error: a value is a mapping of keys, not a list"),
    ("v: { sql: SELECT 1, fromat: d }", "6:23: error: a value has no key “fromat”"),
    ("v: { format: d }", "6:6: error: a value needs a key “sql”"),
])
func wrongValuesAreTold(value: String, finding: String) throws {
    let found = try findings(deckFile(body: "{ text: a }", values: "  \(value)"))
    #expect(found.contains { $0.hasPrefix("deck.yaml:\(finding)") }, "\(found)")
}

@Test func anUnknownFigureIsToldOnceForEachPlace() throws {
    let found = try findings(
        deckFile(body: "{ text: \"{{totl}} {{totl}}\" }", values: "  total: SELECT 1"))
    #expect(
        found == [
            "deck.yaml:10:20: error: there is no value “totl”\n  hint: did you mean “total”?",
            "deck.yaml:10:29: error: there is no value “totl”\n  hint: did you mean “total”?",
        ])
}

@Test(arguments: ["title", "subtitle", "note", "source"])
func figuresStandInEveryTextOfASlide(key: String) throws {
    var file = deckFile(body: "{ text: a }", values: "  v: SELECT 5")
    if key == "title" {
        file = file.replacing("title: A page", with: "title: \"{{v}} pages\"")
    } else {
        file += "    \(key): \"{{v}} pages\"\n"
    }
    #expect(try scene(file).words.contains("5 pages"))
}

@Test(arguments: ["title", "subtitle", "note", "source"])
func aMarkIsExplainedWhereverItStands(key: String) throws {
    for (value, sentence) in [
        ("NULL", "n/a: no data."), ("5, 'derived' AS status", "* Calculated."),
    ] {
        var file = deckFile(body: "{ text: a }", values: "  v: SELECT \(value)")
        if key == "title" {
            file = file.replacing("title: A page", with: "title: \"{{v}} pages\"")
        } else {
            file += "    \(key): \"{{v}} pages.\"\n"
        }
        let words = try scene(file).words
        #expect(words.contains { $0.contains(sentence) }, "\(words)")
    }
}

extension SceneItem {
    fileprivate var runs: [TextRun] {
        switch self {
        case .text(let line, _): line.runs
        case .group(let items, _, _), .tagged(_, let items): items.flatMap(\.runs)
        case .path, .picture: []
        }
    }
}

@Test func aRowThatIsMissingAndHasAFigureIsAnError() throws {
    let chart = """
        { chart: { mark: bar, x: v, y: n, data: "SELECT 'a' AS n, 5 AS v, 'missing' AS status" } }
        """
    let found = try findings(deckFile(body: chart))
    #expect(found.contains { $0.contains("the status missing and 5 in column “v”") }, "\(found)")
}

@Test func aPlaceholderThatIsNotClosedIsToldThoughAnotherOneFollows() throws {
    let found = try findings(
        deckFile(body: "{ text: \"{{total units, {{period}}\" }", values: "  total: SELECT 1"))
    #expect(found.contains { $0.contains("“{{” without “}}”") }, "\(found)")
    #expect(!found.contains { $0.contains("there is no value") }, "\(found)")
}

@Test func aLinkToASlideThatIsNotThereIsAnError() throws {
    let found = try findings(deckFile(body: "{ text: \"[a](#onl) [b](#only)\" }"))
    #expect(found.count == 1 && found[0].contains("a slide “onl”") && found[0].contains("“only”"))
}

@Test func linksAreTaggedAndUnderlinedLineByLine() throws {
    let deck = deckFile(
        body: "{ text: \"one [two three](https://x.mx) four\" }",
        slide: "    note: \"Note: [a](https://y.mx)\"")
    let dump = try TestDeck(deck).firstScene().dump
    #expect(dump.contains("link \"https://x.mx\"") && dump.contains("link \"https://y.mx\""))
    #expect(
        dump.contains("\"one \"") && dump.contains("\"two three\"") && dump.contains("\" four\""))
}
