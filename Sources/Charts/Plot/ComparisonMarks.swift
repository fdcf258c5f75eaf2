import Graphics
import Layout
import Scales

/// Comparisons of standing bars: the level of one over the other, or the growth from one to the other.
struct ComparisonMarks {
    private let frame: PlotFrame
    private let bars: [BarMarks]

    private var data: PlotData { frame.data }
    private var chart: Chart { data.chart }
    private var style: ChartStyle { chart.style }

    /// Comparisons of the bars of a frame.
    init(_ frame: PlotFrame, _ bars: [BarMarks]) {
        self.frame = frame
        self.bars = bars
    }

    /// A category's bars as one: where they stand and what they amount to.
    private struct Column {
        var slot: Int
        var box: Rect
        var amount: Double
        /// Where the amount ends.
        var level: Double
    }

    /// Draws lines and arrows; the words of differences take their places with the other labels.
    func draw(
        obstacles: inout LabelObstacles, requests: inout [LabelRequest], on canvas: inout Canvas
    ) {
        // What bubbles of growth have taken.
        var taken: [Rect] = []
        for comparison in chart.comparisons {
            guard !data.isHorizontal, !bars.isEmpty else {
                canvas.error(
                    "a comparison needs standing bars",
                    hint: "let names run along x, or leave the comparison out")
                continue
            }
            guard let from = column(comparison.from, on: &canvas),
                let to = column(comparison.to, on: &canvas)
            else { continue }
            switch comparison.kind {
            case .difference:
                drawDifference(
                    comparison, from, to, obstacles: &obstacles, requests: &requests, on: &canvas)
            case .growth:
                drawGrowth(
                    comparison, from, to, over: &taken, obstacles: &obstacles, on: &canvas)
            }
        }
    }

    /// The column of a name; `nil` where there is none or its figure is unknown, and that is noted.
    private func column(_ name: String, on canvas: inout Canvas) -> Column? {
        guard let slot = data.x.slots.firstIndex(where: { $0.key == name || $0.label == name })
        else {
            canvas.error(
                "the comparison names a column that is not there",
                hint: "the columns are \(data.x.slots.map(\.label).joined(separator: ", "))")
            return nil
        }
        var box: Rect?
        var amount = 0.0
        for bars in bars {
            for index in 0..<bars.marks.count where bars.marks.places[index] == Double(slot) {
                guard !bars.marks.isMissing(index) else {
                    canvas.error("the comparison names a column without a figure")
                    return nil
                }
                amount += bars.marks.amounts[index]
                if let own = bars.boxes[index] { box = box.map { $0.union(own) } ?? own }
            }
        }
        guard let box else {
            canvas.error("the comparison names a column without a figure")
            return nil
        }
        let isBelow = (amount < 0) != data.y.isReversed
        return Column(
            slot: slot, box: box, amount: amount, level: isBelow ? box.maxY : box.minY)
    }

    private var format: NumberFormat { bars.first?.marks.layer.labels.format ?? .plain }

    // MARK: - Differences

    private func drawDifference(
        _ comparison: Comparison, _ from: Column, _ to: Column,
        obstacles: inout LabelObstacles, requests: inout [LabelRequest], on canvas: inout Canvas
    ) {
        var signed = format
        signed.sign = .plus
        let words =
            comparison.text
            ?? signed.text(to.amount - from.amount, locale: chart.locale.number)
            + Standing.derived.mark
        if words.hasSuffix("*") { canvas.footnotes.insert(.derived) }
        let (level, top) = (from.level, to.level)
        let isRight = to.slot > from.slot
        let edge = isRight ? from.box.maxX + 4 : from.box.minX - 4
        let far = isRight ? to.box.maxX : to.box.minX
        canvas.line(
            from: Point(edge, level), to: Point(far, level),
            Stroke(style.ink, width: 0.75, dash: [3, 2.5]))
        obstacles.add(Polyline([Point(edge, level), Point(far, level)]), .soft(12))
        let text = LabelText(canvas.line(words, style.text(17, .bold, style.accentText)))
        // Arrow and difference stand together in the gap where it holds them.
        let pair = 9 + text.size.width
        let isInGap = abs(top - level) >= 26 && pair + 8 <= to.box.width
        let x = isInGap ? to.box.midX - pair / 2 : to.box.midX
        drawArrow(x: x, from: top, to: level, on: &canvas)
        obstacles.add(Polyline([Point(x, top), Point(x, level)]), width: 7, .hard)
        let middle = (level + top) / 2 - text.size.height / 2
        let places = [x + 9, to.box.maxX + 14, x - 9 - text.size.width]
        requests.append(
            LabelRequest(
                name: "the comparison", text: text,
                candidates: places.enumerated().map { rank, left in
                    LabelCandidate(
                        Rect(origin: Point(left, middle), size: text.size),
                        cost: isInGap || rank > 0 ? Double(rank) : 30)
                }, priority: 90))
    }

    /// A vertical line with a head at both ends, or at none where there is no room.
    private func drawArrow(x: Double, from start: Double, to end: Double, on canvas: inout Canvas) {
        let arrow = LevelArrow(from: Point(x, start), to: Point(x, end), x: x)
        let stroke = Stroke(style.accent, width: 1.5)
        canvas.stroke(arrow.shaft, stroke)
        for head in arrow.heads { canvas.fill(head.path, style.accent) }
    }

    // MARK: - Growth

    private func drawGrowth(
        _ comparison: Comparison, _ from: Column, _ to: Column, over taken: inout [Rect],
        obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        guard let words = comparison.text ?? growth(from, to) else {
            return canvas.error(
                "the growth from “\(comparison.from)” to “\(comparison.to)” cannot be calculated",
                hint: "it needs figures above zero and categories that are years or dates, or a "
                    + "text of its own")
        }
        if comparison.text == nil { canvas.footnotes.insert(.derived) }
        let line = canvas.line(words, style.text(12, .bold, style.accentText))
        let slots = min(from.slot, to.slot)...max(from.slot, to.slot)
        // Bars with the labels above them.
        let boxes = slots.compactMap { slot -> Rect? in
            let own = bars.flatMap { bars in
                (0..<bars.marks.count).filter { bars.marks.places[$0] == Double(slot) }
                    .compactMap { bars.boxes[$0] }
            }
            guard let first = own.first else { return nil }
            let box = own.dropFirst().reduce(first) { $0.union($1) }
            return frame.barLabels.areAbove
                ? Rect(left: box.minX, top: box.minY - 19, right: box.maxX, bottom: box.maxY) : box
        }
        let all = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
        let highest = taken.filter { box in
            all.map { box.minX < $0.maxX && $0.minX < box.maxX } ?? false
        }.map(\.minY).min()
        let raised = boxes.map { box in
            Rect(
                left: box.minX, top: min(box.minY, highest ?? box.minY), right: box.maxX,
                bottom: box.maxY)
        }
        let ordered = from.slot < to.slot ? raised : raised.reversed()
        guard
            let bubble = GrowthBubble(
                over: ordered, pillSize: Size(line.width + 18, 21), course: .level),
            bubble.pill.minX >= frame.rect.minX - 0.5, bubble.pill.maxX <= frame.rect.maxX + 0.5
        else {
            return canvas.warning(
                "no room for the growth “\(words)”",
                hint: "compare two columns that differ, or give the chart more width")
        }
        let stroke = Stroke(style.accent, width: 1.25)
        for part in bubble.lines { canvas.stroke(part, stroke) }
        canvas.fill(bubble.head.path, style.accent)
        canvas.add(
            .path(
                bubble.pillPath, fill: .color(style.ground), stroke: stroke))
        canvas.text(
            line, x: bubble.pill.midX, baseline: bubble.pill.midY + 12 * 0.365, .center)
        let reach = bubble.lines.compactMap(\.controlBounds).reduce(bubble.pill) { $0.union($1) }
        taken.append(
            Rect(
                left: reach.minX, top: bubble.pill.minY - 4, right: reach.maxX, bottom: reach.maxY))
        obstacles.add(bubble.pill, .hard)
        for part in bubble.lines {
            obstacles.add(Polyline(part.corners), width: 1.25, .hard)
        }
    }

    /// The compound annual growth between two columns, in words.
    private func growth(_ from: Column, _ to: Column) -> String? {
        guard let start = year(from.slot), let end = year(to.slot),
            let rate = GrowthRate.compound(
                from: from.amount, to: to.amount, over: end - start)
        else { return nil }
        var percent = NumberFormat()
        percent.kind = .percent
        percent.precision = 1
        percent.sign = .plus
        // Over a single year the growth is simply that year's.
        let name =
            abs(end - start - 1) < 1e-9
            ? "" : chart.locale.languageCode == "es" ? "TCAC " : "CAGR "
        return "\(name)\(percent.text(rate, locale: chart.locale.number))*"
    }

    /// The time of a category in years; `nil` where it is no year and no date.
    private func year(_ slot: Int) -> Double? {
        let key = data.x.slots[slot].key
        if let date = CivilDate(iso: key) { return Double(date.monthIndex) / 12 }
        return Double(key)
    }
}

extension Path {
    /// The points that its straight lines join.
    fileprivate var corners: [Point] {
        elements.compactMap { element in
            switch element {
            case .move(let point), .line(let point), .curve(_, _, let point): point
            case .close: nil
            }
        }
    }
}
