import Foundation
import TestSupport
import Testing

/// The pictures of the small deck.
private let pictures = [
    "png/01-opening.png", "png/02-words.png", "png/03-figures.png", "png/04-charts.png",
    "png/05-places.png",
]

// MARK: - What is written

@Test func renderWritesADocumentAndAPictureAPageAndListsThem() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("render", "small", "-o", "out")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix("out/small.pdf  5 pages, ") && lines[0].hasSuffix(" KB"))
    #expect(lines[1].hasPrefix("out/png  5 pages, ") && lines[1].hasSuffix(" KB"))
    let files = try workplace.files(in: "out")
    #expect(files.keys.sorted() == pictures + ["run.json", "small.pdf"])
    #expect(files["small.pdf"]?.starts(with: Array("%PDF-".utf8)) == true)
    for picture in pictures {
        let file = try #require(files[picture])
        #expect(try pixels(of: file) == [1920, 1080])
    }
}

@Test func theOutputFolderIsNamedAfterTheDeckByDefault() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("render", "small/deck.yaml", "--format", "pdf")
    #expect(outcome.exitCode == 0)
    #expect(
        try workplace.files(in: "Output").keys.sorted() == ["small/run.json", "small/small.pdf"])
}

@Test func quietPrintsNothing() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(
        "render", "small", "-o", "out", "--format", "pdf", "--quiet")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "" && outcome.errors == "")
}

@Test func renderSaysNothingOfItsProgressWhereNobodyWatches() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina("render", "small", "-o", "out", "--width", "100")
    #expect(outcome.errors == "")
}

@Test func renderingAgainReplacesTheFilesByTheSameBytes() throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina("render", "small", "-o", "out", "--width", "300")
    let first = try workplace.files(in: "out")
    #expect(first.count == 7)
    _ = try workplace.lamina("render", "small", "-o", "out", "--width", "300")
    #expect(try workplace.files(in: "out") == first)
}

@Test func theSurroundingsChangeNoByte() throws {
    let here = try Workplace.withSmallDeck()
    _ = try here.lamina(
        "render", "small", "-o", "out", "--width", "600",
        environment: ["TZ": "UTC", "LANG": "C", "HOME": "/"])
    let there = try Workplace.withSmallDeck()
    let outcome = try there.lamina(
        "render", there.absolute("small"), "-o", there.absolute("elsewhere/out"), "--width", "600",
        environment: [
            "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
            "LC_NUMERIC": "de_DE.UTF-8", "HOME": there.path, "COLUMNS": "40",
            "XDG_CONFIG_HOME": there.path, "XDG_DATA_DIRS": there.path,
            "FONTCONFIG_PATH": there.path,
        ], in: "/")
    #expect(outcome.exitCode == 0)
    let files = try here.files(in: "out")
    #expect(files.count == 7)
    #expect(try there.files(in: "elsewhere/out") == files)
}

@Test func aDeckThatLiesElsewhereRendersFromTheRootWithPathAlone() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(
        "render", workplace.absolute("small"), "-o", workplace.absolute("out"), "--format", "pdf",
        in: "/")
    #expect(outcome.exitCode == 0)
    #expect(try workplace.files(in: "out").keys.sorted() == ["run.json", "small.pdf"])
}

// MARK: - Options

@Test func pagesChoosesPagesAndTheirNumbersStay() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(
        "render", "small", "-o", "out", "--pages", "5,2-3,3", "--width", "100")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("out/small.pdf  3 pages, "))
    #expect(
        try workplace.files(in: "out").keys.sorted() == [
            pictures[1], pictures[2], pictures[4], "run.json", "small.pdf",
        ])
}

@Test func formatChoosesTheKindsOfFile() throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina("render", "small", "-o", "a", "--format", "pdf")
    #expect(try workplace.files(in: "a").keys.sorted() == ["run.json", "small.pdf"])
    _ = try workplace.lamina("render", "small", "-o", "b", "--format", "png", "--width", "100")
    #expect(try workplace.files(in: "b").keys.sorted() == pictures + ["run.json"])
    _ = try workplace.lamina("render", "small", "-o", "c", "--format", "png,pdf", "--width", "100")
    #expect(try workplace.files(in: "c").keys.sorted() == pictures + ["run.json", "small.pdf"])
}

@Test(arguments: [
    (["--width", "1200"], [1200, 675]), (["--scale", "1"], [960, 540]),
    (["--scale", "0.5"], [480, 270]), (["--width", "17"], [17, 10]),
])
func widthAndScaleSayHowLargePicturesAre(arguments: [String], size: [Int]) throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina(
        ["render", "small", "-o", "out", "--format", "png", "--pages", "2"] + arguments)
    #expect(try pixels(of: workplace.bytes("out/png/02-words.png")) == size)
}

@Test func theDocumentIsTheSameWhateverTheSizeOfPictures() throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina("render", "small", "-o", "a", "--width", "100")
    _ = try workplace.lamina("render", "small", "-o", "b", "--format", "pdf")
    #expect(try workplace.bytes("a/small.pdf") == workplace.bytes("b/small.pdf"))
}

@Test func checkWritesNothing() throws {
    let workplace = try Workplace.withSmallDeck()
    let before = try workplace.files(in: "")
    let outcome = try workplace.lamina("check", "small", in: workplace.path)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "5 pages, no problems\n" && outcome.errors == "")
    #expect(try workplace.files(in: "") == before)
}

// MARK: - Warnings

/// Puts a tick beyond the end of the axis, which is worth a warning.
private func stretchAxis(_ workplace: Workplace) throws {
    try workplace.edit(
        "small/deck.yaml", "scale: { domain: [0, 200] } }",
        "scale: { domain: [0, 200] }, axis: { values: [0, 100, 300] } }")
}

@Test func warningsAreToldAndStopNothing() throws {
    let workplace = try Workplace.withSmallDeck()
    try stretchAxis(workplace)
    let check = try workplace.lamina("check", "small")
    #expect(check.exitCode == 0)
    #expect(check.output == "5 pages, 1 warning\n")
    #expect(
        check.errors.contains(": warning: the axis has a tick at 300 outside of its domain\n"))
    let render = try workplace.lamina("render", "small", "-o", "out", "--format", "pdf", "--quiet")
    #expect(render.exitCode == 0)
    #expect(render.errors == check.errors)
    #expect(try workplace.files(in: "out").count == 2)
}

@Test func strictTakesWarningsForErrors() throws {
    let workplace = try Workplace.withSmallDeck()
    try stretchAxis(workplace)
    for command in [["check", "small"], ["render", "small", "-o", "out"]] {
        let outcome = try workplace.lamina(command + ["--strict"])
        #expect(outcome.exitCode == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("outside of its domain"))
    }
    #expect(!FileManager.default.fileExists(atPath: workplace.absolute("out")))
}

@Test func strictLetsAGoodDeckPass() throws {
    let workplace = try Workplace.withSmallDeck()
    #expect(try workplace.lamina("check", "small", "--strict").exitCode == 0)
}

// MARK: - The date

@Test func theDateIsThePeriodsEndUnlessTheEnvironmentSaysAnother() throws {
    let workplace = try Workplace.withSmallDeck()
    func document(_ epoch: String?) throws -> Data {
        let outcome = try workplace.lamina(
            "render", "small", "-o", "out", "--format", "pdf",
            environment: epoch.map { ["SOURCE_DATE_EPOCH": $0] } ?? [:])
        #expect(outcome.exitCode == 0)
        return try workplace.bytes("out/small.pdf")
    }
    let usual = try document(nil)
    // The first quarter of 2024 ends on 31 March.
    #expect(try document("1711843200") == usual)
    #expect(try document("1711929600") != usual)
    #expect(try document("0") != usual)
}

@Test(arguments: [
    "", "tomorrow", "-1", "1.5", " 1711843200", "+1711843200", "99999999999999999999",
])
func aMalformedDateOfTheEnvironmentIsRefused(text: String) throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(
        "render", "small", "-o", "out", environment: ["SOURCE_DATE_EPOCH": text])
    #expect(outcome.exitCode == 78)
    #expect(
        outcome.errors == """
            error: SOURCE_DATE_EPOCH is “\(text)”
              hint: set it to whole seconds since 1970, or unset it

            """)
    #expect(!FileManager.default.fileExists(atPath: workplace.absolute("out")))
}

// MARK: - Failure leaves the last good output

@Test func aFailedRenderLeavesTheLastGoodOutput() throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina("render", "small", "-o", "out", "--width", "100")
    let good = try workplace.files(in: "out")
    #expect(good.count == 7)
    for (found, replacement) in [("title: Words", "titel: Words"), ("A sentence", "第 sentence")] {
        try workplace.edit("small/deck.yaml", found, replacement)
        let outcome = try workplace.lamina("render", "small", "-o", "out", "--width", "100")
        #expect([65, 69].contains(outcome.exitCode))
        #expect(outcome.output == "")
        // Byte for byte, and no temporary file beside them.
        #expect(try workplace.files(in: "out") == good)
    }
}

@Test func whereOneFileCannotBeWrittenNoneChanges() throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina("render", "small", "-o", "out", "--width", "100")
    // In the place of the third picture stands a folder.
    let obstacle = workplace.absolute("out/\(pictures[2])")
    try FileManager.default.removeItem(atPath: obstacle)
    try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: false)
    let good = try workplace.files(in: "out")
    try workplace.edit("small/deck.yaml", "First point", "Another point")
    let outcome = try workplace.lamina("render", "small", "-o", "out", "--width", "100")
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("03-figures.png"))
    #expect(try workplace.files(in: "out") == good)
}

@Test(arguments: ["small/deck.yaml", "/dev/null/out", ""])
func anOutputFolderThatCannotBeMadeIsToldAsSuch(folder: String) throws {
    let workplace = try Workplace.withSmallDeck()
    let before = try workplace.files(in: "")
    let outcome = try workplace.lamina("render", "small", "-o", folder, "--format", "pdf")
    #expect([64, 73].contains(outcome.exitCode))
    #expect(outcome.errors.hasPrefix("error: cannot create the folder `\(folder)`"))
    #expect(try workplace.files(in: "") == before)
}

/// Width and height of a PNG file, from its header.
private func pixels(of png: Data) throws -> [Int] {
    let bytes = Array(png)
    try #require(bytes.count > 24)
    return [16, 20].map { start in bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
}
