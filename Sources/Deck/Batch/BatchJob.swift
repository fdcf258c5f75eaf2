public import Diagnostics
public import Tables
import YAML

/// One deck of a batch.
public struct BatchJob: Hashable, Sendable {
    /// Its name, unique in the batch.
    public var id: String
    /// The deck: its folder, or a deck file in it, from where the command runs.
    public var deck: String
    /// Where its outputs go, below the batch's folder.
    public var output: String
    /// Another edition than the deck file's; `nil` for that one.
    public var period: Period?
    /// Other values for the deck's parameters.
    public var set: [String: String]
    /// Who gets its mail, in place of those whom the deck names.
    public var recipients: [String]
    /// Where it is written; `nil` where it follows from a deck.
    public var location: SourceLocation?

    /// A job, part by part.
    public init(
        id: String, deck: String, output: String, period: Period? = nil,
        set: [String: String] = [:], recipients: [String] = [], location: SourceLocation? = nil
    ) {
        self.id = id
        self.deck = deck
        self.output = output
        self.period = period
        self.set = set
        self.recipients = recipients
        self.location = location
    }

    /// More belong into several batches: each is planned as a whole.
    static let most = 100_000

    /// What names of its outputs can be made of.
    static func parts(id: String, period: Period?, set: [String: String]) -> [String: String] {
        var parts = set
        parts["id"] = id
        if let period { parts["period"] = period.description }
        return parts
    }
}

extension BatchJob {
    /// What holds for all jobs of a file unless they say otherwise.
    struct Usual {
        var deck: String?
        var output: NameTemplate?
        /// What outputs are called whatever jobs say.
        var forced: NameTemplate?
        /// The edition of those that do not say one.
        var period: Period?
        /// What a deck's name in the file is as a path.
        var path: (String) -> String
    }

    /// Reads a mapping of `id`, `deck`, `output`, `period`, `set` and `to`; what is wrong is noted.
    init?(reading node: Node, _ usual: Usual, into reading: Reading) {
        let fields = Fields(node, "a job", reading)
        let id = fields.requiredText("id")
        let deck = fields.text("deck") ?? usual.deck
        let output = fields.text("output")
        let period =
            fields.text("period").flatMap { text in
                Period(text, at: node["period"]?.location ?? node.location, reading)
            }
            ?? usual.period
        let set = fields.parameters("set")
        let recipients = fields.texts("to")
        fields.finish()
        if deck == nil, node.pairs != nil {
            reading.error(
                "the job names no deck", at: node.location,
                hint: "write “deck:” in it, or once for all beside “jobs:”")
        }
        guard let id, let deck else { return nil }
        if id.isBlank || id.utf8.count > 200 {
            reading.error("an id has 1 to 200 bytes", at: node["id"]?.location ?? node.location)
            return nil
        }
        let place = node["output"]?.location ?? node.location
        let parts = BatchJob.parts(id: id, period: period, set: set)
        let folder = try? reading.noting {
            let template = try output.map { try NameTemplate($0, at: place) } ?? usual.output
            return try (usual.forced ?? template ?? NameTemplate("{id}")).filled(parts, at: place)
        }
        guard let folder else { return nil }
        self.init(
            id: id, deck: usual.path(deck), output: folder, period: period, set: set,
            recipients: recipients, location: node.location)
    }

    /// Notes names that two jobs have, and outputs that lie in each other.
    static func requireApart(_ jobs: [BatchJob], into reading: Reading) {
        func refuse(_ message: String, _ job: BatchJob, hint: String) {
            reading.findings.add(.error(message, at: job.location, hint: hint))
        }
        if jobs.count > most, let first = jobs.first {
            refuse(
                "there are \(jobs.count) jobs, more than the \(most) allowed", first,
                hint: "make several batches")
        }
        var names: [String: BatchJob] = [:]
        var outputs: [String: BatchJob] = [:]
        for job in jobs {
            if let first = names.updateValue(job, forKey: job.id) {
                let place = first.location.map { "at \($0)" } ?? "above"
                refuse("the id “\(job.id)” is used twice", job, hint: "it is first used \(place)")
            } else if let first = outputs.updateValue(job, forKey: job.output) {
                refuse(
                    "“\(job.id)” and “\(first.id)” both go to “\(job.output)”", job,
                    hint: "write an output with {id}, {period} or a parameter that differs")
            }
            if job.id.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            {
                refuse(
                    "an id has no control characters", job,
                    hint: "messages and lists name the deck by it")
            }
            if job.output.prefix(while: { $0 != "/" }).hasSuffix(".json") {
                refuse(
                    "an output's folder is not called “\(job.output)”", job,
                    hint: "names in .json are those of the batch's own files")
            }
        }
        for job in jobs {
            let parts = job.output.split(separator: "/")
            for count in parts.indices.dropFirst() {
                let outer = parts[..<count].joined(separator: "/")
                guard let other = outputs[outer] else { continue }
                refuse(
                    "the output “\(job.output)” lies in that of “\(other.id)”, “\(outer)”", job,
                    hint: "give them folders beside each other")
            }
        }
    }
}
