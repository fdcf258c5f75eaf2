import Diagnostics
import Rendering
import TestSupport
import Testing

@Suite struct FontSetTests {
    @Test func theFamiliesAndWeightsOfTheFilesAreFound() throws {
        let fonts = try testFonts
        #expect(fonts.families == ["Inter"])
        #expect(fonts.weights["Inter"] == [400, 500, 600, 700, 800])
        #expect(fonts.problems(family: "Inter", weights: [400, 800]).isEmpty)
    }

    @Test func aMissingFamilyIsOneProblemWithAGuess() throws {
        let fonts = try testFonts
        let problems = fonts.problems(
            family: "Intr", weights: [400, 700], at: .init(file: "theme.yaml", line: 3))
        #expect(problems.count == 1)
        #expect(problems.first?.kind == .unavailable)
        #expect(
            problems.first?.description == """
                theme.yaml:3: error: there is no font family “Intr”
                  hint: did you mean “Inter”?
                """)
        #expect(
            try testFonts.problems(family: "Helvetica Neue", weights: []).first?.hint
                == "the families are Inter")
    }

    @Test func eachMissingWeightIsAProblem() throws {
        let problems = try testFonts.problems(family: "Inter", weights: [300, 400, 900])
        #expect(
            problems.map(\.message) == [
                "the font family “Inter” has no weight 300",
                "the font family “Inter” has no weight 900",
            ])
    }

    @Test func aFileThatIsMissingOrNoFontIsUnavailable() throws {
        for path in ["/nowhere/A.otf", "/dev/null", "/"] {
            let error = #expect(throws: Diagnostic.self) { try FontSet(files: [path]) }
            #expect(error?.kind == .unavailable)
            #expect(error?.message == "\(path) cannot be read as a font")
        }
    }

    @Test func noFontsAtAllAreASetThatHasNothing() throws {
        let fonts = try FontSet(files: [])
        #expect(fonts.families.isEmpty)
        #expect(
            fonts.problems(family: "Inter", weights: [400]).first?.hint
                == "there are no fonts at all")
    }

    @Test func setsOfTheSameFilesAreEqual() throws {
        let files = try testFonts.files
        #expect(try FontSet(files: files) == testFonts)
        #expect(try FontSet(files: Array(files.dropLast())) != testFonts)
    }
}
