import Graphics
import Layout
import Scales

/// What the areas of points stand for: two circles with their figures.
struct SizeLegend {
    private let figures: [(text: TextLine, radius: Double)]
    private let title: TextLine
    private let style: ChartStyle
    private let color: Color

    private static let gap = 5.0
    private static let parting = 14.0

    /// The legend of a layer's points; `nil` where they have one size.
    init?(_ points: PointMarks, on canvas: inout Canvas) {
        guard let channel = points.marks.layer.channels[.size], let numbers = channel.numbers else {
            return nil
        }
        let chart = points.frame.data.chart
        let greatest = numbers.compactMap { $0 }.map(abs).max() ?? 0
        // A round figure near the greatest, and a quarter of it: half as wide.
        guard greatest > 0, greatest.isFinite,
            let large = Ticks.values(in: Extent(0, greatest), count: 3).last, large > 0
        else { return nil }
        style = chart.style
        color = points.frame.data.series.first?.color ?? chart.style.mark
        let format = chart.layers.first?.labels.format ?? .plain
        let look = chart.style.text(10.5, .medium, chart.style.muted, tabular: true)
        figures = [large / 4, large].map { value in
            (
                canvas.line(format.text(value, locale: chart.locale.number), look),
                (PointMarks.area(of: value, greatest: greatest) / .pi).squareRoot()
            )
        }
        title = canvas.line(channel.label, chart.style.text(10.5, .medium, chart.style.muted))
    }

    /// The room it takes above the plot, in points.
    static let height = 40.0

    /// Draws it against the right edge, and gives back its box.
    func draw(right: Double, middle: Double, on canvas: inout Canvas) -> Rect {
        var x = right
        let baseline = middle + 10.5 * 0.365
        for (text, radius) in figures.reversed() {
            canvas.text(text, x: x, baseline: baseline, .right)
            x -= text.width + Self.gap + radius
            canvas.add(
                .path(
                    .circle(center: Point(x, middle), radius: radius),
                    fill: .color(color.opacity(0.25)), stroke: Stroke(color, width: 0.75)))
            x -= radius + Self.parting
        }
        canvas.text(title, x: x, baseline: baseline, .right)
        return Rect(
            left: x - title.width, top: middle - Self.height / 2, right: right,
            bottom: middle + Self.height / 2)
    }
}
