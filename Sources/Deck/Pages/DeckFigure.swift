import Diagnostics
public import Graphics
import Layout

/// A block of a deck that has a name, ready to stand on a page of its own.
public struct DeckFigure: Sendable {
    /// Its name in the deck file.
    public let id: String
    /// What it is called, in plain words; its name where it has no heading.
    public let title: String
    let element: any Element
    let ground: Color
    let location: SourceLocation

    /// From the edges of its page, in points: what marks need that reach a little beyond.
    private static let margin = 12.0

    /// The figure alone, laid out anew: what has no room on a small page is shortened, left out or told, as
    /// on any page.
    func page(_ size: Size) -> Page {
        Page(
            id: id, title: title, size: size, paperWidth: nil,
            content: Panel(Padded(element, Insets(all: Self.margin)), ground: ground), draft: nil,
            location: location)
    }
}

extension Deck {
    /// The deck with one page, on which a block stands alone; `nil` where no block has the name.
    ///
    /// - Parameter size: the page's extent in points.
    public func alone(_ id: String, size: Size) -> Deck? {
        guard let figure = figures.first(where: { $0.id == id }) else { return nil }
        var lineage = lineage
        lineage.figures = lineage.figures.filter { $0.element == id }.map { told in
            var told = told
            told.page = id
            return told
        }
        return Deck(
            title: figure.title, organisation: organisation, subject: subject, keywords: keywords,
            locale: locale, period: period, date: date, fontFamily: fontFamily,
            fontLocation: fontLocation, pages: [figure.page(size)], figures: [figure],
            checks: checks, lineage: lineage, lints: lints, warnings: warnings)
    }
}
