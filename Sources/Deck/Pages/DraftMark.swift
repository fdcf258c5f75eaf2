import Graphics
import Layout

/// A word across a page that is not yet to be passed on.
struct DraftMark {
    var word: String
    var theme: Theme
    /// Whether the page is dark.
    var isOnInk: Bool

    /// How much of the page's diagonal the word takes.
    private static let length = 0.62
    /// How large the word may be at most, as a part of the page's height.
    private static let greatestSize = 0.24
    /// Seen at once, and what lies below can be read all the same.
    private static let alpha = 0.13

    /// Draws it over a page, from its lower left to its upper right.
    func draw(on page: Rect, _ canvas: inout Canvas) {
        var color = theme.color(isOnInk ? .onInk : .ink)
        color.alpha = Self.alpha
        let style = TextStyle(
            family: theme.family, size: 100, weight: .extrabold, color: color, tracking: 0.04)
        let probe = canvas.measurer.line(word, style)
        guard probe.width > 0 else { return }
        let diagonal = (page.width * page.width + page.height * page.height).squareRoot()
        let size = min(
            100 * diagonal * Self.length / probe.width, page.height * Self.greatestSize)
        let line = canvas.line(word, style.with { $0.size = size })
        let (sine, cosine) = (-page.height / diagonal, page.width / diagonal)
        let turn = Transform(
            a: cosine, b: sine, c: -sine, d: cosine, tx: page.midX, ty: page.midY)
        canvas.tagged(Tag(.artifact)) { canvas in
            // Capitals are 0.727 em high in Inter; the turned word is no text that could leave the page.
            canvas.group(transform: turn) { canvas in
                canvas.add(.text(line, at: Point(-line.width / 2, size * 0.727 / 2)))
            }
        }
    }
}
