import Deck
import Diagnostics
import Files
import Glibc
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
        mail: Bool = false, sendmail: String? = nil, isForced: Bool = false,
        isResending: Bool = false, attachesDocument: Bool = false, fingerprint: String = "f",
        mostBytes: Int = 1 << 30
    ) throws -> EditionMaker {
        let options = EditionOptions(
            formats: [.pdf, .png], pixelWidth: 320, scale: 1, profile: .fast, ground: .white,
            standards: [], attachesData: false, isStrict: false,
            documentName: try NameTemplate("{estado}"), pageName: try NameTemplate("{page:03}"),
            mail: mail || sendmail != nil
                ? .init(from: nil, attachesDocument: attachesDocument, sendmail: sendmail) : nil,
            mostBytes: mostBytes)
        return try EditionMaker(
            into: out, options: options, resources: try Resources(path: repositoryRoot), cache: nil,
            fingerprint: fingerprint, isForced: isForced, isResending: isResending)
    }

    /// A mail server's program that appends what it gets to `box`, and ends with a code.
    func mailServer(_ code: Int = 0) throws -> String {
        let path = "\(folder.path)/sendmail-\(code)"
        try folder.write(
            "#!/bin/sh\ncat >>'\(folder.path)/box'\nexit \(code)\n", to: "sendmail-\(code)")
        guard unsafe chmod(path, 0o755) == 0 else { throw SystemError(code: errno) }
        return path
    }

    /// The mark of the job's mail.
    func mark() throws -> SentMark.Note? {
        let record = EditionRecord.read(at: out.record(of: job()))
        return record?.good.flatMap { SentMark.note(of: $0.message, in: out) }
    }

    /// How many mails the server got.
    func delivered() -> Int {
        ((try? folder.text("box")) ?? "").split(whereSeparator: \.isNewline).count {
            $0.hasPrefix("Message-Id:") || $0.hasPrefix("Message-ID:")
        }
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

@Test func whatSomebodyChangedIsNotOursToRemove() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    _ = maker.make(bench.job())
    try bench.folder.write("better", to: "out/x/a/Jalisco.pdf")
    // The new edition has a file of its own.
    #expect(maker.make(bench.job(set: ["estado": "Puebla"])).isMade)
    #expect(try bench.files() == ["Jalisco.pdf", "Puebla.pdf", "png/001.png", "run.json"])
    #expect(maker.make(bench.job(set: ["estado": "Sonora"])).isMade)
    #expect(try bench.files() == ["Jalisco.pdf", "Sonora.pdf", "png/001.png", "run.json"])
    #expect(try bench.folder.text("out/x/a/Jalisco.pdf") == "better")
}

@Test func whatACrashLeftBetweenIsOursStill() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    let path = bench.out.record(of: bench.job())
    _ = maker.make(bench.job())
    let before = try #require(EditionRecord.read(at: path))
    try bench.folder.write("a,b\n1,3\n", to: "deck/t.csv")
    _ = maker.make(bench.job())
    // Killed after the new files took their place, with the record of before.
    var record = before
    record.pending = try #require(EditionRecord.read(at: path)?.good?.outputs)
    try record.write(to: path)
    #expect(maker.make(bench.job(set: ["estado": "Puebla"])).isMade)
    #expect(try bench.files() == ["Puebla.pdf", "png/001.png", "run.json"])
    #expect(EditionRecord.read(at: path)?.pending == [])
}

@Test func whatCouldNotTakeItsPlaceIsNobodys() throws {
    let bench = try Bench()
    let maker = try bench.maker()
    _ = maker.make(bench.job())
    // A folder has the name of a file of the new edition.
    try bench.folder.write("mine", to: "out/x/a/Puebla.pdf/notes.txt")
    for _ in 1...3 {
        #expect(maker.make(bench.job(set: ["estado": "Puebla"])).status == .failed)
        // The old ones are ours still, each once.
        let pending = EditionRecord.read(at: bench.out.record(of: bench.job()))?.pending
        #expect(pending?.map(\.path) == ["Jalisco.pdf", "png/001.png", "run.json"])
    }
    #expect(maker.make(bench.job()).status == .skipped)
    try removeTree("\(bench.out.path)/x/a/Puebla.pdf")
    try bench.folder.write("mine", to: "out/x/a/Puebla.pdf")
    #expect(maker.make(bench.job(set: ["estado": "Sonora"])).isMade)
    #expect(try bench.folder.text("out/x/a/Puebla.pdf") == "mine")
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

@Test func eachEditionIsSentOnce() throws {
    let bench = try Bench()
    let maker = try bench.maker(sendmail: bench.mailServer())
    let first = maker.make(bench.job())
    #expect(first.isSent && first.isMade && bench.delivered() == 1)
    let again = maker.make(bench.job())
    #expect(!again.isSent && again.status == .skipped && bench.delivered() == 1)
    // Another job of the same edition is the same mail; other parameters make another.
    #expect(!maker.make(bench.job("b")).isSent)
    #expect(maker.make(bench.job("c", set: ["estado": "Puebla"])).isSent && bench.delivered() == 2)
    // Corrected figures go out when somebody says so.
    try bench.folder.write(
        yaml.replacing("paragraph: \"", with: "paragraph: \"Corregido: "), to: "deck/deck.yaml")
    let corrected = maker.make(bench.job())
    #expect(corrected.isMade && !corrected.isSent && bench.delivered() == 2)
    let resent = try bench.maker(sendmail: bench.mailServer(), isResending: true).make(bench.job())
    #expect(resent.isSent && bench.delivered() == 3)
}

@Test func editionsOfOtherParametersAreOtherMails() throws {
    let bench = try Bench()
    let maker = try bench.maker(sendmail: bench.mailServer())
    // Nothing but the parameter tells them apart.
    try bench.folder.write(
        yaml.replacing("title: \"{{lugar}}\"", with: "title: Ventas"), to: "deck/deck.yaml")
    let reports = ["Jalisco", "Puebla", "Sonora"].map { state in
        maker.make(bench.job(state, set: ["estado": state]))
    }
    #expect(reports.allSatisfy { $0.isSent } && bench.delivered() == 3)
}

/// A deck of the same title, subject and people that says something else.
private func writeOther(_ bench: Bench) throws {
    try bench.folder.write(
        yaml.replacing("paragraph: \"", with: "paragraph: \"Otro: "), to: "other/deck.yaml")
    try bench.folder.write("a,b\n1,2\n", to: "other/t.csv")
}

@Test func aMailIsNotTakenForAnother() throws {
    let bench = try Bench()
    let maker = try bench.maker(sendmail: bench.mailServer())
    try writeOther(bench)
    let jobs = [bench.job(), bench.job("b"), bench.job("c", deck: "other")]
    // Whoever comes first is sent; one that says the same is the same mail, and one that does not has failed in every
    // run, alone, too.
    for turn in 1...2 {
        let reports = jobs.map { maker.make($0) }
        #expect(reports.map(\.isSent) == [turn == 1, false, false] && bench.delivered() == 1)
        #expect(reports.map { $0.status == .failed } == [false, false, true])
        #expect(reports[2].findings.first?.message.contains("that of “x/a” went out") == true)
    }
    try BatchPlan(jobs: jobs, fingerprint: "f", sendsMail: true).write(to: bench.out)
    let summary = try BatchPlan.read(from: bench.out).status(
        in: bench.out, resources: try Resources(path: repositoryRoot))
    #expect(summary.reports.map(\.status) == [.rendered, .rendered, .failed])
    // Until somebody insists: then it is the one that went out.
    let insisting = try bench.maker(sendmail: bench.mailServer(), isResending: true)
    #expect(insisting.make(jobs[2]).isSent && bench.delivered() == 2)
    #expect(maker.make(jobs[2]).status == .skipped)
}

@Test func theOneThatWasSentIsNotBlamed() throws {
    let bench = try Bench()
    let maker = try bench.maker(sendmail: bench.mailServer())
    try writeOther(bench)
    let jobs = [bench.job(), bench.job("c", deck: "other")]
    // The second of the jobs is the first to be sent.
    #expect(maker.make(jobs[1]).isSent)
    for _ in 1...2 {
        #expect(jobs.map { maker.make($0).status == .failed } == [true, false])
    }
    // Under another name it is the same mail.
    #expect(maker.make(bench.job("d", deck: "other")).status == .rendered)
    #expect(bench.delivered() == 1)
}

@Test func aDoubtIsNobodyElses() throws {
    let bench = try Bench()
    try writeOther(bench)
    try bench.folder.write("#!/bin/sh\ncat >/dev/null\nexit 137\n", to: "killed")
    guard unsafe chmod("\(bench.folder.path)/killed", 0o755) == 0 else {
        throw SystemError(code: errno)
    }
    let doubt = try bench.maker(sendmail: "\(bench.folder.path)/killed").make(bench.job())
    #expect(doubt.findings.first?.message.contains("the mail may have gone out") == true)
    let maker = try bench.maker(sendmail: bench.mailServer())
    let other = maker.make(bench.job("c", deck: "other"))
    #expect(other.findings.first?.message.contains("that of “x/a” may have gone out") == true)
    #expect(bench.delivered() == 0)
    #expect(maker.make(bench.job()).findings.first?.message.contains("twice") == true)
    #expect(bench.delivered() == 1)
}

@Test func mailsThatDifferInWhatIsAttachedDiffer() throws {
    let bench = try Bench()
    let same = yaml.replacing("paragraph: \"{{lugar}}\"", with: "paragraph: Adjunto")
    for (name, table) in [("deck", "a,b\n1,2\n"), ("other", "a,b\n1,3\n")] {
        try bench.folder.write(same, to: "\(name)/deck.yaml")
        try bench.folder.write(table, to: "\(name)/t.csv")
    }
    let jobs = [bench.job(), bench.job("c", deck: "other")]
    for attaches in [false, true] {
        let maker = try bench.maker(
            mail: true, attachesDocument: attaches, fingerprint: "\(attaches)")
        let goods = jobs.compactMap { job in
            maker.make(job).isMade
                ? EditionRecord.read(at: bench.out.record(of: job))?.good : nil
        }
        #expect(goods.count == 2 && Set(goods.map(\.message)).count == 1)
        #expect(Set(goods.map(\.saying)).count == (attaches ? 2 : 1))
    }
}

@Test func aMailThatWasNotTakenIsHandedOverAgain() throws {
    let bench = try Bench()
    let refused = try bench.maker(sendmail: bench.mailServer(75)).make(bench.job())
    #expect(refused.failure == .temporary && refused.isMade && !refused.isSent)
    #expect(try bench.mark()?.state == .refused)
    let taken = try bench.maker(sendmail: bench.mailServer()).make(bench.job())
    #expect(taken.isSent && taken.findings.isEmpty && bench.delivered() == 2)
    #expect(try bench.mark()?.state == .sent)
}

@Test func aMailThatMayHaveGoneOutIsToldOf() throws {
    let bench = try Bench()
    // The mail server's program crashes in the middle: nobody knows.
    try bench.folder.write("#!/bin/sh\nkill -SEGV $$\n", to: "crash")
    guard unsafe chmod("\(bench.folder.path)/crash", 0o755) == 0 else {
        throw SystemError(code: errno)
    }
    let crashed = try bench.maker(sendmail: "\(bench.folder.path)/crash").make(bench.job())
    #expect(crashed.status == .failed && crashed.failure != .temporary)
    #expect(try bench.mark()?.state == .sending)
    // A refusal after that does not mend the doubt.
    _ = try bench.maker(sendmail: bench.mailServer(75)).make(bench.job())
    #expect(try bench.mark()?.state == .sending)
    let again = try bench.maker(sendmail: bench.mailServer()).make(bench.job())
    #expect(again.isSent && again.status == .skipped && bench.delivered() == 2)
    #expect(again.findings.first?.message.contains("may have gone out twice") == true)
    #expect(try bench.mark()?.state == .sent)
}

@Test func theStatusOfABatchKnowsOfMails() throws {
    let bench = try Bench()
    let jobs = [bench.job(), bench.job("b", set: ["estado": "Puebla"])]
    try BatchPlan(jobs: jobs, fingerprint: "f", sendsMail: true).write(to: bench.out)
    _ = try bench.maker(sendmail: bench.mailServer()).make(jobs[0])
    _ = try bench.maker(mail: true).make(jobs[1])
    let summary = try BatchPlan.read(from: bench.out).status(
        in: bench.out, resources: try Resources(path: repositoryRoot))
    #expect(summary.reports.map(\.status) == [.rendered, .unfinished])
    #expect(summary.reports[1].findings.map(\.message) == ["its mail was not handed over"])
}

@Test func aDeckIsTheSameWhereverItsFolderIsNamedFrom() throws {
    let bench = try Bench()
    var job = bench.job()
    let maker = try bench.maker()
    #expect(maker.make(job).status == .rendered)
    job.deck = "\(bench.folder.path)/../\(pathParts(of: bench.folder.path).file)/deck/deck.yaml"
    #expect(maker.make(job).status == .skipped)
    // A plan is found good from any folder, and a deck is called the same from its own.
    #expect(DeckPath(".").name == pathParts(of: absolutePath(of: ".")).file)
    let relative = BatchJob(id: "a", deck: "somewhere", output: "a")
    try BatchPlan(jobs: [relative], fingerprint: "f").write(to: bench.out)
    #expect(
        try BatchPlan.read(from: bench.out).jobs.map(\.deck) == [absolutePath(of: "somewhere")])
}

@Test func whatAKilledBatchLeftIsSettledForAllDecks() throws {
    let bench = try Bench()
    _ = try bench.maker().make(bench.job())
    // Between the two renamings, where folders cannot be exchanged, and in the middle of a first try.
    let workshop = bench.out.workshop(of: bench.job())
    guard unsafe rename(bench.out.outputs(of: bench.job()), workshop + ".old") == 0 else {
        throw SystemError(code: errno)
    }
    let other = bench.out.workshop(of: bench.job("b"))
    try createFolder("\(other).new/png")
    _ = try bench.out.locked(for: nil)
    #expect(try bench.files() == ["Jalisco.pdf", "png/001.png", "run.json"])
    #expect(!isFolder(workshop + ".old") && !isFolder(other + ".new"))
}

@Test func outputsNeverGoWhereADeckLies() throws {
    let bench = try Bench()
    let out = BatchFolder(path: bench.folder.path)
    func job(_ output: String) -> BatchJob {
        BatchJob(id: "a", deck: "\(bench.folder.path)/deck", output: output)
    }
    try out.requireApart([job("x"), job("deck/out")])
    let error = #expect(throws: Diagnostics.self) { try out.requireApart([job("deck")]) }
    #expect(error?.all.first?.message.contains("where the deck") == true)
    #expect(throws: Diagnostics.self) {
        try BatchFolder(path: pathParts(of: bench.folder.path).folder).requireApart([
            job(pathParts(of: bench.folder.path).file)
        ])
    }
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
    // One whose files somebody has changed all of is not told as removed.
    _ = maker.make(jobs[0])
    for file in try bench.files() { try bench.folder.write("mine", to: "out/x/a/\(file)") }
    #expect(bench.out.removeOthers(than: [], olderThan: 0, now: now + 2).isEmpty)
    #expect(try bench.files().count == 3)
}
