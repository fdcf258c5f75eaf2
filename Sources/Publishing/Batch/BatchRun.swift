public import Deck
import Diagnostics
public import Files

/// Many decks, made by worker processes: a crash, a hang or too much memory costs one deck.
public struct BatchRun: Sendable {
    /// How workers are started and bounded.
    public struct Workers: Sendable {
        /// How many work at once.
        public var count: Int
        /// The program.
        public var program: String
        /// Its arguments: it reads jobs from its input and answers each with a report.
        public var arguments: [String]
        /// Seconds that a deck may take.
        public var seconds: Double
        /// Bytes of memory that they were told to keep to, for messages.
        public var memory: Int

        /// Workers, part by part.
        public init(
            count: Int, program: String, arguments: [String], seconds: Double, memory: Int
        ) {
            (self.count, self.program, self.arguments) = (count, program, arguments)
            (self.seconds, self.memory) = (seconds, memory)
        }
    }

    /// What happens, for those who watch.
    public enum Event: Sendable {
        /// A deck is done.
        case done(EditionReport)
        /// A deck failed in a way that may pass, and is tried again after so many seconds.
        case retry(EditionReport, after: Double)
    }

    /// How it ended.
    public struct Outcome: Sendable {
        /// A report on each job, in their order.
        public var reports: [EditionReport]
        /// The signal that ended it before its time; `nil` for none.
        public var request: SignalWatch.Request?
    }

    /// The jobs.
    public var jobs: [BatchJob]
    /// The batch's folder.
    public var folder: BatchFolder
    /// The workers.
    public var workers: Workers
    /// Failures after which no further deck is begun; `nil` for no end.
    public var mostFailures: Int?
    /// How often a deck is tried again whose failure may pass.
    public var retries: Int

    /// A run, part by part.
    public init(
        jobs: [BatchJob], folder: BatchFolder, workers: Workers, mostFailures: Int?, retries: Int
    ) {
        self.jobs = jobs
        self.folder = folder
        self.workers = workers
        self.mostFailures = mostFailures
        self.retries = retries
    }

    /// Seconds before a deck is tried again, more each time.
    private static let pause = 1.0

    /// A job whose turn is to come.
    private struct Turn {
        var job: BatchJob
        var attempt: Int
        /// Not before this moment of `Machine.uptime`.
        var moment: Double
    }

    /// A worker and what it is doing.
    private struct Desk {
        var worker: ChildProcess?
        var turn: Turn?
        /// When its turn began.
        var start = 0.0
        var deadline = 0.0
        /// Whether it is handing a mail to the mail server, which is not part of the deck's time.
        var isSending = false
    }

    /// Makes the decks.
    ///
    /// - Parameters:
    ///   - watch: signals that end it: workers are ended, what they were making is dropped.
    ///   - report: told what happens.
    /// - Throws: a `Diagnostic` where no worker can be started.
    public func run(
        watch: SignalWatch?, report: (Event) -> Void
    ) throws -> Outcome {
        var turns = jobs.map { Turn(job: $0, attempt: 1, moment: 0) }
        // Taken from the end.
        turns.reverse()
        var desks = Array(repeating: Desk(), count: max(1, min(workers.count, jobs.count)))
        var reports: [String: EditionReport] = [:]
        var failures = 0
        // Whether the system gives no more workers.
        var isShort = false
        var request: SignalWatch.Request?

        func settle(_ desk: inout Desk, _ found: EditionReport) {
            guard let turn = desk.turn else { return }
            desk.turn = nil
            var found = found
            found.attempts = turn.attempt
            // What is wrong with a deck as a whole, or with its parameters, is mended where its job is written.
            for index in found.findings.indices
            where found.findings[index].severity == .error && found.findings[index].location == nil
            {
                found.findings[index].location = turn.job.location
            }
            if found.status == .failed, turn.attempt <= retries, Self.mayPass(found) {
                let pause = Self.pause * Double(turn.attempt)
                report(.retry(found, after: pause))
                // First in the row, so that it comes as soon as its time has come.
                turns.append(
                    Turn(job: turn.job, attempt: turn.attempt + 1, moment: Machine.uptime + pause))
                return
            }
            if found.status == .failed { failures += 1 }
            reports[turn.job.id] = found
            report(.done(found))
        }

        while true {
            if let asked = watch?.request() {
                request = asked
                break
            }
            let isOver = mostFailures.map { failures >= $0 } ?? false
            // The last worker that could be started has ended: there may be room for another now.
            if desks.allSatisfy({ $0.worker == nil }) { isShort = false }
            for index in desks.indices
            where desks[index].turn == nil && !isOver && !(isShort && desks[index].worker == nil) {
                let now = Machine.uptime
                guard let next = turns.lastIndex(where: { $0.moment <= now }) else { break }
                let turn = turns.remove(at: next)
                (desks[index].turn, desks[index].start) = (turn, now)
                (desks[index].deadline, desks[index].isSending) = (now + workers.seconds, false)
                let isAlone = !desks.contains { $0.worker != nil }
                guard try begin(&desks[index], isAlone: isAlone) else {
                    // Those that could be started go on without this one.
                    desks[index].turn = nil
                    turns.append(turn)
                    isShort = true
                    break
                }
            }
            let isWaiting = !isOver && !turns.isEmpty
            let busy = desks.filter { $0.turn != nil }
            if busy.isEmpty, !isWaiting { break }
            // Until a deck's time is over, or, with a free desk, a deck that is tried again has its turn.
            let retry =
                !isShort && busy.count < desks.count && isWaiting ? turns.map(\.moment).min() : nil
            let moment = (busy.map(\.deadline) + [retry].compactMap(\.self)).min() ?? 0
            let pause = max(0, min(60, moment - Machine.uptime))
            ChildProcess.wait(
                for: busy.compactMap(\.worker), watch: watch, milliseconds: Int(pause * 1000) + 1)
            // Who is asked to end may see its workers end by the same signal.
            if let asked = watch?.request() {
                request = asked
                break
            }
            for index in desks.indices where desks[index].turn != nil {
                if let found = answer(of: &desks[index]) { settle(&desks[index], found) }
            }
        }
        if request != nil { waitForMails(&desks) { settle(&$0, $1) } }
        for index in desks.indices {
            desks[index].worker?.stop()
            if let job = desks[index].turn?.job { sweep(job) }
        }
        return Outcome(
            reports: jobs.map { job in
                reports[job.id]
                    ?? EditionReport(id: job.id, output: job.output, status: .unfinished)
            }, request: request)
    }

    /// Whether a failure may pass by itself.
    ///
    /// Such are a lock that is held, a server that asks for patience, a worker that somebody else ended. What a deck
    /// or its data do wrong they do again.
    private static func mayPass(_ report: EditionReport) -> Bool {
        report.failure == .temporary
    }

    // MARK: - Workers

    /// Gives a worker its job; a new one where there is none, or it has ended meanwhile.
    ///
    /// - Returns: false where the system gives none, and others are at work.
    private func begin(_ desk: inout Desk, isAlone: Bool) throws -> Bool {
        guard let job = desk.turn?.job else { return true }
        for _ in 1...2 {
            if let worker = desk.worker, (try? worker.send(job.line)) != nil { return true }
            do throws(SystemError) {
                desk.worker = try ChildProcess(
                    workers.program, workers.arguments,
                    environment: ["SWIFT_BACKTRACE": "enable=no"])
            } catch {
                desk.worker = nil
                guard isAlone else { return false }
                throw Diagnostic.error(
                    "cannot start a worker: \(error)", kind: .unavailable,
                    hint:
                        "are there too many processes, or too few files that may be open (ulimit -n)?"
                )
            }
        }
        // It ended at once: its stream for errors says why.
        return true
    }

    /// What a worker says of its job; `nil` as long as it is at it.
    private func answer(of desk: inout Desk) -> EditionReport? {
        guard let worker = desk.worker, let job = desk.turn?.job else { return nil }
        let (lines, isOpen) = worker.answers()
        for line in lines {
            if line == EditionReport.sendingLine {
                desk.isSending = true
                desk.deadline = Machine.uptime + Self.sendingTime
            }
            if let report = try? EditionReport(reading: line), report.id == job.id { return report }
        }
        if isOpen, Machine.uptime < desk.deadline { return nil }
        let isLate = isOpen
        if isLate { worker.stop() } else { worker.finish(milliseconds: 500) }
        let said = worker.takeComplaints().split(whereSeparator: \.isNewline).first.map(String.init)
        defer { desk.worker = nil }
        let finding: Diagnostic
        if isLate {
            finding = .error(
                "the deck took longer than \(Self.words(workers.seconds)) s and was stopped",
                kind: .general,
                hint: "raise it with --time-limit")
        } else {
            finding = fault(of: worker, said)
        }
        var report = EditionReport(id: job.id, output: job.output, status: .failed)
        report.findings = [finding]
        report.seconds = Machine.uptime - desk.start
        note(report, job)
        return report
    }

    /// Seconds that a mail server has; it is stopped by the worker itself before.
    private static let sendingTime = 150.0
    /// Seconds that a mail on its way has when the batch is to end.
    private static let patience = 0.6

    /// Gives mails that are being handed over a moment: to end in between would mean to hand them over again.
    private func waitForMails(_ desks: inout [Desk], _ settle: (inout Desk, EditionReport) -> Void)
    {
        let end = Machine.uptime + Self.patience
        while Machine.uptime < end, desks.contains(where: { $0.isSending && $0.turn != nil }) {
            ChildProcess.wait(for: desks.compactMap(\.worker), watch: nil, milliseconds: 20)
            for index in desks.indices where desks[index].isSending && desks[index].turn != nil {
                if let found = answer(of: &desks[index]) { settle(&desks[index], found) }
            }
        }
    }

    private func fault(of worker: ChildProcess, _ said: String?) -> Diagnostic {
        let held = "\(worker.peakMemory >> 20) MB of the \(workers.memory >> 20) MB allowed"
        let isFull = worker.peakMemory > workers.memory / 2
        let hint = isFull ? "it held \(held): raise it with --memory-limit" : said
        switch worker.end {
        case .signal(let number)? where SystemSignal.ofOthers.contains(number):
            // Not by us: the system was short of memory, or somebody ended it.
            return .error("the worker was killed from outside", kind: .temporary, hint: hint)
        case .signal(let number)?:
            return .error("crashed (signal \(number))", kind: .internalFailure, hint: hint)
        case .code(let code)?:
            return .error(
                "the worker ended with exit code \(code)", kind: .internalFailure, hint: hint)
        case .late?, nil:
            return .error("the worker gave no sense", kind: .internalFailure, hint: hint)
        }
    }

    /// Remembers a failure that the worker could not remember itself, and sweeps up after it.
    private func note(_ report: EditionReport, _ job: BatchJob) {
        sweep(job)
        let path = folder.record(of: job)
        var record = EditionRecord.read(at: path) ?? EditionRecord()
        let place = DeckPath(job.deck)
        (record.id, record.output) = (job.id, job.output)
        (record.folder, record.file) = (place.folder, place.file)
        record.failure = report.findings
        // Where this cannot be written either, the report says all there is to say.
        try? record.write(to: path)
    }

    /// Takes away what a worker that was ended left half made.
    private func sweep(_ job: BatchJob) {
        guard let lock = try? folder.lock(of: job) else { return }
        withExtendedLifetime(lock) {
            // What cannot be removed now is removed when the deck is made again.
            try? settleFolder(folder.outputs(of: job), workshop: folder.workshop(of: job))
        }
    }

    private static func words(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    }
}
