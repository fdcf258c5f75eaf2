public import Deck
public import Diagnostics
import Files
public import GMime
import Graphics
import Mustache
import Nettle
public import Rendering
import Scales
import Tables
import Threads

/// A deck on its way into a mail.
public struct MailJob: Sendable {
    /// The deck.
    public var deck: Deck
    /// What it is called, for its id and the name of the PDF.
    public var name: String
    /// What the mail says and shows.
    public var mail: Mail
    /// Who sends it.
    public var from: Mailbox
    /// Who gets it.
    public var to: [Mailbox]
    /// Who gets it besides.
    public var copies: [Mailbox]
    /// Whether the whole deck goes with it as a PDF.
    public var attachesDocument: Bool
    /// Its date.
    public var date: DocumentDate
    /// The fonts that text is set in.
    public var fonts: FontSet
    /// How many threads draw at once.
    public var threads: Int

    /// A job, part by part.
    public init(
        deck: Deck, name: String, mail: Mail, from: Mailbox, to: [Mailbox],
        copies: [Mailbox] = [], attachesDocument: Bool = false, date: DocumentDate,
        fonts: FontSet, threads: Int = 1
    ) {
        self.deck = deck
        self.name = name
        self.mail = mail
        self.from = from
        self.to = to
        self.copies = copies
        self.attachesDocument = attachesDocument
        self.date = date
        self.fonts = fonts
        self.threads = threads
    }

    /// What the mail is about: its own subject, else the deck's title.
    public var subject: String { mail.subject.isEmpty ? deck.title : mail.subject }

    /// Draws the pictures, fills in the template, and puts the message together; nothing is written or sent.
    ///
    /// - Parameter isChecking: whether nothing else is to be done: then budgets that are overdrawn, and checks of the
    ///   deck that fail, are errors rather than warnings.
    /// - Throws: `Diagnostics` or a `Diagnostic` with all that keeps the mail from being sent.
    public func run(isChecking: Bool = false) throws -> (mail: FinishedMail, findings: Diagnostics)
    {
        try requireSoundWords()
        let typesetters = Typesetters(fonts: fonts)
        let wanted = pictures
        let pages = try wanted.map { try page(of: $0.picture) }
        var (laidOut, findings) = try layOut(
            deck, content: pages + (attachesDocument ? deck.pages : []), fonts: fonts, typesetters,
            threads: threads, isChecking: isChecking)
        try findings.throwIfErrors()
        let scenes = Array(laidOut.prefix(pages.count))
        laidOut.removeFirst(pages.count)

        let (host, metadata) = (from.host, DocumentMetadata(of: deck, date: date))
        let ids = deck.pages.map(\.id)
        let figures = deck.figures
        let drawn = try inParallel(scenes.count, threads: threads) { index in
            try typesetters.withOne { typesetter in
                let picture = wanted[index].picture
                let figure = figures.first { picture.subject == .figure($0.id) }
                return try MailPicture(
                    of: scenes[index], for: picture,
                    note: figure?.note(picture.setting, measuring: typesetter) ?? "",
                    number: index + 1, host: host, typesetter: typesetter)
            }
        }
        let document =
            try attachesDocument
            ? typesetters.withOne {
                try pdf(
                    of: laidOut, metadata: metadata,
                    options: DocumentOptions(destinations: ids), typesetter: $0)
            } : nil
        let places = Dictionary(
            uniqueKeysWithValues: zip(wanted.map(\.place), Self.named(drawn)))
        let template = try Template(of: mail)
        let view = MailView(
            mail: mail, subject: subject, organisation: deck.organisation,
            language: deck.locale.tag, fontFamily: deck.fontFamily, colors: deck.colors,
            pictures: places)
        let (html, unknown) = try template.rendered(
            view.values, hint: "`lamina email --print-template` shows the names in use")
        for finding in unknown { findings.add(finding) }
        let text = MailText(
            mail: mail, subject: subject, organisation: deck.organisation, pictures: places
        ).text
        let sorted = places.sorted { $0.key < $1.key }.map(\.value)
        let bytes = try message(html: html, text: text, sorted, document: document).bytes()
        let (budget, faults) = try MailCheck(
            html: html, pictures: sorted, whole: bytes.count,
            template: mail.template?.path, isChecking: isChecking
        ).run()
        findings.add(faults)
        try findings.throwIfErrors()
        return (
            FinishedMail(bytes: bytes, html: html, text: text, pictures: sorted, budget: budget),
            findings
        )
    }

    // MARK: - Pictures

    private var pictures: [(place: Int, picture: Mail.Picture)] {
        mail.parts.enumerated().compactMap { place, part in
            if case .picture(let picture) = part { (place, picture) } else { nil }
        }
    }

    private func page(of picture: Mail.Picture) throws -> Page {
        switch picture.subject {
        case .figure(let id):
            // Its heading stands in the HTML, where everybody can read it.
            if let page = deck.alone(id, picture.setting)?.pages.first { return page }
        case .page(let id):
            if let page = deck.pages.first(where: { $0.id == id }) { return page }
        }
        throw Diagnostic.error("the deck does not have what the mail shows", at: picture.location)
    }

    /// Pictures with names of their own: the second of a block is called `block-2`.
    private static func named(_ pictures: [MailPicture]) -> [MailPicture] {
        var taken: Set<String> = []
        return pictures.map { picture in
            var picture = picture
            let stem = String(picture.name.dropLast(4))
            var number = 1
            while !taken.insert(picture.name).inserted {
                number += 1
                picture.name = "\(stem)-\(number).png"
            }
            return picture
        }
    }

    // MARK: - Message

    /// What stands in headers, refused at its own place rather than by the writer.
    private func requireSoundWords() throws {
        var findings = Diagnostics()
        let list = mail.list.map { [("list-id", $0.id), ("unsubscribe", $0.unsubscribe)] } ?? []
        for (key, text) in [("subject", subject)] + list {
            if let flaw = HeaderValue.flaw(in: text) {
                findings.add(
                    .error("the \(key) “\(text)” \(flaw)", kind: .usage, at: mail.locations[key]))
            }
        }
        for (key, text) in list {
            let isSound =
                key == "list-id"
                ? text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
                    && text.contains(".")
                : (text.hasPrefix("https://") || text.hasPrefix("mailto:"))
                    && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
            if !isSound {
                findings.add(
                    .error(
                        "“\(text)” cannot be the mail's \(key)", at: mail.locations[key],
                        hint: key == "list-id"
                            ? "as in cifras.example.mx" : "as in https://… or mailto:…"))
            }
        }
        if subject.count > Self.longestSubject {
            findings.add(
                .error(
                    "the subject has \(subject.count) letters, of which nobody sees more than "
                        + "\(Self.longestSubject)", kind: .usage, at: mail.locations["subject"],
                    hint: "the first 60 are what lists of mails show"))
        }
        try findings.throwIfErrors()
    }

    private static let longestSubject = 250

    private func message(
        html: String, text: String, _ pictures: [MailPicture], document: [UInt8]?
    ) throws -> MIMEMessage {
        let images = pictures.map {
            MIMEPart.data(
                $0.bytes, type: "image/png", name: $0.name, disposition: .inline, id: $0.id)
        }
        let page = MIMEPart.text(html, subtype: "html")
        let shown =
            images.isEmpty
            ? page : .multipart(subtype: "related", root: "text/html", [page] + images)
        var body = MIMEPart.multipart(
            subtype: "alternative", root: nil, [.text(text, subtype: "plain"), shown])
        if let document {
            let file = MIMEPart.data(
                document, type: "application/pdf", name: "\(name).pdf", disposition: .attachment,
                id: nil)
            body = .multipart(subtype: "mixed", root: nil, [body, file])
        }
        var message = MIMEMessage(
            from: from, to: to, subject: subject, unixTime: date.unixTime, id: id, body: body)
        message.copies = copies
        message.answers = try mail.answers.map { try Mailbox.list($0) } ?? []
        // Robots of other servers do not answer what says so (RFC 3834).
        message.fields = [.init("Auto-Submitted", "auto-generated")]
        if let list = mail.list {
            message.fields.append(.init("List-Id", "<\(list.id)>"))
            message.fields.append(.init("List-Unsubscribe", "<\(list.unsubscribe)>"))
        }
        return message
    }

    /// Made of the edition, the subject and those who write and get it: whoever sends it twice sends the same
    /// message.
    private var id: String {
        let people = ([from] + to + copies).map(\.address)
        let parts = [name, deck.period.description, subject] + people
        let digest = sha256(of: Array(parts.joined(separator: "\u{0}").utf8))
        return "\(digest.prefix(32))@\(from.host)"
    }
}

extension Mail {
    /// The text of the template that it is made with.
    ///
    /// - Throws: a `Diagnostic` where the file is not text.
    public func templateText() throws -> String {
        guard let file = template else { return standardMailTemplate }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw Diagnostic.error("`\(file.path)` is not text in UTF-8")
        }
        return text
    }
}

extension Template {
    /// The template that a mail names, or the usual one.
    init(of mail: Mail) throws {
        try self.init(
            mail.templateText(), file: mail.template?.path ?? "the usual template")
    }
}

/// A mail, ready to be sent or looked at.
public struct FinishedMail: Sendable {
    /// The message.
    public let bytes: [UInt8]
    /// Its HTML, which calls pictures by `cid:`.
    public let html: String
    /// Its words.
    public let text: String
    let pictures: [MailPicture]
    /// What it weighs.
    public let budget: MailBudget

    /// The mail as files for a browser: the page, its words and the pictures, by name.
    public var preview: [(name: String, bytes: [UInt8])] {
        var page = html
        for picture in pictures {
            page = page.replacing("cid:\(picture.id)", with: picture.name)
        }
        return [("mail.html", Array(page.utf8)), ("mail.txt", Array(text.utf8))]
            + pictures.map { ($0.name, $0.bytes) }
    }
}
