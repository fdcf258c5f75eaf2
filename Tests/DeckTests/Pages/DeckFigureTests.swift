import Charts
import Deck
import Diagnostics
import Graphics
import TestSupport
import Testing

private let yaml = deckFile(
    body: """
        { columns: [
            { id: bars, heading: Sales, panel: panel, chart: { mark: bar, data: "SELECT 'a' AS k, 3 AS v UNION ALL SELECT 'b', 5", x: v, y: k } },
            { id: words, text: "{{n}} cars" }, { text: nameless }
          ] }
        """, values: "  n: SELECT 8")

@Test func aBlockWithANameStandsAlone() throws {
    let deck = try TestDeck(yaml).load()
    #expect(deck.figures.map(\.id) == ["bars", "words"])
    let alone = try #require(deck.alone("bars", .init(Size(300, 150))))
    #expect(alone.pages.map(\.id) == ["bars"] && alone.title == "Sales")
    let (scene, findings) = alone.pages[0].scene(measuring: FixedMeasurer())
    #expect(findings.all.isEmpty && scene.size == Size(300, 150))
    let texts = scene.texts.map(\.text)
    #expect(texts.first == "Sales" && texts.contains("5") && !texts.contains("nameless"))
    // Its heading is the page's title, and what it shows is told in words.
    #expect(scene.dump.contains("heading1") && !scene.alternatives.isEmpty)
    // Laid out anew rather than made smaller.
    let wide = try #require(deck.alone("bars", .init(Size(900, 150))))
    #expect(wide.pages[0].scene(measuring: FixedMeasurer()).0.extents.width > 600)
    #expect(deck.alone("nameless", .init(Size(300, 150))) == nil)
}

@Test func onlyTheFiguresOfTheBlockAreItsLineage() throws {
    let alone = try #require(try TestDeck(yaml).load().alone("words", .init(Size(300, 150))))
    #expect(alone.lineage.figures.map(\.name) == ["n"])
    #expect(alone.lineage.figures.map(\.page) == ["words"])
}

extension Scene {
    fileprivate var extents: Size { items.extents()?.size ?? Size(0, 0) }
}

private let marked = deckFile(
    body: """
        { columns: [
            { id: bars, heading: Sales, chart: { mark: bar, data: "SELECT 'a' AS k, 3 AS v, 'derived' AS status UNION ALL SELECT 'b', 5, 'official'", x: v, y: k } },
            { id: plain, heading: Other, chart: { mark: bar, data: "SELECT 'a' AS k, 3 AS v UNION ALL SELECT 'b', 5", x: v, y: k } },
            { id: words, text: "{{n}} cars" }
          ] }
        """, slide: "    footnotes: { derived: \"* Ours.\" }",
    values: "  n: SELECT 8, 'derived' AS status")

@Test func aFigureAloneExplainsItsOwnMarks() throws {
    let deck = try TestDeck(marked).load()
    func texts(_ id: String, _ size: Size = Size(300, 150)) throws -> [String] {
        let page = try #require(deck.alone(id, .init(size))?.pages.first)
        let (scene, findings) = page.scene(measuring: FixedMeasurer())
        #expect(findings.all.isEmpty)
        return scene.texts.map(\.text)
    }
    #expect(try texts("bars").last == "* Ours." && texts("words").last == "* Ours.")
    #expect(try !texts("plain").contains("* Ours."))
}

@Test func aFigureMayStandWithoutItsHeading() throws {
    let deck = try TestDeck(marked).load()
    let size = Size(300, 150)
    let bare = try #require(deck.alone("bars", .init(size, isHeaded: false))?.pages.first)
    let scene = bare.scene(measuring: FixedMeasurer()).0
    #expect(!scene.texts.map(\.text).contains("Sales") && scene.title == "Sales")
    #expect(!scene.alternatives.isEmpty)
}

@Test func aFigureAloneHasLabelsAsOneWishes() throws {
    let deck = try TestDeck(
        deckFile(
            body: """
                { id: line, chart: { mark: line, labels: all, y: v, x: k, data: \
                "SELECT 2020 AS k, 31 AS v UNION ALL SELECT 2021, 57 UNION ALL SELECT 2022, 42 UNION ALL SELECT 2023, 48" } }
                """)
    ).load()
    func figures(_ labels: LabelOptions.Which?) throws -> [String] {
        let page = try #require(
            deck.alone("line", .init(Size(400, 200), labels: labels))?.pages.first)
        let texts = page.scene(measuring: FixedMeasurer()).0.texts.map(\.text)
        return ["31", "57", "42", "48"].filter(texts.contains)
    }
    #expect(try figures(nil) == ["31", "57", "42", "48"])
    #expect(
        try figures(.extremes) == ["31", "57", "48"] && figures(LabelOptions.Which.none).isEmpty)
}

@Test func whatMarksMeanMayBeSaidElsewhere() throws {
    let deck = try TestDeck(marked).load()
    for (id, aside) in [("bars", "* Ours."), ("words", "* Ours."), ("plain", "")] {
        let setting = DeckFigure.Setting(Size(300, 150), isNoted: false)
        let page = try #require(deck.alone(id, setting)?.pages.first)
        let scene = page.scene(measuring: FixedMeasurer()).0
        #expect(!scene.texts.map(\.text).contains("* Ours.") && scene.aside == aside)
    }
    let noted = try #require(deck.alone("bars", .init(Size(300, 150)))?.pages.first)
    #expect(noted.scene(measuring: FixedMeasurer()).0.aside.isEmpty)
}
