public import Charts
import Diagnostics
public import Graphics
import Layout

/// A block of a deck that has a name, ready to stand on a page of its own.
public struct DeckFigure: Sendable {
    /// How a figure stands alone.
    public struct Setting: Hashable, Sendable {
        /// The page's extent in points.
        public var size: Size
        /// Whether its heading stands above it.
        public var isHeaded: Bool
        /// Whether what its marks mean stands below it; else the scene says it aside.
        public var isNoted: Bool
        /// Which marks of a chart have labels; `nil` for those that have them on its slide.
        public var labels: LabelOptions.Which?

        /// On a page of a size, with all that belongs to it.
        public init(
            _ size: Size, isHeaded: Bool = true, isNoted: Bool = true,
            labels: LabelOptions.Which? = nil
        ) {
            self.size = size
            self.isHeaded = isHeaded
            self.isNoted = isNoted
            self.labels = labels
        }
    }

    /// Its name in the deck file.
    public let id: String
    /// What it is called, in plain words; its name where it has no heading.
    public let title: String
    let content: HeadedElement
    /// The language of its words; empty for the deck's.
    var language: String
    let ground: Color
    let theme: Theme
    /// Footnotes that figures in its texts need.
    let used: Set<FootnoteMark>
    /// What marks mean, as its slide has it.
    var sentences: FootnoteSentences
    let location: SourceLocation

    /// The figure alone, laid out anew: what has no room on a small page is shortened, left out or told, as
    /// on any page.
    func page(_ setting: Setting) -> Page {
        Page(
            id: id, title: title, size: setting.size, paperWidth: nil, content: element(setting),
            language: language, aside: setting.isNoted ? nil : (sentences, used), draft: nil,
            location: location)
    }

    private func element(_ setting: Setting) -> FigurePage {
        var content = content
        if !setting.isHeaded { content.heading = nil }
        if let labels = setting.labels, var chart = content.block.element as? Chart {
            for index in chart.layers.indices { chart.layers[index].labels.which = labels }
            content.block.element = chart
        }
        return FigurePage(
            block: content.element, used: used, sentences: sentences, isNoted: setting.isNoted,
            ground: ground, theme: theme)
    }
}

extension Deck {
    /// The deck with one page, on which a block stands alone; `nil` where no block has the name.
    public func alone(_ id: String, _ setting: DeckFigure.Setting) -> Deck? {
        guard let figure = figures.first(where: { $0.id == id }) else { return nil }
        var deck = self
        deck.lineage.figures = lineage.figures.filter { $0.element == id }.map { told in
            var told = told
            told.page = id
            return told
        }
        deck.title = figure.title
        deck.pages = [figure.page(setting)]
        deck.figures = [figure]
        return deck
    }
}
