import TestSupport
import Testing

@Test func helpShowsExamplesAndExitCodes() throws {
    let workplace = try Workplace()
    let help = try workplace.lamina("--help")
    #expect(help.exitCode == 0 && help.errors == "")
    for words in [
        "lamina render Decks/amia", "--pages 2,12-14", "lamina check", "Exit codes", "render",
        "check",
    ] {
        #expect(help.output.contains(words))
    }
    let render = try workplace.lamina("render", "--help")
    #expect(render.exitCode == 0)
    for option in [
        "Examples:", "--output", "--format", "--pages", "--scale", "--width", "--quiet", "--strict",
        "--resources",
    ] {
        #expect(render.output.contains(option))
    }
    let check = try workplace.lamina("check", "--help")
    #expect(check.exitCode == 0 && check.output.contains("Examples:"))
}

@Test(arguments: [
    ["render"], ["check"], ["rnder", "small"], ["render", "small", "--bogus"],
    ["check", "small", "more"], ["render", "small", "--format", "gif"],
    ["render", "small", "--format", ""], ["render", "small", "--format", "pdf,"],
    ["render", "small", "--pages", ""], ["render", "small", "--pages", "0"],
    ["render", "small", "--pages", "3-1"], ["render", "small", "--pages", "1-"],
    ["render", "small", "--pages", "-1"], ["render", "small", "--pages", "one"],
    ["render", "small", "--pages", "1-99999999999999999999"],
    ["render", "small", "--scale", "0"], ["render", "small", "--scale", "nan"],
    ["render", "small", "--scale", "inf"], ["render", "small", "--scale", "17"],
    ["render", "small", "--width", "15"], ["render", "small", "--width", "1e3"],
    ["render", "small", "--width", "16001"],
    ["render", "small", "--width", "900", "--scale", "2"],
])
func badFlagsAreUsageErrors(arguments: [String]) throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Usage: lamina"))
}

@Test(arguments: ["6", "1-6", "2,9999"])
func aPageThatIsNotThereIsAUsageError(pages: String) throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("render", "small", "-o", "out", "--pages", pages)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.hasPrefix("error: there is no page "))
    #expect(outcome.errors.hasSuffix("\n  hint: the deck has pages 1 to 5\n"))
}

@Test func aPictureBeyondAllBoundsIsRefused() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(
        "render", "small", "-o", "out", "--format", "png", "--scale", "16")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("is too large at 15360 pixels across"))
}

@Test(arguments: ["nowhere", "small/other.yaml", "small/theme", "nowhere/deck.yaml"])
func aDeckThatIsNotThereIsAMissingInput(deck: String) throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("check", deck)
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.hasPrefix("error: the f"))
    #expect(outcome.errors.contains("does not exist"))
}

@Test(arguments: ["/nowhere", "", "small"])
func resourcesWithoutFontsAndMapsAreAConfigurationError(folder: String) throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("check", "small", "--resources", folder)
    #expect(outcome.exitCode == 78)
    #expect(
        outcome.errors == """
            error: “\(folder)” holds no Fonts and Maps folders
              hint: name the folder that holds both, as the project's own root does

            """)
}

@Test func resourcesMayBeNamed() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("check", "small", "--resources", repositoryRoot)
    #expect(outcome.exitCode == 0)
}
