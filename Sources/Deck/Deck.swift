public import Diagnostics
public import Files
public import Graphics
import Layout
public import Scales
public import Tables
import YAML

/// A deck with everything answered: pages ready to be laid out.
public struct Deck: Sendable {
    /// The deck's title.
    public internal(set) var title: String
    /// Who publishes it.
    public let organisation: String
    /// What it is about, for a document's properties.
    public let subject: String
    /// Words to find it by.
    public let keywords: String
    /// The language of its texts and the writing of its figures.
    public let locale: DeckLocale
    /// The language in which periods are named.
    public var language: Period.Language { Period.Language(rawValue: locale.languageCode) ?? .en }
    /// The period it speaks of.
    public let period: Period
    /// Its own parameters as texts, by name.
    public let parameters: [String: String]
    /// The date of the document: the deck's own, else the last day of its period.
    public let date: CalendarDay
    /// The font family that all text is set in.
    public let fontFamily: String
    /// Where the theme names it; `nil` for the house's own.
    public let fontLocation: SourceLocation?
    /// The pages in order.
    public internal(set) var pages: [Page]
    /// The blocks that have a name, in their order.
    public internal(set) var figures: [DeckFigure]
    /// Its mail edition; `nil` where it has none.
    public let mail: Mail?
    /// The colours of its roles, for what is not drawn.
    public let colors: [ColorRole: Color]
    /// What became of its checks, in their order.
    public let checks: [CheckOutcome]
    /// Where its figures come from and where they stand.
    public internal(set) var lineage: Lineage
    /// Figures in its texts that follow no data and are not declared as literals; warnings.
    public let lints: Diagnostics
    /// What was found doubtful while loading.
    public let warnings: Diagnostics

    /// Reads a deck: file, tables, values, slides, in that order.
    ///
    /// - Parameters:
    ///   - folder: where the deck and all it names lie; nothing outside of it is read.
    ///   - file: the deck file's name in the folder.
    ///   - resources: the fonts and boundaries of the program.
    ///   - period: another edition than the one that the file is of; `nil` for that one.
    ///   - set: other values for parameters that the deck declares.
    ///   - cache: where large tables are kept; `nil` for nowhere.
    ///   - limits: how much a deck may ask for.
    /// - Throws: `Diagnostics` with all that is wrong, each with its place.
    public static func load(
        from folder: SourceFolder, file: String = "deck.yaml", resources: Resources,
        period: Period? = nil, set: [String: String] = [:], cache: TableCache? = nil,
        limits: Limits = Limits()
    ) throws -> Deck {
        let folder = SourceFolder(path: folder.path, fileBytes: limits[.fileBytes])
        let bytes = try folder.read(file, at: nil)
        let root = try Node.parse(
            bytes, file: folder.displayPath(file), values: limits[.yamlValues])
        let text = String(decoding: bytes, as: UTF8.self)
        let reading = Reading(
            lines: text.split(omittingEmptySubsequences: false) { $0.isNewline })
        var deckFile = DeckFile(reading: root, into: reading)
        if let period {
            deckFile.period = period
            // A date that is written is that of the edition it was written for.
            deckFile.date = nil
        }
        deckFile.set(set, into: reading)
        deckFile.requireFewSlides(limits, into: reading)
        var inputs = [InputFile(path: file, origin: .deck, bytes: bytes)]
        let theme = theme(deckFile, folder, reading, &inputs)
        let (tables, broken) = try loadTables(
            deckFile, folder, reading, &inputs, cache, limits)
        let resolver = Resolver(
            theme: theme, locale: deckFile.locale, folder: folder, resources: resources,
            tables: tables, brokenTables: broken, sharedScales: reading.sharedScales,
            parameters: Parameters(
                period: deckFile.period, deckFile.periods, own: deckFile.parameters, into: reading),
            language: deckFile.language,
            declaredTables: deckFile.tables.map { table in
                Lineage.Table(
                    name: table.name, file: table.file, source: table.source, owner: table.owner)
            },
            literals: deckFile.literals, limits: limits)
        resolver.slides = deckFile.slideNames
        for input in inputs { resolver.recorder.note(input) }
        define(deckFile, on: resolver)
        var logos = Logos(theme.logo, resolver)
        let pages = deckFile.slides.enumerated().map { index, slide in
            page(slide, number: index + 1, deckFile, resolver, &logos)
        }
        let checks = deckFile.checks.compactMap { resolver.outcome(of: $0) }
        let mail = deckFile.mail.map {
            resolver.page = Mail.page
            return Mail($0, resolver, slides: deckFile.slideNames, in: folder)
        }
        let title = deckFile.title.map { resolver.text($0).plain } ?? ""
        tables.keepAnswers()
        var findings = reading.findings
        findings.add(resolver.findings)
        try findings.throwIfErrors()
        guard let period = deckFile.period else {
            throw Diagnostic.error("the deck has no period", at: deckFile.location)
        }
        return Deck(
            title: title, organisation: deckFile.organisation, subject: deckFile.subject,
            keywords: deckFile.keywords, locale: deckFile.locale, period: period,
            parameters: deckFile.parameters.mapValues(\.words),
            date: deckFile.date ?? period.lastDay, fontFamily: theme.family,
            fontLocation: theme.familyLocation, pages: pages, figures: resolver.figuresWithNames,
            mail: mail, colors: theme.colors, checks: checks,
            lineage: resolver.lineage, lints: resolver.lints,
            warnings: findings)
    }

    // MARK: - Stages

    private static func theme(
        _ deck: DeckFile, _ folder: SourceFolder, _ reading: Reading, _ inputs: inout [InputFile]
    ) -> Theme {
        guard let (path, location) = deck.themeFile else { return Theme() }
        do {
            let bytes = try folder.read(path, at: location)
            inputs.append(InputFile(path: path, origin: .deck, bytes: bytes))
            let node = try Node.parse(bytes, file: folder.displayPath(path))
            return Theme(reading: node, into: reading)
        } catch let error as Diagnostics {
            reading.findings.add(error)
        } catch let error as Diagnostic {
            reading.findings.add(error)
        } catch {
            reading.error("\(error)", at: location)
        }
        return Theme()
    }

    /// Loads all tables and tells the names of those that could not be loaded.
    static func loadTables(
        _ deck: DeckFile, _ folder: SourceFolder, _ reading: Reading, _ inputs: inout [InputFile],
        _ cache: TableCache?, _ limits: Limits
    ) throws -> (DeckTables, broken: Set<String>) {
        var broken: Set<String> = []
        var files: [(declaration: TableDeclaration, bytes: [UInt8])] = []
        for table in deck.tables {
            let bytes = try reading.findings.collecting {
                try folder.read(table.file, at: table.location)
            }
            guard let bytes else {
                broken.insert(table.name)
                continue
            }
            inputs.append(InputFile(path: table.file, origin: .deck, bytes: bytes))
            files.append((table, bytes))
        }
        let isLarge = files.reduce(0) { $0 + $1.bytes.count } >= TableCache.least
        let cached = isLarge && broken.isEmpty ? cache.map { ($0, $0.key(files)) } : nil
        if let (cache, key) = cached {
            let known = cache.answers(key)
            // Answers are kept of tables that were read without a finding.
            if !known.isEmpty {
                let load = {
                    try cache.store(key, within: limits) ?? read(files, folder, limits)
                }
                return (DeckTables(cached: cached, known: known, load: load), [])
            }
            if let store = cache.store(key, within: limits) {
                return (DeckTables(cached: cached, known: known) { store }, [])
            }
        }
        let store = try Store(within: limits)
        for (table, bytes) in files {
            let isLoaded: Void? = try reading.findings.collecting {
                try store.load(TableSource(table, bytes, in: folder, limits))
            }
            if isLoaded == nil { broken.insert(table.name) }
        }
        guard let (cache, key) = cached, broken.isEmpty else { return (DeckTables(store), broken) }
        cache.keep(store, key)
        return (DeckTables(cached: cached, known: KeptAnswers()) { store }, [])
    }

    /// Tables that were read before, without a finding then.
    private static func read(
        _ files: [(declaration: TableDeclaration, bytes: [UInt8])], _ folder: SourceFolder,
        _ limits: Limits
    ) throws -> Store {
        let store = try Store(within: limits)
        for (table, bytes) in files {
            try store.load(TableSource(table, bytes, in: folder, limits))
        }
        return store
    }

    private static func define(_ deck: DeckFile, on resolver: Resolver) {
        // A wrong period has been told of; its name is known all the same, or each use would echo.
        for name in Parameters.reserved.union(deck.periods.map(\.name)) {
            resolver.define(
                name, as: resolver.parameters.periods[name]?.name(in: deck.language) ?? "")
        }
        resolver.define("organisation", as: deck.organisation)
        for value in deck.values { resolver.define(value) }
    }

    private static func page(
        _ slide: Slide, number: Int, _ deck: DeckFile, _ resolver: Resolver, _ logos: inout Logos
    ) -> Page {
        resolver.footnotes = []
        resolver.withoutData = nil
        resolver.page = slide.id
        let title = resolver.text(slide.title)
        if title.plain.isBlank, !resolver.isEcho(slide.title) {
            resolver.findings.add(
                .error(
                    "the slide has an empty title", at: slide.title.location,
                    hint: "outlines and screen readers find pages by their titles"))
        }
        let sentences = FootnoteSentences(
            own: slide.footnotes.mapValues { resolver.text($0) }, words: resolver.words)
        let figuresBefore = resolver.figuresWithNames.count
        let content: any Element
        switch slide.form {
        case .cover:
            content = CoverPage(
                statement: title, top: slide.top.map { resolver.text($0) },
                bottom: slide.bottom.map { resolver.text($0) },
                art: slide.art.flatMap { $0.dotted(resolver, keepOut: []) }, theme: resolver.theme,
                logo: logos.next(isOnInk: true))
        case .content:
            // The foot is narrow, and the names of ranges are long.
            let style: Period.NameStyle = deck.period?.length == nil ? .short : .long
            let running = [deck.organisation, deck.period?.name(style, in: deck.language) ?? ""]
            var page = ContentPage(
                title: title, subtitle: slide.subtitle.map { resolver.text($0) },
                body: slide.body?.element(resolver, on: .ground) ?? Spacer(),
                note: slide.note.map { resolver.text($0) },
                source: nil, sentences: sentences,
                running: running.filter { !$0.isEmpty }.joined(separator: " · "), number: number,
                theme: resolver.theme, logo: logos.next(isOnInk: false))
            page.source = slide.source.map { source(of: $0, resolver) }
            page.used = resolver.footnotes
            page.withoutData = resolver.withoutData.map { resolver.sayWithoutData($0) }
            content = page
        }
        for index in resolver.figuresWithNames.indices.dropFirst(figuresBefore) {
            resolver.figuresWithNames[index].sentences = sentences
            if resolver.figuresWithNames[index].language.isEmpty {
                resolver.figuresWithNames[index].language = slide.language ?? ""
            }
        }
        return Page(
            id: slide.id, title: title.plain, size: deck.page.size,
            paperWidth: deck.page.paperWidth, content: content, language: slide.language ?? "",
            draft: deck.isDraft
                ? DraftMark(
                    word: resolver.words.draft, theme: resolver.theme,
                    isOnInk: slide.form == .cover) : nil,
            location: slide.location)
    }

    private static let sourceHint =
        "select a column source, as in SELECT units, status, source FROM …, or give the table a source"

    /// A page's line of sources: as it is written, or for `auto` those of its figures.
    private static func source(of template: Template, _ resolver: Resolver) -> RichText {
        let text = resolver.text(template)
        guard text.plain == "auto" else { return text }
        let sources = resolver.recorder.sources
        if sources.isEmpty {
            resolver.findings.add(
                .warning(
                    "none of the page's figures says its source", at: template.location,
                    hint: Self.sourceHint))
            return RichText()
        }
        let silent = resolver.recorder.unsourced
        if !silent.isEmpty {
            let more = silent.count > 5 ? " and \(silent.count - 5) more" : ""
            resolver.findings.add(
                .warning(
                    "figures of the page do not say their source: "
                        + silent.prefix(5).joined(separator: ", ") + more,
                    at: template.location, hint: Self.sourceHint))
        }
        return RichText("\(resolver.words.source) \(sources.joined(separator: "; ")).")
    }
}

extension TableSource {
    fileprivate init(
        _ table: TableDeclaration, _ bytes: [UInt8], in folder: SourceFolder, _ limits: Limits
    ) {
        self.init(
            name: table.name, file: folder.displayPath(table.file), bytes: bytes,
            format: table.format, columns: table.columns, dialect: table.dialect,
            location: table.location)
        self.limits = limits
    }
}
