import Graphics
import Layout

/// A line under what belongs together, with its name where there is room for it.
struct GroupBracket {
    let label: String
    let style: ChartStyle

    /// Draws the bracket; a name too long for it follows from its neighbours, and is left out.
    ///
    /// - Parameter room: how much wider than the bracket the label may be, in points.
    func draw(
        from left: Double, to right: Double, room: Double = 0, at y: Double,
        on canvas: inout Canvas
    ) {
        guard right > left else { return }
        canvas.line(from: Point(left, y), to: Point(right, y), Stroke(style.muted, width: 0.75))
        let line = canvas.line(label, style.text(11, .semibold))
        guard line.width > 0, line.width <= right - left + room - 2 else { return }
        canvas.text(line, x: (left + right) / 2, baseline: y + 13, .center)
    }
}
