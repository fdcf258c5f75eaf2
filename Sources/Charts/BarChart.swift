public import Graphics
public import Layout

/// Horizontal bars from zero, one a row, each with its name and its figure.
///
/// Names stand above the bars where rows are high, else to the left of them. Figures are aligned on
/// the decimal mark at the right edge.
public struct BarChart: Element, Hashable {
    /// The rows from top to bottom.
    public var rows: [Datum]
    /// A row below a line, without a bar: the whole of which the bars are parts.
    public var total: Datum?
    /// Whether a pale track shows the full length behind each bar.
    public var hasTrack: Bool
    /// The figure that the full length stands for; `nil` for the greatest of the rows.
    public var greatest: Double?
    /// Colours and letters.
    public var style: ChartStyle

    /// A bar of some length is drawn at least this thick, so that it is seen, in points.
    private static let leastLength = 1.0
    /// Rows lower than this have no room for a name above the bar, in points.
    private static let leastPitchForNamesAbove = 30.0
    /// Rows higher than this would fall apart; fewer rows stand at the top, in points.
    private static let greatestPitch = 100.0
    /// In rows lower than this the letters of neighbours touch, in points.
    private static let leastPitch = 11.0
    /// The room of the total: a line, its figure, and air between and below, in points.
    private static let leastTotalHeight = 26.0
    /// Between a name and a bar, and between a bar and its figure, in points.
    private static let gap = 12.0

    /// Bars for `rows`.
    public init(
        rows: [Datum], total: Datum? = nil, hasTrack: Bool = false, greatest: Double? = nil,
        style: ChartStyle
    ) {
        self.rows = rows
        self.total = total
        self.hasTrack = hasTrack
        self.greatest = greatest
        self.style = style
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard !rows.isEmpty else { return canvas.error("the chart has no rows") }
        if let problem = rows.lazy.compactMap({ $0.problem(upTo: greatest) }).first {
            return canvas.error(problem.message, hint: problem.hint)
        }
        let pitch = pitch(in: rect.height)
        guard pitch >= Self.leastPitch else {
            return canvas.error(
                "the chart has no room for its \(rows.count) rows",
                hint: "show fewer rows, or give it more height")
        }
        let figures = FigureColumn(
            rows + (total.map { [$0] } ?? []), size: figureSize(pitch), style: style,
            canvas: &canvas)
        let nameWidth = min(rect.width * 0.4, widestName(figureSize(pitch), on: &canvas))
        for (index, row) in rows.enumerated() {
            let frame = Rect(
                x: rect.minX, y: rect.minY + Double(index) * pitch, width: rect.width,
                height: pitch)
            canvas.footnotes.formUnion(row.footnotes)
            if pitch >= Self.leastPitchForNamesAbove {
                drawNameAbove(row, in: frame, figures: figures, on: &canvas)
            } else {
                drawNameBeside(row, in: frame, nameWidth, figures: figures, on: &canvas)
            }
        }
        if let total {
            let top = rect.minY + Double(rows.count) * pitch
            drawTotal(total, top: top, in: rect, figures: figures, on: &canvas)
        }
    }

    /// From row to row; the total below the rows takes 85 % of it where that is enough.
    private func pitch(in height: Double) -> Double {
        let count = Double(rows.count)
        guard total != nil else { return min(height / count, Self.greatestPitch) }
        let pitch = min(height / (count + 0.85), Self.greatestPitch)
        return pitch * 0.85 >= Self.leastTotalHeight
            ? pitch : (height - Self.leastTotalHeight) / count
    }

    private func figureSize(_ pitch: Double) -> Double {
        pitch >= 80 ? 16 : (pitch >= 50 ? 14 : (pitch >= 24 ? 12.5 : 11))
    }

    /// The figure of the full length; never zero, so that lengths stay finite.
    private var full: Double {
        let most = greatest ?? rows.compactMap(\.value).max() ?? 0
        return most > 0 ? most : 1
    }

    private func drawNameAbove(
        _ row: Datum, in frame: Rect, figures: FigureColumn, on canvas: inout Canvas
    ) {
        let size = figureSize(frame.height)
        // The name is nearer to its own bar than to the bar above it.
        let thickness = min(
            frame.height >= 80 ? 34 : 22,
            (frame.height * (frame.height >= 50 ? 0.36 : 0.3)).rounded())
        let nameHeight = size * 1.21
        let baseline = frame.minY + size * 0.97
        let bar = Rect(
            x: frame.minX, y: frame.minY + nameHeight + 2.5, width: frame.width, height: thickness)
        let name = Rect(
            left: frame.minX, top: frame.minY, right: frame.maxX - figures.width - Self.gap,
            bottom: frame.minY + nameHeight)
        drawName(row, nameLook(row, size), in: name, mostLines: 1, on: &canvas)
        figures.draw(row, right: frame.maxX, baseline: baseline, on: &canvas)
        drawBar(row, in: bar, on: &canvas)
    }

    private func drawNameBeside(
        _ row: Datum, in frame: Rect, _ nameWidth: Double, figures: FigureColumn,
        on canvas: inout Canvas
    ) {
        let size = figureSize(frame.height)
        let baseline = frame.midY + size * 0.365
        let nameHeight = max(frame.height, size * 1.21)
        let name = Rect(
            x: frame.minX, y: frame.midY - nameHeight / 2, width: nameWidth, height: nameHeight)
        drawName(row, nameLook(row, size), in: name, on: &canvas)
        figures.draw(row, right: frame.maxX, baseline: baseline, on: &canvas)
        let bar = Rect(
            left: frame.minX + nameWidth + Self.gap, top: frame.midY - frame.height * 0.32,
            right: frame.maxX - figures.width - Self.gap,
            bottom: frame.midY + frame.height * 0.32)
        drawBar(row, in: bar, on: &canvas)
    }

    private func nameLook(_ row: Datum, _ size: Double) -> TextStyle {
        style.text(size, row.isKey ? .bold : .medium)
    }

    private func widestName(_ size: Double, on canvas: inout Canvas) -> Double {
        var widest = 0.0
        for row in rows {
            widest = max(widest, canvas.line(row.category + row.mark, nameLook(row, size)).width)
        }
        return widest
    }

    /// A name on as many lines as its frame holds, in the middle of its height.
    private func drawName(
        _ row: Datum, _ look: TextStyle, in frame: Rect, mostLines: Int? = nil,
        on canvas: inout Canvas
    ) {
        Paragraph(
            row.category + row.mark, look, leading: look.size * 1.21, breaking: .balanced,
            mostLines: mostLines, vertical: .center
        ).draw(in: frame, on: &canvas)
    }

    private func drawBar(_ row: Datum, in frame: Rect, on canvas: inout Canvas) {
        guard frame.width > 0 else { return canvas.error("the chart has no room for its bars") }
        guard let value = row.value else {
            let place = Rect(
                x: frame.minX, y: frame.minY, width: min(30, frame.width), height: frame.height)
            return canvas.add(.missing(in: place, style: style))
        }
        if hasTrack { canvas.fill(frame, style.track) }
        guard value > 0 else { return }
        let length = max(Self.leastLength, frame.width * min(1, value / full))
        let color = row.color ?? (row.isKey ? style.key : style.mark)
        canvas.fill(
            Rect(x: frame.minX, y: frame.minY, width: length, height: frame.height), color)
        if !row.inset.isEmpty {
            drawInset(row.inset, on: color, length: length, in: frame, canvas: &canvas)
        }
    }

    /// Inside the bar's end where there is room, else just after it.
    private func drawInset(
        _ text: String, on color: Color, length: Double, in frame: Rect, canvas: inout Canvas
    ) {
        let size = min(11.5, frame.height * 0.88)
        let look = style.text(size, .bold, style.label(on: color))
        let line = canvas.line(text, look)
        let baseline = frame.midY + size * 0.365
        let end = frame.minX + length
        if size >= Paragraph.leastSize, line.width + 16 <= length {
            canvas.text(line, x: end - 8, baseline: baseline, .right)
        } else if size >= Paragraph.leastSize, end + 6 + line.width <= frame.maxX {
            canvas.text(text, look.with { $0.color = style.ink }, x: end + 6, baseline: baseline)
        } else {
            canvas.warning(
                "no room for “\(text)” in its bar",
                hint: "give the chart more room, or leave it out")
        }
    }

    private func drawTotal(
        _ total: Datum, top: Double, in rect: Rect, figures: FigureColumn, on canvas: inout Canvas
    ) {
        canvas.footnotes.formUnion(total.footnotes)
        canvas.line(
            from: Point(rect.minX, top), to: Point(rect.maxX, top), Stroke(style.ink, width: 1))
        let baseline = top + 22
        let look = style.text(13, .bold)
        // Its figure is a point larger than those that the column was measured with.
        let name = Rect(
            left: rect.minX, top: baseline - look.size * 0.97,
            right: rect.maxX - figures.width * 1.1 - Self.gap, bottom: baseline + look.size * 0.24)
        drawName(total, look, in: name, mostLines: 1, on: &canvas)
        figures.draw(total, right: rect.maxX, baseline: baseline, strong: true, on: &canvas)
    }
}

/// Figures one above the other, aligned on the decimal mark.
private struct FigureColumn {
    let size: Double
    let style: ChartStyle
    /// The width of the longest fraction, decimal mark included.
    private(set) var fraction = 0.0
    /// The width of the longest figure.
    private(set) var width = 0.0

    init(_ rows: [Datum], size: Double, style: ChartStyle, canvas: inout Canvas) {
        self.size = size
        self.style = style
        var whole = 0.0
        for row in rows {
            let (head, tail) = parts(of: row)
            let look = look(row, strong: false)
            whole = max(whole, canvas.line(head, look).width)
            fraction = max(fraction, tail.isEmpty ? 0 : canvas.line(tail, look).width)
        }
        width = whole + fraction
    }

    func draw(
        _ row: Datum, right: Double, baseline: Double, strong: Bool = false,
        on canvas: inout Canvas
    ) {
        let (head, tail) = parts(of: row)
        let look = look(row, strong: strong)
        let tailWidth = tail.isEmpty ? 0 : canvas.line(tail, look).width
        canvas.text(
            head + tail, look, x: min(right, right - fraction + tailWidth), baseline: baseline,
            .right)
    }

    private func look(_ row: Datum, strong: Bool) -> TextStyle {
        if row.value == nil { return style.text(size, .medium, style.muted) }
        if strong { return style.text(size + 1, .extrabold, tabular: true) }
        return row.isKey
            ? style.text(size + 0.5, .extrabold, style.key, tabular: true)
            : style.text(size, .semibold, tabular: true)
    }

    private func parts(of row: Datum) -> (head: String, tail: String) {
        guard row.value != nil else { return (style.missingText, "") }
        guard style.decimalMark.count == 1, let sign = style.decimalMark.first,
            let mark = row.text.lastIndex(of: sign)
        else { return (row.text, "") }
        return (String(row.text[..<mark]), String(row.text[mark...]))
    }
}

extension SceneItem {
    /// The hatched, dashed place where a mark would stand if its figure were known.
    static func missing(in rect: Rect, style: ChartStyle) -> SceneItem {
        .path(
            .rect(rect), fill: .hatch(style.missing),
            stroke: Stroke(style.missingOutline, width: 0.75, dash: [3, 2]))
    }
}
