public import Deck
public import Diagnostics
import Files
import GMime
import Nettle
import Rendering
import Tables

/// Makes decks of a batch, one after the other; what workers do.
public final class EditionMaker {
    private let folder: BatchFolder
    private let options: EditionOptions
    private let resources: Resources
    private let fonts: FontSet
    private let fontFiles: [EditionRecord.File]
    private let cache: TableCache?
    private let limits: Limits
    private let threads: Int
    private let isForced: Bool
    private let isResending: Bool
    private let sending: (() throws -> Void) throws -> Void
    private let check: EditionCheck

    /// A maker of decks.
    ///
    /// - Parameters:
    ///   - folder: the batch's folder.
    ///   - fingerprint: what tells this program and these options from others.
    ///   - limits: how much a deck may ask for.
    ///   - isForced: whether what is good is made anew.
    ///   - isResending: whether mails are handed over that were handed over before.
    ///   - threads: how many draw at once.
    ///   - sending: runs what hands a mail over, which may take longer than drawing.
    /// - Throws: a `Diagnostic` where the program's fonts cannot be read.
    public init(
        into folder: BatchFolder, options: EditionOptions, resources: Resources,
        cache: TableCache?, fingerprint: String, limits: Limits = Limits(),
        isForced: Bool = false, isResending: Bool = false, threads: Int = 1,
        sending: @escaping (() throws -> Void) throws -> Void = { try $0() }
    ) throws {
        self.folder = folder
        self.options = options
        self.resources = resources
        self.cache = cache
        self.limits = limits
        self.isForced = isForced
        self.isResending = isResending
        self.sending = sending
        self.threads = threads
        let files = try resources.fontFiles()
        fonts = try FontSet(files: files)
        let check = EditionCheck(folder, resources: resources, fingerprint: fingerprint)
        self.check = check
        fontFiles = files.map { file in
            check.programFile(String(file.dropFirst(resources.path.count + 1)))
        }
    }

    /// Makes a deck, unless what there is of it is good still; what is wrong stands in the report.
    public func make(_ job: BatchJob) -> EditionReport {
        let start = Machine.uptime
        var report = EditionReport(id: job.id, output: job.output, status: .failed)
        do {
            guard let lock = try folder.lock(of: job) else {
                throw Diagnostic.error(
                    "somebody else is making `\(folder.outputs(of: job))`", kind: .temporary)
            }
            try withExtendedLifetime(lock) { try make(job, &report) }
        } catch let findings as Diagnostics {
            report.findings = findings.sorted
        } catch let finding as Diagnostic {
            report.findings = [finding]
        } catch {
            report.findings = [.error("\(error)", kind: .internalFailure)]
        }
        report.seconds = Machine.uptime - start
        return report
    }

    private func make(_ job: BatchJob, _ report: inout EditionReport) throws {
        try settleFolder(folder.outputs(of: job), workshop: folder.workshop(of: job))
        var record = EditionRecord.current(of: job, in: folder)
        let place = DeckPath(job.deck)
        do {
            if let good = record.good, !isForced, check.isGood(good, job, date: EditionCheck.date) {
                report.status = .skipped
                (report.pages, report.findings) = (good.pages, good.warnings)
            } else {
                try render(job, place, &record)
                (report.status, report.isMade) = (.rendered, true)
                (report.pages, report.findings) = (
                    record.good?.pages ?? 0, record.good?.warnings ?? []
                )
            }
            let isSettled = record.failure.isEmpty && record.pending.isEmpty
            (record.failure, record.pending) = ([], [])
            if report.status == .rendered || !isSettled {
                try record.write(to: folder.record(of: job))
            }
            try send(record.good, job, &report)
        } catch {
            report.status = .failed
            var found = Diagnostics()
            _ = try found.collecting { throw error }
            record.failure = found.sorted
            // Where this cannot be written either, the report says all there is to say.
            try? record.write(to: folder.record(of: job))
            throw error
        }
    }

    private func render(
        _ job: BatchJob, _ place: DeckPath, _ record: inout EditionRecord
    ) throws {
        let deck = try Deck.load(
            from: place.source, file: place.file, resources: resources, period: job.period,
            set: job.set, cache: cache, limits: limits)
        var parts = deck.parameters
        (parts["period"], parts["id"], parts["name"]) = (
            deck.period.description, job.id, place.name
        )
        let name = try options.documentName?.filled(parts) ?? place.name
        guard !name.utf8.contains(UInt8(ascii: "/")) else {
            throw Diagnostic.error(
                "the document's name “\(name)” leads to another folder", kind: .usage)
        }
        let render = RenderJob(
            deck: deck, name: name, output: folder.outputs(of: job), formats: options.formats,
            pages: Array(deck.pages.indices), pixelWidth: options.pixelWidth, scale: options.scale,
            date: try DocumentDate(of: deck), fonts: fonts, profile: options.profile,
            ground: options.ground, standards: options.standards,
            attachesData: options.attachesData, threads: threads, pageName: options.pageName)
        let drawn = try render.draw(isStrict: options.isStrict)
        var (files, findings) = (drawn.files, drawn.findings)
        var (message, saying) = ("", "")
        // A mail only of what can be drawn.
        if let wish = options.mail {
            let (mail, faults) = try self.mail(wish, deck, job)
            findings.add(faults)
            if options.isStrict, !findings.all.isEmpty { throw findings }
            files.append(("\(name).eml", mail.bytes))
            message = mail.id
            saying = sha256(
                of: mail.saying + (wish.attachesDocument ? Self.content(of: deck) : []))
        }
        let size = files.reduce(0) { $0 + $1.bytes.count }
        guard size <= options.mostBytes else {
            throw Diagnostic.error(
                "the files have \(size) bytes, more than the \(options.mostBytes) allowed",
                hint: "raise it with --output-limit, or make smaller pictures")
        }
        let outputs = folder.outputs(of: job)
        try requireApart(
            files.map { "\(outputs)/\($0.path)" },
            from: deck.lineage.files.filter { $0.origin == .deck }.map {
                place.source.displayPath($0.path)
            })
        let (own, made) = (
            check.own(record, job),
            files.map { EditionRecord.File(path: $0.path, digest: sha256(of: $0.bytes)) }
        )
        // Known before they are there, or a crash in between would make them somebody else's.
        record.pending = own + made
        try record.write(to: folder.record(of: job))
        do {
            let aside = try replaceFolder(
                outputs, with: files, own: Set(own.map(\.path)), workshop: folder.workshop(of: job))
            if let aside {
                findings.add(
                    .warning(
                        "what somebody laid into `\(outputs)` at the last moment is in `\(aside)`"))
            }
        } catch {
            // The old ones are in their place.
            record.pending = own
            throw error
        }
        record.pending = []
        record.good = EditionRecord.Good(
            wish: check.wish(job), date: EditionCheck.date,
            inputs: deck.lineage.files.map { file in
                .init(
                    path: file.path,
                    digest: sha256(of: file.bytes), isOfProgram: file.origin == .program)
            } + fontFiles,
            outputs: made, warnings: findings.sorted, pages: deck.pages.count, message: message,
            saying: saying)
    }

    /// What a document follows from, apart from its date.
    private static func content(of deck: Deck) -> [UInt8] {
        let files = deck.lineage.files.map { "\($0.path) \(sha256(of: $0.bytes))" }
        return Array((files + deck.edition).joined(separator: "\n").utf8)
    }

    private func mail(
        _ wish: EditionOptions.MailWish, _ deck: Deck, _ job: BatchJob
    ) throws -> (FinishedMail, Diagnostics) {
        guard let mail = deck.mail else {
            throw Diagnostic.error(
                "the deck has no mail", hint: "write “mail:” in it, or leave out --mail")
        }
        return try MailJob(
            deck: deck, mail: mail, from: try MailPeople.sender(wish.from, deck, needed: true),
            to: try MailPeople.recipients(job.recipients, deck, needed: true),
            attachesDocument: wish.attachesDocument, date: try DocumentDate(of: deck), fonts: fonts,
            threads: threads
        ).run()
    }

    /// Hands the deck's mail to the mail server unless that was done before, and remembers it.
    private func send(
        _ good: EditionRecord.Good?, _ job: BatchJob, _ report: inout EditionReport
    ) throws {
        guard let program = options.mail?.sendmail, let good, !good.message.isEmpty,
            let file = good.outputs.first(where: { $0.path.hasSuffix(".eml") }),
            try isToSend(SentMark.note(of: good.message, in: folder), good, job)
        else { return }
        let bytes = try SourceFolder(path: folder.outputs(of: job)).read(file.path, limit: .max)
        try sending {
            // Another job may have the same mail: that is waited for.
            guard let mark = try SentMark(of: good.message, in: folder, patience: Self.patience)
            else {
                throw Diagnostic.error("another deck is sending the same mail", kind: .temporary)
            }
            guard try isToSend(mark.before, good, job) else { return }
            func note(_ state: SentMark.State) -> SentMark.Note {
                SentMark.Note(state: state, saying: good.saying, output: job.output)
            }
            try mark.write(note(.sending))
            do throws(SendFailure) {
                try handOver(bytes, to: program)
            } catch {
                // That it was not taken now changes nothing of what was before. Where this cannot be written, nobody
                // knows, and that is what stands there.
                if !error.isDoubtful { try? mark.write(mark.before ?? note(.refused)) }
                throw error.finding
            }
            try mark.write(note(.sent))
            report.isSent = true
            if mark.before?.state == .sending {
                report.findings.append(
                    .warning(
                        "its mail may have gone out twice: nobody knows whether the mail server took it before",
                        hint: "both have the same Message-ID"))
            }
        }
    }

    /// Whether a deck's mail is to be handed over.
    ///
    /// - Throws: a `Diagnostic` where another deck's went out, or may have, in its place.
    private func isToSend(
        _ note: SentMark.Note?, _ good: EditionRecord.Good, _ job: BatchJob
    ) throws -> Bool {
        guard !isResending, let note else { return true }
        if note.isOfAnother(than: good.saying, job.output) { throw note.clash }
        return note.state != .sent
    }

    /// Seconds that another job's mail server has, a little more than it may take.
    private static let patience = 125.0
}
