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
    /// The width that it is printed at, in points; `nil` where a point is a point.
    let paperWidth: Double?
    let content: any Element
    /// The language of its words; empty for the deck's.
    var language = ""
    /// What its marks mean and which of them its texts have, where that is said beside the page; `nil` where it
    /// stands on it.
    var aside: (sentences: FootnoteSentences, used: Set<FootnoteMark>)?
    /// What stands across it; `nil` where it may be passed on.
    let draft: DraftMark?
    let location: SourceLocation

    /// Lays the page out.
    ///
    /// Positions depend on the measurer's fonts alone, so the scene is the same for every output.
    ///
    /// - Returns: the scene, and what was found wrong with it: text that does not fit, characters
    ///   without a glyph, labels without room.
    public func scene(measuring measurer: any TextMeasurer) -> (Scene, Diagnostics) {
        var canvas = Canvas(measurer: measurer, at: location)
        let page = Rect(origin: .zero, size: size)
        canvas.page = page
        content.draw(in: page, on: &canvas)
        draft?.draw(on: page, &canvas)
        var scene = Scene(
            size: size, title: title, items: canvas.items, paperWidth: paperWidth)
        scene.language = language
        if let aside {
            scene.aside =
                aside.sentences.text(canvas.footnotes.union(aside.used))?.plain ?? ""
        }
        // A text that does not fit lies over its neighbours, of course.
        for (one, other) in canvas.findings.hasErrors ? [] : scene.overlappingTexts {
            canvas.warning("“\(one)” and “\(other)” lie over each other on the page")
        }
        for text in scene.texts(smallerThan: Paragraph.leastSize) {
            canvas.warning(
                "“\(text)” is smaller than 9 pt", hint: "give it more room, or larger letters")
        }
        return (scene, canvas.findings)
    }
}
