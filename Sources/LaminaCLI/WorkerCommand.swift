import ArgumentParser
import Deck
import Diagnostics
import Files
import Publishing
import Rendering

/// `lamina worker`: makes the decks that `lamina batch` gives it, a job a line, and answers each with a report.
///
/// A program of its own, so that what goes wrong in it (a crash, a hang, too much memory) costs one deck.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Makes decks for lamina batch.", shouldDisplay: false)

    @Option(help: "The batch's folder.")
    var output: String

    @OptionGroup var wishes: OutputArguments
    @OptionGroup var mail: MailArguments
    @OptionGroup var limits: WorkerArguments
    @OptionGroup var input: LimitsOption
    @OptionGroup var resources: ResourcesOption
    @OptionGroup var threads: ThreadsOption

    @Option(help: "What tells the program and its options from others.")
    var fingerprint: String

    @Option(help: "The process that gives the jobs.")
    var parent: Int32

    func run() throws {
        try Report.reporting {
            // Whoever gave the jobs is gone: nobody waits for the answers.
            guard ProcessLimits.end(with: parent) else { return }
            ProcessLimits.leaveNoCore()
            // Who asks all processes to end at once means the batch, which ends us.
            StandardStream.ignoreRequestsToEnd()
            let memory = MemoryLimit(bytes: limits.memoryLimit << 20)
            let maker = try EditionMaker(
                into: BatchFolder(path: output), options: options, resources: resources.found(),
                cache: DeckArguments.cache, fingerprint: fingerprint, limits: input.limits,
                isForced: limits.force,
                isResending: mail.resend,
                threads: threads.count,
                sending: { handOver in
                    Report.tell("\(EditionReport.sendingLine)\n", on: .output)
                    // The mail server's program is not the deck's.
                    try memory.lifted(handOver)
                })
            while let line = readLine() {
                let job = try BatchJob(reading: line)
                WorkerFault(of: job.id)?.happen()
                Report.tell("\(maker.make(job).line)\n", on: .output)
            }
        }
    }

    private var options: EditionOptions {
        EditionOptions(
            formats: wishes.format.formats, pixelWidth: wishes.width, scale: wishes.density,
            profile: wishes.png.profile, ground: wishes.transparent ? .transparent : .white,
            standards: wishes.pdfStandard.standards, attachesData: wishes.attachData,
            isStrict: wishes.strict, documentName: wishes.documentName?.template,
            pageName: wishes.pageName?.template, mail: mail.wish,
            mostBytes: limits.outputLimit << 20)
    }
}

/// A fault that a test asks for, by the variable `LAMINA_WORKER_FAULT`: `crash=ID,ID;hang=ID;exit=ID;fill=ID`.
///
/// No input makes a worker crash as far as we know, so what then happens could not be tested otherwise.
private enum WorkerFault: String {
    case crash
    case hang
    case exit
    case fill

    init?(of id: String) {
        guard let text = Environment.value(named: "LAMINA_WORKER_FAULT") else { return nil }
        for rule in text.split(separator: ";") {
            let sides = rule.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let fault = WorkerFault(rawValue: String(sides[0])),
                sides[1].split(separator: ",").contains(Substring(id))
            else { continue }
            self = fault
            return
        }
        return nil
    }

    func happen() {
        switch self {
        // A trap, as a bug of ours would be one: what its parent makes of that is what the test wants to see.
        case .crash: fatalError("a test asked for it")
        case .hang: while true { Machine.rest(milliseconds: 1000) }
        case .exit: LaminaCommand.exit(withError: ExitCode(3))
        case .fill:
            var memory: [[UInt8]] = []
            while true { memory.append([UInt8](repeating: 1, count: 16 << 20)) }
        }
    }
}
