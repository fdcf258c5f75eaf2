import Deck
import Tables
import Testing

private func moved(_ text: String, to period: String = "2024-S2") throws -> String {
    let bytes = try Deck.file(
        Array(text.utf8), named: "deck.yaml", movedTo: try #require(Period(period)))
    return String(decoding: bytes, as: UTF8.self)
}

@Test(arguments: [
    ("title: a\nperiod: 2024-S1 # now\nx: 1\n", "title: a\nperiod: 2024-S2 # now\nx: 1\n"),
    ("period: \"2024-S1\"\n", "period: \"2024-S2\"\n"), ("{period: 2024}", "{period: 2024-S2}"),
    ("\u{FEFF}título: ñ\nperiod:    2023-06", "\u{FEFF}título: ñ\nperiod:    2024-S2"),
    ("{ título: ñandú, period: '2024' }\r\n", "{ título: ñandú, period: '2024-S2' }\r\n"),
])
func onlyThePeriodChanges(text: String, expected: String) throws {
    #expect(try moved(text) == expected)
}

@Test func aRangeIsWrittenWhole() throws {
    #expect(try moved("period: 2024-S1\n", to: "2024-01/2024-09") == "period: 2024-01/2024-09\n")
}

@Test(arguments: [
    "title: a\n", "period: [1]\n", "period: |\n  2024-S1\n", "- a\n", "period: \"2024\\x2dS1\"",
])
func aPeriodThatCannotBeMovedIsAnError(text: String) {
    #expect(throws: (any Error).self) { try moved(text) }
}
