import Diagnostics
import Layout
import YAML

/// A page as a deck writes it.
struct Slide: Sendable {
    /// How a page is composed.
    enum Form: String, CaseIterable, Sendable {
        /// Title, body, note and source.
        case content
        /// The dark opening page: an organisation, a statement, a period.
        case cover
    }

    var id: String
    var form: Form
    var title: Template
    var subtitle: Template?
    var body: PlacedBlock?
    var note: Template?
    var source: Template?
    /// Sentences in place of the usual ones, by what they explain; an empty one says nothing.
    var footnotes: [FootnoteMark: Template]
    /// The map behind a cover.
    var art: MapBlock?
    /// Small words at the top and at the bottom of a cover.
    var top: Template?
    var bottom: Template?
    /// The language of its words; `nil` for the deck's.
    var language: String?
    var location: SourceLocation

    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a slide", reading)
        id = fields.requiredText("id") ?? ""
        if !id.isEmpty { reading.claim(id: id, at: node["id"]?.location ?? node.location) }
        form = fields.word("form", Form.self) ?? .content
        let title = fields.requiredTemplate("title")
        subtitle = fields.template("subtitle")
        let hasBody = fields.node("body") != nil
        body = fields.node("body").flatMap { PlacedBlock(reading: $0, into: reading) }
        note = fields.template("note")
        source = fields.template("source")
        footnotes = [:]
        for pair in fields.mapping("footnotes") {
            guard let mark = reading.role(pair, FootnoteMark.self, "footnote"),
                let sentence = Template(reading: pair.value, into: reading)
            else { continue }
            footnotes[mark] = sentence
        }
        art = fields.node("art").flatMap { MapBlock(reading: $0, into: reading) }
        top = fields.template("top")
        bottom = fields.template("bottom")
        language = fields.spokenLanguage()
        location = node.location
        fields.finish()
        if form == .content, !hasBody, node.pairs != nil {
            reading.error("a content slide needs a body", at: node.location)
        }
        if form == .cover, hasBody {
            reading.error(
                "a cover has no body", at: node.location, hint: "its title is its statement")
        }
        let misplaced =
            form == .cover
            ? ["subtitle", "note", "source", "footnotes"] : ["top", "bottom", "art"]
        for pair in node.pairs ?? [] where misplaced.contains(pair.name) {
            reading.error(
                "a \(form.rawValue) slide has no “\(pair.name)”", at: pair.location,
                hint: form == .cover
                    ? "a cover has top, title, bottom and art" : "these are a cover's")
        }
        guard let title else { return nil }
        self.title = title
    }
}
