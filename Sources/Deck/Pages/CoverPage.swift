import Graphics
import Layout
import Maps

/// The opening page: a statement on the dark ground, beside a map of dots.
struct CoverPage: Element {
    var statement: RichText
    var top: RichText?
    var bottom: RichText?
    /// Makes the map, given the boxes that it must not touch.
    var art: DotMap?
    var theme: Theme
    /// Stands at the top right; `nil` for none.
    var logo: Logo?

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let inner = rect.inset(by: Insets(horizontal: theme.margin, vertical: 0))
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.fill(rect, theme.color(.ink))
            canvas.fill(
                Rect(x: inner.minX, y: 0, width: 58, height: 8), theme.color(.accentLight))
        }
        var boxes = drawStatement(in: inner, on: &canvas)
        if var logo {
            // A cover has more room than a page's head.
            logo.height *= 1.3
            boxes.append(logo.draw(right: inner.maxX, middle: 59.5, on: &canvas))
        }
        if let top {
            canvas.footnotes.formUnion(top.footnotes)
            canvas.tagged(Tag(.paragraph)) { canvas in
                Paragraph(
                    top.runs(theme.text(26, .extrabold, .ground)), leading: 32, mostLines: 1
                ).draw(
                    in: Rect(x: inner.minX, y: 43.5, width: inner.width, height: 32), on: &canvas)
            }
        }
        if let bottom {
            canvas.tagged(Tag(.paragraph)) { canvas in
                Paragraph(
                    bottom.runs(theme.text(15, .semibold, .accentLight)), leading: 20, mostLines: 1
                ).draw(
                    in: Rect(x: inner.minX, y: rect.maxY - 72.5, width: inner.width, height: 20),
                    on: &canvas)
            }
        }
        guard var art else { return }
        art.keepOut = boxes
        art.draw(
            in: Rect(
                left: inner.minX + inner.width * 0.28, top: rect.height * 0.115,
                right: rect.maxX - 30, bottom: rect.maxY - rect.height * 0.115),
            on: &canvas)
    }

    /// Writes the statement in the left half, a little below the middle; returns its lines' boxes.
    private func drawStatement(in inner: Rect, on canvas: inout Canvas) -> [Rect] {
        let token = theme.token(.statement)
        let paragraph = Paragraph(
            statement.runs(theme.text(.statement, .ground)), leading: token.leading,
            breaking: .balanced, vertical: .center)
        let frame = Rect(
            x: inner.minX, y: inner.midY - 140, width: inner.width * 0.5, height: 280)
        var boxes: [Rect] = []
        canvas.tagged(Tag(.heading(1))) { canvas in
            boxes = paragraph.draw(in: frame, on: &canvas, mayOverflow: false)
        }
        return boxes
    }
}
