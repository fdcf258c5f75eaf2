import Graphics
import Layout
import Scales

/// What bars are labelled with, and where: decided for a chart as a whole, so that its bars agree.
struct BarLabels {
    /// The ways of labelling bars.
    enum Mode: Hashable {
        /// Not at all.
        case none
        /// In a column at the right edge of the chart, on the decimal mark.
        case aligned
        /// At each bar's end.
        case ends
        /// In the segments of stacks.
        case segments
        /// Beside stacks, names over figures.
        case side
    }

    private(set) var mode: Mode
    /// Whether figures of single standing bars are large and inside their heads.
    let isInside: Bool
    private let data: PlotData

    private var style: ChartStyle { data.chart.style }

    /// A label may take this much of its bar's neighbourhood before letters shrink, in points.
    private static let parting = 2.0
    /// More stacks than this have no room for labels beside them.
    private static let mostSideStacks = 3

    /// Labels for the bars of a chart.
    init(_ data: PlotData) {
        self.data = data
        let bars = data.marks.filter { $0.layer.mark == .bar }
        let options = bars.first?.layer.labels ?? LabelOptions()
        isInside = !data.isHorizontal && options.position == .inside
        guard !bars.isEmpty, options.which != .none else {
            mode = .none
            return
        }
        let isStacked = bars.contains { $0.isStacked }
        // A column has one figure a row.
        let places = bars.flatMap(\.places).filter { !$0.isNaN }
        let isSingle =
            data.isHorizontal && bars[0].laneCount == 1 && Set(places).count == places.count
        switch options.position {
        case .aligned where isSingle: mode = .aligned
        case .outside, .top, .bottom, .leading, .trailing: mode = .ends
        case .overlay: mode = .segments
        case .inside
        where data.isHorizontal || (isStacked && data.x.slots.count > Self.mostSideStacks):
            mode = .segments
        case .automatic, .inside, .aligned:
            if data.isHorizontal {
                let isPlain =
                    isSingle && [.automatic, .all].contains(options.which)
                    && bars[0].layer.stacking != .waterfall
                    && bars[0].spans.allSatisfy { $0.start <= $0.end && $0.start == 0 }
                    && data.chart.xAxis.isShown != true
                mode = isStacked ? .segments : isPlain ? .aligned : .ends
            } else if isStacked {
                let hasShares = bars.contains { $0.layer.stacking == .normalized }
                let isFew = data.x.slots.count <= Self.mostSideStacks && bars[0].laneCount == 1
                mode = isFew && !hasShares ? .side : .segments
            } else {
                mode = .ends
            }
        }
    }

    /// Whether only the greatest, the least and the last of many columns have figures.
    private(set) var isSparse = false

    /// Leaves out figures that narrow bars have no room for: an axis says what they would.
    ///
    /// Of many columns those with the greatest, the least and the last figure keep theirs; lanes beside
    /// each other have figures all or none.
    mutating func thin(_ data: PlotData, in size: Size, on canvas: inout Canvas) {
        let bars = data.marks.filter { $0.layer.mark == .bar }
        guard mode == .ends, bars.allSatisfy({ $0.layer.labels.which == .automatic }) else {
            return
        }
        let lanes = Double(bars.map(\.laneCount).max() ?? 1)
        let count = Double(max(1, data.placeDimension.slots.count))
        if data.isHorizontal {
            let lane = size.height / count * Self.laneShare / lanes
            if lanes > 1, lane < Self.leastLane { mode = .none }
            return
        }
        guard lanes > 1 || data.x.slots.count > Self.mostFull else { return }
        let usual = lanes > 1 ? 11.0 : 13
        let look = style.text(max(Paragraph.leastSize, usual * Paragraph.leastScale), .semibold)
        // Beside a taller bar a figure has no more room than its own bar is wide.
        let room = lanes > 1 ? size.width / count * 0.78 / lanes : size.width / count
        let isTight = bars.contains { marks in
            (0..<marks.count).contains { canvas.line(data.text(marks, $0), look).width > room }
        }
        guard isTight else { return }
        if lanes > 1 { mode = .none } else { isSparse = true }
    }

    /// Figures of lower lanes would touch those of their neighbours, in points.
    private static let leastLane = 12.0
    /// The share of a row that its bars take, roughly.
    private static let laneShare = 0.6
    /// Columns up to this many have their figures, and warn where one has no room.
    private static let mostFull = 12

    /// Stacks that have no room beside them are labelled inside.
    mutating func leaveSides() { if mode == .side { mode = .segments } }

    /// Whether figures are printed at all.
    var areShown: Bool { mode != .none }

    /// Whether figures may stand above the highest bar.
    var areAbove: Bool {
        guard !data.isHorizontal else { return false }
        switch mode {
        case .none, .aligned: return false
        case .ends: return true
        case .segments: return data.chart.hasStackTotals
        case .side: return !isInside
        }
    }

    /// Whether figures fit inside their bars in large letters, so that names are large as well.
    var areLarge: Bool { isInside && mode != .segments }

    /// The figures of the column at the right edge, that of the whole included.
    func figures(_ data: PlotData) -> [FigureColumn.Figure] {
        var figures: [FigureColumn.Figure] = []
        for marks in data.marks where marks.layer.mark == .bar {
            figures += (0..<marks.count).map { figure(marks, $0) }
        }
        if let total = data.chart.total {
            figures.append(.init(text: total.text + total.standing.mark))
        }
        return figures
    }

    /// One figure of the column.
    func figure(_ marks: PlotMarks, _ index: Int) -> FigureColumn.Figure {
        // Its mark follows the name: it would push the figure out of the column.
        let detail = marks.layer.detail(index)
        return .init(
            text: String(data.text(marks, index).dropLast(detail.standing.mark.count)),
            isMissing: marks.isMissing(index), isKey: detail.isKey)
    }

    // MARK: - Room

    /// The room that figures need below the lowest standing bar, in points.
    var roomBelow: Double {
        guard mode == .ends, !data.isHorizontal else { return 0 }
        let isBelow = data.marks.contains { marks in
            marks.layer.mark == .bar
                && (0..<marks.count).contains { direction(marks, $0) == .down }
        }
        return isBelow ? 18 : 0
    }

    /// The room that figures need beyond the ends of lying bars, left and right, in points.
    func overhang(
        _ data: PlotData, width: Double, textSize: Double, on canvas: inout Canvas
    ) -> (left: Double, right: Double) {
        guard mode == .ends || (mode == .segments && data.chart.hasStackTotals) else {
            return (0, 0)
        }
        let look = style.text(textSize, .semibold)
        var ends: [(fraction: Double, width: Double, isBelow: Bool)] = []
        for marks in data.marks where marks.layer.mark == .bar {
            for index in 0..<marks.count {
                let text = marks.isMissing(index) ? style.missingText : data.text(marks, index)
                let needed = canvas.line(text, look).width + 8
                let fraction = data.x.domain.fraction(at: marks.spans[index].end)
                guard fraction.isFinite else { continue }
                ends.append(
                    (
                        data.x.isReversed ? 1 - fraction : fraction, needed,
                        direction(marks, index) == .left
                    ))
            }
        }
        var (left, right) = (0.0, 0.0)
        // Each pass shortens the bars, and so what sticks out; a few settle it.
        for _ in 0..<4 {
            let room = max(0, width - left - right)
            for end in ends {
                if end.isBelow {
                    left = max(left, min(width / 2, end.width - end.fraction * room))
                } else {
                    right = max(right, min(width / 2, end.width - (1 - end.fraction) * room))
                }
            }
        }
        return (left, right)
    }

    // MARK: - Requests

    /// The labels at bars and in segments, each with the places that it may take.
    func requests(_ bars: BarMarks, on canvas: inout Canvas) -> [LabelRequest] {
        guard mode == .ends || mode == .segments || mode == .side else { return [] }
        let marks = bars.marks
        let isStacked = marks.isStacked
        let wanted = wanted(marks).sorted()
        let size = size(marks, bars.frame, on: &canvas)
        if mode == .side, isStacked {
            // Stacks are labelled beside; only single bars here.
            let heights = stackHeights(marks)
            return wanted.filter { heights[marks.places[$0]] == 1 }
                .compactMap { request(bars, $0, size, inSegment: false, on: &canvas) }
        }
        return wanted.compactMap {
            request(bars, $0, size, inSegment: mode == .segments && isStacked, on: &canvas)
        }
    }

    /// How many segments each category's stack has.
    func stackHeights(_ marks: PlotMarks) -> [Double: Int] {
        var heights: [Double: Int] = [:]
        for index in 0..<marks.count { heights[marks.places[index], default: 0] += 1 }
        return heights
    }

    private func request(
        _ bars: BarMarks, _ index: Int, _ size: Double, inSegment: Bool,
        on canvas: inout Canvas
    ) -> LabelRequest? {
        let marks = bars.marks
        guard let box = bars.boxes[index] else { return nil }
        let isMissing = marks.isMissing(index) && marks.layer.stacking != .waterfall
        let words = isMissing ? style.missingText : data.text(marks, index)
        guard !words.isEmpty else { return nil }
        let detail = marks.layer.detail(index)
        let colors =
            isMissing ? LabelColors(ink: style.muted, light: style.muted) : style.labelColors
        let fill = isMissing ? style.ground : fill(marks, index)
        let direction = direction(marks, index)
        let name = data.name(marks, index)
        if isInside, !isMissing, !inSegment,
            let large = large(words, in: box, fill, name, colors, on: &canvas)
        {
            return large
        }
        let look = style.text(
            isMissing ? min(12, size) : size,
            detail.isKey ? .bold : .semibold, colors.ink)
        let text = LabelText(canvas.line(words, look))
        let gap = marks.layer.labels.spacing ?? (marks.isHorizontal ? 6 : 5.5)
        let places: [BarPlace] =
            isMissing
            ? [.outsideEnd] : inSegment ? [.center] : places(marks.layer.labels)
        var candidates = LabelCandidate.bar(
            box, growing: direction, text: text, fill: fill, colors: colors, places: places,
            inset: 5, gap: gap)
        align(&candidates, with: box, marks)
        if !marks.isHorizontal, text.size.width > box.width {
            candidates += flush(candidates[0], with: box, among: places)
        }
        return LabelRequest(
            name: name, text: text, candidates: candidates,
            priority: detail.isKey ? 100 : 10, isRequired: detail.isTotal, nudge: detail.nudge)
    }

    /// Lets labels of standing bars begin or end where the bar does, where the layer asks for it.
    private func align(
        _ candidates: inout [LabelCandidate], with bar: Rect, _ marks: PlotMarks
    ) {
        guard !marks.isHorizontal else { return }
        for index in candidates.indices {
            switch marks.layer.labels.alignment {
            case .center: break
            case .leading: candidates[index].box.origin.x = bar.minX
            case .trailing:
                candidates[index].box.origin.x = bar.maxX - candidates[index].box.width
            }
        }
    }

    /// A label wider than its bar, flush with either of its sides: clear of a taller neighbour.
    private func flush(
        _ centered: LabelCandidate, with bar: Rect, among places: [BarPlace]
    ) -> [LabelCandidate] {
        guard places.first == .outsideEnd else { return [] }
        return [bar.minX, bar.maxX - centered.box.width].map { left in
            var moved = centered
            moved.box.origin.x = left
            moved.cost += 0.5
            return moved
        }
    }

    private func places(_ options: LabelOptions) -> [BarPlace] {
        switch options.position {
        case .overlay: [.center]
        case .inside: [.insideEnd, .outsideEnd]
        case .automatic, .aligned: [.outsideEnd, .insideEnd]
        case .outside, .top, .bottom, .leading, .trailing:
            options.isMovable ? [.outsideEnd, .insideEnd] : [.outsideEnd]
        }
    }

    /// The bars of a layer that have a label.
    func wanted(_ marks: PlotMarks) -> Set<Int> {
        let all = 0..<marks.count
        var which = marks.layer.labels.which
        if which == .automatic { which = isSparse ? .extremes : .all }
        switch which {
        case .automatic, .all: return Set(all)
        case .none: return []
        case .key: return Set(all.filter { marks.layer.detail($0).isKey })
        case .last, .ends, .extremes: break
        }
        var wanted = Set(isSparse ? all.filter { marks.layer.detail($0).isKey } : [])
        for (_, indices) in marks.alongPlaces(seriesCount: data.series.count) {
            if let last = indices.last { wanted.insert(last) }
            if which != .last, !isSparse, let first = indices.first { wanted.insert(first) }
            guard which == .extremes else { continue }
            let known = indices.filter { !marks.amounts[$0].isNaN }.map { marks.amounts[$0] }
            let ends = [known.min(), known.max()]
            wanted.formUnion(indices.filter { ends.contains(marks.amounts[$0]) })
        }
        return wanted
    }

    /// The colour under a label inside a bar: hollow bars are pale.
    private func fill(_ marks: PlotMarks, _ index: Int) -> Color {
        let color = data.color(marks, index)
        return color.mixed(with: style.ground, marks.shownStanding(index).tint)
    }

    /// Which way a bar grows.
    func direction(_ marks: PlotMarks, _ index: Int) -> BarDirection {
        let span = marks.spans[index]
        let isBelow = (span.end < span.start) != data.amountDimension(marks).isReversed
        if marks.isHorizontal { return isBelow ? .left : .right }
        return isBelow ? .down : .up
    }

    /// The size of figures at bars: smaller where bars are narrow, down to 85 %.
    private func size(
        _ marks: PlotMarks, _ frame: PlotFrame, on canvas: inout Canvas
    ) -> Double {
        if let own = marks.layer.labels.letterSize { return own }
        guard let layout = frame.bars else { return 11 }
        if marks.isHorizontal {
            let lane = layout.thickness / Double(marks.laneCount)
            return min(layout.textSize, max(Paragraph.leastSize, lane * 0.9))
        }
        let usual = mode == .segments ? 11.0 : marks.laneCount > 1 ? 11 : 13
        let room = layout.step / Double(marks.laneCount) - Self.parting
        var widest = 0.0
        for index in 0..<marks.count {
            let line = canvas.line(data.text(marks, index), style.text(usual, .semibold))
            widest = max(widest, line.width)
        }
        return max(
            Paragraph.leastSize, usual * max(Paragraph.leastScale, min(1, room / max(widest, 1e-9)))
        )
    }

    /// A large figure over its unit in the head of a wide bar; `nil` where it does not fit.
    private func large(
        _ words: String, in box: Rect, _ fill: Color, _ name: String, _ colors: LabelColors,
        on canvas: inout Canvas
    ) -> LabelRequest? {
        let figure = canvas.line(
            words, style.text(28, .extrabold, style.label(on: fill)).with { $0.tracking = -0.02 })
        let unit =
            data.chart.unit.isEmpty ? nil : canvas.line(data.chart.unit, style.text(12.5, .medium))
        let width = max(figure.width + 12, (unit?.width ?? 0) + 6)
        guard width <= box.width, box.height >= 64 else { return nil }
        let text = LabelText([figure] + (unit.map { [$0] } ?? []), leading: 19, alignment: .center)
        return LabelRequest(
            name: name, text: text,
            candidates: LabelCandidate.bar(
                box, growing: .up, text: text, fill: fill, colors: colors, places: [.insideEnd],
                inset: 15), priority: 100)
    }
}
