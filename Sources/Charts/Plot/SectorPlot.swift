import Graphics
import Layout
import Scales

/// Sectors of a circle from twelve o'clock, clockwise, in the order given.
struct SectorPlot {
    private let chart: Chart
    private let layer: Layer

    private var style: ChartStyle { chart.style }

    /// The figure in the hole is large by choice; half of that is still the largest text around.
    private static let leastCenterScale = 0.5
    /// A circle smaller than this shows nothing, in points.
    private static let leastRadius = 24.0
    /// A circle with names beside it takes at least this share of the shorter side; else the names
    /// stand in a list.
    private static let leastShare = 0.55
    /// From the circle to the names outside, in points.
    private static let reach = 34.0

    /// A pie or donut of a layer.
    init(chart: Chart, layer: Layer) {
        self.chart = chart
        self.layer = layer
    }

    /// A part with its place on the circle.
    private struct Part {
        var index: Int
        var name: String
        var words: String
        var color: Color
        var start: Double
        var end: Double
        var middle: Double { (start + end) / 2 }
        var isRight: Bool { middle <= 180 }
    }

    /// Draws itself into a rectangle of the page.
    func draw(in rect: Rect, on canvas: inout Canvas) {
        guard let parts = parts(on: &canvas) else { return }
        let isLabelled = layer.labels.which != .none
        let isInside = layer.labels.position == .inside || layer.labels.position == .overlay
        let labels = parts.map { isLabelled ? label(of: $0, on: &canvas) : nil }
        let room = isInside ? 0 : labels.compactMap { $0?.width }.max() ?? 0
        let radius = min(
            rect.height / 2, (rect.width - (room > 0 ? 2 * (room + Self.reach) : 0)) / 2)
        let isTight = radius < Self.leastShare * min(rect.width, rect.height) / 2
        if isLabelled, !isInside, isTight { return drawWithList(parts, in: rect, on: &canvas) }
        guard radius >= Self.leastRadius else {
            return canvas.error(
                "the chart has no room for its sectors", hint: "give it a larger span")
        }
        // Without labels the circle stands flush with the left edge, like everything else.
        let center = Point(room > 0 || isInside ? rect.midX : rect.minX + radius, rect.midY)
        for part in parts { draw(part, center: center, radius: radius, on: &canvas) }
        drawCenter(at: center, radius: radius * holeShare, on: &canvas)
        guard isLabelled else { return }
        if isInside { return drawInside(parts, center, radius, in: rect, on: &canvas) }
        for isRight in [true, false] {
            let side = zip(parts, labels).compactMap { part, label in
                part.isRight == isRight ? label.map { (part, $0) } : nil
            }
            drawOutside(side, isRight: isRight, center, radius, in: rect, on: &canvas)
        }
    }

    // MARK: - Parts

    private func parts(on canvas: inout Canvas) -> [Part]? {
        guard let numbers = layer.channels[.angle]?.numbers else {
            canvas.error("the sectors have no figures", hint: "name their column in “angle”")
            return nil
        }
        let count = layer.count
        for index in 0..<count {
            canvas.footnotes.formUnion(
                layer.detail(index).footnotes(isMissing: numbers[index] == nil))
        }
        let values = numbers.prefix(count).map { $0 ?? .nan }
        guard count > 0 else {
            canvas.error("the chart has no sectors")
            return nil
        }
        guard let bounds = PieAngles.boundaries(of: values), bounds.count == count + 1 else {
            canvas.error(
                "the parts of a pie must be known, none negative, and more than zero in all",
                hint: "leave missing parts out of the query, or draw bars")
            return nil
        }
        let names = layer.channels[.color]?.names ?? layer.channels[.series]?.names ?? []
        let words = words(values)
        let palette = chart.colors.range.isEmpty ? style.palette : chart.colors.range
        return (0..<count).map { index in
            let own = layer.detail(index).color ?? layer.color
            let name = names.indices.contains(index) ? names[index] : ""
            let number = chart.colors.names?.firstIndex(of: name) ?? index
            return Part(
                index: index, name: name,
                words: words[index],
                color: own ?? (palette.isEmpty ? style.mark : palette[number % palette.count]),
                start: bounds[index], end: bounds[index + 1])
        }
    }

    /// What each part's label says: its own text, its share, or its figure where the format is none of
    /// percentages.
    private func words(_ values: [Double]) -> [String] {
        let total = values.reduce(0, +)
        var format = layer.labels.format ?? NumberFormat()
        let isShare = layer.labels.format == nil || format.kind == .percent
        if layer.labels.format == nil {
            format.kind = .percent
            format.precision = 0
        }
        var shown = isShare ? values.map { $0 / total } : values
        if isShare, chart.roundsToHundred,
            let rounded = Percentages.roundedToSum(values, decimals: format.precision ?? 0)
        {
            shown = rounded.map { $0 / 100 }
        }
        return shown.enumerated().map { index, value in
            let detail = layer.detail(index)
            return (detail.text ?? format.text(value, locale: chart.locale.number))
                + detail.standing.mark
        }
    }

    /// The share of the radius that is cut out, as far as it can be.
    private var holeShare: Double {
        layer.innerRadius.isFinite ? max(0, min(0.98, layer.innerRadius)) : 0
    }

    private func sector(_ part: Part, _ center: Point, _ radius: Double) -> Sector {
        Sector(
            center: center, innerRadius: radius * holeShare, outerRadius: radius,
            startDegrees: part.start, endDegrees: part.end)
    }

    private func draw(
        _ part: Part, center: Point, radius: Double, on canvas: inout Canvas
    ) {
        let path = sector(part, center, radius).path
        guard !path.isEmpty else { return }
        let isWhole = part.end - part.start > 359.999
        let parting = isWhole ? nil : Stroke(style.ground, width: 1.5, join: .round)
        canvas.add(.path(path, fill: .color(part.color), stroke: parting))
    }

    /// Words in the hole, which has a radius.
    private func drawCenter(at center: Point, radius: Double, on canvas: inout Canvas) {
        guard let words = chart.center, !words.figure.isEmpty else { return }
        var size = radius * 0.66
        let look = style.text(size, .extrabold, style.key).with { $0.tracking = -0.025 }
        // Corner to corner a figure is a little wider than tall letters leave room for.
        let room = radius * 1.8
        let scale = min(1, room / max(canvas.line(words.figure, look).width, 1e-9))
        guard size * scale >= Paragraph.leastSize, scale >= Self.leastCenterScale else {
            return canvas.error(
                "the hole of the chart has no room for “\(words.figure)”",
                hint: "shorten it, or make the hole larger")
        }
        size *= scale
        let hasLabel = !words.label.isEmpty
        let baseline = center.y + size * 0.365 - (hasLabel ? size * 0.16 : 0)
        canvas.text(
            words.figure, look.with { $0.size = size }, x: center.x, baseline: baseline, .center)
        guard hasLabel else { return }
        let frame = Rect(
            x: center.x - radius * 0.8, y: baseline + size * 0.16, width: radius * 1.6, height: 36)
        Paragraph(
            words.label, style.text(13, .semibold), leading: 17, alignment: .center,
            breaking: .balanced
        ).draw(in: frame, on: &canvas)
    }

    // MARK: - List

    /// The circle above a list of its parts, for places too narrow for names beside it.
    private func drawWithList(_ parts: [Part], in rect: Rect, on canvas: inout Canvas) {
        let row = 17.0
        let listHeight = Double(parts.count) * row + 10
        let radius = min(rect.width, rect.height - listHeight) / 2
        let figures = parts.map { canvas.line($0.words, style.text(12, .bold, tabular: true)) }
        let room = rect.width - 16 - (figures.map(\.width).max() ?? 0) - 8
        guard radius >= Self.leastRadius, room >= 24 else {
            return canvas.error(
                "the chart has no room for its sectors", hint: "give it a larger span")
        }
        let center = Point(rect.midX, rect.minY + radius)
        for part in parts { draw(part, center: center, radius: radius, on: &canvas) }
        drawCenter(at: center, radius: radius * holeShare, on: &canvas)
        for (index, part) in parts.enumerated() {
            let top = rect.minY + 2 * radius + 10 + Double(index) * row
            let baseline = top + row / 2 + 12 * 0.365
            canvas.fill(
                Rect(x: rect.minX, y: top + row / 2 - 5, width: 10, height: 10), part.color)
            canvas.text(figures[index], x: rect.maxX, baseline: baseline, .right)
            Paragraph(part.name, style.text(12), leading: row, mostLines: 1).draw(
                in: Rect(x: rect.minX + 16, y: top, width: room, height: row), on: &canvas)
        }
    }

    // MARK: - Labels

    /// A figure over a name.
    private struct Label {
        var figure: TextLine
        var names: [TextLine]
        var width: Double
        /// Around the middle of the figure, which the leader meets.
        var below: Double { 10 + Double(names.count) * 15 }
        static let above = 9.0
    }

    private func label(of part: Part, on canvas: inout Canvas) -> Label {
        // Measured whole once, so that characters without a picture are told.
        _ = canvas.line(part.name, style.text(12))
        let figure = canvas.line(part.words, style.text(18, .bold))
        let names =
            part.name.isEmpty
            ? []
            : Paragraph(part.name, style.text(12), leading: 15, breaking: .balanced)
                .lines(in: 84, measuring: canvas.measurer)
        return Label(
            figure: figure, names: names, width: max(figure.width, names.map(\.width).max() ?? 0))
    }

    /// Labels of one side from top to bottom, at the ends of leaders that cannot cross.
    private func drawOutside(
        _ pairs: [(Part, Label)], isRight: Bool, _ center: Point, _ radius: Double, in rect: Rect,
        on canvas: inout Canvas
    ) {
        let sign = isRight ? 1.0 : -1.0
        let items = pairs.map { part, label -> LabelStack.Item in
            let anchor = sector(part, center, radius)
                .place(atDegrees: part.middle, radius: radius)
            return LabelStack.Item(
                name: part.name.isEmpty ? part.words : part.name, wish: anchor.y,
                above: Label.above, below: label.below,
                priority: Int((part.end - part.start) * 100), anchor: anchor)
        }
        let stack = LabelStack(
            items, side: isRight ? .right : .left, low: rect.minY, high: rect.maxY, gap: 3)
        let arrangement = stack.arranged()
        arrangement.report(
            on: &canvas, hint: "give the chart more height, or join the small sectors")
        let elbows = ElbowLeaders(
            start: center.x + sign * (radius + 2), finish: center.x + sign * (radius + 19),
            end: center.x + sign * (radius + 27))
        for leader in elbows.leaders(of: stack, arrangement).compactMap({ $0 }) {
            canvas.stroke(.polyline(leader.points), Stroke(style.ink, width: 0.75))
        }
        let x = center.x + sign * (radius + Self.reach - 2)
        for ((_, label), level) in zip(pairs, arrangement.levels) {
            guard let level else { continue }
            let alignment: HorizontalAlignment = isRight ? .left : .right
            canvas.text(label.figure, x: x, baseline: level + 6.5, alignment)
            for (index, name) in label.names.enumerated() {
                canvas.text(
                    name, x: x, baseline: level + 22 + 15 * Double(index), alignment)
            }
        }
    }

    /// Figures and names inside the sectors that hold them.
    private func drawInside(
        _ parts: [Part], _ center: Point, _ radius: Double, in rect: Rect,
        on canvas: inout Canvas
    ) {
        for part in parts {
            let color = style.label(on: part.color)
            let figure = canvas.line(part.words, style.text(15, .bold, color))
            let name = canvas.line(part.name, style.text(11, .medium, color))
            let both = Size(max(figure.width, name.width), 27)
            let sector = sector(part, center, radius)
            if !part.name.isEmpty, let frame = sector.labelFrame(of: both, margin: 3) {
                canvas.text(figure, x: frame.midX, baseline: frame.minY + 12, .center)
                canvas.text(name, x: frame.midX, baseline: frame.minY + 26, .center)
            } else if part.name.isEmpty,
                let frame = sector.labelFrame(of: Size(figure.width, 12), margin: 3)
            {
                canvas.text(figure, x: frame.midX, baseline: frame.maxY, .center)
            } else {
                canvas.warning(
                    "no room for the label “\(part.words) \(part.name)” in its sector",
                    hint: "let labels stand outside, or join the small sectors")
            }
        }
    }
}
