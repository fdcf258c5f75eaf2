import Deck
import Diagnostics
import Files

// How workers are given their jobs, heard, and told apart by how they end.
extension BatchRun {
    /// Gives a worker its job; a new one where there is none, or it has ended meanwhile.
    ///
    /// Throws a `SystemError` where the system gives no further process.
    func begin(_ desk: inout Desk) throws(SystemError) {
        guard let job = desk.turn?.job else { return }
        if let worker = desk.worker, (try? worker.send(job.line)) != nil { return }
        desk.worker = nil
        let worker = try ChildProcess(
            workers.program, workers.arguments, environment: ["SWIFT_BACKTRACE": "enable=no"])
        // One that has ended at once is found so when it is asked for its answer, with what it said.
        try? worker.send(job.line)
        desk.worker = worker
    }

    /// What a worker says of its job; `nil` as long as it is at it.
    func answer(of desk: inout Desk) -> EditionReport? {
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
        defer { desk.worker = nil }
        var report = EditionReport(id: job.id, output: job.output, status: .failed)
        report.findings = [
            isLate
                ? .error(
                    "the deck took longer than \(Self.words(workers.seconds)) s and was stopped",
                    kind: .general, hint: "raise it with --time-limit")
                : fault(of: worker, isSending: desk.isSending)
        ]
        report.seconds = Machine.uptime - desk.start
        note(report, job)
        return report
    }

    /// Seconds that a mail may take: two minutes for another job's same mail, and two for the mail server.
    ///
    /// The worker itself stops both before.
    private static let sendingTime = 260.0
    /// Seconds that a mail on its way has when the batch is to end.
    private static let patience = 0.6

    /// Ends all workers but those that hand over a mail, and gives these a moment: to end in between would mean to hand
    /// it over again.
    func finishMails(_ desks: inout [Desk], _ settle: (inout Desk, EditionReport) -> Void) {
        let end = Machine.uptime + Self.patience
        // What they said before, above all that they begin to send.
        for index in desks.indices where desks[index].turn != nil {
            if let found = answer(of: &desks[index]) { settle(&desks[index], found) }
        }
        for desk in desks where !desk.isSending { desk.worker?.kill() }
        while Machine.uptime < end {
            let busy = desks.indices.filter { desks[$0].isSending && desks[$0].turn != nil }
            if busy.isEmpty { return }
            ChildProcess.wait(
                for: busy.compactMap { desks[$0].worker }, watch: nil, milliseconds: 20)
            for index in busy {
                if let found = answer(of: &desks[index]) { settle(&desks[index], found) }
            }
        }
    }

    /// Why a worker ended before it had answered.
    private func fault(of worker: ChildProcess, isSending: Bool) -> Diagnostic {
        let said = worker.takeComplaints().split(whereSeparator: \.isNewline).first.map(String.init)
        // A limit that is met stops what asks for more, a little below it.
        let isFull = worker.peakMemory > workers.memory / 10 * 9
        let memory =
            "it held \(worker.peakMemory >> 20) MB of the \(workers.memory >> 20) MB allowed: "
            + "raise it with --memory-limit"
        let hint = isFull ? [memory, said].compactMap(\.self).joined(separator: "; ") : said
        switch worker.end {
        // Its stream for answers ended and it went on.
        case _ where worker.isStopped, .late?, nil:
            return .error("the worker gave no sense", kind: .internalFailure, hint: hint)
        case .signal(let number)? where SystemSignal.ofOthers.contains(number):
            // Not by us: the system was short of memory, or somebody ended it.
            guard !isSending else {
                // To try again by itself could send it twice.
                return .error(
                    "the worker was killed from outside while it handed over the mail",
                    kind: .general,
                    hint: "the next batch hands it over, again if it has gone out: look first")
            }
            return .error("the worker was killed from outside", kind: .temporary, hint: hint)
        case .signal(let number)?:
            return .error("crashed (signal \(number))", kind: .internalFailure, hint: hint)
        case .code(let code)?:
            return .error(
                "the worker ended with exit code \(code)", kind: .internalFailure, hint: hint)
        }
    }

    /// Remembers a failure that the worker could not remember itself, and sweeps up after it.
    private func note(_ report: EditionReport, _ job: BatchJob) {
        withLock(of: job) {
            var record = EditionRecord.current(of: job, in: folder)
            record.failure = report.findings
            // Where this cannot be written either, the report says all there is to say.
            try? record.write(to: folder.record(of: job))
        }
    }

    /// Takes away what a worker that was ended left half made.
    func sweep(_ job: BatchJob) { withLock(of: job) {} }

    /// Does something with a deck that nobody else is making, and whose leftovers are swept.
    private func withLock(of job: BatchJob, _ body: () -> Void) {
        guard let lock = try? folder.lock(of: job) else { return }
        withExtendedLifetime(lock) {
            // What cannot be removed now is removed when the deck is made again.
            try? settleFolder(folder.outputs(of: job), workshop: folder.workshop(of: job))
            body()
        }
    }

    private static func words(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    }
}
