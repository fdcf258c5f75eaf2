import Deck
import Diagnostics
import Files
import Rendering
import TestSupport
import Testing

@testable import Publishing

private let yaml = """
    title: "{{lugar}}"
    language: es-MX
    period: 2024-S1
    parameters: {estado: Jalisco}
    tables: {t: t.csv}
    values: {lugar: "SELECT :estado"}
    slides: [{id: uno, title: UNO, body: {text: "{{lugar}}"}, note: nota}]
    mail: {from: prensa@example.mx, to: [ana@example.mx], parts: [{paragraph: "{{lugar}}"}]}
    """

/// A deck and a batch's folder.
private final class Bench {
    let folder: Folder
    let out: BatchFolder

    init() throws {
        folder = try Folder()
        out = BatchFolder(path: "\(folder.path)/out")
        try folder.write(yaml, to: "deck/deck.yaml")
        try folder.write("a,b\n1,2\n", to: "deck/t.csv")
        try createFolder(out.records)
    }

    func job(_ id: String = "a", set: [String: String] = [:], deck: String = "deck") -> BatchJob {
        BatchJob(id: id, deck: "\(folder.path)/\(deck)", output: "x/\(id)", set: set)
    }

    func maker(
        mail: Bool = false, isForced: Bool = false, fingerprint: String = "f",
        mostBytes: Int = 1 << 30
    ) throws -> EditionMaker {
        let options = EditionOptions(
            formats: [.pdf, .png], pixelWidth: 320, scale: 1, profile: .fast, ground: .white,
            standards: [], attachesData: false, isStrict: false,
            documentName: try NameTemplate("{estado}"), pageName: try NameTemplate("{page:03}"),
            mail: mail ? .init(from: nil, attachesDocument: false, sendmail: nil) : nil,
            mostBytes: mostBytes)
        return try EditionMaker(
            into: out, options: options, resources: try Resources(path: repositoryRoot), cache: nil,
            fingerprint: fingerprint, isForced: isForced)
    }

    func files(_ id: String = "a") throws -> [String] {
        try SourceFolder(path: "\(out.path)/x/\(id)").tree()
    }
}

@Test func aDeckIsMadeOnceAndThenSkipped() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    let first = maker.make(bench.job())
    #expect(first.status == .rendered && first.pages == 1 && first.findings.isEmpty)
    #expect(try bench.files() == ["Jalisco.pdf", "png/001.png", "run.json"])
    #expect(maker.make(bench.job()).status == .skipped)
    #expect(try bench.maker(isForced: true).make(bench.job()).status == .rendered)
    // Others ask for something else.
    #expect(try bench.maker(fingerprint: "g").make(bench.job()).status == .rendered)
    #expect(maker.make(bench.job(set: ["estado": "Puebla"])).status == .rendered)
    #expect(try bench.files() == ["Puebla.pdf", "png/001.png", "run.json"])
}

@Test func whateverChangesIsMadeAnew() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    _ = maker.make(bench.job())
    for (file, text) in [
        ("deck/t.csv", "a,b\n1,3\n"), ("deck/deck.yaml", yaml.replacing("nota", with: "otra")),
    ] {
        try bench.folder.write(text, to: file)
        #expect(maker.make(bench.job()).status == .rendered)
        #expect(maker.make(bench.job()).status == .skipped)
    }
    // An output that somebody changed or took away, too.
    try bench.folder.write("torn", to: "out/x/a/Jalisco.pdf")
    #expect(maker.make(bench.job()).status == .rendered)
    try removeTree("\(bench.out.path)/x/a/png")
    #expect(maker.make(bench.job()).status == .rendered)
    try bench.folder.write(
        "{",
        to: "out/.lamina/"
            + (bench.out.record(of: bench.job()).split(separator: "/").last.map(String.init) ?? ""))
    #expect(maker.make(bench.job()).status == .rendered)
    #expect(maker.make(bench.job()).status == .skipped)
}

@Test func aFailureLeavesTheLastGoodOutput() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    _ = maker.make(bench.job())
    let before = try bench.folder.text("out/x/a/run.json")
    try bench.folder.write("a,b\n1\n", to: "deck/t.csv")
    let failed = maker.make(bench.job())
    #expect(failed.status == .failed && failed.failure == .data)
    #expect(failed.findings.first?.location?.line == 2)
    #expect(try bench.folder.text("out/x/a/run.json") == before)
    let record = try #require(EditionRecord.read(at: bench.out.record(of: bench.job())))
    #expect(record.failure == failed.findings && record.good != nil)
    // As it was: what there is is good still.
    try bench.folder.write("a,b\n1,2\n", to: "deck/t.csv")
    #expect(maker.make(bench.job()).status == .skipped)
    #expect(EditionRecord.read(at: bench.out.record(of: bench.job()))?.failure.isEmpty == true)
    #expect(maker.make(bench.job(set: ["estdo": "x"])).failure == .usage)
    #expect(maker.make(bench.job("b", deck: "nowhere")).failure == .inputMissing)
    #expect(
        try bench.maker(mostBytes: 100).make(bench.job("c")).findings.first?.message.contains(
            "more than the 100 allowed") == true)
    #expect(!isFolder("\(bench.out.path)/x/c"))
}

@Test func oneMakesADeckAtATime() throws {
    let bench = try Bench()
    let lock = try bench.out.lock(of: bench.job())
    let report = try bench.maker().make(bench.job())
    #expect(lock != nil && report.failure == .temporary)
}

@Test func aMailIsMadeOfWhatWasDrawn() throws {
    let bench = try Bench()
    #expect(try bench.maker(mail: true).make(bench.job()).status == .rendered)
    #expect(try bench.files() == ["Jalisco.eml", "Jalisco.pdf", "png/001.png", "run.json"])
    try bench.folder.write(
        yaml.replacing("    mail:", with: "    subject: x # ").split(separator: "\n").filter {
            !$0.contains("mail: {")
        }.joined(separator: "\n"), to: "deck/deck.yaml")
    #expect(
        try bench.maker(mail: true).make(bench.job()).findings.first?.message
            == "the deck has no mail")
}

@Test func theStatusOfABatchIsThatOfItsDecks() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    let jobs = ["a", "b", "c"].map { bench.job($0) }
    try BatchPlan(jobs: jobs, fingerprint: "f").write(to: bench.out)
    let resources = try Resources(path: repositoryRoot)
    func statuses() throws -> [EditionReport.Status] {
        try BatchPlan.read(from: bench.out).status(in: bench.out, resources: resources).reports.map(
            \.status)
    }
    #expect(try statuses() == [.unfinished, .unfinished, .unfinished])
    for job in jobs { _ = maker.make(job) }
    #expect(try statuses() == [.rendered, .rendered, .rendered])
    _ = maker.make(bench.job("b", set: ["no": "x"]))
    try removeTree("\(bench.out.path)/x/c/png")
    #expect(try statuses() == [.rendered, .failed, .unfinished])
    #expect(throws: Diagnostic.self) {
        try BatchPlan.read(from: BatchFolder(path: bench.folder.path))
    }
}

@Test func outputsOfDecksThatAreNoMoreGoAfterTheirTime() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    let jobs = ["a", "b"].map { bench.job($0) }
    for job in jobs { _ = maker.make(job) }
    try bench.folder.write("mine", to: "out/x/b/notes.txt")
    let now = Machine.now
    #expect(bench.out.removeOthers(than: jobs, olderThan: 0, now: now).isEmpty)
    #expect(bench.out.removeOthers(than: [jobs[0]], olderThan: 1, now: now).isEmpty)
    #expect(bench.out.removeOthers(than: [jobs[0]], olderThan: 1, now: now + 90_000) == ["x/b"])
    #expect(try bench.files("b") == ["notes.txt"] && bench.files("a").count == 3)
    #expect(EditionRecord.read(at: bench.out.record(of: jobs[1])) == nil)
    #expect(bench.out.removeOthers(than: [], olderThan: 0, now: now + 1) == ["x/a"])
    #expect(!isFolder("\(bench.out.path)/x/a") && isFolder("\(bench.out.path)/x/b"))
}
