public import Deck
import Diagnostics
import Files
import JSON

/// All jobs of a batch, as shards leave them for the machine that looks at the whole: `.lamina/plan.json`.
public struct BatchPlan: Sendable {
    private static let format = "lamina-plan/1"

    /// The jobs.
    public var jobs: [BatchJob]
    /// What stands for the program and its options in records.
    public var fingerprint: String

    /// Whether the mail of each deck is handed to the mail server.
    public var sendsMail: Bool

    /// A plan of jobs.
    public init(jobs: [BatchJob], fingerprint: String, sendsMail: Bool = false) {
        (self.jobs, self.fingerprint, self.sendsMail) = (jobs, fingerprint, sendsMail)
    }

    /// Leaves it in a batch's folder; all shards leave the same.
    ///
    /// Decks are named from the root, for those who look from elsewhere.
    ///
    /// - Throws: a `Diagnostic` where it cannot be written.
    public func write(to folder: BatchFolder) throws {
        let lines = jobs.map { job in
            var job = job
            job.deck = absolutePath(of: job.deck)
            return job.line
        }
        let json = JSONText.object([
            ("format", .text(Self.format)), ("fingerprint", .text(fingerprint)),
            ("sends-mail", .bool(sendsMail)), ("jobs", .texts(lines)),
        ])
        try writeAtomically(Array(json.lines.utf8), to: folder.plan)
    }

    /// The plan of a batch's folder.
    ///
    /// - Throws: a `Diagnostic` where there is none.
    public static func read(from folder: BatchFolder) throws -> BatchPlan {
        let bytes: [UInt8]
        do {
            bytes = try SourceFolder(path: folder.records).read("plan.json", limit: 1 << 30)
        } catch var finding as Diagnostic {
            finding.hint = "is this the folder of a batch? --status takes what -o named"
            throw finding
        }
        var plan = BatchPlan(jobs: [], fingerprint: "")
        var format = ""
        var json = JSONReader(bytes, file: folder.plan)
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "format": format = try json.text()
            case "fingerprint": plan.fingerprint = try json.text()
            case "sends-mail": plan.sendsMail = try json.bool()
            case "jobs":
                plan.jobs = try json.list { json throws(Diagnostic) in
                    try BatchJob(reading: try json.text())
                }
            default: try json.skipValue()
            }
        }
        guard format == Self.format, !plan.jobs.isEmpty, plan.jobs.allSatisfy({ !$0.id.isEmpty })
        else {
            throw Diagnostic.error(
                "this is no plan of a batch", at: SourceLocation(file: folder.plan),
                hint: "lamina batch writes it anew")
        }
        return plan
    }
}
