import Graphics
import Layout
import Scales

/// A chart over two directions: its layers, axes and labels, drawn into a rectangle.
///
/// The whole way is `draw`, read downward: values become numbers, what lies around the plot takes its
/// room, marks get their places and are drawn from back to front, then all labels are placed at once.
struct CartesianPlot {
    private let chart: Chart

    private var style: ChartStyle { chart.style }

    /// A plot of a chart without sectors.
    init(_ chart: Chart) { self.chart = chart }

    /// Draws itself into a rectangle of the page.
    func draw(in rect: Rect, on canvas: inout Canvas) {
        guard let data = PlotData(chart, on: &canvas),
            let frame = PlotFrame(data, in: rect, on: &canvas)
        else { return }
        let before = canvas.items.count
        defer {
            if canvas.items.count == before {
                canvas.warning("the chart shows nothing", hint: "show an axis, or leave it out")
            }
        }
        if chart.total != nil, frame.figures == nil {
            canvas.warning(
                "the row of the whole has no place",
                hint: "it needs lying bars with their figures in a column")
        }
        noteFootnotes(frame.data, on: &canvas)
        let places = Places(frame)
        var obstacles = LabelObstacles(ground: style.ground)
        var requests: [LabelRequest] = []

        drawBands(places, frame, obstacles: &obstacles, on: &canvas)
        for axis in frame.axes { axis.drawGrid(in: frame.plot, on: &canvas) }
        let bridges = drawMarks(places, frame, on: &canvas)
        drawAxes(frame, obstacles: &obstacles, on: &canvas)
        let markers = drawMarkers(places, on: &canvas)
        note(places, markers: markers, bridges: bridges, in: frame, obstacles: &obstacles)

        drawAround(frame, places, obstacles: &obstacles, requests: &requests, on: &canvas)
        let pointLabels = PointLabels(frame, points: places.points(atMost: 500))
        for bars in places.bars { requests += frame.barLabels.requests(bars, on: &canvas) }
        for bars in places.bars { requests += insets(bars, frame, on: &canvas) }
        for cells in places.rectangles { requests += pointLabels.requests(cells, on: &canvas) }
        for rules in places.rules { requests += pointLabels.requests(rules, on: &canvas) }
        for lines in places.lines {
            requests += pointLabels.requests(lines, among: places.lines, on: &canvas)
        }
        for points in places.points { requests += pointLabels.requests(points, on: &canvas) }
        LabelPlacer.place(requests, among: obstacles, in: bounds(frame))
            .draw(
                on: &canvas, leaders: Stroke(style.muted, width: 0.75),
                hint: "give the chart more room, or label fewer marks")
    }

    /// The marks of all layers in their places.
    private struct Places {
        var bars: [BarMarks] = []
        var lines: [LineMarks] = []
        var areas: [AreaMarks] = []
        var points: [PointMarks] = []
        var rules: [RuleMarks] = []
        var rectangles: [RectangleMarks] = []

        init(_ frame: PlotFrame) {
            for marks in frame.data.marks {
                switch marks.layer.mark {
                case .bar: bars.append(BarMarks(marks, in: frame))
                case .line: lines.append(LineMarks(marks, in: frame))
                case .area: areas.append(AreaMarks(marks, in: frame))
                case .point: points.append(PointMarks(marks, in: frame))
                case .rule: rules.append(RuleMarks(marks, in: frame))
                case .rectangle: rectangles.append(RectangleMarks(marks, in: frame))
                case .sector: break
                }
            }
        }

        /// Where points of lines and of layers of points stand; none where there are more than `most`.
        func points(atMost most: Int) -> [Point] {
            let count =
                lines.flatMap(\.lines).reduce(0) { $0 + $1.points.count }
                + points.reduce(0) { $0 + $1.centers.count }
            guard count <= most else { return [] }
            return lines.flatMap(\.lines).flatMap(\.points)
                + points.flatMap(\.centers).compactMap { $0 }
        }

        /// Stretches of the horizontal axis that are pointed out.
        var bands: [Rect] {
            rectangles.filter { !$0.isGrid && $0.marks.y.allSatisfy(\.isNaN) }
                .flatMap(\.boxes).compactMap { $0 }
        }
    }

    private func noteFootnotes(_ data: PlotData, on canvas: inout Canvas) {
        for marks in data.marks where marks.layer.mark != .rule && marks.layer.mark != .rectangle {
            for index in marks.layer.details.indices where index < marks.count {
                guard !marks.isSum(index) else {
                    canvas.footnotes.insert(.derived)
                    continue
                }
                canvas.footnotes.formUnion(
                    marks.layer.details[index].footnotes(isMissing: marks.isMissing(index)))
            }
            if marks.layer.mark == .point,
                marks.layer.channels[.size]?.numbers?.prefix(marks.count).contains(nil) ?? false
            {
                canvas.footnotes.insert(.missing)
            }
            if marks.layer.details.isEmpty, marks.amounts.contains(where: \.isNaN) {
                canvas.footnotes.insert(.missing)
            }
        }
        if let total = chart.total?.standing.footnote { canvas.footnotes.insert(total) }
        for marks in data.marks where marks.layer.mark == .line || marks.layer.mark == .area {
            let amounts = data.amountDimension(marks)
            if amounts.kind == .numbers, !amounts.isLogarithmic, !amounts.domain.contains(0) {
                canvas.footnotes.insert(.truncatedAxis)
            }
        }
    }

    // MARK: - Marks

    private func drawBands(
        _ places: Places, _ frame: PlotFrame, obstacles: inout LabelObstacles,
        on canvas: inout Canvas
    ) {
        for rectangles in places.rectangles where !rectangles.isGrid {
            rectangles.draw(on: &canvas)
        }
        for band in places.bands {
            // A label had better keep off a band that it is not about.
            obstacles.add(band, .soft(0.2), fill: style.accent.mixed(with: style.ground, 0.87))
        }
    }

    /// Draws the layers in their order, and gives back the bridges of each line layer.
    private func drawMarks(
        _ places: Places, _ frame: PlotFrame, on canvas: inout Canvas
    ) -> [[[Segment]]] {
        var (bars, lines, areas, rules) = (
            places.bars.makeIterator(), places.lines.makeIterator(), places.areas.makeIterator(),
            places.rules.makeIterator()
        )
        var cells = places.rectangles.makeIterator()
        var bridges: [[[Segment]]] = []
        for marks in frame.data.marks {
            switch marks.layer.mark {
            case .bar: bars.next()?.draw(on: &canvas)
            case .line:
                if let line = lines.next() {
                    bridges.append(line.draw(bands: places.bands, on: &canvas))
                }
            case .area: areas.next()?.draw(on: &canvas)
            case .rule: rules.next()?.draw(on: &canvas)
            case .rectangle:
                if let next = cells.next(), next.isGrid { next.draw(on: &canvas) }
            case .point, .sector: break
            }
        }
        return bridges
    }

    /// Symbols lie on top of all lines.
    private func drawMarkers(_ places: Places, on canvas: inout Canvas) -> [MarkerCircle] {
        places.lines.flatMap { $0.drawMarkers(on: &canvas) }
            + places.points.flatMap { $0.draw(on: &canvas) }
    }

    /// Says what labels should keep clear of.
    private func note(
        _ places: Places, markers: [MarkerCircle], bridges: [[[Segment]]], in frame: PlotFrame,
        obstacles: inout LabelObstacles
    ) {
        let hasLines = !places.lines.isEmpty || !places.points.isEmpty
        for bars in places.bars {
            for (index, box) in bars.boxes.enumerated() {
                if let box {
                    // A label over another bar would seem to be that one's.
                    obstacles.add(
                        box, hasLines ? .soft(3) : .hard,
                        fill: frame.data.color(bars.marks, index))
                }
            }
        }
        for cells in places.rectangles where cells.isGrid {
            for (index, box) in cells.boxes.enumerated() {
                if let box {
                    obstacles.add(box, .soft(0), fill: frame.data.color(cells.marks, index))
                }
            }
        }
        for axis in frame.axes where axis.edge == .left && axis.hasGrid {
            for tick in axis.ticks {
                let y = axis.dimension(tick.value)
                obstacles.add(
                    Polyline([Point(frame.plot.minX, y), Point(frame.plot.maxX, y)]), .soft(0))
            }
        }
        for (lines, bridges) in zip(places.lines, bridges) {
            for (line, bridges) in zip(lines.lines, bridges) {
                for segment in lines.segments(line, bridges: bridges) {
                    obstacles.add(
                        Polyline([segment.start, segment.end]), width: 2.25, .soft(10))
                }
            }
        }
        for rules in places.rules {
            for segment in rules.segments.compactMap({ $0 }) {
                obstacles.add(Polyline([segment.start, segment.end]), width: 1.25, .soft(8))
            }
        }
        for areas in places.areas {
            for area in areas.areas {
                let edge = area.outer.filter { $0.y.isFinite && $0.x.isFinite }
                obstacles.add(Polyline(edge), width: 2, .soft(6))
            }
        }
        for marker in markers {
            obstacles.add(circle: marker.center, radius: marker.radius, .hard)
        }
    }

    // MARK: - Axes

    private func drawAxes(
        _ frame: PlotFrame, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        for axis in frame.axes {
            for box in axis.drawLabels(in: frame.plot, within: frame.rect, on: &canvas) {
                obstacles.add(text: box)
            }
        }
        drawBaseLine(frame, obstacles: &obstacles, on: &canvas)
        drawTitles(frame, obstacles: &obstacles, on: &canvas)
        let data = frame.data
        if let names = frame.slotNames {
            let hasLine = chart.layers.contains { $0.mark == .line || $0.mark == .area }
            if hasLine { drawSlotTicks(frame, obstacles: &obstacles, on: &canvas) }
            names.draw(
                below: frame.plot.maxY, middle: { data.x(Double($0)) }, on: &canvas)
        }
        if let names = frame.rowNames {
            // Names beside cells keep to the left of the plot, names of bars to its own edge.
            let figures = frame.figures.map { $0.width + RowNames.gap } ?? 0
            let boxes = names.draw(
                left: frame.rect.minX, right: frame.rect.maxX - figures,
                middle: { data.y(Double($0)) }, on: &canvas)
            for box in boxes { obstacles.add(text: box) }
        }
    }

    /// The line that marks stand on.
    private func drawBaseLine(
        _ frame: PlotFrame, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        let data = frame.data
        let plot = frame.plot
        let stroke = Stroke(style.ink, width: 1)
        let isGrid = data.marks.contains { data.isGrid($0) && $0.layer.mark == .rectangle }
        guard !isGrid else { return }
        if data.isHorizontal {
            // Bars from zero need a line only where they grow both ways, or where an axis measures.
            guard data.x.hasZero, data.x.domain.lower < 0 || !frame.axes.isEmpty else { return }
            let x = data.x(0)
            let line = [Point(x, plot.minY), Point(x, plot.maxY)]
            obstacles.add(Polyline(line), .soft(12))
            return canvas.stroke(.polyline(line), stroke)
        }
        guard chart.xAxis.isShown != false else { return }
        let isAway =
            data.y.kind == .numbers && data.y.hasZero
            && (data.y.domain.lower < 0 || data.y.isReversed)
        let y = isAway ? data.y(0) : plot.maxY
        // What stands beside stacks belongs to them, and the line runs below it.
        let right = frame.barLabels.mode == .side ? frame.rect.maxX : plot.maxX
        // Points stand on no line, unless it is zero.
        let isScatter = chart.layers.allSatisfy { $0.isGuide || $0.mark == .point }
        let isZero = data.y.kind == .numbers && data.y.domain.contains(0)
        canvas.line(
            from: Point(plot.minX, y), to: Point(right, y),
            isScatter && !isZero ? Stroke(style.muted, width: 0.75) : stroke)
    }

    private func drawTitles(
        _ frame: PlotFrame, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        let look = style.text(10.5, .medium, style.muted)
        let above = frame.plot.minY - 12 - frame.growthRoom
        var room = frame.rect
        func draw(
            _ words: String, _ look: TextStyle, _ x: Double, _ y: Double,
            _ side: HorizontalAlignment
        ) {
            guard !words.isEmpty else { return }
            let line = canvas.line(words, look)
            let left = x - line.width * side.fraction
            guard left >= room.minX - 0.5, left + line.width <= room.maxX + 0.5 else {
                return canvas.warning(
                    "no room for the title “\(words)” of the axis",
                    hint: "shorten it, or give the chart more width")
            }
            obstacles.add(text: canvas.text(line, x: left, baseline: y))
            if side == .left {
                room = Rect(
                    left: left + line.width + 12, top: room.minY,
                    right: room.maxX, bottom: room.maxY)
            }
        }
        if chart.xAxis.isShown != false {
            draw(
                chart.xAxis.title, look, frame.plot.maxX,
                frame.plot.maxY + frame.extentBelow + 10, .right)
        }
        draw(chart.yAxis.title, look, frame.rect.minX, above, .left)
        if let color = frame.data.secondColor {
            let readable = style.words(color)
            draw(
                chart.secondAxis.title, look.with { $0.color = readable }, frame.rect.maxX, above,
                .right)
        }
    }

    /// Ticks at the slots of lines, and what is said where no line has a figure.
    private func drawSlotTicks(
        _ frame: PlotFrame, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        let data = frame.data
        let base = frame.plot.maxY
        let hasGroups = data.x.slots.contains { !$0.group.isEmpty }
        var last = -Double.infinity
        for index in data.x.slots.indices {
            let x = data.x(Double(index))
            if data.x.step >= 3 {
                canvas.line(
                    from: Point(x, base), to: Point(x, base + 3), Stroke(style.ink, width: 0.75))
            }
            guard !data.knownPlaces.contains(Double(index)) else { continue }
            canvas.footnotes.insert(.missing)
            let line = canvas.line(
                style.missingText, style.text(10.5, .regular, style.muted))
            let isInside = abs(x - frame.plot.midX) + line.width / 2 <= frame.plot.width / 2 + 4
            guard !hasGroups, isInside, line.width <= data.x.step + 6,
                abs(x - last) >= line.width + 2
            else { continue }
            last = x
            obstacles.add(text: canvas.text(line, x: x, baseline: base - 7, .center))
        }
    }

    // MARK: - Around the plot

    /// Draws what has its own place: the legend, names beside the plot, figures in a column.
    private func drawAround(
        _ frame: PlotFrame, _ places: Places, obstacles: inout LabelObstacles,
        requests: inout [LabelRequest], on canvas: inout Canvas
    ) {
        let top =
            chart.legend == .bottom
            ? frame.rect.maxY - (frame.legend?.height ?? 0) + 4 : frame.rect.minY
        let corner =
            chart.legend == .trailing
            ? Point(frame.rect.maxX - (frame.legend?.width ?? 0), frame.plot.minY)
            : Point(frame.rect.minX, top)
        for box in frame.legend?.draw(at: corner, on: &canvas) ?? [] {
            obstacles.add(text: box)
        }
        let amounts =
            frame.rampLegend?.draw(
                at: frame.rect.origin, width: frame.rect.width, on: &canvas) ?? []
        for box in amounts { obstacles.add(text: box) }
        drawRoundedLegend(frame, obstacles: &obstacles, on: &canvas)
        if let points = places.points.first(where: { $0.marks.layer.channels[.size] != nil }),
            chart.legend != .hidden, let legend = SizeLegend(points, on: &canvas)
        {
            obstacles.add(
                text: legend.draw(
                    right: frame.rect.maxX, middle: frame.plot.minY - SizeLegend.height / 2 - 2,
                    on: &canvas))
        }
        drawFigures(frame, obstacles: &obstacles, on: &canvas)
        ComparisonMarks(frame, places.bars).draw(
            obstacles: &obstacles, requests: &requests, on: &canvas)
        frame.sideNames.drawStacks(places.bars, in: frame, obstacles: &obstacles, on: &canvas)
        frame.sideNames.drawAreas(places.areas, in: frame, obstacles: &obstacles, on: &canvas)
        frame.sideNames.drawEnds(places.lines, in: frame, obstacles: &obstacles, on: &canvas)
        requests += StackTotals(frame).requests(places.bars, obstacles: &obstacles, on: &canvas)
    }

    private func drawFigures(
        _ frame: PlotFrame, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        guard let column = frame.figures, let layout = frame.bars else { return }
        let data = frame.data
        for marks in data.marks where marks.layer.mark == .bar {
            for index in frame.barLabels.wanted(marks).sorted() where !marks.places[index].isNaN {
                let middle = data.y(marks.places[index])
                let baseline =
                    layout.areNamesAbove
                    ? middle - layout.step / 2 + layout.textSize * 0.97
                    : middle + layout.textSize * 0.365
                let box = column.draw(
                    frame.barLabels.figure(marks, index), right: frame.rect.maxX,
                    baseline: baseline, on: &canvas)
                obstacles.add(text: box)
            }
        }
        guard let total = chart.total else { return }
        let top = frame.plot.maxY + frame.extentBelow + frame.titleRoom
        canvas.line(
            from: Point(frame.rect.minX, top), to: Point(frame.rect.maxX, top),
            Stroke(style.ink, width: 1))
        let baseline = top + 22
        let look = style.text(13, .bold)
        // Its figure is a point larger than those that the column was measured with.
        let name = Rect(
            left: frame.rect.minX, top: baseline - look.size * 0.97,
            right: frame.rect.maxX - column.width * 1.1 - RowNames.gap,
            bottom: baseline + look.size * 0.24)
        Paragraph(
            total.label, look, leading: look.size * 1.21, mostLines: 1, vertical: .center
        ).draw(in: name, on: &canvas)
        column.draw(
            .init(text: total.text + total.standing.mark), right: frame.rect.maxX,
            baseline: baseline, strong: true, on: &canvas)
    }

    /// Short texts inside the ends of bars, beside the figures that stand elsewhere.
    private func insets(
        _ bars: BarMarks, _ frame: PlotFrame, on canvas: inout Canvas
    ) -> [LabelRequest] {
        bars.boxes.indices.compactMap { index in
            let words = bars.marks.layer.detail(index).inset
            guard !words.isEmpty, let box = bars.boxes[index] else { return nil }
            let thickness = bars.marks.isHorizontal ? box.height : 14
            let text = LabelText(
                canvas.line(words, style.text(max(9, min(11.5, thickness * 0.88)), .bold)))
            return LabelRequest(
                name: frame.data.name(bars.marks, index), text: text,
                candidates: LabelCandidate.bar(
                    box, growing: frame.barLabels.direction(bars.marks, index), text: text,
                    fill: frame.data.color(bars.marks, index),
                    colors: style.labelColors, inset: 8, gap: 6), priority: 5)
        }
    }

    /// What a hollow diamond means, above the plot where one is drawn.
    private func drawRoundedLegend(
        _ frame: PlotFrame, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        guard frame.data.hasRounded else { return }
        let line = canvas.line(style.roundedText, style.text(10.5, .medium, style.muted))
        // Level with the names of bands, and below titles, where there are any.
        let hasTitle = !chart.yAxis.title.isEmpty || !chart.secondAxis.title.isEmpty
        let baseline = Point(
            frame.plot.maxX - line.width,
            frame.plot.minY - (frame.data.hasBands || hasTitle ? 1 : 16))
        let box = Rect(
            left: baseline.x - 18, top: baseline.y - 9, right: baseline.x + line.width,
            bottom: baseline.y + 1)
        guard box.minX >= frame.plot.minX else {
            return canvas.warning(
                "no room for the words “\(style.roundedText)”", hint: "give the chart more width")
        }
        obstacles.add(text: box)
        canvas.text(line, x: baseline.x, baseline: baseline.y)
        canvas.add(
            .path(
                .diamond(center: Point(baseline.x - 12, baseline.y - 3.7), radius: 4.6),
                fill: .color(style.ground), stroke: Stroke(style.muted, width: 1.6)))
    }

    /// Where labels may stand.
    private func bounds(_ frame: PlotFrame) -> Rect {
        // Labels keep to the chart, and to their side of an axis.
        let left = frame.axes.contains { $0.edge == .left } ? frame.plot.minX - 8 : frame.rect.minX
        return Rect(
            left: left, top: frame.rect.minY - 4, right: frame.rect.maxX,
            bottom: frame.plot.maxY + 0.5)
    }
}
