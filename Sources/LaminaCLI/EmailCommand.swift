import ArgumentParser
import Deck
import Diagnostics
import Files
import GMime
import Publishing
import Rendering

/// `lamina email`: a deck's mail edition, or pictures of it, into a message.
struct EmailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "email",
        abstract: "Makes a mail of a deck: words, figures and crisp pictures.",
        discussion: """
            Without --pages and --figure, the mail is what the deck's `mail:` says. It holds the same in two \
            forms, HTML and text; pictures lie in it, at twice the density, with what they show in words. \
            It is written to a file that any mail program opens, or handed to the mail server's `sendmail`, \
            which knows where mail goes: this program opens no connection. The mail's date is the deck's, or \
            that of SOURCE_DATE_EPOCH; the same edition (title, period, parameters), subject and addresses give \
            the same Message-ID.

            Examples:
              lamina email Decks/amia --from 'AMIA <prensa@example.mx>' --to ana@example.mx
              lamina email Decks/amia --preview /tmp/mail
              lamina email Decks/amia --figure barras-destinos --to ana@example.mx -o chart.eml
              SOURCE_DATE_EPOCH=$(date +%s) lamina email Decks/amia --to ana@example.mx --sendmail
            """)

    @OptionGroup var arguments: DeckArguments

    @Option(
        help: ArgumentHelp(
            "These pages as pictures, from 1, in place of the deck's mail.", valueName: "1,3-5"))
    var pages: PageList?

    @Option(
        help: ArgumentHelp(
            "This block, by its id, laid out anew, in place of the deck's mail; may be said several times.",
            valueName: "id"))
    var figure: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who sends it: Name <user@host>. (default: the deck's “from”)", valueName: "address"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Who gets it, with commas between several; may be said several times. (default: the deck's “to”)",
            valueName: "addresses"))
    var to: [String] = []

    @Option(help: ArgumentHelp("Who gets it besides.", valueName: "addresses"))
    var cc: [String] = []

    @Option(
        help: ArgumentHelp(
            "What it is about. (default: the mail's “subject”, else the deck's title)",
            valueName: "words"))
    var subject: String?

    @Option(
        help: ArgumentHelp(
            "A Mustache file for its HTML. (default: the mail's “template”, else the usual one)",
            valueName: "file"))
    var template: String?

    @Flag(help: "Attach the whole deck as a PDF.")
    var attachPdf = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The message's file; - for standard output. (default: Output/NAME/NAME.eml)",
            valueName: "file"))
    var output: String?

    @Flag(help: "Hand it to the mail server's sendmail; a file is written only with -o.")
    var sendmail = false

    @Option(help: ArgumentHelp("The program that --sendmail runs.", valueName: "program"))
    var sendmailProgram = "sendmail"

    @Option(
        help: ArgumentHelp(
            "Write mail.html, mail.txt and the pictures there, for looking at in a browser, and no message.",
            valueName: "dir"))
    var preview: String?

    @Flag(
        help:
            "Print the template of the mail's HTML, as a beginning for one of your own, and do nothing else."
    )
    var printTemplate = false

    @OptionGroup var threads: ThreadsOption

    @Flag(name: [.short, .long], help: "Print nothing but problems.")
    var quiet = false

    @Flag(help: "Take warnings for errors.")
    var strict = false

    func validate() throws {
        if pages != nil, !figure.isEmpty {
            throw ValidationError("Say --pages or --figure, not both.")
        }
        if sendmailProgram != "sendmail", !sendmail {
            throw ValidationError("--sendmail-program goes with --sendmail.")
        }
        if preview != nil, sendmail || output != nil {
            throw ValidationError("--preview writes no message: leave out -o and --sendmail.")
        }
    }

    func run() throws {
        try Report.reporting {
            let deck = try arguments.load()
            if printTemplate {
                let mail = deck.mail ?? MailPeople.shell(of: deck)
                Report.tell(try mail.templateText(), on: .output)
                return
            }
            let job = try job(deck)
            let (mail, findings) = try job.run()
            if strict, !findings.all.isEmpty { throw findings }
            Report.print(findings)
            try deliver(mail, apartFrom: arguments.inputs(of: deck))
        }
    }

    // MARK: - Wishes

    private func job(_ deck: Deck) throws -> MailJob {
        let content = try content(of: deck)
        return MailJob(
            deck: deck, mail: content,
            from: try MailPeople.sender(from, deck, needed: preview == nil),
            to: try MailPeople.recipients(to, deck, needed: preview == nil),
            copies: try cc.flatMap { try Mailbox.list($0) }, attachesDocument: attachPdf,
            date: try DocumentDate(of: deck), fonts: try arguments.fonts(), threads: threads.count)
    }

    private func content(of deck: Deck) throws -> Mail {
        var mail: Mail
        if let pages {
            mail = MailPeople.shell(of: deck)
            mail.parts = try pages.chosen(of: deck).map { index in
                .picture(Mail.Picture(.page(deck.pages[index].id)))
            }
        } else if !figure.isEmpty {
            mail = MailPeople.shell(of: deck)
            mail.parts = try figure.map { id in
                let found = try deck.figure(named: id)
                return .picture(
                    Mail.Picture(.figure(id), heading: found.title == id ? "" : found.title))
            }
        } else if let own = deck.mail {
            mail = own
        } else {
            throw Diagnostic.error(
                "the deck has no mail", kind: .usage,
                hint: "say --figure or --pages, or write “mail:” in the deck")
        }
        if let subject {
            mail.subject = subject
            mail.locations["subject"] = nil
            guard !subject.isEmpty else {
                throw Diagnostic.error("the subject is empty", kind: .usage)
            }
        }
        if let template {
            let (folder, file) = pathParts(of: template)
            mail.template = Mail.TemplateFile(
                path: template, bytes: try SourceFolder(path: folder).read(file, limit: 64 << 10))
        }
        return mail
    }

    // MARK: - Delivery

    private func deliver(_ mail: FinishedMail, apartFrom inputs: [String]) throws {
        if let preview {
            let files = mail.preview.map { (path: "\(preview)/\($0.name)", bytes: $0.bytes) }
            try requireApart(files.map(\.path), from: inputs)
            try createFolder(preview)
            try writeAtomically(files)
            if !quiet { Report.tell("\(preview)/mail.html  \(mail.budget.summary)\n", on: .output) }
            return
        }
        let file = output ?? (sendmail ? nil : "Output/\(arguments.name)/\(arguments.name).eml")
        if file == "-" {
            do throws(SystemError) {
                try StandardStream.output.write(mail.bytes)
            } catch {
                throw Diagnostic.error(
                    "cannot write to standard output: \(error)", kind: .inputOutput)
            }
        } else if let file {
            try requireApart([file], from: inputs)
            if output == nil { try createFolder("Output/\(arguments.name)") }
            try writeAtomically(mail.bytes, to: file)
            if !quiet { Report.tell("\(file)  \(mail.budget.summary)\n", on: .output) }
        }
        if sendmail {
            try send(mail.bytes, by: sendmailProgram)
            if !quiet, file != "-" {
                Report.tell("handed to \(sendmailProgram)\n", on: .output)
            }
        }
    }
}

extension PageList {
    /// The pages of a deck, by index; one that is not there is an error.
    func chosen(of deck: Deck) throws(Diagnostic) -> [Int] {
        if let wrong = indices.first(where: { !deck.pages.indices.contains($0) }) {
            throw .error(
                "there is no page \(wrong + 1)", kind: .usage,
                hint: deck.pages.count == 1
                    ? "the deck has one page" : "the deck has pages 1 to \(deck.pages.count)")
        }
        return indices
    }
}

extension Deck {
    /// A block by its id; one that is not there is an error.
    func figure(named id: String) throws(Diagnostic) -> DeckFigure {
        if let figure = figures.first(where: { $0.id == id }) { return figure }
        let names = figures.map(\.id)
        throw .error(
            "the deck has no block “\(id)”", kind: .usage,
            hint: nearest(to: id, among: names).map { "did you mean “\($0)”?" }
                ?? (names.isEmpty ? "give it an “id:”" : "it has \(names.joined(separator: ", "))")
        )
    }
}
