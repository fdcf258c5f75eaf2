public import Deck
import Files
import Nettle
public import Rendering

/// What is made of each deck of a batch.
public struct EditionOptions: Sendable {
    /// A deck's mail.
    public struct MailWish: Hashable, Sendable {
        /// Who sends it; `nil` for whom the deck names.
        public var from: String?
        /// Whether the whole deck goes with it as a PDF.
        public var attachesDocument: Bool
        /// The program that hands it on; `nil` where it is only written.
        public var sendmail: String?

        /// A wish, part by part.
        public init(from: String?, attachesDocument: Bool, sendmail: String?) {
            (self.from, self.attachesDocument, self.sendmail) = (from, attachesDocument, sendmail)
        }
    }

    /// The kinds of file.
    public var formats: Set<RenderJob.Format>
    /// Width of pictures in pixels; `nil` for `scale` pixels a point.
    public var pixelWidth: Int?
    /// Pixels a point where no width is said.
    public var scale: Double
    /// How pictures are packed.
    public var profile: PNGProfile
    /// What lies below the pages in pictures.
    public var ground: PNGGround
    /// What documents promise to readers and archives.
    public var standards: Set<PDFStandard>
    /// Whether the files of the deck's tables go with the document.
    public var attachesData: Bool
    /// Whether a warning fails a deck.
    public var isStrict: Bool
    /// What documents are called; `nil` for the deck's name.
    public var documentName: NameTemplate?
    /// What files of pages are called; `nil` for the number and the slide's id.
    public var pageName: NameTemplate?
    /// The mail; `nil` for none.
    public var mail: MailWish?
    /// Bytes that the files of a deck may have in all.
    public var mostBytes: Int

    /// Options, part by part.
    public init(
        formats: Set<RenderJob.Format>, pixelWidth: Int?, scale: Double, profile: PNGProfile,
        ground: PNGGround, standards: Set<PDFStandard>, attachesData: Bool, isStrict: Bool,
        documentName: NameTemplate? = nil, pageName: NameTemplate? = nil, mail: MailWish? = nil,
        mostBytes: Int = 1 << 30
    ) {
        self.formats = formats
        self.pixelWidth = pixelWidth
        self.scale = scale
        self.profile = profile
        self.ground = ground
        self.standards = standards
        self.attachesData = attachesData
        self.isStrict = isStrict
        self.documentName = documentName
        self.pageName = pageName
        self.mail = mail
        self.mostBytes = mostBytes
    }
}

extension EditionOptions {
    /// What tells a program and what it is asked for from others: outputs of another fingerprint are made anew.
    ///
    /// - Parameters:
    ///   - program: the path of the program; its bytes count, not its name, and the versions of its libraries.
    ///   - words: what it is asked for.
    public static func fingerprint(program: String?, words: [String]) -> String {
        let libraries = RunReport.libraries.map { "\($0.name) \($0.version)" }
        var parts = [RunReport.programVersion] + libraries + words
        if let program {
            let (folder, name) = pathParts(of: program)
            let bytes = try? SourceFolder(path: folder).read(name, limit: 1 << 30)
            parts.append(bytes.map { sha256(of: $0) } ?? "")
        }
        return sha256(of: Array(parts.joined(separator: "\u{0}").utf8))
    }
}
