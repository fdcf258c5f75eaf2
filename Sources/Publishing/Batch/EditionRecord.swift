import Deck
import Diagnostics
import Files
import JSON
import Tables

/// What a batch remembers of a deck: how it went the last time, and what its good outputs are made of.
struct EditionRecord: Hashable, Sendable {
    /// A file by its path and SHA-256.
    struct File: Hashable, Sendable {
        var path: String
        var digest: String
        /// Whether it comes with the program.
        var isOfProgram = false
    }

    /// Outputs that are whole, and all that they follow from.
    struct Good: Hashable, Sendable {
        /// The digest of the program and of what it was asked for.
        var wish: String
        /// The date that the environment wished for; empty for none.
        var date: String
        /// What was read.
        var inputs: [File]
        /// What was written, by paths in the deck's folder.
        var outputs: [File]
        /// What was doubtful.
        var warnings: [Diagnostic]
        /// How many pages there are.
        var pages: Int
        /// The Message-ID of its mail; empty where it has none.
        var message: String
        /// The digest of what its mail says, apart from its date; empty where it has none.
        var saying: String
    }

    var id = ""
    var output = ""
    /// The deck's folder and file.
    var folder = ""
    var file = ""
    /// The last good outputs; `nil` where there were none yet.
    var good: Good?
    /// Outputs that are about to take their place: a crash may come between them and `good`.
    var pending: [File] = []
    /// Why it failed the last time; empty where it did not.
    var failure: [Diagnostic] = []
}

extension EditionRecord {
    private static let format = "lamina-edition/1"

    /// The record at a path; `nil` where there is none, or none that can be read: its deck is made anew then.
    static func read(at path: String) -> EditionRecord? {
        let (folder, name) = pathParts(of: path)
        guard let bytes = try? SourceFolder(path: folder).read(name),
            let record = try? EditionRecord(bytes, file: path)
        else { return nil }
        return record
    }

    /// What is remembered of a job's deck, which may be nothing yet.
    static func current(of job: BatchJob, in folder: BatchFolder) -> EditionRecord {
        var record = read(at: folder.record(of: job)) ?? EditionRecord()
        let place = DeckPath(job.deck)
        (record.id, record.output) = (job.id, job.output)
        (record.folder, record.file) = (place.folder, place.file)
        return record
    }

    /// Puts it in the place of what was remembered.
    func write(to path: String) throws { try writeAtomically(Array(json.lines.utf8), to: path) }

    private var json: JSONText {
        .object([
            ("format", .text(Self.format)), ("id", .text(id)), ("output", .text(output)),
            ("folder", .text(folder)), ("file", .text(file)),
            ("failure", .array(failure.map(\.json))), ("pending", .array(pending.map(\.json))),
            (
                "good",
                good.map { good in
                    .object([
                        ("wish", .text(good.wish)), ("date", .text(good.date)),
                        ("inputs", .array(good.inputs.map(\.json))),
                        ("outputs", .array(good.outputs.map(\.json))),
                        ("warnings", .array(good.warnings.map(\.json))),
                        ("pages", .number(good.pages)), ("message", .text(good.message)),
                        ("saying", .text(good.saying)),
                    ])
                } ?? .null
            ),
        ])
    }

    private init(_ bytes: [UInt8], file path: String) throws(Diagnostic) {
        var format = ""
        var json = JSONReader(bytes, file: path)
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "format": format = try json.text()
            case "id": id = try json.text()
            case "output": output = try json.text()
            case "folder": folder = try json.text()
            case "file": file = try json.text()
            case "failure": failure = try json.list(Diagnostic.init)
            case "good": good = try json.optional(Good.init)
            case "pending": pending = try json.list(File.init)
            default: try json.skipValue()
            }
        }
        try json.end()
        guard format == Self.format else { throw .error("another format") }
    }
}

extension EditionRecord.Good {
    fileprivate init(reading json: inout JSONReader) throws(Diagnostic) {
        self.init(
            wish: "", date: "", inputs: [], outputs: [], warnings: [], pages: 0, message: "",
            saying: "")
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "wish": wish = try json.text()
            case "date": date = try json.text()
            case "inputs": inputs = try json.list(EditionRecord.File.init)
            case "outputs": outputs = try json.list(EditionRecord.File.init)
            case "warnings": warnings = try json.list(Diagnostic.init)
            case "pages": pages = try json.whole()
            case "message": message = try json.text()
            case "saying": saying = try json.text()
            default: try json.skipValue()
            }
        }
    }
}

extension EditionRecord.File {
    fileprivate var json: JSONText {
        .object(
            [("path", .text(path)), ("sha256", .text(digest))]
                + (isOfProgram ? [("origin", .text("program"))] : []))
    }

    fileprivate init(reading json: inout JSONReader) throws(Diagnostic) {
        self.init(path: "", digest: "")
        try json.members { json, key throws(Diagnostic) in
            switch key {
            case "path": path = try json.text()
            case "sha256": digest = try json.text()
            case "origin": isOfProgram = try json.text() == "program"
            default: try json.skipValue()
            }
        }
    }
}
