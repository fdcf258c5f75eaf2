import Foundation
import TestSupport
import Testing

@Test func drawingsStandBesideThePictures() throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(
        "render", "small", "-o", "out", "--format", "svg,png", "--pages", "2,4", "--width", "200")
    #expect(outcome.exitCode == 0 && outcome.errors == "")
    let files = try workplace.files(in: "out")
    #expect(
        files.keys.sorted() == [
            "png/02-words.png", "png/04-charts.png", "run.json", "svg/02-words.svg",
            "svg/04-charts.svg",
        ])
    let drawing = String(decoding: try #require(files["svg/04-charts.svg"]), as: UTF8.self)
    #expect(drawing.contains("<title id=\"charts-title\">"))
}

@Test func howManyThreadsDrawChangesNoByte() throws {
    let workplace = try Workplace.withSmallDeck()
    for threads in ["1", "2", "8"] {
        let outcome = try workplace.lamina(
            "render", "small", "-o", threads, "--format", "pdf,png,svg", "--width", "300",
            "--threads", threads)
        #expect(outcome.exitCode == 0)
    }
    let one = try workplace.files(in: "1")
    #expect(one.count == 12)
    #expect(try workplace.files(in: "2") == one && workplace.files(in: "8") == one)
}

@Test func profilesDifferInBytes() throws {
    let workplace = try Workplace.withSmallDeck()
    var sizes: [String: Int] = [:]
    for profile in ["fast", "balanced", "small", "mail"] {
        let outcome = try workplace.lamina(
            "render", "small", "-o", profile, "--format", "png", "--width", "480", "--png", profile)
        #expect(outcome.exitCode == 0)
        sizes[profile] = try workplace.files(in: profile).filter { $0.key.hasSuffix(".png") }
            .reduce(0) { $0 + $1.value.count }
    }
    let (fast, balanced, small, mail) = (
        sizes["fast"] ?? 0, sizes["balanced"] ?? 0, sizes["small"] ?? 0, sizes["mail"] ?? 0
    )
    #expect(fast > balanced && balanced > small && small > mail && mail > 0)
}

@Test(arguments: [
    ["--png", "tiny"], ["--threads", "0"], ["--dpi", "1"], ["--dpi", "100", "--scale", "2"],
    ["--pdf-standard", "a-1b"], ["--pdf-standard", "none,ua-1"], ["--format", "gif"],
])
func wrongOutputsAreUsage(arguments: [String]) throws {
    let workplace = try Workplace.withSmallDeck()
    let outcome = try workplace.lamina(["render", "small", "-o", "out"] + arguments)
    #expect(outcome.exitCode == 64)
}

@Test func standardsAreKeptUnlessLessIsAskedFor() throws {
    let workplace = try Workplace.withSmallDeck()
    let plain = try workplace.lamina(
        "render", "small", "-o", "plain", "--format", "pdf", "--pdf-standard", "none",
        "--attach-data")
    #expect(plain.exitCode == 0, "\(plain.errors)")
    let both = try workplace.lamina(
        "render", "small", "-o", "both", "--format", "pdf", "--attach-data")
    #expect(both.exitCode == 0, "\(both.errors)")
    let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
    #expect(
        Tool("python3").run(script, "--attached", workplace.absolute("both/small.pdf")).succeeded)
    #expect(
        !Tool("python3").run(script, "--attached", workplace.absolute("plain/small.pdf")).succeeded)
}

@Test func dotsPerInchCountOnPaper() throws {
    let workplace = try Workplace.withSmallDeck()
    _ = try workplace.lamina(
        "render", "small", "-o", "out", "--format", "png", "--pages", "1", "--dpi", "36",
        "--transparent")
    let file = try #require(try workplace.files(in: "out")["png/01-opening.png"])
    // 960 points at half a pixel each; colours with alpha.
    #expect(Array(file[16..<26]) == [0, 0, 1, 224, 0, 0, 1, 14, 8, 6])
}

@Test func aFigureStandsAloneByItsName() throws {
    let workplace = try Workplace.withSmallDeck()
    let deck = "\(repositoryRoot)/Decks/ventas"
    let outcome = try workplace.lamina(
        "render", deck, "--figure", "linea-meses", "--size", "600x300", "--format", "png,svg,pdf",
        "-o", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let files = try workplace.files(in: "out")
    #expect(
        files.keys.sorted() == [
            "linea-meses.pdf", "png/linea-meses.png", "run.json", "svg/linea-meses.svg",
        ])
    let picture = try #require(files["png/linea-meses.png"])
    #expect(Array(picture[16..<24]) == [0, 0, 4, 176, 0, 0, 2, 88])
    let script = "\(repositoryRoot)/Tests/Checks/accessible_pdf.py"
    #expect(Tool("python3").run(script, workplace.absolute("out/linea-meses.pdf")).succeeded)
    let wrong = try workplace.lamina("render", deck, "--figure", "linea-mes", "-o", "out")
    #expect(wrong.exitCode == 64 && wrong.errors.contains("did you mean “linea-meses”?"))
    for arguments in [
        ["--size", "600x300"], ["--figure", "linea-meses", "--pages", "1"],
        ["--figure", "linea-meses", "--size", "9"],
    ] {
        #expect(try workplace.lamina(["render", deck, "-o", "out"] + arguments).exitCode == 64)
    }
}
