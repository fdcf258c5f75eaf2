import Graphics
import Layout
import Scales

/// Rectangles of one layer in their places: cells of a table, or stretches across the plot.
struct RectangleMarks {
    let frame: PlotFrame
    let marks: PlotMarks
    /// The place of each rectangle; `nil` where it has none.
    private(set) var boxes: [Rect?] = []
    /// Whether they are cells of a table.
    let isGrid: Bool

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// How far stretches of the horizontal axis reach above the plot, in points.
    static let overhang = 12.0
    /// Between cells, in points.
    private static let parting = 1.0

    /// Finds the places of a layer's rectangles.
    init(_ marks: PlotMarks, in frame: PlotFrame) {
        self.frame = frame
        self.marks = marks
        isGrid = frame.data.isGrid(marks)
        let plot = frame.plot
        boxes = (0..<marks.count).map { index in
            let x = Self.stretch(
                marks.x[index], marks.xEnd.isEmpty ? nil : marks.xEnd[index], frame.data.x)
            let y = Self.stretch(
                marks.y[index], marks.yEnd.isEmpty ? nil : marks.yEnd[index], frame.data.y)
            let hasX = marks.layer.channels[.x] != nil || marks.layer.channels[.xStart] != nil
            let hasY = marks.layer.channels[.y] != nil || marks.layer.channels[.yStart] != nil
            if (hasX && x == nil) || (hasY && y == nil) { return nil }
            let across = x ?? (plot.minX, plot.maxX)
            // A stretch of the horizontal axis has a head above the plot.
            let down = y ?? (plot.minY - Self.overhang, plot.maxY)
            return Rect(left: across.0, top: down.0, right: across.1, bottom: down.1)
        }
    }

    /// From where to where a rectangle reaches along a direction: whole slots, or between two values.
    private static func stretch(
        _ start: Double, _ end: Double?, _ dimension: Dimension
    ) -> (Double, Double)? {
        guard !start.isNaN, !(end?.isNaN ?? false) else { return nil }
        let last = end ?? start
        let half = dimension.kind == .slots ? 0.5 : 0
        let places = [
            dimension(min(start, last) - half), dimension(max(start, last) + half),
        ]
        guard let low = places.min(), let high = places.max(), low.isFinite, high.isFinite else {
            return nil
        }
        return (low, high)
    }

    /// Draws the rectangles.
    func draw(on canvas: inout Canvas) {
        for (index, box) in boxes.enumerated() {
            guard let box else {
                canvas.error(
                    "the band “\(marks.layer.detail(index).text ?? "")” is not on the axis")
                continue
            }
            if isGrid {
                drawCell(box, index, on: &canvas)
            } else {
                drawBand(box, index, on: &canvas)
            }
        }
    }

    private func drawCell(_ box: Rect, _ index: Int, on canvas: inout Canvas) {
        let gap = min(Self.parting / 2, box.width / 4, box.height / 4)
        let cell = box.inset(by: Insets(all: gap))
        if isMissing(index) {
            canvas.add(.missing(in: cell.inset(by: Insets(all: 0.4)), style: style))
        } else {
            canvas.fill(cell, data.color(marks, index))
        }
    }

    /// Whether a cell has no amount to be coloured by.
    func isMissing(_ index: Int) -> Bool {
        guard case .numbers(let values)? = marks.layer.channels[.color]?.values else {
            return false
        }
        return values[index] == nil
    }

    private func drawBand(_ box: Rect, _ index: Int, on canvas: inout Canvas) {
        let color = marks.layer.detail(index).color ?? marks.layer.color ?? style.accent
        let isAlongX = marks.layer.channels[.x] != nil || marks.layer.channels[.xStart] != nil
        canvas.fill(box, color.opacity(0.13))
        if isAlongX, marks.y.allSatisfy(\.isNaN) {
            canvas.fill(Rect(x: box.minX, y: box.minY, width: box.width, height: 3), color)
        }
    }
}
