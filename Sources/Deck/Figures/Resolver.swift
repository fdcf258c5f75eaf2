import Charts
import Diagnostics
import Files
import Graphics
import Layout
import Maps
import Scales
import Tables

/// Answers what a deck's blocks ask: the words of a text, the rows of a query, the bytes of a file.
///
/// What cannot be answered is noted once, and something harmless given back, so that resolving goes
/// on and finds the next mistake.
final class Resolver {
    let theme: Theme
    let locale: DeckLocale
    let words: Words
    private let folder: SourceFolder
    private let limits: Limits
    private let resources: Resources
    private let tables: DeckTables
    private var figures: [String: Figure]
    /// The names of declared figures, in their order.
    private var valueNames: [String] = []
    private let brokenTables: Set<String>
    /// The tables and their files.
    private let declaredTables: [Lineage.Table]
    private let sharedScales: [String: [SharedScaleMember]]
    /// What stands for `:name` in queries.
    let parameters: Parameters
    private let language: Period.Language
    private var boundaries: [String: FeatureCollection] = [:]
    /// Answers by query; the inner `nil` is that of a query that failed and was told.
    private var answers: [Query: Answer?] = [:]
    /// Queries without a row for their period, which were told.
    private var toldEmpty: Set<Query> = []
    /// The queries of rows without a row for their period since the content at hand was begun.
    private var emptyQueries: [Query] = []
    private var greatestOfShared: [String: Double] = [:]
    /// What was found wrong while answering.
    var findings = Diagnostics()
    /// The footnotes that figures printed since the last page need.
    var footnotes: Set<FootnoteMark> = []
    /// Figures in texts that follow no data.
    private(set) var lints = Diagnostics()
    private let bareFigures: BareFigures
    private var linted: Set<Template> = []
    /// Blocks that have a name, ready to stand alone.
    var figuresWithNames: [DeckFigure] = []
    /// What figures come from and where they stand.
    var recorder = LineageRecorder()
    /// The page at hand; empty before the first.
    var page = "" {
        didSet {
            pages.append(page)
            (recorder.page, recorder.element) = (page, "")
        }
    }
    private var pages: [String] = []
    /// The names of all slides, to which links may lead.
    var slides: [String] = []
    /// The pages that print a figure, in order.
    private var pagesOfFigure: [String: [String]] = [:]
    /// The period for which something on the page at hand has no data; `nil` where all has.
    var withoutData: Period?

    init(
        theme: Theme, locale: DeckLocale, folder: SourceFolder, resources: Resources,
        tables: DeckTables,
        brokenTables: Set<String>, sharedScales: [String: [SharedScaleMember]],
        parameters: Parameters, language: Period.Language, declaredTables: [Lineage.Table],
        literals: [String], limits: Limits
    ) {
        self.limits = limits
        self.theme = theme
        self.locale = locale
        words = Words(languageCode: locale.languageCode)
        self.folder = folder
        self.resources = resources
        self.tables = tables
        self.brokenTables = brokenTables
        self.sharedScales = sharedScales
        self.parameters = parameters
        self.language = language
        self.declaredTables = declaredTables
        bareFigures = BareFigures(allowing: literals)
        figures = [:]
    }

    // MARK: - Figures

    /// Makes text known by a name, for what decks say of themselves: their period, their title.
    func define(_ name: String, as text: String) {
        figures[name] = Figure(value: .text(text), format: nil, status: .official)
    }

    /// Evaluates a declared figure.
    func define(_ declaration: FigureDeclaration) {
        let rows = rows(declaration.query)
        if let rows, rows.rows.count > 1 {
            findings.add(
                .error(
                    "the value “\(declaration.name)” has \(rows.rows.count) rows",
                    at: declaration.query.location, hint: "a value is one row: narrow its WHERE"))
        }
        let row = rows.flatMap { $0.rows.isEmpty ? nil : Row(rows: $0, index: 0) }
        let isWithoutData = noteWithoutData(declaration.query, declaration.name)
        if let rows, rows.rows.isEmpty, isWithoutData == nil {
            findings.add(
                .error(
                    "the value “\(declaration.name)” has no row", at: declaration.query.location,
                    hint: "for a figure that is not known, let the table have a row with status "
                        + "missing"))
        }
        if let row { checkStatuses(of: [row], at: declaration.query.location) }
        let status = row.flatMap { $0.has("status") ? Status(rawValue: $0.text("status")) : nil }
        figures[declaration.name] = Figure(
            value: rows?.cell(row: 0, column: 0) ?? .missing, format: declaration.format,
            specifier: declaration.specifier,
            status: status ?? .official,
            source: row.flatMap { $0.has("source") ? $0.text("source") : nil }
                ?? (declaration.source.isEmpty
                    ? declaredSource(of: declaration.query) : declaration.source),
            unit: row.flatMap { $0.has("unit") ? $0.text("unit") : nil } ?? declaration.unit,
            query: declaration.query, withoutData: isWithoutData)
        valueNames.append(declaration.name)
    }

    /// Who publishes the tables that a query reads, as the deck declares them.
    private func declaredSource(of query: Query) -> String {
        let read = answer(query)?.tables ?? []
        let sources = declaredTables.filter { read.contains($0.name) && !$0.source.isEmpty }
        return sources.map(\.source).withoutRepeats.joined(separator: "; ")
    }

    /// A text with its figures printed.
    func text(_ template: Template) -> RichText {
        var result = RichText()
        if linted.insert(template).inserted {
            for words in template.stretches {
                for lint in bareFigures.findings(in: words, at: template.location) {
                    lints.add(lint)
                }
            }
        }
        for part in template.parts {
            switch part {
            case .words(let words, let voice):
                result.spans.append(
                    .init(text: words, isStrong: voice.isStrong, link: voice.link))
            case .figure(let reference, let voice):
                append(reference, voice, to: &result)
            }
        }
        for case .page(let id)? in result.spans.map(\.link) where !slides.contains(id) {
            findings.add(
                .error(
                    "a link leads to a slide “\(id)”, which is not there", at: template.location,
                    hint: nearest(to: id, among: slides).map { "did you mean “\($0)”?" }))
        }
        return result
    }

    /// Whether a text may be blank for what was told already: a figure that could not be had, or a period.
    func isEcho(_ template: Template) -> Bool {
        let hasFigures = template.parts.contains { part in
            if case .figure = part { true } else { false }
        }
        return hasFigures && (findings.hasErrors || parameters.periods["period"] == nil)
    }

    /// What is told instead of a picture; nothing to tell is an error.
    func told(_ template: Template) -> String {
        let text = text(template).plain
        if text.isBlank, !isEcho(template) {
            findings.add(
                .error(
                    "the alternative text is empty", at: template.location,
                    hint: "say what the picture shows"))
        }
        return text
    }

    private func append(
        _ reference: Template.Reference, _ voice: Template.Voice, to text: inout RichText
    ) {
        guard let figure = figure(reference) else { return }
        if let period = figure.withoutData, let query = figure.query {
            withoutData = withoutData ?? period
            recorder.noteLack(of: query, for: period, value: reference.name)
        }
        let start = text.spans.count
        defer {
            let printed = text.spans[start...].map(\.text).joined()
            recorder.note(reference.name, figure, text: printed)
        }
        switch figure.value {
        case .missing:
            text.spans.append(
                .init(text: words.missing, isStrong: voice.isStrong, link: voice.link))
            text.footnotes.insert(.missing)
            footnotes.insert(.missing)
            return
        case .text(let words):
            if reference.isUnsigned {
                findings.add(
                    .error("“\(reference.name)” is text and has no sign", at: reference.location))
            }
            text.spans.append(
                .init(text: print(words, reference), isStrong: voice.isStrong, link: voice.link))
        case .integer, .number:
            let number = figure.value.number ?? 0
            text.spans.append(
                .init(
                    text: print(number, figure, reference), isStrong: voice.isStrong,
                    link: voice.link))
        }
        // A word for a direction is no figure that could be marked.
        if case .direction? = reference.manner { return }
        let standing = Standing(figure.status)
        if !standing.mark.isEmpty {
            text.spans.append(
                .init(text: standing.mark, isStrong: voice.isStrong, link: voice.link, isMark: true)
            )
        }
        switch standing {
        case .firm: break
        case .derived: text.footnotes.insert(.derived)
        case .preliminary: text.footnotes.insert(.preliminary)
        case .estimated: text.footnotes.insert(.estimated)
        }
        footnotes.formUnion(text.footnotes)
    }

    /// A number as a reference wants it.
    private func print(
        _ number: Double, _ figure: Figure, _ reference: Template.Reference
    ) -> String {
        var format = figure.format
        switch reference.manner {
        case .direction(let rise, let fall, let same):
            // What rounds to nothing has not moved, for the reader who sees the rounded figure.
            let magnitude = print(abs(number), figure.format)
            if magnitude == print(0, figure.format) { return same }
            return number > 0 ? rise : fall
        case .period:
            findings.add(
                .error(
                    "“\(reference.name)” is a number and has no name as periods have",
                    at: reference.location))
        case .number(let own): format = own
        case nil: break
        }
        guard reference.isUnsigned else { return print(number, format) }
        // A format that asks for a sign would print one all the same.
        let printed = print(abs(number), format)
        return printed.hasPrefix("+") ? String(printed.dropFirst()) : printed
    }

    /// Words, or a period's name, as a reference wants them.
    private func print(_ words: String, _ reference: Template.Reference) -> String {
        switch reference.manner {
        case .period(let style, let isUpper):
            // A figure of a table may be a period's code, too.
            guard let period = parameters.periods[reference.name] ?? Period(words) else {
                if Parameters.reserved.contains(reference.name) { return words }
                findings.add(
                    .error(
                        "“\(reference.name)” is text and not a period", at: reference.location))
                return words
            }
            let name = period.name(style, in: language)
            return isUpper ? name.uppercased() : name
        case .number, .direction:
            findings.add(
                .error(
                    "“\(reference.name)” is text and takes no number format",
                    at: reference.location))
            return words
        case nil: return words
        }
    }

    private func figure(_ reference: Template.Reference) -> Figure? {
        if let figure = figures[reference.name] {
            if !page.isEmpty, pagesOfFigure[reference.name]?.last != page {
                pagesOfFigure[reference.name, default: []].append(page)
            }
            return figure
        }
        let guess = nearest(to: reference.name, among: figures.keys)
        findings.add(
            .error(
                "there is no value “\(reference.name)”", at: reference.location,
                hint: guess.map { "did you mean “\($0)”?" } ?? "declare it under “values:”"))
        return nil
    }

    /// The number that a text of one figure, or of digits, stands for.
    func number(_ template: Template) -> Double? {
        let shown = template.parts.filter { part in
            if case .words(let words, _) = part { return !trimmed(words).isEmpty }
            return true
        }
        if shown.count == 1 {
            switch shown[0] {
            case .figure(let reference, _):
                guard let figure = figure(reference) else { return nil }
                if let number = figure.value.number { return number }
                if figure.value == .missing { return nil }
            case .words(let words, _):
                if let number = Double(trimmed(words)), number.isFinite { return number }
            }
        }
        findings.add(
            .error(
                "expected a number: one {{value}}, or digits", at: template.location))
        return nil
    }

    /// A number as the deck's language writes it; the mark for missing figures without one.
    func print(_ number: Double?, _ format: NumberFormat?) -> String {
        guard let number else { return words.missing }
        return (format ?? .plain).text(number, locale: locale.number)
    }

    // MARK: - Rows

    /// The rows of a query, each of which has the columns that are needed.
    ///
    /// - Parameters:
    ///   - amounts: those of the columns that hold numbers; text in one is a finding.
    ///   - limit: rows that the page can show; more would only keep layout busy for minutes.
    func table(
        _ query: Query, needs columns: [String], amounts: [String] = [], atMost limit: Int = 1000
    ) -> [Row] {
        guard let rows = rows(query) else { return [] }
        if let period = noteWithoutData(query, nil) {
            withoutData = withoutData ?? period
            emptyQueries.append(query)
        }
        guard rows.rows.count <= limit else {
            findings.add(
                .error(
                    "the query gives \(rows.rows.count) rows, and a page shows at most \(limit)",
                    at: query.location, hint: "group the rows, or add LIMIT"))
            return []
        }
        for column in columns where !rows.columns.contains(column) {
            let guess = nearest(to: column, among: rows.columns)
            findings.add(
                .error(
                    "the query gives no column “\(column)”", at: query.location,
                    hint: guess.map { "rename “\($0)”: \($0) AS \(column)" }
                        ?? "it gives \(rows.columns.joined(separator: ", "))"))
        }
        guard columns.allSatisfy(rows.columns.contains) else { return [] }
        let table = rows.rows.indices.map { Row(rows: rows, index: $0) }
        recorder.note(table, of: query, source: declaredSource(of: query))
        checkStatuses(of: table, at: query.location)
        if amounts.isEmpty == false, table.first?.has("status") == true {
            checkMissing(table, amounts: amounts, at: query.location)
        }
        for column in amounts {
            guard let wrong = table.lazy.compactMap({ $0.wrongNumber(column) }).first else {
                continue
            }
            findings.add(
                .error(
                    "“\(wrong)” in column “\(column)” is text, not a number", at: query.location,
                    hint: "declare the column under “tables:”, as in columns: {\(column): integer}")
            )
            return []
        }
        return table
    }

    /// Notes a row that says its figure is missing and has one all the same.
    func checkMissing(_ rows: [Row], amounts: [String], at location: SourceLocation) {
        for column in amounts {
            let numbers = rows.lazy.filter { $0.text("status") == Status.missing.rawValue }
                .compactMap { $0.number(column) }
            guard let number = numbers.first else { continue }
            findings.add(
                .error(
                    "a row has the status missing and \(print(number, nil)) in column “\(column)”",
                    at: location, hint: "empty the cell, or say what the figure is worth"))
        }
    }

    /// Notes a status that is none of the words, which a query may have made.
    private func checkStatuses(of rows: [Row], at location: SourceLocation) {
        for row in rows where row.has("status") {
            let word = row.text("status")
            if word.isEmpty || Status(rawValue: word) != nil { continue }
            let words = Status.allCases.map(\.rawValue)
            findings.add(
                .error(
                    "“\(word)” is not a status", at: location,
                    hint: nearest(to: word, among: words).map { "did you mean “\($0)”?" }
                        ?? "the words are \(words.joined(separator: ", "))"))
            return
        }
    }

    /// The period for which a query has no row, if it asks for one; told once.
    ///
    /// An edition whose figures are still to come is drawn without them, and says so: that is a
    /// warning, where a query that could have rows in no edition is an error.
    private func noteWithoutData(_ query: Query, _ value: String?) -> Period? {
        guard let answer = answer(query), answer.hasNothing(forValue: value != nil),
            let period = parameters.period(among: answer.parameters)
        else { return nil }
        recorder.noteLack(of: query, for: period, value: value)
        if toldEmpty.insert(query).inserted { tellEmpty(query, value) }
        return period
    }

    private func tellEmpty(_ query: Query, _ value: String? = nil) {
        guard let answer = answer(query),
            let period = parameters.period(among: answer.parameters)
        else { return }
        let lack = answer.rows.rows.isEmpty ? "row" : "figure"
        let what = value.map { "the value “\($0)” has no \(lack)" } ?? "the query gives no row"
        findings.add(
            .warning(
                "no data for \(period.name(in: language)): \(what)", at: query.location,
                hint: answer.tables.isEmpty
                    ? nil : "add rows for \(period) to \(answer.tables.joined(separator: ", "))"))
    }

    /// What is said in place of figures that are still to come.
    func sayWithoutData(_ period: Period) -> String {
        "\(words.noDataFor) \(period.name(in: language))"
    }

    /// Makes something of queries, or what stands in its place where a query has no row for its period.
    ///
    /// What is wrong with something that has no rows is no news.
    func made<Content>(
        _ make: () -> Content, orWithoutData placeholder: (Period) -> Content
    ) -> Content {
        let (outer, before) = (withoutData, findings)
        withoutData = nil
        emptyQueries = []
        let content = make()
        let period = withoutData
        withoutData = outer ?? period
        guard let period, !emptyQueries.isEmpty else { return content }
        findings = before
        for query in emptyQueries { tellEmpty(query) }
        return placeholder(period)
    }

    /// The answer to a query; asked once, however many parts of a block want it.
    private func answer(_ query: Query) -> Answer? {
        if let known = answers[query] { return known }
        let answer = ask(query)
        answers[query] = .some(answer)
        return answer
    }

    private func rows(_ query: Query) -> Rows? { answer(query)?.rows }

    private func ask(_ query: Query) -> Answer? { ask(query, parameters.cells) }

    private func ask(_ query: Query, _ cells: [String: Cell]) -> Answer? {
        do {
            return try tables.answer(query.sql, parameters: cells, at: query.location)
        } catch let error as Diagnostics {
            note(error)
        } catch {
            findings.add(.error("\(error)", at: query.location))
        }
        return nil
    }

    /// Keeps what is not a mere echo of a table that could not be loaded.
    private func note(_ found: Diagnostics) {
        for finding in found.all
        where !brokenTables.contains(where: { finding.message.hasSuffix("no such table: \($0)") }) {
            findings.add(finding)
        }
    }

    /// The greatest figure of all charts that share a scale.
    func greatest(ofShared name: String) -> Double? {
        if let known = greatestOfShared[name] { return known }
        let figures = (sharedScales[name] ?? []).flatMap { member in
            rows(member.query)?.column(named: member.field)?.compactMap(\.number) ?? []
        }
        greatestOfShared[name] = figures.max()
        return figures.max()
    }

    // MARK: - What figures rest on

    /// Whether a name is that of a figure that a query answers.
    func isFigure(_ name: String) -> Bool { figures[name]?.query != nil }

    /// Who says what a figure is; empty where that is not known.
    func source(of name: String) -> String { figures[name]?.source ?? "" }

    /// The tables that a figure's query reads.
    func tables(behind name: String) -> [String] {
        figures[name]?.query.flatMap { answer($0)?.tables } ?? []
    }

    /// The file of a table, as messages name it.
    func file(ofTable name: String) -> String? { declaredTables.first { $0.name == name }?.file }

    /// The pages that print one of some figures, in the deck's order.
    func pages(printing names: [String]) -> [String] {
        let printing = Set(names.flatMap { pagesOfFigure[$0] ?? [] })
        return pages.filter(printing.contains)
    }

    /// All that is known of what figures come from and where they stand.
    var lineage: Lineage {
        var lineage = recorder.lineage(
            answers.compactMapValues { $0 }, parameters: parameters.cells, tables: declaredTables,
            values: valueNames.compactMap { name in figures[name].map { (name, $0) } })
        lineage.periodParameters = Set(parameters.periodOf.keys)
        return lineage
    }

    /// The answer to a query in which figures, too, stand for `:name`.
    func answerWithFigures(_ query: Query) -> Answer? {
        // As numbers, so that `:a / :b` is what people mean by it.
        let values = figures.filter { isParameterName($0.key) && $0.value.query != nil }
            .mapValues { figure in
                if case .integer = figure.value, let number = figure.value.number {
                    Cell.number(number)
                } else {
                    figure.value
                }
            }
        return ask(query, parameters.cells.merging(values) { period, _ in period })
    }

    // MARK: - Files

    /// The bytes of a file of the deck's folder.
    func file(_ path: String, at location: SourceLocation) -> [UInt8]? {
        do {
            let bytes = try folder.read(path, at: location)
            recorder.note(InputFile(path: path, origin: .deck, bytes: bytes))
            return bytes
        } catch let finding as Diagnostic {
            findings.add(finding)
        } catch {
            findings.add(.error("“\(path)” cannot be read: \(error)", at: location))
        }
        return nil
    }

    /// Boundaries by name from the resources, or by the path of a file of the deck.
    func boundaries(_ name: String, at location: SourceLocation) -> FeatureCollection? {
        if let known = boundaries[name] { return known }
        do {
            let (read, file) = try resources.boundaries(
                name, deck: folder, limits: limits, at: location)
            findings.add(read.warnings)
            boundaries[name] = read.collection
            recorder.note(file)
            return read.collection
        } catch let error as Diagnostics {
            findings.add(error)
        } catch let error as Diagnostic {
            findings.add(error)
        } catch {
            findings.add(.error("\(error)", at: location))
        }
        return nil
    }
}

extension Answer {
    /// Whether it has no row, or for a value a row without a figure that does not say that it is
    /// missing: a sum over no rows is such a one.
    fileprivate func hasNothing(forValue isValue: Bool) -> Bool {
        guard let cell = rows.cell(row: 0, column: 0) else { return rows.rows.isEmpty }
        return isValue && cell.isMissing
            && rows.cell(row: 0, column: "status")?.text != Status.missing.rawValue
    }
}

/// A chart that takes part in a shared scale.
struct SharedScaleMember: Sendable {
    /// The chart's rows.
    var query: Query
    /// The column of its figures.
    var field: String
}
