import Graphics
import Layout
import Scales

/// Names of series, with or without figures, beside the right edge of a plot: what a legend says, at
/// the place it is about.
struct SideNames {
    /// What stands beside the plot.
    private enum Kind {
        case none
        /// Names and last figures at the ends of lines.
        case lineEnds
        /// Names at the right edges of stacked areas.
        case areas
        /// Names beside the segments of the last stack.
        case lastStack
        /// Names over figures beside each stack.
        case stacks
    }

    /// A name and figure, set in lines.
    struct Block {
        var name: String
        var lines: [(line: TextLine, x: Double, baseline: Double)]
        var width: Double
        var above: Double
        var below: Double
    }

    private var kind: Kind
    /// The room it needs right of the plot, in points.
    private(set) var width: Double
    private let data: PlotData
    private let height: Double
    /// Whether names at the ends of lines stand in the room of a neighbour.
    private var areOutside: Bool

    private var chart: Chart { data.chart }
    private var style: ChartStyle { chart.style }

    /// From the plot to names, in points.
    static let gap = 24.0
    private static let outsideGap = 16.0
    /// More lines than this have small figures at their ends.
    private static let mostLargeEnds = 3
    /// The height of a large name and figure, and of a small one, in points.
    private static let (largeEnd, smallEnd) = (42.0, 16.0)

    /// Finds out what stands beside a chart, and how much room it takes.
    ///
    /// - Parameter rect: the chart's room: names at the ends of lines must fit.
    init(
        _ data: PlotData, _ labels: BarLabels, in rect: Rect, on canvas: inout Canvas
    ) {
        self.data = data
        height = rect.height
        areOutside = false
        lineCount = data.marks.filter { $0.layer.mark == .line }
            .reduce(0) { $0 + Set($1.series).count }
        kind = .none
        width = 0
        let shown = data.marks.filter { $0.layer.mark != .rule && $0.layer.mark != .rectangle }
        let hasNames = data.series.count > 1 && data.series.contains { !$0.name.isEmpty }
        if labels.mode == .side {
            kind = .stacks
            width = widestStackLabel(on: &canvas) + 14
        } else if data.isHorizontal || data.x.isReversed {
            // What comes last stands at the left there.
            return
        } else if shown.contains(where: { $0.layer.mark == .line }) {
            let isNamed = hasNames || shown.contains { $0.layer.ends != nil }
            // A second axis stands there already.
            let isFree = data.second == nil || data.chart.secondAxis.isShown == false
            // With less room than a line each a legend names them.
            let fits = Double(lineCount) * Self.smallEnd <= height * 0.9
            guard isNamed, isFree, fits else { return }
            kind = .lineEnds
            let widest = widestEnd(on: &canvas)
            // A chart alone on its page has nobody's room beside it.
            let edge = canvas.page?.maxX ?? .infinity
            areOutside =
                shown.contains { $0.layer.ends?.isOutside ?? false }
                && rect.maxX + Self.outsideGap + widest <= edge
            width = areOutside ? 0 : widest + Self.gap
        } else if hasNames, shown.allSatisfy({ $0.layer.mark == .area }) {
            kind = .areas
            width = widestName(on: &canvas) + 10
        } else if hasNames, labels.mode == .segments, shown.count == 1,
            shown[0].laneCount == 1, shown[0].layer.mark == .bar
        {
            kind = .lastStack
            width = widestName(on: &canvas) + 10
        }
    }

    /// Whether the last figures of lines stand beside the plot.
    var haveLastFigures: Bool { kind == .lineEnds }

    /// Whether every series is named, so that no legend is needed.
    var nameAllSeries: Bool {
        switch kind {
        case .none: return false
        case .stacks: return true
        case .lineEnds, .areas:
            return data.marks.allSatisfy {
                [.line, .area, .rule, .rectangle].contains($0.layer.mark)
            }
        case .lastStack:
            // A series that the last stack lacks would go without a name.
            guard let marks = data.marks.first(where: { $0.layer.mark == .bar }),
                let last = marks.places.filter({ !$0.isNaN }).max()
            else { return false }
            let named = Set(
                (0..<marks.count).filter { marks.places[$0] == last }.map { marks.series[$0] })
            return data.series.indices.allSatisfy {
                named.contains($0) || data.series[$0].name.isEmpty
            }
        }
    }

    /// A legend names the series: only figures are left to say beside the plot.
    mutating func leaveOutSeries() {
        guard kind != .stacks else { return }
        kind = .none
        width = 0
    }

    private func widestName(on canvas: inout Canvas) -> Double {
        data.series.map { canvas.line($0.name, style.text(11.5, .semibold)).width }.max() ?? 0
    }

    // MARK: - Ends of lines

    /// How many lines the chart has.
    private let lineCount: Int

    private func widestEnd(on canvas: inout Canvas) -> Double {
        var widest = 0.0
        for marks in data.marks where marks.layer.mark == .line {
            for series in Set(marks.series).sorted() {
                guard let last = lastKnown(marks, series) else { continue }
                widest = max(widest, end(marks, series, last, on: &canvas).width)
            }
        }
        return widest
    }

    private func lastKnown(_ marks: PlotMarks, _ series: Int) -> Int? {
        var last: Int?
        for index in 0..<marks.count
        where marks.series[index] == series && !marks.isMissing(index) && !marks.places[index].isNaN
        {
            if let known = last, marks.places[known] > marks.places[index] { continue }
            last = index
        }
        return last
    }

    /// The name over the figure, or both on one line where there are many lines.
    private func end(
        _ marks: PlotMarks, _ series: Int, _ last: Int, on canvas: inout Canvas
    ) -> Block {
        let options = marks.layer.ends
        let name = data.series[series].name
        let color = data.color(marks, last)
        let words = style.words(color)
        let hasFigure =
            options != nil || (marks.layer.labels.which != .none && data.series.count > 1)
        var (figure, smallUnit) = ("", "")
        if hasFigure {
            let format = options?.format ?? marks.layer.labels.format ?? .plain
            let own = marks.ends.indices.contains(last) ? marks.ends[last] : marks.amounts[last]
            figure = own.isNaN ? "" : format.text(own, locale: chart.locale.number)
            figure += marks.layer.detail(last).standing.mark
            let unit = options?.unit ?? ""
            smallUnit = unit.isEmpty || figure.isEmpty ? "" : " " + unit
        }
        let isLarge =
            !figure.isEmpty && lineCount <= Self.mostLargeEnds
            && Double(lineCount) * Self.largeEnd <= height * 0.8
        let nameLine = canvas.line(name, style.text(isLarge ? 12.5 : 11.5, .bold, words))
        var block = Block(
            name: name, lines: [(nameLine, 0, isLarge ? -6 : 4.2)], width: nameLine.width, above: 7,
            below: 7)
        if isLarge {
            let large = canvas.line(
                figure, style.text(22, .extrabold).with { $0.tracking = -0.015 })
            let unit = canvas.line(options?.unit ?? "", style.text(11, .medium, style.muted))
            if name.isEmpty { block.lines = [] }
            let baseline = name.isEmpty ? 8.0 : 15.0
            block.lines.append((large, 0, baseline))
            if unit.width > 0 { block.lines.append((unit, large.width + 6, baseline)) }
            block.width = max(nameLine.width, large.width + (unit.width > 0 ? 6 + unit.width : 0))
            (block.above, block.below) = name.isEmpty ? (10, 12) : (20, 20)
        } else if !figure.isEmpty {
            let small = canvas.line(
                figure + smallUnit, style.text(11.5, .semibold, style.ink, tabular: true))
            let x = nameLine.width > 0 ? nameLine.width + 5 : 0
            block.lines.append((small, x, 4.2))
            block.width = x + small.width
        }
        return block
    }

    /// Draws names at the ends of lines, level with them, and adds the boxes to the obstacles.
    func drawEnds(
        _ lines: [LineMarks], in frame: PlotFrame, obstacles: inout LabelObstacles,
        on canvas: inout Canvas
    ) {
        guard case .lineEnds = kind else { return }
        var blocks: [Block] = []
        var anchors: [Point] = []
        for marks in lines {
            for line in marks.lines {
                guard let point = line.points.last, let last = line.indices.last else { continue }
                let block = end(marks.marks, line.series, last, on: &canvas)
                guard block.width > 0 else { continue }
                blocks.append(block)
                anchors.append(point)
            }
        }
        let x = frame.plot.maxX + (areOutside ? Self.outsideGap : Self.gap)
        draw(
            blocks, at: anchors, x: x, leaders: 7,
            low: frame.rect.minY - 6, high: min(frame.plot.maxY + 6, frame.rect.maxY + 3),
            obstacles: &obstacles, on: &canvas)
    }

    /// Draws blocks in a column, as near as possible to their anchors' levels.
    ///
    /// - Parameter leaders: from anchors to where their leaders begin; `nil` for none.
    private func draw(
        _ blocks: [Block], at anchors: [Point], x: Double, leaders: Double?, low: Double,
        high: Double, obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        let starts = anchors.map { Point($0.x + (leaders ?? 0), $0.y) }
        let stack = LabelStack(
            zip(blocks, starts).map { block, start in
                LabelStack.Item(
                    name: block.name, wish: start.y, above: block.above, below: block.below,
                    anchor: leaders == nil ? nil : start)
            }, low: low, high: high)
        let arrangement = stack.arranged()
        arrangement.report(on: &canvas)
        if leaders != nil {
            let start = starts.map(\.x).max() ?? x
            let elbows = ElbowLeaders(
                start: start, finish: max(start + 1, x - 10), end: max(start + 1, x - 4))
            for leader in elbows.leaders(of: stack, arrangement).compactMap({ $0 }) {
                canvas.stroke(.polyline(leader.points), Stroke(style.ink, width: 0.75))
                obstacles.add(leader, .soft(20))
            }
        }
        for (block, level) in zip(blocks, arrangement.levels) {
            guard let level else { continue }
            for (line, offset, baseline) in block.lines where line.width > 0 {
                let box = canvas.text(line, x: x + offset, baseline: level + baseline)
                obstacles.add(text: box)
            }
        }
    }

    // MARK: - Areas and stacks

    /// Draws names level with the right edges of stacked areas.
    func drawAreas(
        _ areas: [AreaMarks], in frame: PlotFrame, obstacles: inout LabelObstacles,
        on canvas: inout Canvas
    ) {
        guard case .areas = kind else { return }
        var blocks: [Block] = []
        var anchors: [Point] = []
        for marks in areas {
            for area in marks.areas {
                guard let index = area.outer.lastIndex(where: { $0.y.isFinite }),
                    let mark = area.indices.last
                else { continue }
                blocks.append(nameBlock(area.series, data.color(marks.marks, mark), on: &canvas))
                anchors.append(
                    Point(area.outer[index].x, (area.outer[index].y + area.inner[index].y) / 2))
            }
        }
        draw(
            blocks, at: anchors, x: frame.plot.maxX + 8, leaders: nil, low: frame.plot.minY - 6,
            high: frame.plot.maxY, obstacles: &obstacles, on: &canvas)
    }

    private func nameBlock(_ series: Int, _ color: Color, on canvas: inout Canvas) -> Block {
        let words = style.words(color)
        let line = canvas.line(data.series[series].name, style.text(11.5, .semibold, words))
        return Block(
            name: data.series[series].name, lines: [(line, 0, 4.2)], width: line.width, above: 7,
            below: 7)
    }

    /// Draws what stands beside stacks: names beside the last one, or names and figures beside each.
    func drawStacks(
        _ bars: [BarMarks], in frame: PlotFrame, obstacles: inout LabelObstacles,
        on canvas: inout Canvas
    ) {
        for bars in bars where bars.marks.isStacked {
            let places = Set(bars.marks.places.filter { !$0.isNaN }).sorted()
            for place in places {
                let isLast = place == places.last
                switch kind {
                case .stacks: break
                case .lastStack where isLast: break
                default: continue
                }
                let indices = (0..<bars.marks.count).filter { bars.marks.places[$0] == place }
                guard kind == .lastStack || indices.count > 1 else { continue }
                drawBeside(
                    indices, of: bars, in: frame, isLast: isLast, obstacles: &obstacles,
                    on: &canvas)
            }
        }
    }

    private func drawBeside(
        _ indices: [Int], of bars: BarMarks, in frame: PlotFrame, isLast: Bool,
        obstacles: inout LabelObstacles, on canvas: inout Canvas
    ) {
        var blocks: [Block] = []
        var anchors: [Point] = []
        for index in indices {
            guard let box = bars.boxes[index] else { continue }
            let block =
                kind == .lastStack
                ? nameBlock(
                    bars.marks.series[index], data.color(bars.marks, index), on: &canvas)
                : stackBlock(bars.marks, index, on: &canvas)
            blocks.append(block)
            anchors.append(Point(box.maxX, box.midY))
        }
        let x = (anchors.first?.x ?? 0) + (kind == .lastStack ? 8 : 14)
        draw(
            blocks, at: anchors, x: x, leaders: nil, low: frame.plot.minY - frame.topRoom,
            high: frame.plot.maxY,
            obstacles: &obstacles, on: &canvas)
    }

    /// A segment's name over its figure.
    private func stackBlock(
        _ marks: PlotMarks, _ index: Int, on canvas: inout Canvas
    ) -> Block {
        let isMissing = marks.isMissing(index)
        let name = data.series[marks.series[index]].name
        let words = isMissing ? style.missingText : data.text(marks, index)
        let nameLine = canvas.line(name, style.text(12.5))
        let figure = canvas.line(
            words, style.text(17, .bold, isMissing ? style.muted : style.ink))
        var block = Block(
            name: data.name(marks, index), lines: [], width: max(nameLine.width, figure.width),
            above: 15, below: 16)
        if name.isEmpty {
            block.lines = [(figure, 0, 6)]
            (block.above, block.below) = (8, 8)
        } else {
            block.lines = [(nameLine, 0, -4), (figure, 0, 15)]
        }
        return block
    }

    private func widestStackLabel(on canvas: inout Canvas) -> Double {
        var widest = 0.0
        for marks in data.marks where marks.layer.mark == .bar {
            for index in 0..<marks.count {
                widest = max(widest, stackBlock(marks, index, on: &canvas).width)
            }
        }
        return widest
    }

    /// Whether labels beside stacks fit between the stacks of a chart.
    func fitsBetween(_ slots: Int, in width: Double) -> Bool {
        guard case .stacks = kind, slots > 1 else { return true }
        let step = (width - self.width) / Double(slots)
        return self.width + 4 <= step * 0.38 || slots == 1 || isOnlyLastStacked
    }

    /// Whether the last category alone has a stack.
    private var isOnlyLastStacked: Bool {
        data.marks.filter { $0.layer.mark == .bar }.allSatisfy { marks in
            var counts: [Double: Int] = [:]
            for place in marks.places { counts[place, default: 0] += 1 }
            let last = marks.places.filter { !$0.isNaN }.max()
            return counts.allSatisfy { $0.key == last || $0.value < 2 }
        }
    }
}
