import Glibc
public import Graphics
public import Layout

/// Sectors of a circle from twelve o'clock, clockwise, in the order given.
public struct PieChart: Element, Hashable {
    /// The parts; none may be negative or missing.
    public var data: [Datum]
    /// The share of the radius that is cut out: 0 for a pie, about 0.6 for a donut.
    public var hole: Double
    /// Large text in the hole; empty for none.
    public var centerFigure: String
    /// Small text in the hole, below the figure; empty for none.
    public var centerLabel: String
    /// Whether each sector is named outside, at the end of a leader.
    public var hasLabels: Bool
    /// Colours for sectors without one of their own, in order.
    public var palette: [Color]
    /// Colours and letters.
    public var style: ChartStyle

    /// Sectors for `data`.
    public init(
        data: [Datum], hole: Double, centerFigure: String = "", centerLabel: String = "",
        hasLabels: Bool = true, palette: [Color], style: ChartStyle
    ) {
        self.data = data
        self.hole = hole
        self.centerFigure = centerFigure
        self.centerLabel = centerLabel
        self.hasLabels = hasLabels
        self.palette = palette
        self.style = style
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// The figure in the hole is large by choice; half of that is still the largest text around.
    private static let leastCenterScale = 0.5

    /// A sector by its angles, clockwise from twelve o'clock.
    private struct Sector {
        var datum: Datum
        var color: Color
        var start: Double
        var end: Double
        var middle: Double { (start + end) / 2 }
        var isRight: Bool { middle <= 180 }
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        for datum in data { canvas.footnotes.formUnion(datum.footnotes) }
        let values = data.map { $0.value ?? .nan }
        let total = values.reduce(0, +)
        guard values.allSatisfy({ $0 >= 0 }), total > 0, total.isFinite else {
            return canvas.error(
                "the parts of a pie must be known, none negative, and more than zero in all",
                hint: "leave missing parts out of the query, or draw bars")
        }
        let sectors = sectors(values)
        let labels = hasLabels ? sectors.map { label(of: $0, on: &canvas) } : []
        let room = labels.map(\.width).max() ?? 0
        let radius = min(rect.height / 2, (rect.width - (room > 0 ? 2 * (room + 34) : 0)) / 2)
        guard radius >= 24 else {
            return canvas.error(
                "the chart has no room for its sectors", hint: "give it a larger span")
        }
        // Without labels the circle stands flush with the left edge, like everything else.
        let center = Point(hasLabels ? rect.midX : rect.minX + radius, rect.midY)
        for sector in sectors { draw(sector, center: center, radius: radius, on: &canvas) }
        drawCenter(at: center, radius: radius * hole, on: &canvas)
        for isRight in [true, false] {
            let side = zip(sectors, labels).filter { $0.0.isRight == isRight }
            drawLabels(
                side, isRight: isRight, center: center, radius: radius, in: rect, on: &canvas)
        }
    }

    private func sectors(_ values: [Double]) -> [Sector] {
        let total = values.reduce(0, +)
        var angle = 0.0
        return zip(data, values).enumerated().map { index, pair in
            let sweep = pair.1 / total * 360
            defer { angle += sweep }
            let fallback = palette.isEmpty ? style.mark : palette[index % palette.count]
            return Sector(
                datum: pair.0, color: pair.0.color ?? fallback, start: angle, end: angle + sweep)
        }
    }

    private func draw(_ sector: Sector, center: Point, radius: Double, on canvas: inout Canvas) {
        guard sector.end > sector.start else { return }
        var path = Path()
        path.addArc(
            center: center, radius: radius, fromDegrees: sector.start - 90,
            toDegrees: sector.end - 90)
        if hole > 0 {
            path.addArc(
                center: center, radius: radius * hole, fromDegrees: sector.end - 90,
                toDegrees: sector.start - 90)
        } else if sector.end - sector.start < 360 {
            path.addLine(to: center)
        }
        path.close()
        let isWhole = sector.end - sector.start > 359.999
        let parting = isWhole ? nil : Stroke(style.ground, width: 1.5, join: .round)
        canvas.add(.path(path, fill: .color(sector.color), stroke: parting))
    }

    /// Words in the hole, which has a radius.
    private func drawCenter(at center: Point, radius: Double, on canvas: inout Canvas) {
        guard !centerFigure.isEmpty else { return }
        var size = radius * 0.66
        let look = style.text(size, .extrabold, style.key).with { $0.tracking = -0.025 }
        // Corner to corner a figure is a little wider than tall letters leave room for.
        let room = radius * 1.8
        let scale = min(1, room / max(canvas.line(centerFigure, look).width, 1e-9))
        guard size * scale >= Paragraph.leastSize, scale >= Self.leastCenterScale else {
            return canvas.error(
                "the hole of the chart has no room for “\(centerFigure)”",
                hint: "shorten it, or make the hole larger")
        }
        size *= scale
        let hasLabel = !centerLabel.isEmpty
        let baseline = center.y + size * 0.365 - (hasLabel ? size * 0.16 : 0)
        canvas.text(
            centerFigure, look.with { $0.size = size }, x: center.x, baseline: baseline, .center)
        guard hasLabel else { return }
        let frame = Rect(
            x: center.x - radius * 0.8, y: baseline + size * 0.16, width: radius * 1.6, height: 36)
        Paragraph(
            centerLabel, style.text(13, .semibold), leading: 17, alignment: .center,
            breaking: .balanced
        ).draw(in: frame, on: &canvas)
    }

    // MARK: - Labels

    private struct Label {
        var figure: TextLine
        var names: [TextLine]
        var width: Double
        var height: Double { 22 + Double(names.count) * 15 }
    }

    private func label(of sector: Sector, on canvas: inout Canvas) -> Label {
        let figure = canvas.line(
            sector.datum.text + sector.datum.mark, style.text(18, .bold))
        let names = Paragraph(
            sector.datum.category, style.text(12), leading: 15, breaking: .balanced
        ).lines(in: 84, measuring: canvas.measurer)
        return Label(
            figure: figure, names: names, width: max(figure.width, names.map(\.width).max() ?? 0))
    }

    /// Labels of one side from top to bottom; those too close are pushed apart, so that their
    /// leaders, being in the same order at both ends, cannot cross.
    private func drawLabels(
        _ pairs: [(Sector, Label)], isRight: Bool, center: Point, radius: Double, in rect: Rect,
        on canvas: inout Canvas
    ) {
        let sign = isRight ? 1.0 : -1.0
        let anchored = pairs.map { sector, label -> (Sector, Label, Point) in
            let angle = sector.middle * .pi / 180
            return (sector, label, center + Point(sin(angle), -cos(angle)) * radius)
        }.sorted { $0.2.y < $1.2.y }
        let wishes = anchored.map { _, label, anchor -> Double in
            // A label beside the upper half rises with its leader, one beside the lower half sinks.
            // Level with the centre it stays level, so that a short leader is straight.
            let height = (anchor.y - center.y) / radius
            let lift = abs(height) < 0.25 ? 0 : height * 16
            return min(max(anchor.y + lift, rect.minY + 16), rect.maxY - label.height + 16)
        }
        let levels = Spacing.apart(
            wishes, heights: anchored.map { $0.1.height + 4 }, lead: 16, low: rect.minY,
            high: rect.maxY)
        if let first = levels.first, first - 16 < rect.minY - 0.5 {
            return canvas.error(
                "the chart has no room for the names of its sectors",
                hint: "give it more height, or join the small ones")
        }
        for ((_, label, anchor), level) in zip(anchored, levels) {
            let x = center.x + sign * (radius + 30)
            canvas.stroke(
                .polyline([
                    anchor, Point(center.x + sign * (radius + 18), level),
                    Point(x - 3 * sign, level),
                ]), Stroke(style.ink, width: 0.75))
            let alignment: HorizontalAlignment = isRight ? .left : .right
            canvas.text(label.figure, x: x + 2 * sign, baseline: level + 1, alignment)
            for (index, name) in label.names.enumerated() {
                canvas.text(
                    name, x: x + 2 * sign, baseline: level + 17 + 15 * Double(index), alignment)
            }
        }
    }
}
