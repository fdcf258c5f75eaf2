import Diagnostics
import Files
import JSON
import Publishing

/// Tells what happens in a batch: to a person at a terminal how far it is, to machines a line for each deck, to cron
/// nothing but problems.
struct BatchLog {
    private let format: LogFormat
    private let decks: Int
    private let isWatched: Bool
    /// Signals that end the batch, also while a reader stands still.
    private let watch: SignalWatch?
    /// Streams whose readers stood still when the batch was to end: they are told nothing more.
    private var deaf: Set<StandardStream> = []
    private let start = Machine.uptime
    private var done = 0
    private var failed = 0
    /// Warnings, in their order, and how many decks have each: decks of one kind are alike in what is doubtful.
    private var warnings: [(finding: Diagnostic, id: String)] = []
    private var counts: [Diagnostic: Int] = [:]

    init(format: LogFormat, isQuiet: Bool, decks: Int, watch: SignalWatch? = nil) {
        self.format = format
        self.decks = decks
        self.watch = watch
        isWatched = format == .text && !isQuiet && StandardStream.error.isTerminal
        if format == .json {
            say(.object([("event", .text("start")), ("decks", .number(decks))]))
        }
    }

    /// Tells what happened to a deck.
    mutating func tell(_ event: BatchRun.Event) {
        switch event {
        case .done(let report): tell(report)
        case .retry(let report, let seconds):
            guard format == .json else { return }
            say(
                .object([
                    ("event", .text("retry")), ("id", .text(report.id)),
                    ("after", .decimal(seconds)),
                    ("reason", .text(report.findings.first?.message ?? "")),
                ]))
        }
    }

    private mutating func tell(_ report: EditionReport) {
        done += 1
        let isFailed = report.status == .failed || report.status == .unfinished
        failed += isFailed ? 1 : 0
        if format == .json { say(report.line) }
        if isFailed {
            clear()
            let verb = report.status == .failed ? "failed" : "was not made"
            put("deck “\(report.id)” \(verb)\n", on: .error)
            put(Diagnostics(report.findings))
        } else if format == .text, report.status != .skipped || report.isSent {
            for finding in report.findings {
                if counts[finding] == nil { warnings.append((finding, report.id)) }
                counts[finding, default: 0] += 1
            }
        }
        if isWatched { put("\r\u{1B}[K\(progress)", on: .error) }
    }

    /// How far it is, how fast, and how long it takes still.
    private var progress: String {
        let seconds = Machine.uptime - start
        var words = "\(done)/\(decks) decks"
        if failed > 0 { words += ", \(failed) failed" }
        guard seconds > 0.5, done > 0 else { return words }
        let rate = Double(done) / seconds
        words += rate < 10 ? ", \((rate * 10).rounded() / 10)/s" : ", \(Int(rate))/s"
        return words + ", \(Self.time(Double(decks - done) / rate)) left"
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        return whole < 3600
            ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
    }

    /// Tells what was doubtful, each once.
    mutating func end() {
        clear()
        for (finding, id) in warnings {
            var finding = finding
            if let count = counts[finding], count > 1 {
                finding.message += " (in \(count) decks, such as “\(id)”)"
            } else {
                finding.message += " (deck “\(id)”)"
            }
            put(Diagnostics([finding]))
        }
    }

    /// Tells how it all went: to a person, or where something went wrong.
    mutating func tell(_ summary: BatchSummary, in folder: String) {
        if format == .json { say(summary.line) }
        if isWatched || !summary.isGood {
            put("\(summary.sentence), in \(folder)\n", on: .error)
        }
    }

    /// Tells which outputs of decks that are no more were removed.
    mutating func tellRemoved(_ outputs: [String]) {
        for output in outputs {
            if format == .json {
                say(.object([("event", .text("removed")), ("output", .text(output))]))
            } else if isWatched {
                put("removed \(output)\n", on: .error)
            }
        }
    }

    private mutating func clear() {
        if isWatched { put("\r\u{1B}[K", on: .error) }
    }

    /// Says a line with its time.
    private mutating func say(_ line: JSONText) {
        guard case .object(let members) = line else { return }
        let all = [("at", JSONText.text(RunLog.now))] + members.map { ($0.name, $0.value) }
        put("\(JSONText.object(all))\n", on: .output)
    }

    private mutating func put(_ findings: Diagnostics) {
        for finding in findings.sorted { put("\(finding)\n", on: .error) }
    }

    private mutating func put(_ text: String, on stream: StandardStream) {
        guard !deaf.contains(stream) else { return }
        if !Report.tell(text, on: stream, until: watch) { deaf.insert(stream) }
    }
}
