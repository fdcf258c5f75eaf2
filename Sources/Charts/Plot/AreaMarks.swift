import Graphics
import Layout
import Scales

/// The areas of one layer, an area a series, in their places.
struct AreaMarks {
    /// One area.
    struct Area {
        var series: Int
        /// The marks of its figures, in the order of their places.
        var indices: [Int]
        /// Its edge away from zero.
        var outer: [Point]
        /// Its edge towards zero.
        var inner: [Point]
    }

    let frame: PlotFrame
    let marks: PlotMarks
    private(set) var areas: [Area] = []

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// Finds the places of a layer's areas.
    init(_ marks: PlotMarks, in frame: PlotFrame) {
        self.frame = frame
        self.marks = marks
        let amounts = frame.data.amountDimension(marks)
        let places = frame.data.placeDimension
        for (series, ordered) in marks.alongPlaces(seriesCount: frame.data.series.count) {
            var area = Area(series: series, indices: ordered, outer: [], inner: [])
            for index in ordered {
                let span = marks.spans[index]
                // A missing figure is a gap in both edges.
                let isKnown = !marks.isMissing(index)
                let along = places(marks.places[index])
                area.outer.append(
                    marks.point(along: along, at: isKnown ? amounts(span.end) : .nan))
                area.inner.append(
                    marks.point(along: along, at: isKnown ? amounts(span.start) : .nan))
            }
            areas.append(area)
        }
    }

    /// Draws the areas; neighbours are parted by a thin line of ground.
    func draw(on canvas: inout Canvas) {
        for area in areas {
            let color = data.color(marks, area.indices[0])
            let opacity = marks.layer.opacity
            // Alone, an area is a tint under its line; stacked, it is a part of a whole.
            let isAlone = areas.count == 1
            let fill = isAlone && opacity == 1 ? color.mixed(with: style.ground, 0.72) : color
            let path = marks.layer.interpolation.path(top: area.outer, bottom: area.inner)
            canvas.fill(path, opacity < 1 ? fill.opacity(opacity * fill.alpha) : fill)
            let edge = marks.layer.interpolation.path(through: area.outer)
            canvas.stroke(
                edge,
                isAlone
                    ? Stroke(color, width: marks.layer.lineWidth ?? 2.25, join: .round)
                    : Stroke(style.ground, width: 1, join: .round))
            for index in area.indices where marks.isMissing(index) {
                canvas.footnotes.insert(.missing)
            }
        }
    }
}
