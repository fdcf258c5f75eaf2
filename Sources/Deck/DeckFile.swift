import Diagnostics
import Graphics
import Scales
import Tables
import YAML

/// A deck file as it is written: typed, with places, nothing answered yet.
struct DeckFile {
    var title: Template?
    var organisation: String
    var subject: String
    var keywords: String
    var locale: DeckLocale
    var period: Period?
    var date: CalendarDay?
    var themeFile: (path: String, location: SourceLocation)?
    var page: PageSize
    /// Whether its pages are not yet to be passed on.
    var isDraft: Bool
    /// Further periods that it speaks of, in their order.
    var periods: [PeriodDeclaration]
    /// Its own parameters for queries.
    var parameters: [String: Cell]
    var tables: [TableDeclaration]
    var values: [FigureDeclaration]
    var checks: [CheckDeclaration]
    /// Texts that may hold figures which follow no data.
    var literals: [String]
    var slides: [Slide]
    /// The names of all slides, of those too that cannot be read.
    var slideNames: [String]
    /// Its mail edition; `nil` where it has none.
    var mail: MailDeclaration?
    /// The editions that a batch makes of it; `nil` where it is one.
    var matrix: MatrixDeclaration?
    var location: SourceLocation

    /// The language in which periods are named.
    var language: Period.Language { Period.Language(rawValue: locale.languageCode) ?? .en }

    /// Values that every deck has.
    private static let builtInValues = Parameters.reserved.union(["organisation"])

    init(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a deck", reading)
        title = fields.requiredTemplate("title")
        organisation = fields.text("organisation") ?? ""
        subject = fields.text("subject") ?? ""
        keywords = fields.text("keywords") ?? ""
        locale = .esMX
        if let tag = fields.requiredText("language") {
            if let known = DeckLocale(tag: tag) {
                locale = known
            } else {
                reading.error(
                    "the language “\(tag)” is not known",
                    at: node["language"]?.location ?? node.location,
                    hint: "there are \(DeckLocale.supportedTags.joined(separator: ", "))")
            }
        }
        if let text = fields.requiredText("period") {
            period = Period(text, at: node["period"]?.location ?? node.location, reading)
        }
        if let text = fields.text("date") {
            date = CalendarDay(text)
            if date == nil {
                reading.error(
                    "“\(text)” is not a date", at: node["date"]?.location ?? node.location,
                    hint: "write year, month and day, as in 2024-07-15")
            }
        }
        themeFile = fields.text("theme").map { ($0, node["theme"]?.location ?? node.location) }
        page = DeckFile.page(fields, reading)
        isDraft = fields.flag("draft") ?? false
        periods = fields.mapping("periods").compactMap { pair in
            if Self.builtInValues.contains(pair.name) {
                Self.refuse(pair, reading)
                return nil
            }
            return PeriodDeclaration(reading: pair, into: reading)
        }
        parameters = [:]
        for pair in fields.mapping("parameters") {
            if let cell = DeckFile.parameter(pair, reading) { parameters[pair.name] = cell }
        }
        tables = fields.mapping("tables").compactMap {
            TableDeclaration(reading: $0, into: reading)
        }
        values = fields.mapping("values").compactMap { pair in
            if Self.builtInValues.contains(pair.name) { Self.refuse(pair, reading) }
            return FigureDeclaration(reading: pair, into: reading)
        }
        checks = fields.mapping("checks").compactMap {
            CheckDeclaration(reading: $0, into: reading)
        }
        literals = fields.list("literals").compactMap { node in
            if let scalar = node.scalar { return scalar.text }
            reading.error("a literal is text, not \(node.noun)", at: node.location)
            return nil
        }
        // What follows from a period has a name of its own, too: `:period_start`.
        let taken = Parameters.derivedNames(
            of: Parameters.reserved.union(periods.map(\.name)))
        for pair in fields.mapping("values") + fields.mapping("parameters")
            + fields.mapping("periods") where taken.contains(pair.name)
        {
            Self.refuse(pair, reading)
        }
        for pair in fields.mapping("parameters")
        where fields.mapping("values").contains(where: { $0.name == pair.name }) {
            reading.error(
                "“\(pair.name)” is the name of a value, too", at: pair.location,
                hint: "take another name: checks call both :\(pair.name)")
        }
        let names = Set(periods.map(\.name))
        for pair in fields.mapping("values") + fields.mapping("parameters")
        where names.contains(pair.name) {
            reading.error(
                "“\(pair.name)” is the name of a period, too", at: pair.location,
                hint: "take another name")
        }
        _ = fields.required("slides")
        slides = fields.list("slides").compactMap { Slide(reading: $0, into: reading) }
        slideNames = fields.list("slides").compactMap { $0["id"]?.scalar?.text }
        mail = fields.node("mail").map { MailDeclaration(reading: $0, into: reading) }
        matrix = fields.node("matrix").flatMap { MatrixDeclaration(reading: $0, into: reading) }
        location = node.location
        fields.finish()
        if slides.isEmpty, fields.list("slides").isEmpty, node["slides"]?.items != nil {
            reading.error("a deck has at least one slide", at: node.location)
        }
    }

    /// Notes more slides than are allowed, and keeps the first ones only.
    mutating func requireFewSlides(_ limits: Limits, into reading: Reading) {
        let most = limits[.slides]
        guard slides.count > most else { return }
        reading.error(
            "the deck has \(slides.count) slides, more than the \(most) allowed",
            at: slides[most].location, hint: Limit.slides.hint("make several decks of it"))
        slides = Array(slides[..<most])
    }

    private static func refuse(_ pair: Pair, _ reading: Reading) {
        reading.error(
            "the deck itself says what “\(pair.name)” is", at: pair.location,
            hint: "take another name")
    }

    /// A text or a number that queries call `:name`.
    private static func parameter(_ pair: Pair, _ reading: Reading) -> Cell? {
        guard isParameterName(pair.name) else {
            reading.error(
                "“\(pair.name)” cannot be a parameter's name", at: pair.location,
                hint: "queries call it :\(pair.name), so use letters from a to z, digits and _")
            return nil
        }
        if builtInValues.contains(pair.name) {
            refuse(pair, reading)
            return nil
        }
        switch pair.value.scalar?.value {
        case .int(let number)?: return .integer(number)
        case .float(let number)? where number.isFinite: return .number(number)
        case .string(let text)?: return .text(text)
        case .null?, .bool?, .float?, nil:
            reading.error(
                "a parameter is a text or a number, not \(pair.value.noun)",
                at: pair.value.location)
            return nil
        }
    }

    private static func page(_ fields: Fields, _ reading: Reading) -> PageSize {
        let usual = PageSize(size: Size(960, 540))
        guard let node = fields.node("page") else { return usual }
        if let name = node.scalar?.text {
            if let size = PageSize.named[name] { return size }
            reading.error(
                "there is no page size “\(name)”", at: node.location,
                hint:
                    "there are \(PageSize.named.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")), "
                    + "or {width: 960, height: 540} in points")
            return usual
        }
        let fields = Fields(node, "a page", reading)
        _ = (fields.required("width"), fields.required("height"))
        let width = fields.number("width", within: 320...4000)
        let height = fields.number("height", within: 240...4000)
        fields.finish()
        guard let width, let height else { return usual }
        return PageSize(size: Size(width, height))
    }
}
