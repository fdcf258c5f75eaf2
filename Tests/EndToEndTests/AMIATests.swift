import TestSupport
import Testing

@Test func theAMIADeckHasFourteenPagesAndNoProblem() throws {
    let workplace = try Workplace()
    let outcome = try workplace.lamina("check", "\(repositoryRoot)/Decks/amia", "--strict", in: "/")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "14 pages, no problems\n")
    #expect(outcome.errors == "")
}

@Test(.enabled(if: Tool("pdfinfo").isInstalled))
func theAMIADocumentSaysWhatItIs() throws {
    let workplace = try Workplace()
    let outcome = try workplace.lamina(
        "render", "\(repositoryRoot)/Decks/amia", "-o", "out", "--format", "pdf")
    #expect(outcome.exitCode == 0)
    let info = Tool("pdfinfo").run("-isodates", workplace.absolute("out/amia.pdf"))
    #expect(info.succeeded)
    for line in [
        "Pages:           14", "Title:           AMIA: 1er Semestre 2024",
        "Author:          AMIA", "CreationDate:    2024-06-30",
    ] {
        #expect(info.output.contains(line))
    }
}
