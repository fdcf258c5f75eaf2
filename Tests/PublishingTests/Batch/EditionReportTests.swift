import Deck
import Diagnostics
import Files
import JSON
import Tables
import Testing

@testable import Publishing

@Test func jobsAndReportsSurviveTheirLines() throws {
    let job = BatchJob(
        id: "a \"b\"\n", deck: "/srv/ñ", output: "x/y", period: Period("2024-S1"),
        set: ["estado": "Nuevo León", "tope": "1"], recipients: ["Ana <ana@example.mx>"])
    #expect(!job.line.contains("\n"))
    #expect(try BatchJob(reading: job.line) == job)
    var report = EditionReport(id: job.id, output: job.output, status: .failed)
    report.findings = [
        .error(
            "what", kind: .inputMissing, at: SourceLocation(file: "a", line: 1, column: 2),
            hint: "how"),
        .warning("doubt"), .error("bug", kind: .internalFailure, at: SourceLocation(file: "b")),
    ]
    (report.pages, report.seconds, report.attempts, report.isSent) = (3, 1.25, 2, true)
    #expect(try EditionReport(reading: report.line.description) == report)
    #expect(throws: Diagnostic.self) { try EditionReport(reading: "nonsense") }
    #expect(throws: Diagnostic.self) { try BatchJob(reading: "{\"id\":1}") }
}

@Test func recordsSurviveTheirFile() throws {
    let folder = try Folder()
    var record = EditionRecord(id: "a", output: "x/y", folder: "/srv", file: "deck.yaml")
    let path = "\(folder.path)/record.json"
    for good in [
        nil,
        EditionRecord.Good(
            wish: "w", date: "0",
            inputs: [
                .init(path: "a", digest: "1"), .init(path: "b", digest: "2", isOfProgram: true),
            ],
            outputs: [.init(path: "a.pdf", digest: "3")], warnings: [.warning("doubt")], pages: 2,
            message: "m@x", saying: "5"),
    ] {
        record.good = good
        (record.failure, record.pending) = (
            [.error("no")], [.init(path: "b.pdf", digest: "4")]
        )
        try record.write(to: path)
        #expect(EditionRecord.read(at: path) == record)
    }
    for broken in ["", "{}", "[1]", "{\"format\":\"lamina-edition/2\"}", "{\"format\":1}"] {
        try writeAtomically(Array(broken.utf8), to: path)
        #expect(EditionRecord.read(at: path) == nil)
    }
    #expect(EditionRecord.read(at: "\(folder.path)/none.json") == nil)
}

@Test func aSummaryCountsAndKnowsWhetherAllIsWell() {
    let reports = [EditionReport.Status.rendered, .skipped, .skipped, .failed, .unfinished].map {
        EditionReport(id: "x", output: "x", status: $0)
    }
    let summary = BatchSummary(reports, shard: nil)
    #expect(
        summary.sentence == "5 decks: 1 rendered, 2 skipped, 1 failed, 1 unfinished"
            && !summary.isGood)
    #expect(BatchSummary(Array(reports.prefix(1)), shard: nil).sentence == "1 deck: 1 rendered")
    #expect(BatchSummary(Array(reports.prefix(3)), shard: nil).isGood)
    #expect(!BatchSummary([reports[4]], shard: nil).isGood)
}
