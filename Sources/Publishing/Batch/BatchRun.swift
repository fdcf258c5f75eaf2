public import Deck
public import Diagnostics
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
        /// What else ended it before its time; `nil` for nothing.
        public var fault: Diagnostic?
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
    struct Turn {
        var job: BatchJob
        var attempt: Int
        /// Not before this moment of `Machine.uptime`.
        var moment: Double
        /// Whether its files were made before something failed.
        var isMade = false
    }

    /// A worker and what it is doing.
    struct Desk {
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
    public func run(watch: SignalWatch?, report: (Event) -> Void) -> Outcome {
        var turns = jobs.map { Turn(job: $0, attempt: 1, moment: 0) }
        // Taken from the end.
        turns.reverse()
        var desks = Array(repeating: Desk(), count: max(1, min(workers.count, jobs.count)))
        var reports: [String: EditionReport] = [:]
        var failures = 0
        // Whether the system gives no more workers.
        var isShort = false
        var request: SignalWatch.Request?
        var fault: Diagnostic?

        func settle(_ desk: inout Desk, _ found: EditionReport) {
            guard let turn = desk.turn else { return }
            desk.turn = nil
            let found = found.settled(turn)
            reports[turn.job.id] = found
            if found.status == .failed, turn.attempt <= retries, Self.mayPass(found) {
                let pause = Self.pause * Double(turn.attempt)
                report(.retry(found, after: pause))
                // First in the row, so that it comes as soon as its time has come.
                turns.append(
                    Turn(
                        job: turn.job, attempt: turn.attempt + 1, moment: Machine.uptime + pause,
                        isMade: found.isMade))
                return
            }
            if found.status == .failed { failures += 1 }
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
                do throws(SystemError) {
                    try begin(&desks[index])
                } catch {
                    desks[index].turn = nil
                    turns.append(turn)
                    // Those that could be started go on without this one.
                    isShort = true
                    if !desks.contains(where: { $0.worker != nil }) { fault = Self.fault(error) }
                    break
                }
            }
            if fault != nil { break }
            let isWaiting = !isOver && !turns.isEmpty
            let busy = desks.filter { $0.turn != nil }
            if busy.isEmpty, !isWaiting { break }
            // Until a deck's time is over, or, with a free desk, a deck that is tried again has its turn.
            let isFree = desks.contains { $0.turn == nil && !(isShort && $0.worker == nil) }
            let moments = busy.map(\.deadline) + (isFree && isWaiting ? turns.map(\.moment) : [])
            let pause = max(0, min(60, (moments.min() ?? 0) - Machine.uptime))
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
        if request != nil { finishMails(&desks) { settle(&$0, $1) } }
        // All at once, since the memory of each takes a while to be given back.
        for desk in desks { desk.worker?.kill() }
        for index in desks.indices {
            desks[index].worker?.stop()
            if let job = desks[index].turn?.job { sweep(job) }
        }
        // Failed, and were to be tried again, or were being so.
        for turn in turns.reversed() + desks.compactMap(\.turn) {
            if let found = reports[turn.job.id] { report(.done(found)) }
        }
        return Outcome(
            reports: jobs.map { job in
                reports[job.id]
                    ?? EditionReport(id: job.id, output: job.output, status: .unfinished)
            }, request: request, fault: fault)
    }

    /// Whether a failure may pass by itself.
    ///
    /// Such are a lock that is held, a server that asks for patience, a worker that somebody else ended. What a deck
    /// or its data do wrong they do again.
    private static func mayPass(_ report: EditionReport) -> Bool {
        report.failure == .temporary
    }

    private static func fault(_ error: SystemError) -> Diagnostic {
        .error(
            "cannot start a worker: \(error)", kind: .unavailable,
            hint: "are there too many processes, or too few files that may be open (ulimit -n)?")
    }
}

extension EditionReport {
    /// The report of a turn, with what only the batch knows of it.
    fileprivate func settled(_ turn: BatchRun.Turn) -> EditionReport {
        var report = self
        report.attempts = turn.attempt
        // The files that are good still are those of the turn before.
        if turn.isMade {
            report.isMade = true
            if status == .skipped { report.status = .rendered }
        }
        // What is wrong with a deck as a whole, or with its parameters, is mended where its job is written; what is
        // wrong with the machine is not.
        for index in findings.indices
        where findings[index].severity == .error && findings[index].location == nil
            && ![.temporary, .inputOutput, .cannotCreate].contains(findings[index].kind)
        {
            report.findings[index].location = turn.job.location
        }
        return report
    }
}
