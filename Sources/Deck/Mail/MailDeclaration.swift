import Charts
import Diagnostics
import Files
import Graphics
import YAML

/// The mail edition as a deck file writes it: `mail:`.
struct MailDeclaration {
    /// A figure in words: `{ value: "{{exportado}}", label: vehículos exportados }`.
    struct Number {
        var value: Template
        var label: Template
        /// How it has changed; `nil` for nothing to say.
        var change: Template?
    }

    /// A picture's place in the mail.
    struct Picture {
        var subject: Mail.Picture.Subject
        /// Stands above; `nil` for the heading of the figure itself.
        var heading: Template?
        /// Stands between the two.
        var text: Template?
        /// Stands at the very end, small.
        var source: Template?
        var width: Double
        /// `nil` for the proportions of a page.
        var height: Double?
        var zoom: Double
        /// Which marks have labels; `nil` for those that have them on the slide.
        var labels: LabelOptions.Which?
    }

    /// What stands in it, in order.
    enum Part {
        case heading(Template)
        case paragraph(Template)
        case numbers([Number])
        case picture(Picture)
    }

    var subject: Template?
    var preheader: Template?
    var title: Template?
    var foot: Template?
    var from: String?
    var to: [String]
    var answers: String?
    var listID: String?
    var unsubscribe: String?
    var template: String?
    var parts: [(part: Part, location: SourceLocation)]
    /// Where each key is written, for messages of those who build the mail.
    var locations: [String: SourceLocation]
    var location: SourceLocation

    init(reading node: Node, into reading: Reading) {
        // Its words are noted under this name, as those of pages are under theirs.
        reading.claim(id: Mail.page, at: node.location)
        let fields = Fields(node, "a mail", reading)
        subject = fields.template("subject")
        preheader = fields.template("preheader")
        title = fields.template("title")
        foot = fields.template("foot")
        from = fields.text("from")
        to = fields.list("to").compactMap { item in
            if let scalar = item.scalar { return scalar.text }
            reading.error("an address is text, not \(item.noun)", at: item.location)
            return nil
        }
        answers = fields.text("answers-to")
        listID = fields.text("list-id")
        unsubscribe = fields.text("unsubscribe")
        template = fields.text("template")
        let items = fields.requiredList("parts")
        if items.count > Self.mostParts {
            reading.error(
                "a mail of \(items.count) parts is too long", at: node.location,
                hint: "at most \(Self.mostParts) are allowed, and readers leave off far earlier")
        }
        parts = items.prefix(Self.mostParts).compactMap { item in
            Self.part(item, reading).map { ($0, item.location) }
        }
        location = node.location
        locations = [:]
        for pair in node.pairs ?? [] { locations[pair.name] = pair.value.location }
        fields.finish()
        if (listID == nil) != (unsubscribe == nil), node.pairs != nil {
            reading.error(
                "a mail has “list-id” and “unsubscribe”, or neither", at: node.location,
                hint: "servers take mail to many only if one can leave the list")
        }
    }

    private static let mostParts = 200

    private static func part(_ node: Node, _ reading: Reading) -> Part? {
        let fields = Fields(node, "a part of a mail", reading)
        defer { fields.finish() }
        let kinds = ["heading", "paragraph", "numbers", "figure", "page"]
        let isPicture = fields.node("figure") != nil || fields.node("page") != nil
        // A picture may have a heading of its own.
        // All are asked for, so that none is unknown; one without a value counts as absent.
        let present = kinds.filter { fields.node($0) != nil }
        let said = present.filter { !($0 == "heading" && isPicture) }
        guard said.count == 1 else {
            if node.pairs != nil {
                reading.error(
                    said.isEmpty
                        ? "a part of a mail says what it is"
                        : "a part of a mail is one thing, not \(said.joined(separator: " and "))",
                    at: node.location, hint: "it is one of \(kinds.joined(separator: ", "))")
            }
            return nil
        }
        if isPicture { return picture(fields, reading).map { .picture($0) } }
        if said == ["heading"] { return fields.template("heading").map { .heading($0) } }
        if said == ["paragraph"] { return fields.template("paragraph").map { .paragraph($0) } }
        let numbers = fields.requiredList("numbers").compactMap { item -> Number? in
            let fields = Fields(item, "a number of a mail", reading)
            defer { fields.finish() }
            let value = fields.requiredTemplate("value")
            let label = fields.requiredTemplate("label")
            let change = fields.template("change")
            guard let value, let label else { return nil }
            return Number(value: value, label: label, change: change)
        }
        return .numbers(numbers)
    }

    private static func picture(_ fields: Fields, _ reading: Reading) -> Picture? {
        let name = fields.text("figure").map { Mail.Picture.Subject.figure($0) }
        let page = fields.text("page").map { Mail.Picture.Subject.page($0) }
        let picture = (name ?? page).map { subject in
            Picture(
                subject: subject, heading: fields.template("heading"),
                text: fields.template("text"), source: fields.template("source"),
                width: fields.number("width", within: 100...Mail.Picture.standardWidth)
                    ?? Mail.Picture.standardWidth,
                height: fields.number("height", within: 60...860),
                zoom: fields.number("zoom", within: 0.5...2) ?? Mail.Picture.standardZoom,
                labels: fields.word("labels", LabelOptions.Which.self))
        }
        if page != nil,
            let key = ["height", "zoom", "labels"].first(where: { fields.node[$0] != nil })
        {
            reading.error(
                "a page stays as it is, and has no “\(key)”",
                at: fields.node[key]?.location ?? fields.node.location,
                hint: "“height”, “zoom” and “labels” are for a “figure”")
        }
        return picture
    }
}
