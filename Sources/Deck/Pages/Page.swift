public import Diagnostics
public import Graphics
import Layout

/// A finished page of a deck: everything printed and answered, only the measuring is to come.
public struct Page: Sendable {
    /// The slide's name in the deck file.
    public let id: String
    /// The title in plain words, for outlines and messages.
    public let title: String
    /// The page's extent in points.
    public let size: Size
    let content: any Element
    let location: SourceLocation

    /// Lays the page out.
    ///
    /// Positions depend on the measurer's fonts alone, so the scene is the same for every output.
    ///
    /// - Returns: the scene, and what was found wrong with it: text that does not fit, characters
    ///   without a glyph, labels without room.
    public func scene(measuring measurer: any TextMeasurer) -> (Scene, Diagnostics) {
        var canvas = Canvas(measurer: measurer, at: location)
        content.draw(in: Rect(origin: .zero, size: size), on: &canvas)
        return (Scene(size: size, title: title, items: canvas.items), canvas.findings)
    }
}
