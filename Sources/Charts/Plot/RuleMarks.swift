import Graphics
import Layout
import Scales

/// Straight lines of one layer in their places.
struct RuleMarks {
    let frame: PlotFrame
    let marks: PlotMarks
    /// Each rule; `nil` where it has no place.
    private(set) var segments: [Segment?] = []

    private var style: ChartStyle { frame.data.chart.style }

    /// Finds the places of a layer's rules.
    init(_ marks: PlotMarks, in frame: PlotFrame) {
        self.frame = frame
        self.marks = marks
        let plot = frame.plot
        let data = frame.data
        segments = (0..<marks.count).map { index in
            let x = data.x(marks.x[index])
            let y =
                marks.isHorizontal
                ? data.y(marks.y[index]) : data.amountDimension(marks)(marks.y[index])
            let xEnd = marks.xEnd.isEmpty ? Double.nan : data.x(marks.xEnd[index])
            let yEnd = marks.yEnd.isEmpty ? Double.nan : data.y(marks.yEnd[index])
            switch (x.isFinite, y.isFinite) {
            case (true, true):
                return Segment(
                    Point(x, y), Point(xEnd.isFinite ? xEnd : x, yEnd.isFinite ? yEnd : y))
            case (true, false): return Segment(Point(x, plot.minY), Point(x, plot.maxY))
            case (false, true): return Segment(Point(plot.minX, y), Point(plot.maxX, y))
            case (false, false): return nil
            }
        }
    }

    /// Draws the rules.
    func draw(on canvas: inout Canvas) {
        for (index, segment) in segments.enumerated() {
            guard let segment else { continue }
            canvas.line(
                from: segment.start, to: segment.end,
                Stroke(
                    color(index), width: marks.layer.lineWidth ?? 1.25,
                    dash: marks.layer.drawableDash.isEmpty ? [5, 3] : marks.layer.drawableDash))
        }
    }

    /// The colour of a rule.
    func color(_ index: Int) -> Color {
        marks.layer.detail(index).color ?? marks.layer.color ?? style.accent
    }
}
