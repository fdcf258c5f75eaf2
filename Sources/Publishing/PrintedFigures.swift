import Deck
import Graphics
import JSON
import Scales
import Tables

/// How figures are printed on pages: what texts say, and what charts, maps and tables made of them.
struct PrintedFigures: Sendable {
    private let deck: Deck
    private let words: [String: Set<String>]

    /// The figures of pages that were laid out.
    init(_ deck: Deck, _ pages: [(Int, Scene)]) {
        self.deck = deck
        words = Dictionary(
            pages.map { (deck.pages[$0.0].id, $0.1.words) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whether a figure's page was laid out.
    func covers(_ figure: Lineage.Figure) -> Bool { words[figure.page] != nil }

    /// The text that prints a figure; `nil` for what is only drawn.
    ///
    /// A chart decides for itself which of its figures it prints. Its text is the figure in one of the
    /// formats that its page asks for, if the page has such words.
    func text(of figure: Lineage.Figure) -> String? {
        if let text = figure.text { return text }
        guard let number = figure.value.number, let words = words[figure.page] else { return nil }
        let formats = deck.lineage.formats[figure.page] ?? []
        return (formats + [.plain]).lazy.map { $0.text(number, locale: deck.locale.number) }
            .first { words.contains($0) || words.contains($0 + "*") }
    }

    /// A figure as reports and explanations tell it.
    func json(of figure: Lineage.Figure) -> JSONText {
        .object([
            ("page", .text(figure.page)), ("element", .text(figure.element)),
            ("name", .text(figure.name)), ("key", .text(figure.key)),
            ("value", JSONText(figure.value)),
            ("text", text(of: figure).map(JSONText.text) ?? .null),
            ("status", .text(figure.status.rawValue)), ("source", .text(figure.source)),
            ("query", figure.query.map(JSONText.number) ?? .null),
        ])
    }
}

extension Scene {
    /// All lines of text, and the words in them.
    fileprivate var words: Set<String> {
        var words: Set<String> = []
        for (text, _) in texts {
            words.insert(text)
            for word in text.split(separator: " ") { words.insert(String(word)) }
        }
        return words
    }
}
