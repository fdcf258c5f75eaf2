public import Graphics
public import Layout
public import Scales

/// Lines over an ordered axis, with gaps where figures are missing.
///
/// Neighbouring figures are joined by a full line. A gap is bridged by a dotted line, which is left
/// out where it would cross another series or a band: there it would seem to tell something.
public struct LineChart: Element, Hashable {
    /// A place on the horizontal axis.
    public struct Position: Hashable, Sendable {
        /// What the data call it.
        public var key: String
        /// What is printed.
        public var label: String
        /// The label of the group it belongs to, printed once below; empty for none.
        public var group: String

        /// A place by its key and labels.
        public init(key: String, label: String, group: String = "") {
            self.key = key
            self.label = label
            self.group = group
        }
    }

    /// One line.
    public struct Series: Hashable, Sendable {
        /// Its name; empty where the chart has one line.
        public var name: String
        /// Its figures by the position's index; a position without one is a gap.
        public var data: [Int: Datum]
        /// The colour of the line.
        public var color: Color
        /// The colour of words about it, dark enough to read.
        public var textColor: Color
        /// Whether its labels stand below the line if they can.
        public var labelsBelow: Bool
        /// The last figure as it is printed large beside the chart; empty for none.
        public var endText: String

        /// A line with its figures.
        public init(
            name: String, data: [Int: Datum], color: Color, textColor: Color,
            labelsBelow: Bool = false, endText: String = ""
        ) {
            self.name = name
            self.data = data
            self.color = color
            self.textColor = textColor
            self.labelsBelow = labelsBelow
            self.endText = endText
        }
    }

    /// A stretch of the axis behind the lines, with a name.
    public struct Band: Hashable, Sendable {
        /// Index of the first position.
        public var first: Int
        /// Index of the last position.
        public var last: Int
        /// What happened then.
        public var label: String

        /// A band over whole slots.
        public init(first: Int, last: Int, label: String) {
            self.first = first
            self.last = last
            self.label = label
        }
    }

    /// The places of the horizontal axis in order.
    public var positions: [Position]
    /// The lines; later ones are drawn on top.
    public var series: [Series]
    /// The vertical axis.
    public var axis: ValueAxis
    /// Stretches to point out.
    public var bands: [Band]
    /// The unit printed after the figures beside the chart.
    public var endUnit: String
    /// Whether those figures stand beyond the chart's right edge, over what is beside it.
    public var endsOutside: Bool
    /// What a hollow diamond means, printed above the chart where one is drawn.
    public var roundedLegend: String
    /// Colours and letters.
    public var style: ChartStyle

    /// Lines over positions.
    public init(
        positions: [Position], series: [Series], axis: ValueAxis, bands: [Band] = [],
        endUnit: String = "", endsOutside: Bool = false, roundedLegend: String = "",
        style: ChartStyle
    ) {
        self.positions = positions
        self.series = series
        self.axis = axis
        self.bands = bands
        self.endUnit = endUnit
        self.endsOutside = endsOutside
        self.roundedLegend = roundedLegend
        self.style = style
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard !positions.isEmpty, series.contains(where: { !$0.data.isEmpty }) else {
            return canvas.error("the chart has no points")
        }
        for datum in series.flatMap({ $0.data.values }) {
            canvas.footnotes.formUnion(datum.footnotes)
        }
        if axis.domain.lower > 0 { canvas.footnotes.insert(.truncatedAxis) }
        let plot = plotArea(in: rect, on: &canvas)
        guard plot.width >= Self.leastSide, plot.height >= Self.leastSide else {
            return canvas.error(
                "the chart has no room for its lines", hint: "give it more room, or shorter names")
        }
        let geometry = Geometry(plot: plot, count: positions.count, axis: axis)

        // The last label may reach into the gutter, so that it stands over its point.
        var obstacles = Obstacles(
            bounds: Rect(
                left: rect.minX, top: rect.minY - 4, right: rect.maxX + 14, bottom: plot.maxY))
        let legend = roundedLegend(geometry, in: rect, on: &canvas)
        if let legend { obstacles.add(legend.box) }
        for tick in axis.ticks { obstacles.add(axisLabelBox(tick, geometry, in: rect)) }
        for band in bands { draw(band, geometry, obstacles: &obstacles, on: &canvas) }
        axis.draw(in: plot, on: &canvas)
        drawPositions(geometry, in: rect, obstacles: &obstacles, on: &canvas)
        let lines = series.map { drawLine($0, geometry, on: &canvas) }
        for line in lines.joined() { obstacles.add(line) }
        for line in series { drawMarkers(line, geometry, obstacles: &obstacles, on: &canvas) }
        drawEndLabels(geometry, in: rect, obstacles: &obstacles, on: &canvas)
        drawLabels(geometry, obstacles: &obstacles, on: &canvas)
        if let legend { draw(legend, on: &canvas) }
    }

    // MARK: - Room

    /// A plot narrower or lower than this shows nothing, in points.
    private static let leastSide = 24.0

    /// Where a figure stands.
    private struct Geometry {
        let plot: Rect
        let scale: LinearScale
        let slot: Double

        init(plot: Rect, count: Int, axis: ValueAxis) {
            self.plot = plot
            slot = plot.width / Double(count)
            scale = LinearScale(domain: axis.domain, range: Extent(plot.maxY, plot.minY))
        }

        func x(_ index: Int) -> Double { plot.minX + slot * (Double(index) + 0.5) }

        func point(_ index: Int, _ value: Double) -> Point { Point(x(index), scale(value)) }
    }

    private var hasGroups: Bool { positions.contains { !$0.group.isEmpty } }
    private var hasEndLabels: Bool { series.contains(where: isNamedAtEnd) }

    /// Whether a line's name stands at its end: with its last figure, or alone to tell it from others.
    private func isNamedAtEnd(_ line: Series) -> Bool {
        !line.endText.isEmpty || (series.count > 1 && !line.name.isEmpty)
    }

    private func plotArea(in rect: Rect, on canvas: inout Canvas) -> Rect {
        let axisWidth = axis.labelWidth(on: &canvas)
        let isInside = hasEndLabels && !endsOutside
        let endWidth = isInside ? endLabelWidth(on: &canvas) + 24 : 0
        // Room for the label of a point at the top of the axis, or for bands and the legend.
        let top = bands.isEmpty && !isRoundedShown ? 14.0 : 24
        return Rect(
            left: rect.minX + axisWidth + 8, top: rect.minY + top, right: rect.maxX - endWidth,
            bottom: rect.maxY - (hasGroups ? 40 : 20))
    }

    /// The digits of a label of the vertical axis.
    private func axisLabelBox(
        _ tick: ValueAxis.Tick, _ geometry: Geometry, in rect: Rect
    ) -> Rect {
        let half = axis.labelStyle.size * 0.365
        return Rect(
            left: rect.minX, top: geometry.scale(tick.value) - half,
            right: geometry.plot.minX - 8, bottom: geometry.scale(tick.value) + half)
    }

    private var isRoundedShown: Bool {
        !roundedLegend.isEmpty && series.contains { $0.data.values.contains(where: \.isRounded) }
    }

    // MARK: - Axis and bands

    private func drawPositions(
        _ geometry: Geometry, in rect: Rect, obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        let axisLine = Stroke(style.ink, width: 1)
        let base = geometry.plot.maxY
        canvas.line(
            from: Point(geometry.plot.minX, base), to: Point(geometry.plot.maxX, base), axisLine)
        let size = positions.count > 16 ? 10.5 : 11
        let shown = shownPositions(geometry, size: size, in: rect, on: &canvas)
        for (index, position) in positions.enumerated() {
            let x = geometry.x(index)
            canvas.line(
                from: Point(x, base), to: Point(x, base + 3), Stroke(style.ink, width: 0.75))
            let isKnown = series.contains { $0.data[index]?.value != nil }
            if !isKnown { canvas.footnotes.insert(.missing) }
            guard shown.contains(index) else { continue }
            canvas.text(
                position.label,
                isKnown ? style.text(size, .semibold) : style.text(size, .regular, style.muted),
                x: x, baseline: base + 15, .center)
            if !isKnown, !hasGroups {
                let look = style.text(10.5, .regular, style.muted)
                obstacles.add(
                    canvas.text(style.missingText, look, x: x, baseline: base - 7, .center))
            }
        }
        drawGroups(geometry, on: &canvas)
    }

    /// Where labels would touch, every second one, third one … is printed; the last one always.
    private func shownPositions(
        _ geometry: Geometry, size: Double, in rect: Rect, on canvas: inout Canvas
    ) -> Set<Int> {
        let look = style.text(size, .semibold)
        let widths = positions.indices.map { index -> Double in
            let width = canvas.line(positions[index].label, look).width
            guard series.allSatisfy({ $0.data[index]?.value == nil }), !hasGroups else {
                return width
            }
            let missing = style.text(10.5, .regular, style.muted)
            return max(width, canvas.line(style.missingText, missing).width)
        }
        let needed = (widths.max() ?? 0) + 2
        let step =
            needed <= geometry.slot ? 1 : Int((needed / max(geometry.slot, 0.1)).rounded(.up))
        let shown = stride(from: positions.count - 1, through: 0, by: -step)
        let outside = shown.filter { index in
            let x = geometry.x(index)
            return x - widths[index] / 2 < rect.minX - 1 || x + widths[index] / 2 > rect.maxX + 14
        }
        for index in outside {
            canvas.warning(
                "no room for the label “\(positions[index].label)” of the axis",
                hint: "shorten it, or give the chart more room")
        }
        return Set(shown).subtracting(outside)
    }

    /// A bracket under the positions of each group, with its label.
    private func drawGroups(_ geometry: Geometry, on canvas: inout Canvas) {
        var first = 0
        for index in positions.indices {
            let group = positions[index].group
            let isLast = index == positions.count - 1 || positions[index + 1].group != group
            guard isLast else { continue }
            defer { first = index + 1 }
            guard !group.isEmpty else { continue }
            let y = geometry.plot.maxY + 20.5
            let inset = min(6, geometry.slot / 4)
            let left = geometry.x(first) - geometry.slot / 2 + inset
            let right = geometry.x(index) + geometry.slot / 2 - inset
            canvas.line(
                from: Point(left, y), to: Point(right, y), Stroke(style.muted, width: 0.75))
            let label = canvas.line(group, style.text(11, .semibold))
            guard label.width <= right - left + 2 * inset - 2 else {
                canvas.warning(
                    "no room for the label “\(group)” of the axis",
                    hint: "shorten it, or give the chart more room")
                continue
            }
            canvas.text(label, x: (left + right) / 2, baseline: y + 13, .center)
        }
    }

    private func draw(
        _ band: Band, _ geometry: Geometry, obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        guard positions.indices.contains(band.first), positions.indices.contains(band.last),
            band.first <= band.last
        else { return canvas.error("the band “\(band.label)” is not on the axis") }
        let left = geometry.x(band.first) - geometry.slot / 2
        let right = geometry.x(band.last) + geometry.slot / 2
        let top = geometry.plot.minY - 12
        canvas.fill(
            Rect(left: left, top: top, right: right, bottom: geometry.plot.maxY),
            style.accent.opacity(0.13))
        for edge in [left, right] {
            obstacles.add(
                Segment(Point(edge, top), Point(edge, geometry.plot.maxY)))
        }
        canvas.fill(Rect(x: left, y: top, width: right - left, height: 3), style.accent)
        let label = canvas.line(band.label, style.text(12.5, .bold, style.accentText))
        let height = label.runs.first.map { $0.style.size * 0.73 } ?? 0
        let places = [right + 8, left - 8 - label.width].map {
            Rect(x: $0, y: top + 11 - height, width: label.width, height: height)
        }
        let free = places.first { box in
            box.minX >= geometry.plot.minX && box.maxX <= geometry.plot.maxX
                && obstacles.allow(box, across: 2, down: 0)
        }
        guard let free else {
            return canvas.warning(
                "no room for the label “\(band.label)” beside its band",
                hint: "shorten it, or give the chart more room")
        }
        obstacles.add(canvas.text(label, x: free.minX, baseline: top + 11))
    }

    // MARK: - Lines

    /// Draws a series' lines and returns the segments.
    private func drawLine(
        _ line: Series, _ geometry: Geometry, on canvas: inout Canvas
    ) -> [Segment] {
        var segments: [Segment] = []
        var run: [Point] = []
        let known = known(line)
        let full = Stroke(line.color, width: 2.25, join: .round)
        let flush = { (canvas: inout Canvas, run: inout [Point]) in
            if run.count > 1 { canvas.stroke(.polyline(run), full) }
            run = []
        }
        for (step, entry) in known.enumerated() {
            let point = geometry.point(entry.index, entry.value)
            if step > 0 {
                let before = known[step - 1]
                let start = geometry.point(before.index, before.value)
                if entry.index == before.index + 1 {
                    segments.append(Segment(start, point))
                } else {
                    flush(&canvas, &run)
                    if isBridged(line, from: before.index, to: entry.index, start, point, geometry)
                    {
                        canvas.footnotes.insert(.bridged)
                        canvas.line(
                            from: start, to: point,
                            Stroke(line.color, width: 1.6, dash: [0.01, 4], cap: .round))
                        segments.append(Segment(start, point))
                    } else {
                        canvas.footnotes.insert(.missing)
                    }
                }
            }
            run.append(point)
        }
        flush(&canvas, &run)
        return segments
    }

    private func known(_ line: Series) -> [(index: Int, value: Double)] {
        positions.indices.compactMap { index in
            line.data[index]?.value.map { (index, $0) }
        }
    }

    private func isBridged(
        _ line: Series, from first: Int, to last: Int, _ start: Point, _ end: Point,
        _ geometry: Geometry
    ) -> Bool {
        if bands.contains(where: { $0.first < last && $0.last > first }) { return false }
        let bridge = Segment(start, end)
        for other in series where other != line {
            let known = known(other)
            // So near to another line's point it would seem to lead there.
            let points = known.map { geometry.point($0.index, $0.value) }
            if points.contains(where: { bridge.distance(to: $0) < 6 }) { return false }
            for (a, b) in zip(known, known.dropFirst()) {
                let (p, q) = (geometry.point(a.index, a.value), geometry.point(b.index, b.value))
                if bridge.crosses(Segment(p, q)) { return false }
            }
        }
        return true
    }

    private func drawMarkers(
        _ line: Series, _ geometry: Geometry, obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        let known = known(line)
        for (step, entry) in known.enumerated() {
            guard let datum = line.data[entry.index] else { continue }
            let center = geometry.point(entry.index, entry.value)
            let isLast = step == known.count - 1
            let color = datum.isKey ? style.accent : line.color
            let hollow = Stroke(color, width: 1.6)
            if datum.isRounded {
                canvas.add(
                    .path(
                        .diamond(center: center, radius: 4.6), fill: .color(style.ground),
                        stroke: hollow))
            } else if datum.standing != .firm {
                canvas.add(
                    .path(
                        .circle(center: center, radius: 3.6), fill: .color(style.ground),
                        stroke: hollow))
            } else {
                canvas.fill(
                    .circle(center: center, radius: isLast || datum.isKey ? 4.6 : 3.4),
                    style.ground)
                canvas.fill(
                    .circle(center: center, radius: isLast || datum.isKey ? 4 : 2.8), color)
            }
            obstacles.add(
                Rect(x: center.x - 4, y: center.y - 4, width: 8, height: 8))
        }
    }

    // MARK: - Labels

    private func drawLabels(
        _ geometry: Geometry, obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        var wishes: [PointLabel] = []
        for line in series {
            let known = known(line)
            for (step, entry) in known.enumerated() {
                guard let datum = line.data[entry.index], !datum.text.isEmpty else { continue }
                let isEnd = step == 0 || step == known.count - 1
                if step == known.count - 1, !line.endText.isEmpty { continue }
                let isStrong = datum.isKey || (isEnd && series.count == 1)
                let size = datum.isKey ? 14.0 : (isStrong ? 12 : 11)
                let look = style.text(
                    size, datum.isKey ? .extrabold : (isStrong ? .bold : .semibold))
                wishes.append(
                    PointLabel(
                        line: canvas.line(datum.text + datum.mark, look),
                        anchor: geometry.point(entry.index, entry.value),
                        prefersBelow: prefersBelow(line, known, step, geometry),
                        name: "\(line.name) \(positions[entry.index].label)",
                        radius: datum.isKey ? 4.6 : 3.4))
            }
        }
        for (label, place) in PointLabel.place(wishes, among: &obstacles) {
            if let place {
                clearGrid(behind: label.box(at: place), geometry, on: &canvas)
                canvas.text(label.line, x: place.x, baseline: place.y)
            } else {
                canvas.warning(
                    "no room for the label “\(label.line.text)” of \(label.name)",
                    hint: "give the chart more room, or label fewer points")
            }
        }
    }

    /// Takes grid lines away behind a label, unless a band lies there too.
    private func clearGrid(
        behind box: Rect, _ geometry: Geometry, on canvas: inout Canvas
    ) {
        let isOnBand = bands.contains { band in
            box.maxX > geometry.x(band.first) - geometry.slot / 2
                && box.minX < geometry.x(band.last) + geometry.slot / 2
        }
        let lines = axis.ticks.map { geometry.scale($0.value) }
        let halo = Rect(
            left: box.minX - 2, top: box.minY - 1.5, right: box.maxX + 2, bottom: box.maxY + 1.5)
        guard !isOnBand, lines.contains(where: { $0 > halo.minY && $0 < halo.maxY }) else { return }
        canvas.tagged(Tag(.artifact)) { $0.fill(halo, style.ground) }
    }

    /// Two points of one position closer than this have their labels on their outer sides, in points.
    private static let nearPoints = 34.0

    /// Whether a point's label belongs below it: beside another series on the outer side, in a valley
    /// below, on a peak above, and elsewhere where its series has them.
    private func prefersBelow(
        _ line: Series, _ known: [(index: Int, value: Double)], _ step: Int, _ geometry: Geometry
    ) -> Bool {
        let own = geometry.scale(known[step].value)
        let others = series.filter { $0 != line }.compactMap { other in
            other.data[known[step].index]?.value.map { geometry.scale($0) }
        }
        if let near = others.first(where: { abs($0 - own) < Self.nearPoints && $0 != own }) {
            return own > near
        }
        guard step > 0, step < known.count - 1 else { return line.labelsBelow }
        let (before, value, after) = (
            known[step - 1].value, known[step].value, known[step + 1].value
        )
        if value > before, value > after { return false }
        if value < before, value < after { return true }
        return line.labelsBelow
    }

    private func endLabelWidth(on canvas: inout Canvas) -> Double {
        series.map { line -> Double in
            let figure = canvas.line(line.endText, style.text(22, .extrabold)).width
            let unit = canvas.line(endUnit, style.text(11, .medium)).width
            return max(figure + 6 + unit, canvas.line(line.name, style.text(12.5, .bold)).width)
        }.max() ?? 0
    }

    /// The last figures, large, level with their points beside the plot.
    private func drawEndLabels(
        _ geometry: Geometry, in rect: Rect, obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        let ends = series.compactMap { line -> (Series, Point)? in
            guard isNamedAtEnd(line), let last = known(line).last else { return nil }
            return (line, geometry.point(last.index, last.value))
        }.sorted { $0.1.y < $1.1.y }
        let levels = Spacing.apart(
            ends.map(\.1.y), heights: ends.map { _ in 46 }, lead: 22, low: rect.minY - 6,
            high: geometry.plot.maxY)
        if let first = levels.first, first - 22 < rect.minY - 6.5 {
            return canvas.error(
                "the chart has no room for the figures at the ends of its lines",
                hint: "give it more height, or take “ends” away")
        }
        let x = geometry.plot.maxX + (endsOutside ? 16 : 24)
        for ((line, point), level) in zip(ends, levels) {
            canvas.stroke(
                .polyline([
                    Point(point.x + 7, point.y), Point(x - 10, level), Point(x - 4, level),
                ]), Stroke(style.ink, width: 0.75))
            let name = canvas.text(
                line.name, style.text(12.5, .bold, line.textColor), x: x,
                baseline: line.endText.isEmpty ? level + 4.5 : level - 6)
            obstacles.add(name)
            if line.endText.isEmpty { continue }
            let figure = canvas.text(
                line.endText, style.text(22, .extrabold).with { $0.tracking = -0.015 }, x: x,
                baseline: level + 15)
            let unit = canvas.text(
                endUnit, style.text(11, .medium, style.muted), x: figure.maxX + 6,
                baseline: level + 15)
            obstacles.add(figure.union(unit))
        }
    }

    /// The words that say what a diamond means, and where they stand.
    private struct RoundedLegend {
        let line: TextLine
        let baseline: Point
        /// The words and the diamond before them.
        var box: Rect {
            Rect(
                left: baseline.x - 18, top: baseline.y - 9, right: baseline.x + line.width,
                bottom: baseline.y + 1)
        }
    }

    private func roundedLegend(
        _ geometry: Geometry, in rect: Rect, on canvas: inout Canvas
    ) -> RoundedLegend? {
        guard isRoundedShown else { return nil }
        let line = canvas.line(roundedLegend, style.text(10.5, .medium, style.muted))
        // Level with the names of bands, where there are any.
        let legend = RoundedLegend(
            line: line,
            baseline: Point(geometry.plot.maxX - line.width, rect.minY + (bands.isEmpty ? 8 : 23)))
        guard legend.box.minX >= geometry.plot.minX else {
            canvas.warning(
                "no room for the words “\(roundedLegend)”", hint: "give the chart more width")
            return nil
        }
        return legend
    }

    private func draw(_ legend: RoundedLegend, on canvas: inout Canvas) {
        canvas.text(legend.line, x: legend.baseline.x, baseline: legend.baseline.y)
        canvas.add(
            .path(
                .diamond(
                    center: Point(legend.baseline.x - 12, legend.baseline.y - 3.7), radius: 4.6),
                fill: .color(style.ground), stroke: Stroke(style.muted, width: 1.6)))
    }
}

extension Path {
    /// A square on its corner.
    static func diamond(center: Point, radius: Double) -> Path {
        .polygon([
            Point(center.x, center.y - radius), Point(center.x + radius, center.y),
            Point(center.x, center.y + radius), Point(center.x - radius, center.y),
        ])
    }
}
