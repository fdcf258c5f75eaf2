import Foundation
import TestSupport
import Testing

/// A small deck with a parameter and a matrix of two.
private let deck = """
    title: "{{lugar}}"
    language: es-MX
    period: 2024-S1
    parameters: {estado: Jalisco}
    matrix: {estado: [Jalisco, Nuevo León]}
    values: {lugar: "SELECT :estado"}
    slides: [{id: uno, title: "{{lugar}}", body: {text: "{{period}}"}}]
    """

private func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.write(deck, to: "decks/estados/deck.yaml")
    try place.write(
        "deck: decks/estados\njobs:\n  - {id: a, set: {estado: Puebla}}\n  - {id: b, period: 2023-S2}\n",
        to: "jobs.yaml")
    return place
}

@Test func aBatchOfJobsIsSilentAndRepeatsNothing() throws {
    let place = try workplace()
    let first = try place.lamina("batch", "jobs.yaml", "-o", "out", "--format", "pdf")
    #expect((first.exitCode, first.output, first.errors) == (0, "", ""))
    let files = try place.files(in: "out").filter { !$0.key.hasPrefix(".") }
    #expect(
        files.keys.sorted() == [
            "a/estados.pdf", "a/run.json", "b/estados.pdf", "b/run.json", "batch.json",
            "health.json",
        ])
    #expect(String(decoding: files["a/run.json"] ?? Data(), as: UTF8.self).contains("\"Puebla\""))
    #expect(String(decoding: files["b/run.json"] ?? Data(), as: UTF8.self).contains("2023-S2"))
    let again = try place.lamina(
        "batch", "jobs.yaml", "-o", "out", "--format", "pdf", "--log-format", "json")
    let lines = again.output.split(separator: "\n")
    #expect(lines.count == 4 && lines.filter { $0.contains("\"status\":\"skipped\"") }.count == 2)
    #expect(again.errors == "" && again.exitCode == 0)
    let before = try place.files(in: "out/a")
    let forced = try place.lamina(
        "batch", "jobs.yaml", "-o", "out", "--format", "pdf", "--log-format", "json", "--force")
    #expect(forced.output.contains("\"rendered\":2"))
    #expect(try before.count == 2 && place.files(in: "out/a") == before)
}

@Test func aMatrixMakesEditionsWithNamesOfTheirOwn() throws {
    let place = try workplace()
    let listed = try place.lamina("batch", "decks/estados", "--list")
    #expect(listed.output == "Jalisco\tJalisco\nNuevo León\tNuevo-León\n" && listed.exitCode == 0)
    let made = try place.lamina(
        "batch", "decks/estados", "-o", "out", "--output-name", "e/{estado}", "--document-name",
        "{estado}-{period}", "--page-name", "{page:03}-{slide}")
    #expect(made.exitCode == 0 && made.errors == "")
    #expect(
        try place.files(in: "out/e").keys.sorted() == [
            "Jalisco/Jalisco-2024-S1.pdf", "Jalisco/png/001-uno.png", "Jalisco/run.json",
            "Nuevo-León/Nuevo-León-2024-S1.pdf", "Nuevo-León/png/001-uno.png",
            "Nuevo-León/run.json",
        ])
    // The same as alone.
    let alone = try place.lamina(
        "render", "decks/estados", "-o", "alone", "--set", "estado=Nuevo León", "--document-name",
        "{estado}-{period}", "--page-name", "{page:03}-{slide}")
    #expect(alone.exitCode == 0)
    #expect(try place.files(in: "alone") == place.files(in: "out/e/Nuevo-León"))
    // Without -o beside what render writes.
    #expect(try place.lamina("batch", "decks/estados", "--format", "pdf").exitCode == 0)
    #expect(try place.files(in: "Output/estados").keys.contains("Jalisco/estados.pdf"))
}

@Test(arguments: [
    (["batch"], 64, "Say a file of jobs"),
    (["batch", "jobs.yaml", "--status", "out"], 64, "not both"),
    (["batch", "--status", "out", "--shard", "0/2"], 64, "neither"),
    (["batch", "jobs.yaml", "--shard", "2/2"], 64, "2/2"),
    (["batch", "jobs.yaml", "--shard-count", "2"], 64, "--shard auto"),
    (["batch", "jobs.yaml", "--shard", "auto"], 78, "no scheduler"),
    (["batch", "jobs.yaml", "--output-name", "{id"], 64, "output-name"),
    (["batch", "jobs.yaml", "--document-name", ""], 64, "document-name"),
    (["batch", "jobs.yaml", "--page-name", ""], 64, "page-name"),
    (["batch", "jobs.yaml", "--mail", "--from", "nobody"], 64, "--from"),
    (["batch", "jobs.yaml", "--output-name", "x"], 65, "both go to"),
    (["batch", "jobs.yaml", "--output-name", "{none}"], 65, "no part “none”"),
    (["batch", "nothing.yaml"], 66, "does not exist"),
    (["batch", "--status", "nowhere"], 66, "the folder of a batch"),
    (["batch", "jobs.yaml", "-o", ""], 64, "empty"), (["batch", "--status", ""], 64, "empty"),
    (["batch", "jobs.yaml", "--sendmail", "--sendmail-program", ""], 64, "empty"),
    (["batch", "jobs.txt"], 66, "jobs.txt"), (["batch", "/dev/null"], 64, ".jsonl"),
    (["batch", "jobs.yaml", "--time-limit", "0"], 64, "--time-limit"),
    (["batch", "jobs.yaml", "--jobs", "0"], 64, "--jobs"),
    (["batch", "jobs.yaml", "--from", "x"], 64, "--mail"),
    (["render", "decks/estados", "--set", "estdo=x"], 64, "did you mean “estado”"),
    (["render", "decks/estados", "--set", "estado"], 64, "estado"),
    (["render", "decks/estados", "--set", "estado=a", "--set", "estado=b"], 64, "set twice"),
    (["render", "decks/estados", "--page-name", "seite"], 0, ""),
    (["render", "decks/estados", "--page-name", "a/{page}"], 64, "another folder"),
    (["render", "decks/estados", "--page-name", "{pagina}"], 65, "{page}"),
])
func whatIsWrongWithABatchIsTold(words: [String], code: Int, said: String) throws {
    let place = try workplace()
    let outcome = try place.lamina(words)
    #expect(outcome.exitCode == Int32(code), "\(outcome.errors)")
    #expect(said.isEmpty || outcome.errors.contains(said), "\(outcome.errors)")
    if code != 0 { #expect(try place.files(in: ".").count == 2) }
}

@Test func theHelpsOwnExamplesWork() throws {
    let place = try workplace()
    let listed = try place.lamina(
        "batch", "\(repositoryRoot)/Decks/estados", "--output-name", "{period}/{clave}", "--list")
    #expect(listed.exitCode == 0 && listed.output.hasPrefix("01\t2021-01-2021-10/01\n"))
    #expect(listed.output.split(separator: "\n").count == 32)
}

@Test func aPlanThatIsNoneIsNoGoodNews() throws {
    let place = try workplace()
    for plan in [
        "{}", #"{"format":"lamina-plan/1","jobs":[]}"#,
        #"{"format":"lamina-plan/1","jobs":["{}"]}"#,
    ] {
        try place.write(plan, to: "out/.lamina/plan.json")
        #expect(try place.lamina("batch", "--status", "out").exitCode == 65)
    }
    #expect(!FileManager.default.fileExists(atPath: place.absolute("out/health.json")))
}

@Test func tooFewFilesCostWorkersAndNotDecks() throws {
    let place = try workplace()
    let jobs = (1...6).map { "{\"id\": \"j\($0)\", \"deck\": \"decks/estados\"}\n" }.joined()
    try place.write(jobs, to: "six.jsonl")
    let command = try builtCommand()
    let script = "ulimit -n 22; exec '\(command)' batch six.jsonl -o out --format pdf --jobs 6"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: place.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}

@Test func aCrashCostsOneDeckAndIsTold() throws {
    let place = try workplace()
    let outcome = try place.lamina(
        ["batch", "jobs.yaml", "-o", "out", "--format", "pdf", "--time-limit", "60"],
        environment: ["LAMINA_WORKER_FAULT": "crash=a"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.hasPrefix("deck “a” failed\n./jobs.yaml:3:5: error: crashed (signal "))
    #expect(outcome.errors.hasSuffix("2 decks: 1 rendered, 1 failed, in out\n"))
    #expect(try place.files(in: "out").keys.contains("b/estados.pdf"))
    #expect(!(try place.files(in: "out").keys.contains("health.json")))
    let status = try place.lamina("batch", "--status", "out")
    #expect(status.exitCode == 1 && status.errors.contains("crashed"))
    let mended = try place.lamina("batch", "jobs.yaml", "-o", "out", "--format", "pdf")
    #expect((mended.exitCode, mended.errors) == (0, ""))
    #expect(try place.lamina("batch", "--status", "out").exitCode == 0)
}

@Test func outputsNeverTakeTheFolderOfADeck() throws {
    let place = try workplace()
    try place.write("jobs: [{id: a, deck: decks/estados, output: decks}]\n", to: "jobs.yaml")
    let refused = try place.lamina("batch", "jobs.yaml", "-o", ".")
    #expect(refused.exitCode == 64)
    let words = "./jobs.yaml:1:8: error: the outputs of “a” would go to `./decks`"
    #expect(refused.errors.contains(words))
    #expect(try place.files(in: ".").count == 2)
}

@Test func whatIsWrongWithAJobIsToldWhereItIsWritten() throws {
    let place = try workplace()
    try place.write(
        "deck: decks/estados\njobs:\n  - {id: a, set: {estdo: Puebla}}\n  - {id: b}\n  - {id: c}\n",
        to: "jobs.yaml")
    let made = try place.lamina(
        "batch", "jobs.yaml", "-o", "out", environment: ["LAMINA_WORKER_FAULT": "crash=c"])
    #expect(made.exitCode == 1)
    #expect(made.errors.contains("./jobs.yaml:3:5: error: the deck has no parameter “estdo”"))
    #expect(made.errors.contains("./jobs.yaml:5:5: error: crashed (signal "))
}

@Test func warningsAreToldOnce() throws {
    let place = try workplace()
    try place.write(
        deck.replacingOccurrences(of: "values:", with: "# comment\nvalues:").replacingOccurrences(
            of: "body: {text: \"{{period}}\"}", with: "source: auto, body: {text: \"{{period}}\"}"),
        to: "decks/estados/deck.yaml")
    let outcome = try place.lamina("batch", "decks/estados", "-o", "out", "--format", "pdf")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.components(separatedBy: "warning:").count == 2)
    #expect(outcome.errors.contains("(in 2 decks, such as “"))
    #expect(
        try place.lamina("batch", "decks/estados", "-o", "strict", "--format", "pdf", "--strict")
            .exitCode == 1)
}

@Test func oneRunAtATimeWritesToAFolder() throws {
    let place = try workplace()
    #expect(
        try place.lamina("render", "decks/estados", "-o", "out", "--format", "pdf").exitCode == 0)
    let lock = try Process.run(
        URL(fileURLWithPath: "/usr/bin/flock"), arguments: [place.absolute("out"), "sleep", "60"])
    defer { lock.terminate() }
    var outcome = try place.lamina("render", "decks/estados", "-o", "out", "--format", "pdf")
    // The lock is taken by another process: it may take a moment.
    for _ in 0..<50 where outcome.exitCode == 0 {
        outcome = try place.lamina("render", "decks/estados", "-o", "out", "--format", "pdf")
    }
    #expect(outcome.exitCode == 75 && outcome.errors.contains("another run"))
}
