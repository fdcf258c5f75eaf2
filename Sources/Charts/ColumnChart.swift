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
        if data.contains(where: { ($0.value ?? 0) < 0 }) {
            return canvas.error("a column's figure is negative", hint: "columns start at zero")
        }
        if let greatest, let tall = columns.first(where: { $0.height > greatest * (1 + 1e-9) }) {
            return canvas.error(
                "the column “\(tall.name)” is higher than its scale", hint: "widen the domain")
        }
        let sideLabels = sideLabelWidth(columns, on: &canvas)
        let plot = plotArea(in: rect, columns, sideLabels: sideLabels, on: &canvas)
        let most = greatest ?? columns.map(\.height).max() ?? 0
        let scale = LinearScale(
            domain: Extent(0, most > 0 ? most : 1), range: Extent(plot.maxY, plot.minY))
        let slots = plot.width / Double(columns.count)
        let frames = columns.indices.map { index in
            let width = slots * Self.columnShare
            return Rect(
                left: plot.minX + slots * (Double(index) + 0.5) - width / 2, top: plot.minY,
                right: plot.minX + slots * (Double(index) + 0.5) + width / 2, bottom: plot.maxY)
        }
        canvas.line(
            from: Point(rect.minX, plot.maxY), to: Point(rect.maxX, plot.maxY),
            Stroke(style.ink, width: 1))
        for (column, frame) in zip(columns, frames) {
            let slot = Rect(
                x: frame.midX - slots / 2, y: plot.maxY, width: slots, height: rect.maxY - plot.maxY
            )
            drawName(column, in: slot, on: &canvas)
            if column.isStacked {
                drawStack(column, in: frame, scale: scale, on: &canvas)
            } else if let datum = column.parts.first {
                drawColumn(datum, in: frame, scale: scale, on: &canvas)
            }
        }
        drawComparison(columns, frames, scale: scale, on: &canvas)
    }

    // MARK: - Room

    private func sideLabelWidth(_ columns: [Column], on canvas: inout Canvas) -> Double {
        guard columns.contains(where: \.isStacked) else { return 0 }
        var width = 0.0
        for part in columns.filter(\.isStacked).flatMap(\.parts) {
            width = max(
                width, canvas.line(part.series, style.text(12.5)).width,
                canvas.line(part.text + part.mark, style.text(17, .bold)).width)
        }
        if let comparison {
            width = max(width, canvas.line(comparison.text, style.text(17, .bold)).width)
        }
        return width + 14
    }

    private func plotArea(
        in rect: Rect, _ columns: [Column], sideLabels: Double, on canvas: inout Canvas
    ) -> Rect {
        let slot = (rect.width - sideLabels) / Double(columns.count)
        let lines = columns.map { column in
            nameParagraph(column).lines(in: slot, measuring: canvas.measurer).count
        }
        let leading = columns.first.map { nameParagraph($0).leading } ?? 0
        let names = Double(max(leastNameLines, lines.max() ?? 1)) * leading + 7
        let head = labels == .above ? 20.0 : 6
        return Rect(
            left: rect.minX, top: rect.minY + head, right: rect.maxX - sideLabels,
            bottom: rect.maxY - names)
    }

    private func nameParagraph(_ column: Column) -> Paragraph {
        let large = labels == .inside
        return Paragraph(
            column.name, large ? style.text(13, .bold) : style.text(11, .medium, style.muted),
            leading: large ? 17 : 13.5, alignment: .center, breaking: .balanced)
    }

    // MARK: - Marks

    private func drawName(_ column: Column, in slot: Rect, on canvas: inout Canvas) {
        let frame = slot.inset(by: Insets(top: labels == .inside ? 6 : 5))
        nameParagraph(column).draw(in: frame, on: &canvas)
    }

    private func drawColumn(
        _ datum: Datum, in frame: Rect, scale: LinearScale, on canvas: inout Canvas
    ) {
        guard let value = datum.value else {
            let place = Rect(
                left: frame.minX, top: frame.maxY - Self.missingHeight, right: frame.maxX,
                bottom: frame.maxY)
            canvas.add(.missing(in: place, style: style))
            canvas.text(
                style.missingText, style.text(12, .semibold, style.muted), x: frame.midX,
                baseline: place.minY - 6, .center)
            return
        }
        let color = datum.color ?? (datum.isKey ? style.key : style.mark)
        // A small figure's bar reaches a point above the axis, so that it is seen to be there.
        let top = min(scale(value), value > 0 ? frame.maxY - 1.6 : frame.maxY)
        let bar = Rect(left: frame.minX, top: top, right: frame.maxX, bottom: frame.maxY)
        if datum.standing == .derived || datum.standing == .estimated {
            drawCalculated(bar, color, on: &canvas)
        } else {
            canvas.fill(bar, color)
        }
        let figure = datum.text + datum.mark
        switch labels {
        case .above:
            canvas.text(
                figure, style.text(13, .semibold), x: frame.midX, baseline: top - 6, .center)
        case .inside:
            let look = style.text(28, .extrabold, style.label(on: color)).with {
                $0.tracking = -0.02
            }
            let line = canvas.line(figure, look)
            if line.width + 12 <= bar.width, bar.height >= 64 {
                canvas.text(line, x: bar.midX, baseline: top + 36, .center)
                canvas.text(
                    unit, style.text(12.5, .medium, style.label(on: color).opacity(0.88)),
                    x: bar.midX, baseline: top + 55, .center)
            } else {
                canvas.text(
                    figure, style.text(13, .semibold), x: frame.midX, baseline: top - 6, .center)
            }
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
        _ column: Column, in frame: Rect, scale: LinearScale, on canvas: inout Canvas
    ) {
        var base = 0.0
        // Known parts stand on each other; places of missing ones lie on top of them.
        var lift = 0.0
        for part in column.parts.filter({ $0.value != nil })
            + column.parts.filter({ $0.value == nil })
        {
            let top = scale(base) - lift
            var segment = Rect(left: frame.minX, top: top - 18, right: frame.maxX, bottom: top - 2)
            if let value = part.value {
                // A line of 1.5 pt in the ground's colour parts the segments.
                segment = Rect(
                    left: frame.minX, top: scale(base + value), right: frame.maxX,
                    bottom: top - (base > 0 ? 1.5 : 0))
                canvas.fill(segment, part.color ?? style.mark)
                base += value
            } else {
                canvas.add(.missing(in: segment, style: style))
                lift += 20
            }
            let x = frame.maxX + 14
            canvas.text(part.series, style.text(12.5), x: x, baseline: segment.midY - 4)
            canvas.text(
                part.value == nil ? style.missingText : part.text + part.mark,
                style.text(17, .bold), x: x, baseline: segment.midY + 15)
        }
        if let total = totals[column.name] {
            canvas.footnotes.formUnion(total.footnotes)
            let line = canvas.line(total.text + total.mark, style.text(17, .bold))
            let top = scale(base)
            // A tick ties the total to the top of its column.
            canvas.line(
                from: Point(frame.minX - 6, top), to: Point(frame.minX, top),
                Stroke(style.ink, width: 0.75))
            canvas.text(line, x: frame.minX - 9, baseline: top + 6.2, .right)
            canvas.text(
                total.category, style.text(11.5, .medium, style.muted), x: frame.minX - 9,
                baseline: top + 21, .right)
        }
    }

    private func drawComparison(
        _ columns: [Column], _ frames: [Rect], scale: LinearScale, on canvas: inout Canvas
    ) {
        guard let comparison else { return }
        guard let from = columns.firstIndex(where: { $0.name == comparison.from }),
            let to = columns.firstIndex(where: { $0.name == comparison.to })
        else {
            return canvas.error(
                "the comparison names a column that is not there",
                hint: "the columns are \(columns.map(\.name).joined(separator: ", "))")
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
        canvas.text(
            line, x: fits ? arrow + 9 : frames[to].maxX + 14, baseline: (level + top) / 2 + 6)
        if comparison.text.hasSuffix("*") { canvas.footnotes.insert(.derived) }
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
