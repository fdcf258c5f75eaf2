import Graphics
import Layout
import Scales

/// The points of one layer in their places.
struct PointMarks {
    let frame: PlotFrame
    let marks: PlotMarks
    /// The middle of each point; `nil` where it has no place.
    private(set) var centers: [Point?] = []
    /// The area of each point, in square points.
    private(set) var areas: [Double] = []

    /// The area of points without a channel for it, and of the greatest, in square points.
    private static let usualArea = 50.0
    private static let greatestArea = 900.0
    private static let leastArea = 12.0

    private var data: PlotData { frame.data }
    private var style: ChartStyle { data.chart.style }

    /// Finds the places of a layer's points.
    init(_ marks: PlotMarks, in frame: PlotFrame) {
        self.frame = frame
        self.marks = marks
        let data = frame.data
        let vertical = marks.isHorizontal ? data.y : data.amountDimension(marks)
        // Among lying bars a point stands level with the bar.
        let shift = marks.isHorizontal ? frame.bars?.shift ?? 0 : 0
        let sizes = marks.layer.channels[.size]?.numbers
        centers = (0..<marks.count).map { index in
            let point = Point(data.x(marks.x[index]), vertical(marks.y[index]) + shift)
            // A point of unknown size is an unknown figure.
            let isKnown = sizes.map { $0[index] != nil } ?? true
            return isKnown && point.x.isFinite && point.y.isFinite ? point : nil
        }
        let greatest = sizes?.compactMap { $0 }.map(abs).max() ?? 0
        areas = (0..<marks.count).map { index in
            guard let sizes, greatest > 0 else { return Self.usualArea }
            return Self.area(of: sizes[index] ?? 0, greatest: greatest)
        }
    }

    /// The area of a figure: in proportion, as eyes compare areas.
    static func area(of value: Double, greatest: Double) -> Double {
        max(leastArea, abs(value) / greatest * greatestArea)
    }

    /// The radius of a circle of a point's area, in points.
    func radius(_ index: Int) -> Double { (areas[index] / .pi).squareRoot() }

    /// Draws the points, larger ones first, and gives back the circles around them.
    func draw(on canvas: inout Canvas) -> [MarkerCircle] {
        let order = centers.indices.sorted { (-areas[$0], $0) < (-areas[$1], $1) }
        var circles: [MarkerCircle] = []
        for index in order {
            guard let center = centers[index] else { continue }
            let detail = marks.layer.detail(index)
            var color = detail.isKey ? style.accent : data.color(marks, index)
            // Large points lie over each other, and should show it.
            let isLarge = marks.layer.channels[.size] != nil
            if isLarge || marks.layer.opacity < 1 {
                color = color.opacity(
                    color.alpha * (isLarge ? min(0.75, marks.layer.opacity) : marks.layer.opacity))
            }
            let symbol = data.symbol(marks, index)
            if detail.standing.isHollow || detail.isRounded {
                canvas.add(
                    .path(
                        symbol.hollowPath(center: center, area: areas[index], lineWidth: 1.6),
                        fill: .color(style.ground), stroke: Stroke(color, width: 1.6)))
            } else {
                canvas.add(
                    .path(
                        symbol.path(center: center, area: areas[index]), fill: .color(color),
                        stroke: Stroke(style.ground, width: 0.75)))
            }
            circles.append(MarkerCircle(center: center, radius: radius(index)))
        }
        return circles
    }
}
