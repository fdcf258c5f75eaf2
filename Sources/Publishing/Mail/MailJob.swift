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
        deck: Deck, mail: Mail, from: Mailbox, to: [Mailbox],
        copies: [Mailbox] = [], attachesDocument: Bool = false, date: DocumentDate,
        fonts: FontSet, threads: Int = 1
    ) {
        self.deck = deck
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
        let drawn = try inParallel(scenes.count, threads: threads) { index in
            try typesetters.withOne { typesetter in
                try MailPicture(
                    of: scenes[index], for: wanted[index].picture, number: index + 1, host: host,
                    typesetter: typesetter)
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
            template: mail.template?.path, location: mail.locations["parts"],
            isChecking: isChecking
        ).run()
        findings.add(faults)
        try findings.throwIfErrors()
        return (
            FinishedMail(
                id: id, bytes: bytes, html: html, text: text, pictures: sorted, budget: budget),
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
        func refuse(_ key: String, _ message: String, hint: String? = nil) {
            // What the deck does not write stands on the command line, or is its title.
            let place = mail.locations[key]
            let isData = place != nil || (key == "subject" && mail.subject.isEmpty)
            findings.add(
                .error(message, kind: isData ? .data : .usage, at: place, hint: hint))
        }
        if let flaw = HeaderValue.flaw(in: subject) {
            refuse("subject", "the subject “\(subject)” \(flaw)")
        } else if subject.allSatisfy(\.isWhitespace) {
            refuse("subject", "the subject is empty", hint: "say what is in it")
        } else if subject.count > Self.longestSubject {
            refuse(
                "subject",
                "the subject has \(subject.count) letters, at most \(Self.longestSubject) are allowed",
                hint: "the first 60 are what lists of mails show")
        }
        if let list = mail.list {
            if !Self.isListID(list.id) {
                refuse(
                    "list-id", "“\(list.id)” cannot be the mail's list-id",
                    hint: "as in cifras.example.mx: letters, digits, - and _ between dots")
            }
            if !Self.isAddress(list.unsubscribe) {
                refuse(
                    "unsubscribe", "“\(list.unsubscribe)” cannot be the mail's unsubscribe",
                    hint: "as in https://example.mx/… or mailto:ana@example.mx, of ASCII")
            }
        }
        try findings.throwIfErrors()
    }

    private static let longestSubject = 250

    /// Whether a text names a list (RFC 2919, 2 and 3): a host's name, more or less.
    private static func isListID(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && text.utf8.count <= 255
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.allSatisfy { Self.isWord($0) }
            }
    }

    /// Whether a text is an address of the web or of a mailbox (RFC 3986), short enough for a line.
    private static func isAddress(_ text: String) -> Bool {
        let signs = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
        guard text.utf8.count <= 900,
            text.utf8.allSatisfy({ isWord($0) || signs.contains($0) })
        else { return false }
        if text.hasPrefix("mailto:") {
            let ends = text.dropFirst(7).prefix { $0 != "?" }
                .split(separator: "@", omittingEmptySubsequences: false)
            return ends.count == 2 && ends.allSatisfy { !$0.isEmpty } && ends[1].contains(".")
        }
        guard text.hasPrefix("https://") else { return false }
        let host = text.dropFirst(8).prefix { !"/?#:".contains($0) }
        return isListID(String(host))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// What the document is called beside the mail: the deck's title, without what files cannot be called.
    private var documentName: String {
        let forbidden = Set("/\\:*?\"<>|")
        let words = deck.title.map { character -> Character in
            let isPlain =
                character.isWhitespace
                ? character == " " : HeaderValue.flaw(in: String(character)) == nil
            return isPlain && !forbidden.contains(character) ? character : " "
        }
        let name = String(words).split(separator: " ").joined(separator: " ").prefix(80)
        return (name.isEmpty ? "deck" : String(name)) + ".pdf"
    }

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
                document, type: "application/pdf", name: documentName, disposition: .attachment,
                id: nil)
            body = .multipart(subtype: "mixed", root: nil, [body, file])
        }
        var message = MIMEMessage(
            from: from, to: to, subject: subject, unixTime: date.unixTime, id: id, body: body)
        message.copies = copies
        message.answers = try answers()
        // Robots of other servers do not answer what says so (RFC 3834).
        message.fields = [.init("Auto-Submitted", "auto-generated")]
        if let list = mail.list {
            message.fields.append(.init("List-Id", "<\(list.id)>"))
            message.fields.append(.init("List-Unsubscribe", "<\(list.unsubscribe)>"))
        }
        return message
    }

    /// Who gets answers, with the place of a wrong address.
    private func answers() throws(Diagnostic) -> [Mailbox] {
        guard let text = mail.answers else { return [] }
        do {
            return try Mailbox.list(text)
        } catch {
            var finding = error
            finding.kind = .data
            finding.location = mail.locations["answers-to"]
            throw finding
        }
    }

    /// Made of the edition (title, period, parameters), the subject and those who write and get it: whoever sends it
    /// twice sends the same message.
    private var id: String {
        let people = ([from] + to + copies).map(\.address)
        let parts = [deck.title] + deck.edition + [subject] + people
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
            // Up to the first byte that is none.
            let sound = file.bytes.indices.first { index in
                String(validating: file.bytes[...index], as: UTF8.self) == nil
                    && index + 4 < file.bytes.count
                    && String(validating: file.bytes[...(index + 3)], as: UTF8.self) == nil
            }
            let line = file.bytes[..<(sound ?? file.bytes.endIndex)].count { $0 == 0x0A } + 1
            throw Diagnostic.error(
                "the template is not text in UTF-8",
                at: SourceLocation(file: file.path, line: line, column: 1))
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
    /// Its Message-ID: the same edition to the same people is the same message.
    public let id: String
    /// The message.
    public let bytes: [UInt8]
    /// Its HTML, which calls pictures by `cid:`.
    public let html: String
    /// Its words.
    public let text: String
    let pictures: [MailPicture]
    /// What it weighs.
    public let budget: MailBudget

    /// What it says and shows, without its date and what is attached.
    var saying: [UInt8] { Array(html.utf8) + text.utf8 + pictures.flatMap(\.bytes) }

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
