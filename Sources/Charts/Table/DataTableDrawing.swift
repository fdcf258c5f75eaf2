import Graphics
import Layout
import Scales

/// A laid-out table on its way to a canvas: first what lies behind, then the words row by row.
struct DataTableDrawing {
    let table: DataTable
    let layout: DataTableLayout
    /// The table's top left corner.
    let origin: Point

    /// From a figure to its mark, in points.
    static let markGap = 1.0
    /// The length of a hatched place, in points.
    private static let missingLength = 30.0

    private var letters: DataTableLetters { layout.letters }
    private var style: ChartStyle { table.style.chart }
    private var right: Double { origin.x + layout.width }

    /// Draws the table.
    ///
    /// Rows are read in order, each from left to right; what has no words is decoration. Every row has a
    /// cell for each column, be it empty, so that who hears the table can tell the columns apart.
    func draw(on canvas: inout Canvas) {
        canvas.tagged(Tag(.artifact)) { canvas in
            drawGrounds(on: &canvas)
            drawBars(on: &canvas)
            drawChips(on: &canvas)
            drawRules(on: &canvas)
        }
        canvas.tagged(Tag(.table)) { canvas in
            if layout.headerHeight > 0 { canvas.tagged(Tag(.row)) { drawHeaders(on: &$0) } }
            for (index, place) in layout.rows.enumerated() {
                if let heading = place.heading {
                    canvas.tagged(Tag(.row)) { canvas in
                        let scope = Tag.HeaderScope.group(columns: table.columns.count)
                        canvas.tagged(Tag(.headerCell(scope))) { canvas in
                            drawHeading(table.rows[index].group, heading, on: &canvas)
                        }
                    }
                }
                canvas.tagged(Tag(.row)) { drawRow(index, place, on: &$0) }
            }
        }
    }

    /// The column whose words name their row: the first one with words that do more than count; `nil`
    /// where there is none.
    private var namingColumn: Int? {
        table.columns.firstIndex { column in
            if case .text = column.kind { !column.isMuted } else { false }
        }
    }

    // MARK: - Behind the words

    private func frame(_ place: DataTableLayout.PlacedRow) -> Rect {
        Rect(x: origin.x, y: origin.y + place.top, width: layout.width, height: place.height)
    }

    private func drawGrounds(on canvas: inout Canvas) {
        for (index, place) in layout.rows.enumerated() where index < table.rows.count {
            if table.rows[index].isKey {
                canvas.fill(frame(place), table.style.keyGround)
            } else if table.hasZebra, index % 2 == 1 {
                canvas.fill(frame(place), table.style.zebraGround)
            }
        }
    }

    private func drawRules(on canvas: inout Canvas) {
        let hairline = Stroke(style.hairline, width: 0.75)
        let strong = Stroke(style.ink, width: 1)
        let rule = { (y: Double, stroke: Stroke, canvas: inout Canvas) in
            // A strong rule ends where the row above it does, and so on a whole pixel.
            let y = stroke == strong ? y - strong.width / 2 : y
            canvas.line(from: Point(origin.x, y), to: Point(right, y), stroke)
        }
        if layout.headerHeight > 0 { rule(origin.y + layout.headerHeight, strong, &canvas) }
        for (index, place) in layout.rows.enumerated() {
            let bottom = origin.y + place.top + place.height
            if let heading = place.heading, table.hasRules {
                rule(origin.y + heading.top + heading.height, hairline, &canvas)
            }
            if index == table.rows.count - 1, !table.totals.isEmpty {
                rule(bottom, strong, &canvas)
            } else if table.hasRules || index == layout.rows.count - 1 {
                rule(bottom, hairline, &canvas)
            }
        }
    }

    private func drawBars(on canvas: inout Canvas) {
        let thickness = (layout.pitch / 2).rounded()
        for (index, scale) in table.scales.enumerated() {
            guard let scale, let ends = layout.columns[index].bar else { continue }
            guard case .bar(let bar) = table.columns[index].kind else { continue }
            // Where all figures are zero the scale has no length; its start is as good as any.
            let x = { (value: Double) -> Double in
                let fraction = scale.start == scale.end ? 0 : scale.fraction(at: value)
                return origin.x + ends.left + (ends.right - ends.left) * max(0, min(1, fraction))
            }
            let zero = x(0)
            for (row, place) in zip(table.rows, layout.rows) {
                let frame = frame(place)
                let band = { (left: Double, right: Double) in
                    Rect(
                        left: left, top: frame.midY - thickness / 2, right: right,
                        bottom: frame.midY + thickness / 2)
                }
                switch row.cells[index].content {
                case .figure(let value, _) where value != 0:
                    let length = max(1, abs(x(value) - zero))
                    let own = bar.color ?? style.mark
                    let color = value < 0 ? style.negative : row.isKey ? style.key : own
                    // The shortest bars are longer than their figures, and stay in their place.
                    let wish = value < 0 ? zero - length : zero
                    let left = min(
                        max(wish, origin.x + ends.left), origin.x + ends.right - length)
                    canvas.fill(band(left, left + length), color)
                case .missing:
                    let room = origin.x + ends.right - zero
                    let place =
                        room >= Self.missingLength || scale.start >= 0
                        ? band(zero, zero + min(Self.missingLength, room))
                        : band(zero - Self.missingLength, zero)
                    canvas.add(.missing(in: place, style: style))
                case .figure, .empty, .words, .series: break
                }
                if scale.lower < 0 {
                    canvas.line(
                        from: Point(zero, frame.minY), to: Point(zero, frame.maxY),
                        Stroke(style.muted, width: 0.75))
                }
            }
        }
    }

    private func drawChips(on canvas: inout Canvas) {
        for (column, place) in zip(table.columns.indices, layout.columns) {
            guard case .change = table.columns[column].kind else { continue }
            for (row, rowPlace) in zip(table.rows + table.totals, layout.rows) {
                guard case .figure(let value, _) = row.cells[column].content, value != 0 else {
                    continue
                }
                let frame = frame(rowPlace)
                let height = min(layout.pitch - 4, (letters.size * 1.6).rounded())
                let end = origin.x + place.right + DataTableColumnNeeds.chipStart
                let chip = Rect(
                    x: end - place.chip, y: frame.midY - height / 2, width: place.chip,
                    height: height)
                let isFall = value < 0
                canvas.fill(chip, isFall ? table.style.fallGround : table.style.riseGround)
                let width = letters.size * DataTableColumnNeeds.arrow
                let left = chip.minX + DataTableColumnNeeds.chipStart
                let (tip, foot) = (frame.midY - width * 0.45, frame.midY + width * 0.45)
                canvas.fill(
                    .polygon([
                        Point(left + width / 2, isFall ? foot : tip),
                        Point(left + width, isFall ? tip : foot),
                        Point(left, isFall ? tip : foot),
                    ]), isFall ? table.style.fall : table.style.rise)
            }
        }
    }

    // MARK: - Words

    private func drawHeaders(on canvas: inout Canvas) {
        for (index, place) in layout.columns.enumerated() {
            let names = !table.columns[index].header.isEmpty
            canvas.cell(names ? .headerCell(.column) : .cell) { drawHeader(index, place, on: &$0) }
        }
    }

    private func drawHeader(
        _ index: Int, _ place: DataTableLayout.PlacedColumn, on canvas: inout Canvas
    ) {
        let column = table.columns[index]
        let bottom = origin.y + layout.headerHeight - DataTableLayout.air / 2
        let leading = letters.headerLeading
        let middle = bottom - Double(place.unitLines) * leading
        var box = Rect(
            left: origin.x + place.left,
            top: middle - Double(place.headerLines) * leading,
            right: origin.x + place.right, bottom: middle)
        var runs = [TextRun(column.header.onOneLine, letters.header)]
        let standing = table.sharedStanding(ofColumn: index)
        if column.hasFigures, !standing.tableMark.isEmpty {
            runs.append(letters.mark(standing, behind: letters.header))
        }
        if place.headerLines > 0 {
            Paragraph(
                runs, leading: leading, alignment: column.headerAlignment,
                breaking: .balanced, mostLines: place.headerLines
            ).draw(in: box, on: &canvas)
        }
        if place.unitLines > 0 {
            box = Rect(left: box.minX, top: middle, right: box.maxX, bottom: bottom)
            Paragraph(
                column.unit.onOneLine, letters.unit, leading: leading,
                alignment: column.headerAlignment, breaking: .balanced,
                mostLines: place.unitLines
            ).draw(in: box, on: &canvas)
        }
    }

    private func drawHeading(
        _ text: String, _ place: (top: Double, height: Double), on canvas: inout Canvas
    ) {
        // The heading stands on the line of its own rows, whatever distance it keeps above.
        let box = Rect(
            x: origin.x + layout.inset, y: origin.y + place.top + place.height - layout.pitch,
            width: layout.width - 2 * layout.inset, height: layout.pitch)
        Paragraph(
            text.onOneLine, letters.group, leading: min(letters.leading, layout.pitch),
            mostLines: 1, vertical: .center
        ).draw(in: box, on: &canvas)
    }

    private func drawRow(
        _ index: Int, _ place: DataTableLayout.PlacedRow, on canvas: inout Canvas
    ) {
        let isTotal = index >= table.rows.count
        let row = isTotal ? table.totals[index - table.rows.count] : table.rows[index]
        let weight: DataTableLetters.Weight = isTotal ? .total : row.isKey ? .key : .ordinary
        for (order, cell) in row.cells.enumerated() {
            let column = table.columns[order]
            let box = Rect(
                left: origin.x + layout.columns[order].left, top: origin.y + place.top,
                right: origin.x + layout.columns[order].right,
                bottom: origin.y + place.top + place.height)
            canvas.cell(order == namingColumn ? .headerCell(.row) : .cell) { canvas in
                switch column.kind {
                case .text(let alignment):
                    let words = cell.words(in: style)
                    guard place.lines[order] > 0 else { return }
                    let look =
                        cell.content == .missing
                        ? letters.missing : letters.words(weight, isMuted: column.isMuted)
                    Paragraph(
                        words, look, leading: letters.leading, alignment: alignment,
                        breaking: .balanced, mostLines: place.lines[order], vertical: .center
                    ).draw(in: box, on: &canvas)
                case .figure, .bar, .change:
                    drawFigure(cell, column: order, weight, in: box, on: &canvas)
                case .sparkline:
                    drawSparkline(cell, isKey: row.isKey, in: box, on: &canvas)
                }
            }
        }
    }

    private func drawFigure(
        _ cell: DataTable.Cell, column index: Int, _ weight: DataTableLetters.Weight, in box: Rect,
        on canvas: inout Canvas
    ) {
        let column = table.columns[index]
        let baseline = box.midY + letters.drop
        guard case .figure(let value, let text) = cell.content else {
            let words = cell.words(in: style)
            let look = cell.content == .missing ? letters.missing : letters.words(weight)
            if !words.isEmpty { canvas.text(words, look, x: box.maxX, baseline: baseline, .right) }
            return
        }
        var look = letters.figures(weight, isMuted: column.isMuted)
        if case .change = column.kind, value != 0 {
            look.color = value < 0 ? table.style.fall : table.style.rise
        }
        let parts = DataTableFigureParts(text, decimalMark: style.decimalMark)
        let line = canvas.line(parts.head + parts.tail, look)
        let start =
            origin.x + layout.columns[index].axis - canvas.measurer.line(parts.head, look).width
        canvas.text(line, x: start, baseline: baseline)
        let isSaidInHeader = table.sharedStanding(ofColumn: index) != .firm
        if cell.standing != .firm, !isSaidInHeader {
            let mark = letters.mark(cell.standing, behind: look.with { $0.color = style.ink })
            let x = max(start + line.width, chipEnd(value, index)) + Self.markGap
            canvas.text(canvas.line([mark]), x: x, baseline: baseline)
        }
    }

    /// The right edge of a figure's chip; far to the left where it has none.
    private func chipEnd(_ value: Double, _ index: Int) -> Double {
        guard case .change = table.columns[index].kind, value != 0 else { return -.infinity }
        return origin.x + layout.columns[index].right + DataTableColumnNeeds.chipStart
    }

    private func drawSparkline(
        _ cell: DataTable.Cell, isKey: Bool, in box: Rect, on canvas: inout Canvas
    ) {
        guard case .series(let values, let told) = cell.content,
            let extent = Extent(around: values.compactMap { $0 })
        else {
            let words = cell.content == .empty ? "" : style.missingText
            guard !words.isEmpty else { return }
            canvas.text(words, letters.missing, x: box.minX, baseline: box.midY + letters.drop)
            return
        }
        let dot = 1.75
        let height = min(layout.pitch, box.height) - 10
        let color = isKey ? style.key : style.mark
        let places = values.enumerated().map { index, value -> Point? in
            guard let value else { return nil }
            let across = values.count > 1 ? Double(index) / Double(values.count - 1) : 1
            return Point(
                box.minX + dot + (box.width - 2 * dot) * across,
                box.midY + height * (0.5 - extent.fraction(at: value)))
        }
        canvas.tagged(Tag(.figure, alternative: told)) { canvas in
            for run in places.split(separator: nil).map({ $0.compactMap { $0 } }) {
                if run.count > 1 {
                    let stroke = Stroke(color, width: 1.25, cap: .round, join: .round)
                    canvas.stroke(.polyline(run), stroke)
                } else if let only = run.first {
                    canvas.fill(.circle(center: only, radius: 0.8), color)
                }
            }
            if let last = places.last(where: { $0 != nil }), let point = last {
                canvas.fill(.circle(center: point, radius: dot), style.accent)
            }
        }
    }
}

extension Canvas {
    /// A cell of a table, which is there even where it has no words.
    fileprivate mutating func cell(_ role: Tag.Role, _ draw: (inout Canvas) -> Void) {
        tagged(Tag(role), evenIfEmpty: true, draw)
    }
}
