import Deck
import Diagnostics
import Files
import Glibc
import Testing

@testable import Publishing

/// A batch whose workers are a shell script: what they do with a job follows from its id.
private final class Office {
    let folder: Folder
    let out: BatchFolder

    /// - Parameter script: what a worker does with each line; `$id` is the job's.
    init(_ script: String) throws {
        folder = try Folder()
        out = BatchFolder(path: "\(folder.path)/out")
        try createFolder(out.records)
        try folder.write(
            """
            say() { printf '{"event":"deck","id":"%s","output":"%s","status":"%s","made":%s,"findings":[%s]}\\n' "$id" "$id" $1 ${2:-false} "$3"; }
            wrong() { printf '{"severity":"error","code":%s,"message":"%s"}' $1 "$2"; }
            seen() { [ -e "\(folder.path)/$1" ] || { : >"\(folder.path)/$1"; false; }; }
            while read -r line; do
                id=${line#*\\"id\\":\\"}; id=${id%%\\"*}
                \(script)
            done
            """, to: "worker.sh")
    }

    func run(
        _ ids: [String], count: Int = 1, seconds: Double = 60, mostFailures: Int? = nil,
        retries: Int = 2, program: String = "/bin/sh"
    ) -> (outcome: BatchRun.Outcome, events: [String]) {
        let run = BatchRun(
            jobs: ids.map { id in
                BatchJob(
                    id: id, deck: "d", output: id,
                    location: SourceLocation(file: "jobs.yaml", line: 3, column: 5))
            }, folder: out,
            workers: .init(
                count: count, program: program, arguments: ["\(folder.path)/worker.sh"],
                seconds: seconds, memory: 2 << 30),
            mostFailures: mostFailures, retries: retries)
        var events: [String] = []
        let outcome = run.run(watch: nil) { event in
            switch event {
            case .done(let report): events.append("\(report.id) \(report.status)")
            case .retry(let report, _): events.append("\(report.id) again")
            }
        }
        return (outcome, events)
    }
}

@Test func jobsAreMadeInTheirOrder() throws {
    let office = try Office("say rendered true")
    let (outcome, events) = office.run(["a", "b", "c"])
    #expect(events == ["a rendered", "b rendered", "c rendered"])
    #expect(outcome.reports.map(\.id) == ["a", "b", "c"] && outcome.fault == nil)
    let both = office.run((1...40).map { "d\($0)" }, count: 2)
    #expect(both.outcome.reports.allSatisfy { $0.status == .rendered && $0.attempts == 1 })
}

@Test func howAWorkerEndsIsToldWhereTheJobIsWritten() throws {
    let office = try Office(
        """
        case $id in
            crash) echo "because of this" >&2; kill -SEGV $$ ;;
            code) exit 3 ;;
            late) sleep 30 ;;
            mute) exec >&- ; sleep 30 ;;
            *) say rendered true ;;
        esac
        """)
    let (outcome, _) = office.run(["crash", "a", "code", "mute", "b"])
    let found = outcome.reports.map { $0.findings.first }
    #expect(found[0]?.message == "crashed (signal 11)" && found[0]?.hint == "because of this")
    #expect(found[2]?.message == "the worker ended with exit code 3")
    #expect(found[3]?.message == "the worker gave no sense")
    #expect(found.compactMap { $0?.location?.line } == [3, 3, 3])
    #expect(outcome.reports[1].status == .rendered && outcome.reports[4].status == .rendered)
    let late = office.run(["late"], seconds: 1).outcome.reports[0]
    #expect(late.findings.first?.message == "the deck took longer than 1 s and was stopped")
    // What the workers could not remember themselves is remembered.
    let job = BatchJob(id: "crash", deck: "d", output: "crash")
    let record = try #require(EditionRecord.read(at: office.out.record(of: job)))
    #expect(record.failure.first?.message == "crashed (signal 11)")
}

@Test func whatMayPassIsTriedAgain() throws {
    let office = try Office(
        """
        case $id in
            mail) if seen 1; then say skipped; else say failed true "$(wrong 75 later)"; fi ;;
            lock) say failed false "$(wrong 75 locked)" ;;
            bad) say failed false "$(wrong 65 wrong)" ;;
            killed) if seen 2; then say rendered true; else kill -KILL $$; fi ;;
            *) say rendered true ;;
        esac
        """)
    let (outcome, events) = office.run(["mail", "bad", "lock", "killed", "a"], retries: 1)
    #expect(outcome.reports.map(\.attempts) == [2, 1, 2, 2, 1])
    // Its files are those of the first try.
    #expect(outcome.reports[0].status == .rendered && outcome.reports[0].isMade)
    #expect(
        outcome.reports.dropFirst().map(\.status) == [.failed, .failed, .rendered, .rendered])
    #expect(
        events.filter { $0.hasSuffix("again") }.sorted() == [
            "killed again", "lock again", "mail again",
        ])
    #expect(events.filter { $0 == "bad failed" }.count == 1)
}

@Test func whatWasToBeTriedAgainHasFailedWhereItIsNot() throws {
    let office = try Office(
        "case $id in lock) say failed false \"$(wrong 75 locked)\" ;; *) say failed false \"$(wrong 65 bad)\" ;; esac"
    )
    let (outcome, events) = office.run(["lock", "bad", "c"], mostFailures: 1)
    #expect(outcome.reports.map(\.status) == [.failed, .failed, .unfinished])
    #expect(events == ["lock again", "bad failed", "lock failed"])
    #expect(outcome.reports[0].findings.first?.message == "locked")
}

@Test func aMailThatMayHaveGoneOutIsNotSentAgainByItself() throws {
    let office = try Office(
        "printf '%s\\n' '{\"event\":\"sending\"}'; seen 1; kill -KILL $$")
    let (outcome, events) = office.run(["a"])
    #expect(events == ["a failed"] && outcome.reports[0].attempts == 1)
    #expect(
        outcome.reports[0].findings.first?.message.contains("while it handed over the mail") == true
    )
}

@Test func withoutWorkersTheRestIsUnfinished() throws {
    let office = try Office("say rendered true")
    let (outcome, events) = office.run(["a", "b"], program: "/nowhere/at-all")
    #expect(events.isEmpty && outcome.reports.map(\.status) == [.unfinished, .unfinished])
    #expect(outcome.fault?.kind == .unavailable)
}

@Test func aWorkerThatEndsAtOnceIsTold() throws {
    let office = try Office("say rendered true")
    try office.folder.write("echo 'no such library' >&2; exit 127\n", to: "worker.sh")
    let (outcome, _) = office.run(["a", "b"], seconds: 30)
    #expect(outcome.reports.allSatisfy { $0.seconds < 20 })
    #expect(
        outcome.reports.compactMap(\.findings.first?.message) == [
            "the worker ended with exit code 127", "the worker ended with exit code 127",
        ])
    #expect(outcome.reports[0].findings.first?.hint == "no such library")
}
