import Deck
import Diagnostics
import Files
public import JSON
import Scales

/// What became of a batch: the file `batch.json`.
public struct BatchSummary: Sendable {
    /// The reports, in the order of the jobs.
    public let reports: [EditionReport]
    /// Which part of the batch it is; `nil` for all of it.
    public let shard: Shard?

    /// A summary of reports.
    public init(_ reports: [EditionReport], shard: Shard?) {
        (self.reports, self.shard) = (reports, shard)
    }

    /// How many decks went a way.
    public func count(_ status: EditionReport.Status) -> Int {
        reports.count { $0.status == status }
    }

    /// Whether all decks are good.
    public var isGood: Bool { count(.failed) == 0 && count(.unfinished) == 0 }

    /// In a sentence: `200 decks: 156 rendered, 44 failed`.
    public var sentence: String {
        let all = [EditionReport.Status.rendered, .skipped, .failed, .unfinished]
        let parts = all.compactMap { status in
            count(status) == 0 ? nil : "\(count(status)) \(status.rawValue)"
        }
        let decks = reports.count == 1 ? "1 deck" : "\(reports.count) decks"
        return parts.isEmpty ? decks : "\(decks): \(parts.joined(separator: ", "))"
    }

    private var members: [(String, JSONText)] {
        [
            ("format", .text("lamina-batch/1")), ("program", .text(RunReport.programVersion)),
            ("shard", shard.map { .text($0.description) } ?? .null),
            ("decks", .number(reports.count)), ("rendered", .number(count(.rendered))),
            ("skipped", .number(count(.skipped))), ("failed", .number(count(.failed))),
            ("unfinished", .number(count(.unfinished))),
        ]
    }

    /// The counts on one line, as the end of a log.
    public var line: JSONText { .object([("event", .text("end"))] + members) }

    /// Writes it into the batch's folder; where all of the batch went well, touches its health, too.
    ///
    /// - Throws: a `Diagnostic` where it cannot be written.
    public func write(to folder: BatchFolder) throws {
        let json = JSONText.object(members + [("jobs", .array(reports.map(\.summary)))])
        try writeAtomically(Array(json.lines.utf8), to: folder.summary(of: shard))
        guard isGood, shard == nil else { return }
        let health = JSONText.object([
            ("format", .text("lamina-health/1")), ("at", .text(RunLog.moment(Machine.now))),
            ("decks", .number(reports.count)),
        ])
        try writeAtomically(Array(health.lines.utf8), to: folder.health)
    }
}
