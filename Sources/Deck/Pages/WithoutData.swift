import Graphics
import Layout

/// What stands in place of a chart, map or table whose figures are still to come.
struct WithoutDataElement: Element {
    /// What is said, as `sin datos para 2do Semestre 2024`.
    var text: String
    var theme: Theme
    var surface: Surface

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let frame = rect.inset(by: Insets(all: 1))
        guard frame.width > 0, frame.height > 0 else { return }
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.stroke(
                .rect(frame), Stroke(theme.color(.noDataOutline), width: 0.75, dash: [3, 3]))
        }
        let token = theme.token(.label)
        let paragraph = Paragraph(
            [TextRun(text, theme.text(.label, surface.muted))], leading: token.leading,
            alignment: .center)
        let room = frame.inset(by: Insets(horizontal: 8, vertical: 0))
        let height = paragraph.size(in: room.size, measuring: canvas.measurer).height
        canvas.tagged(Tag(.paragraph)) { canvas in
            paragraph.draw(
                in: Rect(
                    x: room.minX, y: room.midY - height / 2, width: room.width, height: height),
                on: &canvas)
        }
    }
}

/// The sign at the top right of a page some of whose figures are still to come.
struct WithoutDataSign {
    var text: String
    var theme: Theme

    private static let padding = Insets(horizontal: 9, vertical: 4)

    /// Draws it with its right top corner at a point.
    func draw(at corner: Point, on canvas: inout Canvas) {
        let style = theme.text(.note, .chipNegativeText).with { $0.weight = .semibold }
        let line = canvas.line(text, style)
        let height = line.ascent + line.descent + Self.padding.top + Self.padding.bottom
        let width = line.width + Self.padding.left + Self.padding.right
        let box = Rect(x: corner.x - width, y: corner.y, width: width, height: height)
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.fill(box, theme.color(.chipNegativeGround))
        }
        canvas.tagged(Tag(.paragraph)) { canvas in
            canvas.text(
                line, x: box.minX + Self.padding.left,
                baseline: box.minY + Self.padding.top + line.ascent)
        }
    }
}
