import Diagnostics
public import Graphics
import Layout

/// A block of a deck that has a name, ready to stand on a page of its own.
public struct DeckFigure: Sendable {
    /// Its name in the deck file.
    public let id: String
    /// What it is called, in plain words; its name where it has no heading.
    public let title: String
    /// The block below its heading.
    let headed: any Element
    /// The block without one.
    let bare: any Element
    let ground: Color
    let theme: Theme
    /// Footnotes that figures in its texts need.
    let used: Set<FootnoteMark>
    /// What marks mean, as its slide has it.
    var sentences: FootnoteSentences
    let location: SourceLocation

    /// The figure alone, laid out anew: what has no room on a small page is shortened, left out or told, as
    /// on any page.
    func page(_ size: Size, isHeaded: Bool) -> Page {
        Page(
            id: id, title: title, size: size, paperWidth: nil,
            content: FigurePage(
                block: isHeaded ? headed : bare, used: used, sentences: sentences, ground: ground,
                theme: theme), draft: nil, location: location)
    }
}

extension Deck {
    /// The deck with one page, on which a block stands alone; `nil` where no block has the name.
    ///
    /// - Parameters:
    ///   - size: the page's extent in points.
    ///   - isHeaded: whether its heading stands above it.
    public func alone(_ id: String, size: Size, isHeaded: Bool = true) -> Deck? {
        guard let figure = figures.first(where: { $0.id == id }) else { return nil }
        var deck = self
        deck.lineage.figures = lineage.figures.filter { $0.element == id }.map { told in
            var told = told
            told.page = id
            return told
        }
        deck.title = figure.title
        deck.pages = [figure.page(size, isHeaded: isHeaded)]
        deck.figures = [figure]
        return deck
    }
}
