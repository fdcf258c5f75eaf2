import Deck
import Diagnostics
import Files
import Graphics
import JSON
import Publishing
import TestSupport
import Testing

/// The small deck of the fixtures, laid out with a ruler.
private func small() throws -> (deck: Deck, scenes: [Scene]) {
    let deck = try Deck.load(
        from: SourceFolder(path: "\(repositoryRoot)/Tests/Fixtures/small"),
        resources: try Resources(path: repositoryRoot))
    return (deck, deck.pages.map { $0.scene(measuring: FixedMeasurer()).0 })
}

private func report(_ pages: [Int]? = nil) throws -> [Substring] {
    let (deck, scenes) = try small()
    let chosen = pages ?? Array(deck.pages.indices)
    let report = RunReport(
        deck: deck, pages: chosen.map { ($0, scenes[$0]) }, findings: Diagnostics())
    return report.json.lines.split(separator: "\n")
}

@Test func aReportNamesInputsValuesQueriesPagesAndFigures() throws {
    let lines = try report()
    for part in [
        #""period": "2024-T1""#,
        #"{"path":"data/sales.csv","origin":"deck","bytes":"#,
        #"{"path":"Maps/mexico-states.geojson","origin":"program","bytes":"#,
        #"{"name":"sales","file":"data/sales.csv"}"#,
        #""name":"share","value":"#, #""format":".0%""#,
        // The value as it stands in a text, and a cell that a chart prints.
        #""page":"words","element":"","name":"total","#,
    ] {
        #expect(lines.contains { $0.contains(part) }, "\(part)")
    }
    #expect(lines.count { $0.contains(#""layout":""#) } == 5)
}

@Test func aReportHoldsThePagesThatWereRendered() throws {
    let lines = try report([1])
    #expect(lines.count { $0.contains(#""layout":""#) } == 1)
    #expect(lines.contains { $0.contains(#""page":"words""#) })
    #expect(!lines.contains { $0.contains(#""page":"figures""#) })
}

@Test func reportsAreTheSameAgain() throws {
    #expect(try report() == report())
}

@Test func aReportKnowsNoFolder() throws {
    #expect(try !report().contains { $0.contains(repositoryRoot) })
}

// MARK: - Explanations

@Test func aValueIsExplainedByItsQueryRowsAndFiles() throws {
    let (deck, scenes) = try small()
    let text = try #require(Explanation(of: "total", in: deck, scenes)).text
    #expect(text.hasPrefix("total = "))
    for part in [
        "derived", "on words", "SELECT sum(units), 'derived' AS status FROM sales",
        "gives sum(units) | status", "from data/sales.csv, ", "SHA-256 ",
    ] {
        #expect(text.contains(part), "\(part)")
    }
}

@Test func pagesAreExplainedByIdAndByNumber() throws {
    let (deck, scenes) = try small()
    let byNumber = try #require(Explanation(of: "2", in: deck, scenes))
    let byName = try #require(Explanation(of: "words", in: deck, scenes))
    let figures = { (text: String) in
        text.split(separator: "\n").filter { $0.contains(" · on words") }
    }
    #expect(figures(byNumber.text) == figures(byName.text) && !figures(byName.text).isEmpty)
    #expect(Explanation(of: "nothing", in: deck, scenes) == nil)
    #expect(Explanation(of: "99", in: deck, scenes) == nil)
    #expect(Explanation(of: "-1", in: deck, scenes) == nil)
}

@Test func namesAreThoseThatCanBeExplained() throws {
    let (deck, scenes) = try small()
    let names = Explanation.names(in: deck)
    #expect(names.contains("total") && names.contains("words"))
    for name in names { #expect(Explanation(of: name, in: deck, scenes) != nil, "\(name)") }
}
