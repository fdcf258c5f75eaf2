import Foundation
import Testing

@Test(arguments: BrokenDeck.all)
func aBrokenDeckIsToldWithItsPlaceAndAdvice(broken: BrokenDeck) throws {
    let workplace = try Workplace.withSmallDeck()
    let edited = try workplace.edit("small/\(broken.file)", broken.found, broken.replacement)
    let outcome = try workplace.lamina("check", "small")
    let place = try place(of: broken.place, in: edited)
    var expected = "small/\(broken.file):\(place): error: \(broken.message)\n"
    if let hint = broken.hint { expected += "  hint: \(hint)\n" }
    #expect(withoutMeasures(outcome.errors) == expected)
    #expect(outcome.exitCode == broken.exitCode)
    #expect(outcome.output == "")
}

/// Messages without the points that a text needs and has: they change with the design.
private func withoutMeasures(_ text: String) -> String {
    text.replacing(/(needs?) \d+ pt of (\w+), (has|have) \d+/) { match in
        "\(match.output.1) # pt of \(match.output.2), \(match.output.3) #"
    }
}

@Test func blocksThatNeedMoreHeightAreTold() throws {
    let workplace = try Workplace.withSmallDeck()
    try workplace.edit("small/deck.yaml", "space: 4", "space: 400")
    let outcome = try workplace.lamina("check", "small")
    #expect(outcome.exitCode == 65)
    #expect(
        withoutMeasures(outcome.errors).hasPrefix(
            "small/deck.yaml:47:7: error: the blocks need # pt of height, have #\n"))
}

@Test func aFontFamilyThatIsNotThereIsNeverReplaced() throws {
    let workplace = try Workplace.withSmallDeck()
    try workplace.edit("small/theme.yaml", "font: Inter", "font: Helvetica")
    let outcome = try workplace.lamina("render", "small", "-o", "out")
    #expect(outcome.exitCode == 69)
    #expect(
        outcome.errors == """
            small/theme.yaml:2:7: error: there is no font family “Helvetica”
              hint: the families are Inter

            """)
    #expect(!FileManager.default.fileExists(atPath: workplace.absolute("out")))
}

@Test func anUnknownBlockIsTold() throws {
    let workplace = try Workplace.withSmallDeck()
    try workplace.edit("small/deck.yaml", "bullets:", "bulets:")
    let outcome = try workplace.lamina("check", "small")
    #expect(outcome.exitCode == 65)
    #expect(
        outcome.errors.contains(
            """
            small/deck.yaml:50:11: error: a block has no key “bulets”
              hint: did you mean “bullets”?

            """))
}

@Test func allMistakesOfADeckAreToldAtOnceInTheOrderOfTheirPlaces() throws {
    let workplace = try Workplace.withSmallDeck()
    for (file, found, replacement) in [
        ("deck.yaml", "organisation:", "organization:"),
        ("deck.yaml", "101 / 80.0", "101 / eighty"),
        ("deck.yaml", "bottom: \"{{period}}", "bottom: \"{{periodo}}"),
        ("deck.yaml", "{{gap}} of them", "{{gab}} of them"),
        ("deck.yaml", "icon: gear", "icon: gears"),
        ("deck.yaml", "dot.png", "point.png"),
        ("data/sales.csv", "120,official", "12O,oficial"),
        ("data/states.csv", "0.5", "0,5"),
        ("theme.yaml", "B85C00", "orange"),
    ] {
        try workplace.edit("small/\(file)", found, replacement)
    }
    let outcome = try workplace.lamina("check", "small")
    let places = outcome.errors.split(separator: "\n").filter { !$0.hasPrefix("  hint") }
        .map { $0.prefix { $0 != " " } }
    #expect(
        places == [
            "small/data/sales.csv:2:15:", "small/data/sales.csv:2:19:",
            "small/data/states.csv:2:34:", "small/deck.yaml:3:1:", "small/deck.yaml:27:10:",
            "small/deck.yaml:35:14:", "small/deck.yaml:48:46:", "small/deck.yaml:57:72:",
            "small/deck.yaml:155:28:", "small/theme.yaml:4:11:",
        ])
    // The code is that of the first.
    #expect(outcome.exitCode == 65)
}

@Test func aBrokenTableDoesNotHideOtherMistakes() throws {
    let workplace = try Workplace.withSmallDeck()
    // A table by the name of "s" is in every message's words.
    try workplace.edit("small/deck.yaml", "tables:\n", "tables:\n  s: data/none.csv\n")
    try workplace.edit("small/deck.yaml", "WHERE region = 'south'", "WHERE regon = 'south'")
    let outcome = try workplace.lamina("check", "small")
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.contains("the file `small/data/none.csv` does not exist"))
    #expect(outcome.errors.contains("no such column: regon"))
}

@Test func queriesOverABrokenTableAreNoMistakesOfTheirOwn() throws {
    let workplace = try Workplace.withSmallDeck()
    try workplace.edit("small/data/sales.csv", "120", "12O")
    let outcome = try workplace.lamina("check", "small")
    #expect(outcome.errors.split(separator: "\n").count == 2)
}

@Test(arguments: ["data/states.csv", "dot.png", "theme.yaml"])
func aLinkOutOfTheFolderIsNotFollowed(file: String) throws {
    let workplace = try Workplace.withSmallDeck()
    try workplace.write("secret", to: "secret")
    let path = workplace.absolute("small/\(file)")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: workplace.absolute("secret"))
    let outcome = try workplace.lamina("check", "small")
    #expect(outcome.exitCode == 77)
    #expect(outcome.errors.contains("error: `small/\(file)` leads out of the folder `small`\n"))
    #expect(!outcome.errors.contains("secret"))
}

@Test func aPictureThatCannotBeDecodedIsFoundByCheckToo() throws {
    let workplace = try Workplace.withSmallDeck()
    let picture = try workplace.bytes("small/dot.png")
    try workplace.write(picture.prefix(50), to: "small/dot.png")
    let place = try place(
        of: "dot.png", in: String(decoding: workplace.bytes("small/deck.yaml"), as: UTF8.self))
    for command in [["check", "small"], ["render", "small", "-o", "out", "--width", "100"]] {
        let outcome = try workplace.lamina(command)
        #expect(outcome.exitCode == 65)
        #expect(outcome.errors.hasPrefix("small/deck.yaml:\(place): error: "))
    }
}
