import ArgumentParser
import Deck
import Diagnostics
import Files
import Publishing
import Rendering
import Tables
import Threads

/// `lamina batch`: many decks, unattended.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Renders many decks, unattended, and makes anew only what has changed.",
        discussion: """
            JOBS is a YAML file with a list `jobs:` of {id, deck, output, period, set, to} (and a `deck:` and an \
            `output:` for all of them), a file in .jsonl with such an object on each line, or a deck with a `matrix:` of \
            parameters. Each deck's files appear in its folder below -o all at once, or not at all. What is good \
            still is skipped, by a hash of all inputs; what fails leaves the last good files in their place. Workers \
            are processes of their own with limits: a crash costs one deck.

            The folder gets batch.json (what became of each deck), and health.json when all went well. Nothing is \
            printed but problems, unless a person looks on. `set` gives other values to the deck's `parameters:`. Only \
            one batch at a time may write to a folder; the other ends with 75.

            On many machines, each makes its shard of the jobs in a folder that they share: --shard I/N, or --shard auto, \
            which asks the variables of Slurm, Kubernetes, AWS Batch, Grid Engine and PBS. At the end, --status DIR tells what \
            became of all.

            Examples:
              lamina batch jobs.yaml -o /srv/decks
              lamina batch Decks/estados --output-name '{period}/{clave}'
              lamina batch jobs.yaml -o /srv/decks --shard auto --log-format json
              lamina batch --status /srv/decks

            Exit codes: 0 all good, 1 some decks failed or were not begun, 64 to 78 as for all commands, 75 another \
            batch has the folder, 130 and 143 ended by SIGINT and SIGTERM.
            """)

    @Argument(help: "A file of jobs, or a deck with a matrix.")
    var jobs: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder for all outputs. (default: Output/NAME, by the file of jobs or the deck)",
            valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "What the decks' folders are called, of {id}, {period} and parameters. (default: as the job says, else {id})",
            valueName: "template"))
    var outputName: NameArgument?

    @Option(
        help: ArgumentHelp(
            "The edition of all decks whose jobs do not say one: 2024-S2, 2024-T1 …",
            valueName: "period"))
    var period: PeriodArgument?

    @OptionGroup var wishes: OutputArguments
    @OptionGroup var mail: MailArguments

    @Option(
        name: .customLong("jobs"),
        help: ArgumentHelp(
            "Decks that are made at once, 1 to 256. (default: one a processor)", valueName: "n"))
    var workers: Int?

    @OptionGroup var limits: WorkerArguments
    @OptionGroup var input: LimitsOption

    @Flag(help: "Begin no further deck when one has failed.")
    var failFast = false

    @Option(help: ArgumentHelp("Begin no further deck after so many failures.", valueName: "n"))
    var maxFailures: Int?

    @Option(
        help: ArgumentHelp(
            """
            How often a deck is tried again whose failure may pass: a lock, a mail server that asks for patience, a worker \
            that was killed from outside. (default: 2)
            """, valueName: "n"))
    var retries = 2

    @Option(
        help: ArgumentHelp(
            "Make only this part of the jobs: shard I of N, from 0, or what the scheduler says.",
            valueName: "i/n|auto"))
    var shard: ShardArgument?

    @Option(
        help: ArgumentHelp(
            "With --shard auto: how many shards there are, where the scheduler does not say it.",
            valueName: "n"))
    var shardCount: Int?

    @Option(
        help: ArgumentHelp(
            "Make nothing; tell what became of the batch in this folder, and write its batch.json.",
            valueName: "dir"))
    var status: String?

    @Option(
        help: ArgumentHelp(
            """
            When all went well, remove the outputs of decks that the batch has no more, so many days after they were \
            made; 0 at once. (default: never)
            """, valueName: "days"))
    var keepDays: Int?

    @Flag(help: "Print the jobs with their folders, and make nothing.")
    var list = false

    @Option(
        help: ArgumentHelp(
            "How to tell what happens: text, or json with an object on each line of the standard output.",
            valueName: "text|json"))
    var logFormat = LogFormat.text

    @Flag(name: [.short, .long], help: "Print nothing but problems, even to a terminal.")
    var quiet = false

    @OptionGroup var resources: ResourcesOption

    func validate() throws {
        if [jobs, status, output].contains("") { throw ValidationError("A path is empty.") }
        switch (jobs, status) {
        case (nil, nil): throw ValidationError("Say a file of jobs, or a deck with a matrix.")
        case (_?, _?): throw ValidationError("Say jobs or --status, not both.")
        case (nil, _?) where output != nil || shard != nil:
            throw ValidationError("--status takes the folder, and neither -o nor --shard.")
        default: break
        }
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--jobs is from 1 to 256.")
        }
        if let maxFailures, maxFailures < 1 { throw ValidationError("--max-failures is from 1.") }
        if !(0...10).contains(retries) { throw ValidationError("--retries is from 0 to 10.") }
        if let keepDays, keepDays < 0 { throw ValidationError("--keep-days is from 0.") }
        if keepDays != nil, shard != nil {
            throw ValidationError("--keep-days goes with whole batches, not with --shard.")
        }
        if let shardCount, shardCount < 1 { throw ValidationError("--shard-count is from 1.") }
        if shardCount != nil, shard?.choice != .automatic {
            throw ValidationError("--shard-count goes with --shard auto.")
        }
    }

    func run() throws {
        try Report.reporting {
            if let status {
                try tell(statusOf: BatchFolder(path: status))
                return
            }
            _ = try DocumentDate.ofEnvironment()
            let planned = try plannedJobs()
            let shard = try shard?.shard(count: shardCount)
            let own = shard?.part(of: planned) ?? planned
            if list {
                for job in own { Report.tell("\(job.id)\t\(job.output)\n", on: .output) }
                return
            }
            let folder = BatchFolder(path: output ?? "Output/\(DeckPath(jobs ?? "").name)")
            try folder.requireApart(planned)
            let locks = try folder.locked(for: shard)
            defer { withExtendedLifetime(locks) {} }
            try make(own, of: planned, shard, in: folder)
        }
    }

    /// Runs what wants to know of signals by which it is asked to end; before, and after if there were none, they end the
    /// program at once.
    private static func watched<Value>(_ body: (SignalWatch) throws -> Value) throws -> Value {
        let watch: SignalWatch
        do throws(SystemError) {
            watch = try SignalWatch()
        } catch {
            throw Diagnostic.error("cannot watch for signals: \(error)", kind: .internalFailure)
        }
        return try withExtendedLifetime(watch) { try body(watch) }
    }

    // MARK: - Jobs

    private func plannedJobs() throws -> [BatchJob] {
        let path = DeckPath(jobs ?? "")
        let source = SourceFolder(path: path.folder, fileBytes: input.limits[.fileBytes])
        if path.file == "deck.yaml", FileStamp(of: path.folder) != nil, !isFolder(path.folder) {
            throw Diagnostic.error(
                "`\(path.folder)` is neither a deck nor a file of jobs by its name", kind: .usage,
                hint: "files of jobs end in .yaml, .yml or .jsonl")
        }
        guard try BatchFile.isOne(path.file, in: source, limits: input.limits) else {
            return try Deck.editions(
                of: jobs ?? "", file: path.file, in: source, output: outputName?.template,
                period: period?.period, cache: DeckArguments.cache, limits: input.limits)
        }
        return try BatchFile.read(
            path.file, in: source, output: outputName?.template, period: period?.period,
            limits: input.limits)
    }

    // MARK: - Making

    private func make(
        _ jobs: [BatchJob], of planned: [BatchJob], _ shard: Shard?, in folder: BatchFolder
    ) throws {
        let found = try resources.found()
        let wished = wishes.words + mail.words
        let fingerprint = EditionOptions.fingerprint(
            program: ExecutablePath.current, words: wishes.words + mail.contentWords)
        let plan = BatchPlan(jobs: planned, fingerprint: fingerprint, sendsMail: mail.sendmail)
        try plan.write(to: folder)
        let count = workers ?? processorCount
        // Fewer decks than processors share them.
        let threads = max(1, processorCount / max(1, min(count, jobs.count)))
        guard let program = ExecutablePath.current else {
            throw Diagnostic.error(
                "the system does not say where the program lies", kind: .configuration)
        }
        let run = BatchRun(
            jobs: jobs, folder: folder,
            workers: .init(
                count: count, program: program,
                arguments: ["worker", "--output=\(folder.path)"] + wished + limits.words
                    + input.words + [
                        "--fingerprint", fingerprint, "--parent", "\(Machine.process)", "--threads",
                        "\(min(64, threads))", "--resources=\(found.path)",
                    ],
                seconds: limits.timeLimit, memory: limits.memoryLimit << 20),
            mostFailures: failFast ? 1 : maxFailures, retries: retries)
        let summary = try Self.watched { watch in
            var log = BatchLog(format: logFormat, isQuiet: quiet, decks: jobs.count, watch: watch)
            let outcome = run.run(watch: watch) { log.tell($0) }
            log.end()
            let summary = BatchSummary(outcome.reports, shard: shard)
            log.tell(summary, in: folder.path)
            try summary.write(to: folder)
            if let request = outcome.request { throw ExitCode(request.exitCode) }
            if let fault = outcome.fault { throw fault }
            if summary.isGood, let keepDays {
                let gone = folder.removeOthers(than: planned, olderThan: keepDays, now: Machine.now)
                log.tellRemoved(gone)
            }
            return summary
        }
        guard summary.isGood else { throw ExitCode(FailureKind.general.rawValue) }
    }

    // MARK: - Status

    private func tell(statusOf folder: BatchFolder) throws {
        let plan = try BatchPlan.read(from: folder)
        let locks = try folder.locked(for: nil)
        defer { withExtendedLifetime(locks) {} }
        let summary = plan.status(in: folder, resources: try resources.found())
        var log = BatchLog(format: logFormat, isQuiet: quiet, decks: plan.jobs.count)
        for report in summary.reports { log.tell(.done(report)) }
        log.end()
        log.tell(summary, in: folder.path)
        try summary.write(to: folder)
        guard summary.isGood else { throw ExitCode(FailureKind.general.rawValue) }
    }
}

/// A part of the jobs as it is written on a command line: `0/4`, or `auto`.
struct ShardArgument: ExpressibleByArgument {
    enum Choice: Equatable {
        case written(Shard)
        case automatic
    }

    var choice: Choice

    init?(argument: String) {
        if argument == "auto" {
            choice = .automatic
            return
        }
        let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map {
            Int($0)
        }
        guard numbers.count == 2, let index = numbers[0], let count = numbers[1],
            let shard = Shard(index, of: count)
        else { return nil }
        choice = .written(shard)
    }

    /// The shard that it is.
    func shard(count: Int?) throws -> Shard {
        switch choice {
        case .written(let shard): shard
        case .automatic:
            try Shard.automatic(count: count) { Environment.value(named: $0) }
        }
    }
}

/// How a batch tells what happens.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}
