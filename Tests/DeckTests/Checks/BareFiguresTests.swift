import Diagnostics
import Testing

@testable import Deck

@Test(arguments: [
    ("37 plantas en 12 estados", ["37", "12"]),
    ("creció 11.9%, a 1,374,055.", ["11.9", "1,374,055"]),
    ("1er Semestre 2024", ["1er", "2024"]), ("CO2, H2 y G-20", ["20"]), ("sin cifras", []),
    ("30 y otra vez 30", ["30"]), ("", []), ("2020- junio", ["2020"]), ("3.", ["3"]),
    ("en 2 millón", ["2"]), ("16:9", ["16:9"]), ("½ y ٣", ["½", "٣"]),
])
func figuresBeginWithADigit(text: String, figures: [String]) {
    #expect(BareFigures(allowing: []).figures(in: text) == figures)
}

@Test func literalsCoverWholeFigures() {
    let figures = BareFigures(allowing: ["30 años", "T-MEC 2", "", "1"])
    #expect(figures.figures(in: "30 años, 30 meses, 300 años, 1, 11") == ["30", "300", "11"])
    #expect(figures.figures(in: "30 años y 130 años") == ["130"])
}

@Test func onlyBareFiguresOfTextsAreTold() throws {
    let yaml = deckFile(
        body:
            "{ figure: { value: \"{{all}}\", label: \"of **40** {{all|up 3 days|down 5 days}} in {{period}}, 5 days\", bar: \"1\" } }",
        values: "  all: SELECT 7"
    ).replacing("slides:", with: "literals: [\"5 days\"]\nslides:")
    let deck = try TestDeck(yaml).load()
    #expect(
        deck.lints.all.map(\.message) == [
            "the figure “40” in a text follows no data", "the figure “3” in a text follows no data",
        ])
    #expect(deck.warnings.all.isEmpty)
}
