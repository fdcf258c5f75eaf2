public import Charts
public import Diagnostics
import Files
import Graphics

/// The mail edition of a deck, with everything answered: its words, and the pictures it wants.
public struct Mail: Sendable {
    /// A stretch of words in one voice.
    public struct Words: Hashable, Sendable {
        /// The words.
        public let text: String
        /// Whether they are stressed.
        public let isStrong: Bool
        /// The address that they lead to; empty for none.
        public let address: String

        /// A stretch of words.
        public init(_ text: String, isStrong: Bool = false, address: String = "") {
            (self.text, self.isStrong, self.address) = (text, isStrong, address)
        }
    }

    /// A figure in words.
    public struct Number: Hashable, Sendable {
        /// The figure as it is printed.
        public let value: String
        /// What it counts.
        public let label: String
        /// How it has changed; empty for nothing to say.
        public let change: String
    }

    /// A block or page of the deck as a picture in the mail.
    public struct Picture: Hashable, Sendable {
        /// What it shows.
        public enum Subject: Hashable, Sendable {
            /// A block by its id, laid out anew.
            case figure(String)
            /// A whole page by its id, made smaller.
            case page(String)
        }

        /// The width that mail clients surely have, in CSS pixels: 600 without the margins.
        public static let standardWidth = 552.0
        /// Letters are larger than on slides, since phones show pictures at three fifths.
        public static let standardZoom = 1.5
        /// Height of a figure's picture for its width: as on a slide.
        static let standardProportion = 9.0 / 16

        /// What it shows.
        public let subject: Subject
        /// Stands above it; empty for nothing.
        public let heading: [Words]
        /// Stands between heading and picture; empty for nothing.
        public let text: [Words]
        /// Where its figures come from, small below it; empty for nothing.
        public let source: [Words]
        /// How wide it is shown, in CSS pixels.
        public let width: Double
        /// How high it is shown, in CSS pixels; `nil` where the page says it.
        public let height: Double?
        /// CSS pixels a point of its layout.
        public let zoom: Double
        /// Which marks have labels; `nil` for those that have them on the slide.
        public let labels: LabelOptions.Which?
        /// Where it is asked for; `nil` on a command line.
        public let location: SourceLocation?

        /// A picture of a block or page, as a command line asks for it.
        public init(_ subject: Subject, heading: String = "") {
            self.init(
                subject: subject, heading: heading.isEmpty ? [] : [Words(heading)], text: [],
                source: [], width: Self.standardWidth, height: nil, zoom: Self.standardZoom,
                labels: nil, location: nil)
        }

        init(
            subject: Subject, heading: [Words], text: [Words], source: [Words], width: Double,
            height: Double?, zoom: Double, labels: LabelOptions.Which?, location: SourceLocation?
        ) {
            self.subject = subject
            self.heading = heading
            self.text = text
            self.source = source
            self.width = width
            self.height = height
            self.zoom = zoom
            self.labels = labels
            self.location = location
        }

        /// How a figure is laid out for it: its heading and what its marks mean stand in the mail as words.
        public var setting: DeckFigure.Setting {
            let height = height ?? (width * Self.standardProportion).rounded()
            return DeckFigure.Setting(
                Size(width / zoom, height / zoom), isHeaded: false, isNoted: false, labels: labels)
        }
    }

    /// What stands in it.
    public enum Part: Hashable, Sendable {
        case heading([Words])
        case paragraph([Words])
        case numbers([Number])
        case picture(Picture)
    }

    /// A file that says how it looks.
    public struct TemplateFile: Hashable, Sendable {
        /// Its path as the user knows it.
        public let path: String
        /// What is in it.
        public let bytes: [UInt8]

        /// A template's file.
        public init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
    }

    /// The name under which its words are noted, as those of pages are under theirs.
    static let page = "(mail)"

    /// What it is about; empty for the deck's title.
    public var subject = ""
    /// What lists of mails show behind the subject; empty for nothing.
    public var preheader = ""
    /// What stands at its top.
    public var title: [Words] = []
    /// What stands at its foot, small.
    public var foot: [Words] = []
    /// What the marks of its figures mean; empty where there are none.
    public var note = ""
    /// Who sends it, as in a header; `nil` where the deck does not say.
    public var from: String?
    /// Who gets it.
    public var to: [String] = []
    /// Who gets answers; `nil` for the sender.
    public var answers: String?
    /// The list that it goes to, and where one leaves it; `nil` for none.
    public var list: (id: String, unsubscribe: String)?
    /// How it looks; `nil` for the usual way.
    public var template: TemplateFile?
    /// What stands in it, in order.
    public var parts: [Part] = []
    /// Where its keys are written.
    public var locations: [String: SourceLocation] = [:]

    /// A mail with nothing in it.
    public init() {}
}

extension Mail {
    /// Answers what a deck's mail says.
    init(
        _ declared: MailDeclaration, _ resolver: Resolver, slides: [String], in folder: SourceFolder
    ) {
        resolver.footnotes = []
        defer {
            let sentences = FootnoteSentences(words: resolver.words)
            note = sentences.text(resolver.footnotes)?.plain ?? ""
        }
        let words = { (text: Template?) in text.map { resolver.mailWords($0).words } ?? [] }
        subject = declared.subject.map { resolver.mailWords($0).plain } ?? ""
        preheader = declared.preheader.map { resolver.text($0).plain } ?? ""
        title = words(declared.title)
        foot = words(declared.foot)
        (from, to, answers) = (declared.from, declared.to, declared.answers)
        list = declared.listID.flatMap { id in declared.unsubscribe.map { (id, $0) } }
        locations = declared.locations
        if let path = declared.template {
            let location = declared.locations["template"]
            do {
                let bytes = try folder.read(path, limit: 64 << 10, at: location)
                resolver.recorder.note(InputFile(path: path, origin: .deck, bytes: bytes))
                template = TemplateFile(path: folder.displayPath(path), bytes: bytes)
            } catch let finding as Diagnostic {
                resolver.findings.add(finding)
            } catch {
                resolver.findings.add(.error("\(error)", at: location))
            }
        }
        parts = declared.parts.map { part, location in
            switch part {
            case .heading(let text): .heading(words(text))
            case .paragraph(let text): .paragraph(words(text))
            case .numbers(let numbers):
                .numbers(
                    numbers.map {
                        Number(
                            value: resolver.mailWords($0.value).plain,
                            label: resolver.mailWords($0.label).plain,
                            change: $0.change.map { resolver.text($0).plain } ?? "")
                    })
            case .picture(let picture):
                .picture(
                    Picture(
                        subject: picture.subject,
                        heading: picture.heading.map { words($0) }
                            ?? Self.heading(of: picture, resolver, slides, location),
                        text: words(picture.text), source: words(picture.source),
                        width: picture.width, height: picture.height, zoom: picture.zoom,
                        labels: picture.labels, location: location))
            }
        }
    }

    /// The heading of the figure itself; a figure that is not there is an error.
    private static func heading(
        of picture: MailDeclaration.Picture, _ resolver: Resolver, _ slides: [String],
        _ location: SourceLocation
    ) -> [Words] {
        let (name, noun, names) =
            switch picture.subject {
            case .figure(let id): (id, "block", resolver.figuresWithNames.map(\.id))
            case .page(let id): (id, "slide", slides)
            }
        if !names.contains(name) {
            resolver.findings.add(
                .error(
                    "the deck has no \(noun) “\(name)”", at: location,
                    hint: nearest(to: name, among: names).map { "did you mean “\($0)”?" }
                        ?? "give it an “id:”"))
        }
        guard case .figure = picture.subject,
            let figure = resolver.figuresWithNames.first(where: { $0.id == name }),
            figure.title != figure.id
        else { return [] }
        return [Words(figure.title)]
    }
}

extension Resolver {
    /// A text of a mail; one that says nothing, or more than anyone reads, is an error.
    fileprivate func mailWords(_ template: Template) -> RichText {
        let text = text(template)
        let most = 10_000
        if text.plain.isBlank, !isEcho(template) {
            findings.add(
                .error(
                    "the text is empty", at: template.location,
                    hint: "say something, or take it away"))
        } else if text.spans.reduce(0, { $0 + $1.text.utf8.count }) > most {
            findings.add(
                .error(
                    "the text has more than \(most) bytes", at: template.location,
                    hint: "shorten it"))
        }
        return text
    }
}

extension RichText {
    /// The words with neighbours of one voice together.
    fileprivate var words: [Mail.Words] {
        spans.reduce(into: []) { words, span in
            // Pages of the document are not in the mail.
            var address = ""
            if case .web(let there)? = span.link { address = there }
            var next = Mail.Words(span.text, isStrong: span.isStrong, address: address)
            if let last = words.last, last.isStrong == next.isStrong, last.address == address {
                next = Mail.Words(
                    last.text + span.text, isStrong: span.isStrong, address: address)
                words.removeLast()
            }
            words.append(next)
        }
    }
}
