public import Diagnostics
public import JSON

/// What became of one deck of a batch.
public struct EditionReport: Hashable, Sendable {
    /// How it went.
    public enum Status: String, Hashable, Sendable {
        /// It was made.
        case rendered
        /// What was made before is good still.
        case skipped
        /// It was not made; what was made before is in its place.
        case failed
        /// Its turn did not come.
        case unfinished
    }

    /// The job's name.
    public var id: String
    /// Its folder below the batch's.
    public var output: String
    /// How it went.
    public var status: Status
    /// What was wrong or doubtful.
    public var findings: [Diagnostic] = []
    /// How many pages it has.
    public var pages = 0
    /// Whether its files were made, this time, even where something failed after that.
    public var isMade = false
    /// Whether its mail was handed to the mail server, this time.
    public var isSent = false
    /// How long it took.
    public var seconds = 0.0
    /// How often it was tried.
    public var attempts = 1

    /// A report on a job.
    public init(id: String, output: String, status: Status) {
        (self.id, self.output, self.status) = (id, output, status)
    }

    /// The kind of the first error.
    var failure: FailureKind? { Diagnostics(findings).failure }

    /// What stays the same from run to run if the decks do.
    var summary: JSONText { .object(members) }

    /// The report on one line, with how long it took.
    public var line: JSONText {
        .object(
            [("event", .text("deck"))] + members
                + [
                    ("seconds", .decimal((seconds * 1000).rounded() / 1000)),
                    ("attempts", .number(attempts)),
                ] + (isMade ? [("made", .bool(true))] : []))
    }

    private var members: [(String, JSONText)] {
        [
            ("id", .text(id)), ("output", .text(output)), ("status", .text(status.rawValue)),
            ("pages", .number(pages)),
        ] + (isSent ? [("sent", .bool(true))] : []) + [
            ("findings", .array(findings.map(\.json)))
        ]
    }

    /// What a worker says when it begins to hand a mail over.
    public static let sendingLine = #"{"event":"sending"}"#

    /// Reads what `line` wrote.
    init(reading text: String) throws(Diagnostic) {
        self.init(id: "", output: "", status: .failed)
        var json = JSONReader(Array(text.utf8), file: "a worker's answer")
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "id": id = try json.text()
            case "output": output = try json.text()
            case "status": status = Status(rawValue: try json.text()) ?? .failed
            case "pages": pages = try json.whole()
            case "made": isMade = try json.bool()
            case "sent": isSent = try json.bool()
            case "findings": findings = try json.list(Diagnostic.init)
            case "seconds": seconds = try json.number()
            case "attempts": attempts = try json.whole()
            default: try json.skipValue()
            }
        }
        try json.end()
    }
}
