import Graphics
import Layout
import Scales

/// The names of series with their colours, in one or more rows.
struct Legend {
    /// What stands before a name.
    enum Swatch: Hashable {
        case square, line, symbol(Symbol)
    }

    /// A series.
    struct Entry: Hashable {
        var name: String
        var color: Color
        var swatch: Swatch
    }

    let entries: [Entry]
    let style: ChartStyle
    /// Rows of entries with the left end of each, in points.
    private var rows: [[(entry: Entry, x: Double, line: TextLine)]] = []

    private static let rowHeight = 18.0
    private static let swatchWidth = 14.0
    private static let gap = 18.0

    /// A legend no wider than `width`.
    ///
    /// - Parameter isColumn: whether each name has a row of its own.
    init(
        _ entries: [Entry], width: Double, isColumn: Bool = false, style: ChartStyle,
        on canvas: inout Canvas
    ) {
        self.entries = entries
        self.style = style
        var x = 0.0
        for entry in entries {
            let line = canvas.line(entry.name, style.text(11, .medium))
            let needed = Self.swatchWidth + line.width
            if x > 0, isColumn || x + needed > width { x = 0 }
            if x == 0 { rows.append([]) }
            rows[rows.count - 1].append((entry, x, line))
            x += needed + Self.gap
            if needed > width + 0.5 {
                canvas.warning(
                    "the legend has no room for “\(entry.name)”",
                    hint: "shorten it, or give the chart more width")
                rows[rows.count - 1].removeLast()
            }
        }
    }

    /// The width of its widest row, in points.
    var width: Double {
        rows.joined().map { $0.x + Self.swatchWidth + $0.line.width }.max() ?? 0
    }

    /// The room it takes with air below, in points.
    var height: Double { Double(rows.count) * Self.rowHeight + 8 }

    /// Draws the rows from the top left corner, and gives back the boxes of names.
    func draw(at origin: Point, on canvas: inout Canvas) -> [Rect] {
        var boxes: [Rect] = []
        for (number, row) in rows.enumerated() {
            let middle = origin.y + (Double(number) + 0.5) * Self.rowHeight
            for (entry, x, line) in row {
                drawSwatch(entry, left: origin.x + x, middle: middle, on: &canvas)
                boxes.append(
                    canvas.text(
                        line, x: origin.x + x + Self.swatchWidth, baseline: middle + 11 * 0.365))
            }
        }
        return boxes
    }

    private func drawSwatch(
        _ entry: Entry, left: Double, middle: Double, on canvas: inout Canvas
    ) {
        switch entry.swatch {
        case .square:
            canvas.fill(Rect(x: left, y: middle - 5, width: 10, height: 10), entry.color)
        case .line:
            canvas.line(
                from: Point(left - 1, middle), to: Point(left + 11, middle),
                Stroke(entry.color, width: 2.25))
        case .symbol(let symbol):
            canvas.fill(symbol.path(center: Point(left + 5, middle), area: 50), entry.color)
        }
    }
}
