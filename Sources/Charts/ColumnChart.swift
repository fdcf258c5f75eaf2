public import Graphics
public import Layout
import Scales

/// Vertical bars from zero, one a category; a category with several series is stacked.
public struct ColumnChart: Element, Hashable {
    /// Where a column's figure is printed.
    public enum LabelPlace: String, Hashable, Sendable, CaseIterable {
        /// Above the column.
        case above
        /// Large, inside the column's head; for few, wide columns.
        case inside
    }

    /// A comparison of two columns' heights, drawn as a level and an arrow.
    public struct Comparison: Hashable, Sendable {
        /// The category whose height is the level.
        public var from: String
        /// The category over which the difference is drawn.
        public var to: String
        /// The difference as it is printed.
        public var text: String

        /// The difference of `from` over `to`.
        public init(from: String, to: String, text: String) {
            self.from = from
            self.to = to
            self.text = text
        }
    }

    /// The figures; a category's series are stacked in the order in which they come.
    public var data: [Datum]
    /// The printed sum of each stacked category, by category.
    public var totals: [String: Datum]
    /// A comparison of two columns.
    public var comparison: Comparison?
    /// The figure at the top of the axis; `nil` for the greatest.
    public var greatest: Double?
    /// Where figures are printed.
    public var labels: LabelPlace
    /// The unit printed below a figure inside a column.
    public var unit: String
    /// Lines to keep free for category names, so that neighbours' baselines agree.
    public var leastNameLines: Int
    /// Colours and letters.
    public var style: ChartStyle

    /// The share of its slot that a column takes.
    private static let columnShare = 0.62
    /// The height of the hatched place of a missing figure, in points.
    private static let missingHeight = 30.0
    /// The least plot that a missing figure's place and its words fit in, in points.
    private static let leastHeight = 40.0
    /// Slots narrower than this are no columns, in points.
    private static let leastSlot = 4.0
    /// The white line that parts the segments of a stack, in points.
    private static let parting = 1.5
    /// Air at each side of a category's name, in points.
    private static let nameAir = 2.0

    /// Columns for `data`.
    public init(
        data: [Datum], totals: [String: Datum] = [:], comparison: Comparison? = nil,
        greatest: Double? = nil, labels: LabelPlace = .above, unit: String = "",
        leastNameLines: Int = 1, style: ChartStyle
    ) {
        self.data = data
        self.totals = totals
        self.comparison = comparison
        self.greatest = greatest
        self.labels = labels
        self.unit = unit
        self.leastNameLines = leastNameLines
        self.style = style
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// A category's figures, stacked from the bottom.
    private struct Column {
        var name: String
        var parts: [Datum]
        var height: Double { parts.compactMap(\.value).reduce(0, +) }
        var isStacked: Bool { parts.count > 1 }
        var missing: Int { parts.count { $0.value == nil } }
    }

    private var columns: [Column] {
        var result: [Column] = []
        for datum in data {
            if let index = result.firstIndex(where: { $0.name == datum.category }) {
                result[index].parts.append(datum)
            } else {
                result.append(Column(name: datum.category, parts: [datum]))
            }
        }
        return result
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let columns = columns
        guard !columns.isEmpty else { return canvas.error("the chart has no columns") }
        for datum in data { canvas.footnotes.formUnion(datum.footnotes) }
        // Each figure by itself, then each column as a whole against the scale.
        let sums = columns.map { Datum(category: $0.name, value: $0.height, text: "") }
        let problems =
            data.compactMap { $0.problem(upTo: nil) }
            + sums.compactMap { $0.problem(upTo: greatest) }
        if let problem = problems.first {
            return canvas.error(problem.message, hint: problem.hint)
        }
        let plot = plotArea(in: rect, columns, on: &canvas)
        let slot = plot.width / Double(columns.count)
        guard plot.height >= Self.leastHeight, slot >= Self.leastSlot else {
            return canvas.error(
                "the chart has no room for its columns",
                hint: "show fewer columns, or give it more room")
        }
        let frames = columns.indices.map { index in
            let width = slot * Self.columnShare
            let middle = plot.minX + slot * (Double(index) + 0.5)
            return Rect(
                left: middle - width / 2, top: plot.minY, right: middle + width / 2,
                bottom: plot.maxY)
        }
        // Unknown parts stand on top of the known ones; the highest stack needs room for them.
        let unknown = columns.filter(\.isStacked).map(\.missing).max() ?? 0
        let reserve = min(Double(unknown) * Self.missingHeight, plot.height * 0.4)
        let most = greatest ?? sums.compactMap(\.value).max() ?? 0
        let scale = LinearScale(
            domain: Extent(0, most > 0 ? most : 1), range: Extent(plot.maxY, plot.minY + reserve))
        let figureSize = figureSize(columns, slot: slot, on: &canvas)
        var obstacles = Obstacles(bounds: rect)
        canvas.line(
            from: Point(rect.minX, plot.maxY), to: Point(rect.maxX, plot.maxY),
            Stroke(style.ink, width: 1))
        for (column, frame) in zip(columns, frames) {
            drawName(
                column,
                in: Rect(
                    x: frame.midX - slot / 2, y: plot.maxY, width: slot,
                    height: rect.maxY - plot.maxY), on: &canvas)
            if column.isStacked {
                drawStack(
                    column, in: frame, scale: scale,
                    missingHeight: reserve / Double(max(unknown, 1)), obstacles: &obstacles,
                    on: &canvas)
            } else if let datum = column.parts.first {
                drawColumn(
                    datum, in: frame, scale: scale, figureSize: figureSize, obstacles: &obstacles,
                    on: &canvas)
            }
        }
        let compared = drawComparison(
            columns, frames, scale: scale, obstacles: &obstacles, on: &canvas)
        for (index, column) in columns.enumerated() {
            var labels =
                column.isStacked
                ? sideLabels(column, scale: scale, missingHeight: reserve / Double(max(unknown, 1)))
                : []
            if let compared, compared.column == index { labels.append(compared.label) }
            drawSideLabels(
                labels, of: column, x: frames[index].maxX + 14, low: rect.minY, high: plot.maxY,
                obstacles: &obstacles, on: &canvas)
            if column.isStacked, let total = totals[column.name] {
                drawTotal(
                    total, left: frames[index].minX, top: scale(column.height),
                    obstacles: &obstacles, on: &canvas)
            }
        }
    }

    // MARK: - Room

    private func sideLabelWidth(_ columns: [Column], on canvas: inout Canvas) -> Double {
        guard columns.contains(where: \.isStacked) || comparison != nil else { return 0 }
        var width = 0.0
        for part in columns.filter(\.isStacked).flatMap(\.parts) {
            width = max(
                width, canvas.line(part.series, style.text(12.5)).width,
                canvas.line(sideFigure(part), style.text(17, .bold)).width)
        }
        if let comparison {
            width = max(width, canvas.line(comparison.text, style.text(17, .bold)).width)
        }
        return width + 14
    }

    private func plotArea(in rect: Rect, _ columns: [Column], on canvas: inout Canvas) -> Rect {
        let sideLabels = sideLabelWidth(columns, on: &canvas)
        let slot = (rect.width - sideLabels) / Double(columns.count)
        let lines = columns.map { column in
            nameParagraph(column).lines(
                in: slot - 2 * Self.nameAir, measuring: canvas.measurer
            ).count
        }
        let leading = columns.first.map { nameParagraph($0).leading } ?? 0
        let names = Double(max(leastNameLines, lines.max() ?? 1)) * leading + 7
        // A figure that does not fit inside its column stands above it, and may be that of the
        // highest one, unless that is much higher than figures inside need.
        let isAbove =
            labels == .above || rect.height - names < 80
            || columns.contains { column in
                !column.isStacked && column.parts.contains { $0.value != nil }
                    && column.parts.contains {
                        insideWidth($0, on: &canvas) > slot * Self.columnShare
                    }
            }
        return Rect(
            left: rect.minX, top: rect.minY + (isAbove ? 20 : 6), right: rect.maxX - sideLabels,
            bottom: rect.maxY - names)
    }

    /// The width a column needs to hold its figure and the unit.
    private func insideWidth(_ datum: Datum, on canvas: inout Canvas) -> Double {
        max(
            canvas.line(datum.text + datum.mark, insideLook(on: style.mark)).width + 12,
            canvas.line(unit, style.text(12.5, .medium)).width + 6)
    }

    private func insideLook(on color: Color) -> TextStyle {
        style.text(28, .extrabold, style.label(on: color)).with { $0.tracking = -0.02 }
    }

    /// The size of figures above columns, smaller where columns are narrow; `nil` where no size
    /// fits, which is an error.
    private func figureSize(
        _ columns: [Column], slot: Double, on canvas: inout Canvas
    ) -> Double? {
        var widest = 0.0
        for datum in columns.filter({ !$0.isStacked }).flatMap(\.parts) {
            if labels == .inside, datum.value != nil,
                insideWidth(datum, on: &canvas) <= slot * Self.columnShare
            {
                continue
            }
            let text = datum.value == nil ? style.missingText : datum.text + datum.mark
            widest = max(widest, canvas.line(text, style.text(13, .semibold)).width)
        }
        let room = slot - 2
        let scale = max(Paragraph.leastScale, min(1, room / max(widest, 1e-9)))
        if widest * scale <= room + 0.01 { return 13 * scale }
        canvas.error(
            "the figures above the columns need \(Int((widest * scale).rounded(.up))) pt each, "
                + "have \(Int(room))", hint: "show fewer columns, or give the chart more width")
        return nil
    }

    private func nameParagraph(_ column: Column) -> Paragraph {
        let large = labels == .inside
        return Paragraph(
            column.name, large ? style.text(13, .bold) : style.text(11, .medium, style.muted),
            leading: large ? 17 : 13.5, alignment: .center, breaking: .balanced)
    }

    // MARK: - Marks

    private func drawName(_ column: Column, in slot: Rect, on canvas: inout Canvas) {
        let frame = slot.inset(
            by: Insets(top: labels == .inside ? 6 : 5, left: Self.nameAir, right: Self.nameAir))
        nameParagraph(column).draw(in: frame, on: &canvas)
    }

    private func drawColumn(
        _ datum: Datum, in frame: Rect, scale: LinearScale, figureSize: Double?,
        obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        guard let value = datum.value else {
            let place = Rect(
                left: frame.minX, top: frame.maxY - Self.missingHeight, right: frame.maxX,
                bottom: frame.maxY)
            canvas.add(.missing(in: place, style: style))
            obstacles.add(place)
            guard let figureSize else { return }
            obstacles.add(
                canvas.text(
                    style.missingText,
                    style.text(min(12, figureSize), .semibold, style.muted), x: frame.midX,
                    baseline: place.minY - 6, .center))
            return
        }
        let color = datum.color ?? (datum.isKey ? style.key : style.mark)
        // A small figure's bar reaches a point above the axis, so that it is seen to be there.
        let top = min(scale(value), value > 0 ? frame.maxY - 1.6 : frame.maxY)
        let bar = Rect(left: frame.minX, top: top, right: frame.maxX, bottom: frame.maxY)
        obstacles.add(bar)
        if datum.standing == .derived || datum.standing == .estimated {
            drawCalculated(bar, color, on: &canvas)
        } else {
            canvas.fill(bar, color)
        }
        let figure = datum.text + datum.mark
        if labels == .inside, insideWidth(datum, on: &canvas) <= bar.width, bar.height >= 64 {
            canvas.text(figure, insideLook(on: color), x: bar.midX, baseline: top + 36, .center)
            canvas.text(
                unit, style.text(12.5, .medium, style.label(on: color).opacity(0.88)),
                x: bar.midX, baseline: top + 55, .center)
        } else if let figureSize {
            obstacles.add(
                canvas.text(
                    figure, style.text(figureSize, .semibold), x: frame.midX, baseline: top - 6,
                    .center))
        }
    }

    /// A calculated figure's bar: hollow, as its point on a line is; hatching means "no figure".
    private func drawCalculated(_ bar: Rect, _ color: Color, on canvas: inout Canvas) {
        let ground = color.mixed(with: style.ground, 0.82)
        let outline = bar.inset(by: Insets(top: 0.6, left: 0.6, right: 0.6))
        canvas.add(
            .path(
                .rect(outline),
                fill: .color(ground), stroke: Stroke(color, width: 1.2)))
    }

    private func drawStack(
        _ column: Column, in frame: Rect, scale: LinearScale, missingHeight: Double,
        obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        for (part, span) in spans(column, scale: scale, missingHeight: missingHeight) {
            let segment = Rect(
                left: frame.minX, top: span.end, right: frame.maxX, bottom: span.start)
            obstacles.add(segment)
            if part.value == nil {
                canvas.add(.missing(in: segment, style: style))
            } else {
                canvas.fill(segment, part.color ?? style.mark)
            }
        }
    }

    /// From where to where each part of a stack reaches, the known ones from the base line up, the
    /// unknown ones on top of them.
    private func spans(
        _ column: Column, scale: LinearScale, missingHeight: Double
    ) -> [(part: Datum, span: Extent)] {
        var base = 0.0
        var bottom = scale(0)
        let (known, unknown) = (
            column.parts.filter { $0.value != nil }, column.parts.filter { $0.value == nil }
        )
        return (known + unknown).enumerated().map { index, part in
            base += part.value ?? 0
            let top = part.value == nil ? bottom - missingHeight : scale(base)
            let gap = index == 0 ? 0 : Self.parting
            defer { bottom = top }
            return (part, Extent(max(top, bottom - gap), top))
        }
    }

    // MARK: - Labels beside columns

    /// What stands beside a column: a name over a figure, or a figure alone.
    private struct SideLabel {
        /// The middle of what it names.
        var wish: Double
        var name = ""
        var figure: String
        var color: Color
        var height: Double { name.isEmpty ? 25 : 34 }
    }

    private func sideFigure(_ part: Datum) -> String {
        part.value == nil ? style.missingText : part.text + part.mark
    }

    private func sideLabels(
        _ column: Column, scale: LinearScale, missingHeight: Double
    ) -> [SideLabel] {
        spans(column, scale: scale, missingHeight: missingHeight).map { part, span in
            SideLabel(
                wish: span.middle, name: part.series, figure: sideFigure(part),
                color: part.value == nil ? style.muted : style.ink)
        }
    }

    /// Labels level with what they name, pushed apart where they would touch.
    private func drawSideLabels(
        _ labels: [SideLabel], of column: Column, x: Double, low: Double, high: Double,
        obstacles: inout Obstacles, on canvas: inout Canvas
    ) {
        let labels = labels.sorted { $0.wish < $1.wish }
        let lead = 15.0
        let levels = Spacing.apart(
            labels.map(\.wish), heights: labels.map(\.height), lead: lead, low: low, high: high)
        for (label, level) in zip(labels, levels) {
            let name = canvas.line(label.name, style.text(12.5))
            let figure = canvas.line(label.figure, style.text(17, .bold, label.color))
            let box = Rect(
                x: x, y: level - (label.name.isEmpty ? 7 : 13.5),
                width: max(name.width, figure.width), height: label.name.isEmpty ? 13.5 : 29)
            guard obstacles.allow(box, across: 2, down: 0) else {
                canvas.warning(
                    "no room for “\(label.name) \(label.figure)” beside “\(column.name)”",
                    hint: "give the chart more room")
                continue
            }
            obstacles.add(box)
            if !label.name.isEmpty { canvas.text(name, x: x, baseline: level - 4) }
            canvas.text(figure, x: x, baseline: level + (label.name.isEmpty ? 6 : 15))
        }
    }

    /// A stack's sum beside its top, with a tick that ties the two.
    private func drawTotal(
        _ total: Datum, left: Double, top: Double, obstacles: inout Obstacles,
        on canvas: inout Canvas
    ) {
        canvas.footnotes.formUnion(total.footnotes)
        let line = canvas.line(total.text + total.mark, style.text(17, .bold))
        let name = canvas.line(total.category, style.text(11.5, .medium, style.muted))
        let width = max(line.width, name.width)
        let box = Rect(x: left - 9 - width, y: top - 6.2, width: width, height: 27.2)
        guard obstacles.allow(box, across: 2, down: 0) else {
            return canvas.warning(
                "no room for the sum “\(line.text)” beside its column",
                hint: "give the chart more room")
        }
        obstacles.add(box)
        canvas.line(
            from: Point(left - 6, top), to: Point(left, top), Stroke(style.ink, width: 0.75))
        canvas.text(line, x: left - 9, baseline: top + 6.2, .right)
        canvas.text(name, x: left - 9, baseline: top + 21, .right)
    }

    /// Draws the level and the arrow; returns the label and the column it belongs beside, unless
    /// there was room for it beside the arrow.
    private func drawComparison(
        _ columns: [Column], _ frames: [Rect], scale: LinearScale, obstacles: inout Obstacles,
        on canvas: inout Canvas
    ) -> (column: Int, label: SideLabel)? {
        guard let comparison else { return nil }
        guard let from = columns.firstIndex(where: { $0.name == comparison.from }),
            let to = columns.firstIndex(where: { $0.name == comparison.to })
        else {
            canvas.error(
                "the comparison names a column that is not there",
                hint: "the columns are \(columns.map(\.name).joined(separator: ", "))")
            return nil
        }
        guard columns[from].missing == 0, columns[to].missing == 0 else {
            canvas.error("the comparison names a column without a figure")
            return nil
        }
        let (level, top) = (scale(columns[from].height), scale(columns[to].height))
        let dashed = Stroke(style.ink, width: 0.75, dash: [3, 2.5])
        canvas.line(
            from: Point(frames[from].maxX + 4, level), to: Point(frames[to].maxX, level), dashed)
        let line = canvas.line(comparison.text, style.text(17, .bold, style.accentText))
        // Arrow and difference stand together in the gap where it holds them.
        let pair = 9 + line.width
        let fits = abs(top - level) >= 26 && pair + 8 <= frames[to].width
        let arrow = fits ? frames[to].midX - pair / 2 : frames[to].midX
        drawArrow(x: arrow, from: top - 2, to: level + 2, on: &canvas)
        if comparison.text.hasSuffix("*") { canvas.footnotes.insert(.derived) }
        if fits {
            let middle = (level + top) / 2
            obstacles.add(canvas.text(line, x: arrow + 9, baseline: middle + 6))
            return nil
        }
        let label = SideLabel(
            wish: (level + top) / 2, figure: comparison.text, color: style.accentText)
        return (to, label)
    }

    /// A vertical line with a head at both ends.
    private func drawArrow(x: Double, from start: Double, to end: Double, on canvas: inout Canvas) {
        let stroke = Stroke(style.accent, width: 1.5, join: .round)
        canvas.line(from: Point(x, start), to: Point(x, end), stroke)
        for (tip, direction) in [(start, -1.0), (end, 1.0)] where abs(end - start) > 10 {
            canvas.stroke(
                .polyline([
                    Point(x - 3.5, tip + 4 * direction), Point(x, tip),
                    Point(x + 3.5, tip + 4 * direction),
                ]), stroke)
        }
    }
}
