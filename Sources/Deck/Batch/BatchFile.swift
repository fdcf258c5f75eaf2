public import Diagnostics
public import Files
public import Tables
import YAML

/// A file of jobs: YAML with a list `jobs:`, or JSON with a job on each line.
public enum BatchFile {
    /// Whether a file is one of jobs rather than a deck: by its ending, or by its keys.
    public static func isOne(
        _ file: String, in folder: SourceFolder, limits: Limits = Limits()
    ) throws -> Bool {
        if file.hasSuffix(".jsonl") { return true }
        let node = try Node.parse(
            folder.read(file), file: folder.displayPath(file), values: limits[.yamlValues])
        return node["jobs"] != nil || node["slides"] == nil
    }

    /// Reads the jobs of a file, in its order; those in lines are told by its ending, `.jsonl`.
    ///
    /// Names are unique and outputs apart from each other before anything is drawn. Decks are named from the
    /// file's folder.
    ///
    /// - Parameters:
    ///   - output: what outputs are called, whatever the file says; `nil` for that.
    ///   - period: the edition of jobs that do not say one; `nil` for the deck's.
    ///   - limits: how much the file may hold.
    /// - Throws: `Diagnostics` with all that is wrong, each with its place.
    public static func read(
        _ file: String, in folder: SourceFolder, output: NameTemplate? = nil,
        period: Period? = nil, limits: Limits = Limits()
    ) throws -> [BatchJob] {
        let bytes = try folder.read(file)
        let shown = folder.displayPath(file)
        let reading = Reading()
        let path = { (deck: String) in
            deck.utf8.first == UInt8(ascii: "/") ? deck : folder.displayPath(deck)
        }
        let usual = BatchJob.Usual(forced: output, period: period, path: path)
        var jobs: [BatchJob] = []
        if file.hasSuffix(".jsonl") {
            jobs = try JSONLines.nodes(bytes, file: shown, into: reading).compactMap { node in
                BatchJob(reading: node, usual, into: reading)
            }
        } else {
            let node = try Node.parse(bytes, file: shown, values: limits[.yamlValues])
            jobs = try self.jobs(of: node, usual, into: reading)
        }
        if jobs.isEmpty, reading.findings.all.isEmpty {
            reading.error(
                "the file has no job", at: SourceLocation(file: shown, line: 1, column: 1))
        }
        BatchJob.requireApart(jobs, into: reading)
        try reading.findings.throwIfErrors()
        return jobs
    }

    /// The jobs of a mapping of `jobs`, and of `deck` and `output` for all of them; what is wrong is noted.
    static func jobs(
        of node: Node, _ usual: BatchJob.Usual, into reading: Reading
    ) throws -> [BatchJob] {
        let fields = Fields(node, "a file of jobs", reading)
        var usual = usual
        usual.deck = fields.text("deck")
        if let text = fields.text("output") {
            usual.output = try reading.noting {
                try NameTemplate(text, at: node["output"]?.location)
            }
        }
        let jobs = fields.requiredList("jobs").compactMap { item in
            BatchJob(reading: item, usual, into: reading)
        }
        fields.finish()
        return jobs
    }
}
