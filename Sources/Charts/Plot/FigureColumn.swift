import Graphics
import Layout

/// Figures one above the other, aligned on the decimal mark.
struct FigureColumn {
    /// One figure as it is printed.
    struct Figure {
        /// The figure with its mark; empty where it is missing.
        var text: String
        var isMissing = false
        var isKey = false
    }

    let size: Double
    let style: ChartStyle
    /// The width of the longest fraction, decimal mark included.
    private(set) var fraction = 0.0
    /// The width of the longest figure.
    private(set) var width = 0.0

    /// A column that holds `figures` in letters of `size` points.
    init(_ figures: [Figure], size: Double, style: ChartStyle, on canvas: inout Canvas) {
        self.size = size
        self.style = style
        var whole = 0.0
        for figure in figures {
            let (head, tail) = parts(of: figure)
            let look = look(figure, strong: false)
            whole = max(whole, canvas.line(head, look).width)
            fraction = max(fraction, tail.isEmpty ? 0 : canvas.line(tail, look).width)
        }
        width = whole + fraction
    }

    /// Draws one of the figures against the right edge of the column, and gives back its box.
    @discardableResult
    func draw(
        _ figure: Figure, right: Double, baseline: Double, strong: Bool = false,
        on canvas: inout Canvas
    ) -> Rect {
        let (head, tail) = parts(of: figure)
        let look = look(figure, strong: strong)
        let tailWidth = tail.isEmpty ? 0 : canvas.line(tail, look).width
        return canvas.text(
            head + tail, look, x: min(right, right - fraction + tailWidth), baseline: baseline,
            .right)
    }

    private func look(_ figure: Figure, strong: Bool) -> TextStyle {
        if figure.isMissing { return style.text(size, .medium, style.muted) }
        if strong { return style.text(size + 1, .extrabold, tabular: true) }
        return figure.isKey
            ? style.text(size + 0.5, .extrabold, style.key, tabular: true)
            : style.text(size, .semibold, tabular: true)
    }

    private func parts(of figure: Figure) -> (head: String, tail: String) {
        if figure.isMissing { return (style.missingText, "") }
        guard style.decimalMark.count == 1, let sign = style.decimalMark.first,
            let mark = figure.text.lastIndex(of: sign)
        else { return (figure.text, "") }
        return (String(figure.text[..<mark]), String(figure.text[mark...]))
    }
}
