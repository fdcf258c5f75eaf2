public import Deck
public import Diagnostics
import Files
public import Graphics
import JSON
public import Rendering
import Scales
import Tables
import Threads

// The room of publishing. It promises:
// - everything is drawn and checked before the first byte is written;
// - a file appears under its name whole or not at all, and the last good one stays on failure;
// - it prints nothing.

/// One deck on its way into files.
public struct RenderJob: Sendable {
    /// The kinds of file a deck becomes.
    public enum Format: String, CaseIterable, Hashable, Sendable {
        /// All pages in one document.
        case pdf
        /// One picture a page.
        case png
        /// One drawing a page.
        case svg
    }

    /// What was written, for telling the user.
    public struct Written: Hashable, Sendable {
        /// Where: a file, or the folder of several.
        public let path: String
        /// How many pages it holds.
        public let pages: Int
        /// Bytes in all.
        public let bytes: Int
        /// What it is.
        public let format: Format
    }

    /// The deck.
    public var deck: Deck
    /// The name of its document, without folder and extension.
    public var name: String
    /// The folder into which files go; made if it is missing.
    public var output: String
    /// The kinds of file wanted.
    public var formats: Set<Format>
    /// Indices of the pages wanted, in order.
    public var pages: [Int]
    /// Width of pictures in pixels; `nil` for `scale` pixels a point.
    public var pixelWidth: Int?
    /// Pixels a point where no width is said.
    public var scale: Double
    /// The document's date.
    public var date: DocumentDate
    /// The fonts that text is set in.
    public var fonts: FontSet
    /// How pictures are packed.
    public var profile: PNGProfile
    /// What lies below the pages in pictures.
    public var ground: PNGGround
    /// What the document promises to readers and archives.
    public var standards: Set<PDFStandard>
    /// Whether the files of the deck's tables go with the document.
    public var attachesData: Bool
    /// How many threads draw at once.
    public var threads: Int
    /// Files that are not to be written over: those that the deck is made of.
    public var inputs: [String]
    /// What files of pages are called, of `page`, `slide`, `name`, `period` and parameters; `nil` for the page's
    /// number and the slide's id.
    public var pageName: NameTemplate?
    /// Whether a line on the run, with its time and the machine, is added to `run.log.jsonl`.
    public var isLogged: Bool

    /// A job, part by part.
    public init(
        deck: Deck, name: String, output: String, formats: Set<Format>, pages: [Int],
        pixelWidth: Int?, scale: Double, date: DocumentDate, fonts: FontSet,
        profile: PNGProfile = .balanced, ground: PNGGround = .white,
        standards: Set<PDFStandard> = Set(PDFStandard.allCases),
        attachesData: Bool = false,
        threads: Int = 1, inputs: [String] = [], pageName: NameTemplate? = nil,
        isLogged: Bool = false
    ) {
        self.deck = deck
        self.name = name
        self.output = output
        self.formats = formats
        self.pages = pages
        self.pixelWidth = pixelWidth
        self.scale = scale
        self.date = date
        self.fonts = fonts
        self.profile = profile
        self.ground = ground
        self.standards = standards
        self.attachesData = attachesData
        self.threads = threads
        self.inputs = inputs
        self.pageName = pageName
        self.isLogged = isLogged
    }

    /// What a job makes, before it is written.
    public struct Drawn: Sendable {
        /// The files, by their paths in the output folder.
        public let files: [(path: String, bytes: [UInt8])]
        /// What they are, for telling the user; paths are those in the output folder, too.
        public let written: [Written]
        /// What did not stop the work.
        public let findings: Diagnostics
    }

    /// Draws all pages, checks them, and writes the files, with the report `run.json`.
    ///
    /// - Parameters:
    ///   - isStrict: whether a warning stops the work as an error does.
    ///   - progress: told how many of how many steps are done; for a person's eye only.
    /// - Returns: what was written, and the findings that did not stop the work.
    /// - Throws: `Diagnostics` or a `Diagnostic`; then no file has changed. One of kind `.temporary` says that
    ///   another run has the output folder.
    public func run(
        isStrict: Bool, progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> (written: [Written], findings: Diagnostics) {
        let log = RunLog()
        let lock = isFolder(output) ? try Self.locked(output) : nil
        let drawn = try draw(isStrict: isStrict, progress: progress)
        let files = drawn.files.map { (path: "\(output)/\($0.path)", bytes: $0.bytes) }
        try requireApart(files.map(\.path), from: inputs)
        try createFolder(output)
        let own = try lock ?? Self.locked(output)
        defer { withExtendedLifetime(own) {} }
        for format in [Format.png, .svg] where formats.contains(format) {
            try createFolder("\(output)/\(format.rawValue)")
        }
        sweep()
        try writeAtomically(files)
        if isLogged {
            try log.finish(
                in: output, files: files.count, bytes: files.reduce(0) { $0 + $1.bytes.count })
        }
        let written = drawn.written.map { item in
            Written(
                path: "\(output)/\(item.path)", pages: item.pages, bytes: item.bytes,
                format: item.format)
        }
        return (written, drawn.findings)
    }

    private static func locked(_ folder: String) throws -> FileLock {
        if let lock = try FileLock(at: folder) { return lock }
        throw Diagnostic.error(
            "another run is writing to `\(folder)`", kind: .temporary,
            hint: "wait until it is done, or name another folder with -o")
    }

    /// Takes away what runs that were killed have left.
    private func sweep() {
        sweepTemporaries(in: output)
        for format in [Format.png, .svg] { sweepTemporaries(in: "\(output)/\(format.rawValue)") }
    }

    /// Draws all pages and checks them; nothing is written.
    ///
    /// - Parameters:
    ///   - isStrict: whether a warning stops the work as an error does.
    ///   - progress: told how many of how many steps are done; for a person's eye only.
    /// - Throws: `Diagnostics` or a `Diagnostic`.
    public func draw(
        isStrict: Bool, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> Drawn {
        let names = try pageNames()
        let typesetters = Typesetters(fonts: fonts)
        let (scenes, findings) = try layOut(
            deck, pages: pages, fonts: fonts, typesetters, threads: threads)
        try findings.throwIfErrors()
        if isStrict, !findings.all.isEmpty { throw findings }

        // The document first: it takes longest, and the pictures fill the time on other threads.
        let wanted: [Piece] =
            (formats.contains(.pdf) ? [.document] : [])
            + [Format.png, .svg].filter(formats.contains).flatMap { format in
                pages.indices.map { .page($0, format) }
            }
        let (metadata, options, deckPages) = (
            metadata, documentOptions, pages.map { deck.pages[$0] }
        )
        let (scale, pixelWidth, profile, ground) = (scale, pixelWidth, profile, ground)
        let drawn = try inParallel(
            wanted.count, threads: threads, done: { progress($0, wanted.count) }
        ) { number in
            try typesetters.withOne { typesetter in
                switch wanted[number] {
                case .document:
                    try pdf(
                        of: scenes, metadata: metadata, options: options, typesetter: typesetter)
                case .page(let index, .svg):
                    try svg(
                        of: scenes[index], name: deckPages[index].id.asSafeName,
                        typesetter: typesetter)
                case .page(let index, _):
                    try png(
                        of: scenes[index],
                        pixelWidth: pixelWidth
                            ?? Int((scenes[index].paperSize.width * scale).rounded()),
                        profile: profile, ground: ground, typesetter: typesetter)
                }
            }
        }
        var files = zip(wanted, drawn).map { piece, bytes in
            (path: path(of: piece, names), bytes: bytes)
        }
        let written = Format.allCases.filter(formats.contains).map { format in
            let own = zip(wanted, drawn).filter { $0.0.format == format }.map(\.1.count)
            return Written(
                path: format == .pdf ? path(of: .document, names) : format.rawValue,
                pages: scenes.count, bytes: own.reduce(0, +), format: format)
        }
        let report = RunReport(deck: deck, pages: Array(zip(pages, scenes)), findings: findings)
        files.append(("run.json", Array(report.json.lines.utf8)))
        return Drawn(files: files, written: written, findings: findings)
    }

    /// A file in the making.
    private enum Piece {
        case document
        /// A page by its place among those wanted.
        case page(Int, Format)

        var format: Format {
            switch self {
            case .document: .pdf
            case .page(_, let format): format
            }
        }
    }

    private func path(of piece: Piece, _ names: [String]) -> String {
        switch piece {
        case .document: "\(name).pdf"
        case .page(let place, let format): "\(format.rawValue)/\(names[place]).\(format.rawValue)"
        }
    }

    /// What the files of the pages are called; numbers are as wide as the deck's last one, so that files sort as
    /// pages do.
    private func pageNames() throws -> [String] {
        let digits = max(2, String(deck.pages.count).utf8.count)
        let names = try pages.map { page in
            let number = String(page + 1)
            let id = deck.pages[page].id
            if let pageName {
                var parts = deck.parameters
                parts["period"] = deck.period.description
                parts["name"] = name
                parts["page"] = number
                parts["slide"] = id
                return try pageName.filled(parts)
            }
            let zeros = String(repeating: "0", count: max(0, digits - number.utf8.count))
            return "\(zeros)\(number)-\(id.asSafeName)"
        }
        if let wrong = names.first(where: { $0.contains("/") }) {
            throw Diagnostic.error(
                "the page's name “\(wrong)” leads to another folder", kind: .usage,
                hint: "folders belong into the output's name")
        }
        if Set(names).count < names.count {
            throw Diagnostic.error(
                "several pages are called “\(names.first { name in names.count { $0 == name } > 1 } ?? "")”",
                kind: .usage, hint: "name {page} or {slide} in it")
        }
        return names
    }

    private var metadata: DocumentMetadata { DocumentMetadata(of: deck, date: date) }

    private var documentOptions: DocumentOptions {
        DocumentOptions(
            standards: standards, attachments: attachesData ? tables : [],
            destinations: pages.map { deck.pages[$0].id })
    }

    /// The files of the deck's tables, each once.
    private var tables: [DocumentOptions.Attachment] {
        deck.lineage.files.filter { $0.origin == .deck }.compactMap { file in
            let tables = deck.lineage.tables.filter { $0.file == file.path }
            guard !tables.isEmpty else { return nil }
            return DocumentOptions.Attachment(
                name: file.path, type: Self.mediaType(of: file.path), bytes: file.bytes,
                detail: tables.map(\.source).filter { !$0.isEmpty }.joined(separator: "; "))
        }
    }

    private static func mediaType(of path: String) -> String {
        if path.hasSuffix(".json") { return "application/json" }
        if path.hasSuffix(".xlsx") {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
        return "text/csv"
    }
}

/// Lays pages out and collects what is wrong with them, fonts and checks included.
///
/// - Parameters:
///   - typesetters: who measures; as many are used as there are threads.
///   - threads: how many pages are laid out at once.
///   - isChecking: whether nothing else is to be done with the deck: then a check that fails is an error
///     rather than a warning, and texts are searched for figures that follow no data.
public func layOut(
    _ deck: Deck, pages: [Int], fonts: FontSet, _ typesetters: Typesetters, threads: Int,
    isChecking: Bool = false
) throws -> (scenes: [Scene], findings: Diagnostics) {
    try layOut(
        deck, content: pages.map { deck.pages[$0] }, fonts: fonts, typesetters, threads: threads,
        isChecking: isChecking)
}

/// Lays out pages that a deck is made into; else as the form for its own pages does.
func layOut(
    _ deck: Deck, content: [Page], fonts: FontSet, _ typesetters: Typesetters, threads: Int,
    isChecking: Bool
) throws -> (scenes: [Scene], findings: Diagnostics) {
    var findings = deck.warnings
    let weights = FontWeight.allCases.map(\.rawValue)
    for problem in fonts.problems(
        family: deck.fontFamily, weights: weights, at: deck.fontLocation)
    {
        findings.add(problem)
    }
    let checks = deck.checks.compactMap { $0.finding(isError: isChecking) }
    if isChecking { findings.add(deck.lints) }
    // With another font than the deck's every measure would be wrong: say this alone.
    try findings.throwIfErrors()
    let laidOut = try inParallel(content.count, threads: threads) { piece in
        try typesetters.withOne { content[piece].scene(measuring: $0) }
    }
    for (_, found) in laidOut { findings.add(found) }
    for finding in checks { findings.add(finding) }
    return (laidOut.map(\.0), findings)
}

extension DocumentMetadata {
    /// What a deck says of itself.
    init(of deck: Deck, date: DocumentDate) {
        self.init(
            title: deck.title, author: deck.organisation, subject: deck.subject,
            keywords: deck.keywords, language: deck.locale.tag, date: date)
    }
}
