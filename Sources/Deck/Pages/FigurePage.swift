import Graphics
import Layout

/// A block alone on a page, with what its marks mean at the foot.
struct FigurePage: Element {
    var block: any Element
    /// Footnotes that figures in its texts need, beside those that charts note while they are drawn.
    var used: Set<FootnoteMark>
    var sentences: FootnoteSentences
    /// Whether the foot is drawn; else it is said elsewhere.
    var isNoted: Bool
    var ground: Color
    var theme: Theme

    /// From the edges of the page, in points: what marks need that reach a little beyond.
    private static let margin = 12.0
    private static let noteGap = 6.0

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        Panel(Spacer(), ground: ground).draw(in: rect, on: &canvas)
        let inner = rect.inset(by: Insets(all: Self.margin))
        // What its marks mean is known once they are drawn: then it is drawn again above the note.
        var trial = canvas
        block.draw(in: inner, on: &trial)
        guard isNoted, let note = sentences.text(trial.footnotes.union(used)) else {
            canvas = trial
            return
        }
        let paragraph = Paragraph(
            note.runs(theme.text(.note, .muted)), leading: theme.token(.note).leading)
        let height = paragraph.size(in: inner.size, measuring: canvas.measurer).height
        let top = max(inner.minY, inner.maxY - height)
        block.draw(
            in: Rect(
                left: inner.minX, top: inner.minY, right: inner.maxX,
                bottom: max(inner.minY, top - Self.noteGap)), on: &canvas)
        let room = Rect(left: inner.minX, top: top, right: inner.maxX, bottom: inner.maxY)
        canvas.tagged(Tag(.note)) { paragraph.draw(in: room, on: &$0) }
    }
}
