import Diagnostics
import Graphics
import Scales
import Tables
import YAML

/// A deck file as it is written: typed, with places, nothing answered yet.
struct DeckFile {
    /// A table as a deck declares it: a file and its columns' types.
    struct TableDeclaration {
        var name: String
        var file: String
        var columns: [String: ColumnType]
        var location: SourceLocation
    }

    var title: Template?
    var organisation: String
    var subject: String
    var keywords: String
    var locale: DeckLocale
    var period: Period?
    var date: CalendarDay?
    var themeFile: (path: String, location: SourceLocation)?
    var page: Size
    var tables: [TableDeclaration]
    var values: [FigureDeclaration]
    var slides: [Slide]
    var location: SourceLocation

    /// The language in which periods are named.
    var language: Period.Language { Period.Language(rawValue: locale.languageCode) ?? .en }

    /// Values that every deck has.
    private static let builtInValues = ["period", "organisation"]

    /// Page sizes by name, in points.
    static let pages: [String: Size] = [
        "16:9": Size(960, 540), "4:3": Size(960, 720), "16:10": Size(960, 600),
    ]

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
            period = Period(text)
            if period == nil {
                reading.error(
                    "“\(text)” is not a period", at: node["period"]?.location ?? node.location,
                    hint: "write 2024, 2024-S1, 2024-T2 (or Q2) or 2024-06")
            }
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
        tables = fields.mapping("tables").compactMap { DeckFile.table($0, reading) }
        values = fields.mapping("values").compactMap { pair in
            if Self.builtInValues.contains(pair.name) {
                reading.error(
                    "the deck itself says what “\(pair.name)” is", at: pair.location,
                    hint: "take another name")
            }
            return FigureDeclaration(reading: pair, into: reading)
        }
        _ = fields.required("slides")
        slides = fields.list("slides").compactMap { Slide(reading: $0, into: reading) }
        location = node.location
        fields.finish()
        if slides.isEmpty, fields.list("slides").isEmpty, node["slides"]?.items != nil {
            reading.error("a deck has at least one slide", at: node.location)
        }
    }

    private static func page(_ fields: Fields, _ reading: Reading) -> Size {
        let usual = Size(960, 540)
        guard let node = fields.node("page") else { return usual }
        if let name = node.scalar?.text {
            if let size = pages[name] { return size }
            reading.error(
                "there is no page size “\(name)”", at: node.location,
                hint:
                    "there are \(pages.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")), "
                    + "or {width: 960, height: 540} in points")
            return usual
        }
        let fields = Fields(node, "a page", reading)
        _ = (fields.required("width"), fields.required("height"))
        let width = fields.number("width", within: 320...4000)
        let height = fields.number("height", within: 240...4000)
        fields.finish()
        guard let width, let height else { return usual }
        return Size(width, height)
    }

    private static func table(_ pair: Pair, _ reading: Reading) -> TableDeclaration? {
        if let scalar = pair.value.scalar {
            return TableDeclaration(
                name: pair.name, file: scalar.text, columns: [:], location: pair.value.location)
        }
        let fields = Fields(pair.value, "a table", reading)
        let file = fields.requiredText("file")
        var columns: [String: ColumnType] = [:]
        for column in fields.mapping("columns") {
            let names = ColumnType.allCases.map(\.rawValue)
            if let type = column.value.scalar.flatMap({ ColumnType(rawValue: $0.text) }) {
                columns[column.name] = type
            } else {
                reading.error(
                    "a column is \(names.joined(separator: ", ")), not "
                        + (column.value.scalar.map { "“\($0.text)”" } ?? column.value.noun),
                    at: column.value.location)
            }
        }
        fields.finish()
        return file.map {
            TableDeclaration(
                name: pair.name, file: $0, columns: columns,
                location: pair.value["file"]?.location ?? pair.location)
        }
    }
}
