import Graphics
import Layout
import Scales

/// Where the parts of a plot stand: what lies around it is measured first, and the plot has the rest.
struct PlotFrame {
    /// The whole chart.
    let rect: Rect
    /// The chart's numbers, whose dimensions have their places once the frame is made.
    private(set) var data: PlotData
    /// Where marks stand.
    private(set) var plot = Rect(x: 0, y: 0, width: 0, height: 0)
    /// How bars, or the rows of other marks over names, stand in their slots.
    private(set) var bars: BarLayout?
    /// Names below the plot.
    private(set) var slotNames: SlotNames?
    /// Names left of the plot.
    private(set) var rowNames: RowNames?
    /// The axes of numbers and days that are shown.
    private(set) var axes: [AmountAxis] = []
    /// The names of series above or below the plot.
    private(set) var legend: Legend?
    /// The colours of amounts above the plot.
    private(set) var rampLegend: RampLegend?
    /// What bars are labelled with.
    let barLabels: BarLabels
    /// The names beside the right edge of the plot.
    private(set) var sideNames: SideNames
    /// Figures in a column at the right edge.
    private(set) var figures: FigureColumn?
    /// From the plot to below its names or labels, where the axis's title stands, in points.
    private(set) var extentBelow = 0.0

    private var chart: Chart { data.chart }
    private var style: ChartStyle { chart.style }

    /// A plot smaller than this shows nothing, in points.
    private static let leastSide = 24.0
    /// Rows higher than this have their names above, in points.
    private static let roomyPitch = 48.0
    /// Names up to this share of the chart's width stand beside their bars.
    private static let shortName = 0.28
    /// The room of the total: a line, its figure, and air between and below, in points.
    static let leastTotalHeight = 26.0

    /// Lays out a chart; `nil` where it has no room, and that is noted.
    init?(_ data: PlotData, in rect: Rect, on canvas: inout Canvas) {
        self.rect = rect
        self.data = data
        var labels = BarLabels(data)
        var names = SideNames(data, labels, in: rect, on: &canvas)
        if !names.fitsBetween(data.x.slots.count, in: rect.width) {
            labels.leaveSides()
            names = SideNames(data, labels, in: rect, on: &canvas)
        }
        labels.thin(
            data, in: Size(rect.width - names.width, rect.height), on: &canvas)
        (barLabels, sideNames) = (labels, names)
        var inner = rect
        layOutLegend(&inner, on: &canvas)
        guard
            data.isHorizontal ? layOutLying(inner, on: &canvas) : layOutStanding(inner, on: &canvas)
        else { return nil }
        guard plot.width >= Self.leastSide, plot.height >= Self.leastSide || bars != nil,
            plot.height >= 8
        else {
            canvas.error(
                "the chart has no room for its \(chart.layers.first?.mark.plural ?? "marks")",
                hint: "give it more room, or shorter names")
            return nil
        }
    }

    // MARK: - Legend

    private mutating func layOutLegend(_ inner: inout Rect, on canvas: inout Canvas) {
        guard chart.legend != .hidden else { return }
        if let ramp = data.ramp {
            let format = chart.colors.format ?? chart.layers.first?.labels.format ?? .plain
            rampLegend = RampLegend(
                mapping: ramp, format: format, locale: chart.locale, style: style)
            inner = inner.inset(by: Insets(top: RampLegend.height))
            return
        }
        let entries = namesCategories ? [] : legendEntries
        // Names beside the plot are a legend at its right.
        let isOptional = chart.legend == .automatic || chart.legend == .trailing
        guard entries.count > 1, !isOptional || !sideNames.nameAllSeries else { return }
        sideNames.leaveOutSeries()
        let isBeside = chart.legend == .trailing
        let legend = Legend(
            entries, width: inner.width * (isBeside ? 0.4 : 1), isColumn: isBeside, style: style,
            on: &canvas)
        self.legend = legend
        guard !isBeside else {
            if legend.height > inner.height - topRoom {
                canvas.error(
                    "no room for the legend beside the plot",
                    hint: "give the chart more height, or let the legend stand above")
            }
            inner = inner.inset(by: Insets(right: legend.width + SideNames.gap))
            return
        }
        inner =
            chart.legend == .bottom
            ? inner.inset(by: Insets(bottom: legend.height))
            : inner.inset(by: Insets(top: legend.height))
    }

    /// Whether colours only repeat what the names of slots say.
    private var namesCategories: Bool {
        let slots = Set(data.placeDimension.slots.map(\.key))
        return data.series.allSatisfy { slots.contains($0.name) }
            && data.marks.allSatisfy { marks in
                marks.layer.isGuide
                    || (0..<marks.count).allSatisfy { index in
                        let place = marks.places[index]
                        return place.isNaN
                            || data.placeDimension.slot(at: place)?.key
                                == data.series[marks.series[index]].name
                    }
            }
    }

    private var legendEntries: [Legend.Entry] {
        var entries: [Legend.Entry] = []
        for (index, series) in data.series.enumerated() where !series.name.isEmpty {
            guard
                let marks = data.marks.first(where: {
                    !$0.layer.isGuide && $0.layer.mark != .rectangle && $0.series.contains(index)
                }), let first = marks.series.firstIndex(of: index)
            else { continue }
            let swatch: Legend.Swatch =
                switch marks.layer.mark {
                case .line: .line
                case .point: .symbol(data.symbol(marks, first))
                default: .square
                }
            entries.append(
                .init(name: series.name, color: data.color(marks, first), swatch: swatch))
        }
        return entries
    }

    // MARK: - Standing: amounts run upward

    /// - Parameter least: the room that labels at the sides are known to need, in points.
    private mutating func layOutStanding(
        _ inner: Rect, least: (left: Double, right: Double)? = nil, on canvas: inout Canvas
    ) -> Bool {
        let hasBars = chart.layers.contains { $0.mark == .bar }
        var frame = inner.inset(by: Insets(top: topRoom))
        // The labels of amounts first, with a guess of the height that names will leave.
        let isShown = isAmountShown(chart.yAxis)
        var left = 0.0
        var right = max(sideNames.width, 0)
        let guess = max(20, frame.height - (data.x.slots.contains { !$0.group.isEmpty } ? 40 : 22))
        if data.y.kind == .slots, chart.yAxis.isShown != false {
            let names = rowNamesForCells(frame, on: &canvas)
            rowNames = names
            left = names.width + (names.width > 0 ? 8 : 0)
        } else if isShown, data.y.kind != .slots {
            left = axis(data.y, chart.yAxis, .left, guess, on: &canvas).extent(on: &canvas)
        }
        let hasSecond = chart.secondAxis.isShown != false
        if let second = data.second, hasSecond {
            right = max(
                right,
                axis(second, chart.secondAxis, .right, guess, on: &canvas).extent(on: &canvas))
        }
        (left, right) = (max(left, least?.left ?? 0), max(right, least?.right ?? 0))
        if left == 0, right == 0 {
            (left, right) = PointLabels.endRoom(data, on: &canvas)
        }
        if data.x.isEdgeToEdge, chart.xAxis.isShown != false {
            // The first and the last name stand around the plot's edges.
            let reach = SlotNames.reach(
                data.x.slots, in: frame.width - left - right, style: style, on: &canvas)
            (left, right) = (max(left, reach), max(right, reach - 14))
        }
        frame = frame.inset(by: Insets(left: left, right: right))
        var bottom = 0.0
        if data.x.kind == .slots, chart.xAxis.isShown != false {
            let step = frame.width / Double(max(data.x.slots.count, 1))
            // Names at the ends of lines stand higher; the figures of a second axis go down to the base.
            let isFree = right == 0 || (sideNames.haveLastFigures && data.second == nil)
            let names = SlotNames(
                data.x.slots, step: step, isLarge: barLabels.areLarge,
                leastLines: chart.xAxis.leastLines, values: chart.xAxis.values,
                margins: data.x.isReversed
                    ? (right > 0 ? 0 : 14, left > 0 ? 14 : 0)
                    : (left > 0 ? 14 : 0, isFree ? 14 : 0), style: style,
                isStrong: strongSlots(hasBars), on: &canvas)
            slotNames = names
            bottom = names.height
        } else if chart.xAxis.isShown != false, data.x.kind != .slots {
            let below = axis(data.x, chart.xAxis, .bottom, frame.width, on: &canvas)
            axes.append(below)
            bottom = below.extent(on: &canvas)
        } else if isShown || (hasSecond && data.second != nil) {
            // The lowest label reaches half its height below the plot.
            bottom = 4
        }
        extentBelow = bottom
        bottom += titleRoom
        plot = frame.inset(by: Insets(bottom: bottom))
        if rowNames != nil {
            guard plot.height >= BarLayout.leastPitch * Double(data.y.slots.count) else {
                canvas.error(
                    "the chart has no room for its \(data.y.slots.count) rows",
                    hint: "show fewer rows, or give it more height")
                return false
            }
        }
        if data.x.kind == .slots {
            let step = plot.width / Double(max(data.x.slots.count, 1))
            let lanes = data.marks.map(\.laneCount).max() ?? 1
            if hasBars {
                guard step >= BarLayout.leastSlot, plot.height >= 40 else {
                    canvas.error(
                        "the chart has no room for its \(data.x.slots.count) bars",
                        hint: "show fewer bars, or give it more room")
                    return false
                }
                let share = chart.layers.first { $0.mark == .bar }?.thickness
                bars = .standing(step: step, lanes: lanes, share: share)
            }
        }
        place(on: &canvas)
        axes = axes.map {
            $0.edge == .bottom ? axis(data.x, chart.xAxis, .bottom, plot.width, on: &canvas) : $0
        }
        if data.y.kind != .slots, isShown {
            axes.append(axis(data.y, chart.yAxis, .left, plot.height, on: &canvas))
        }
        if let second = data.second, hasSecond {
            axes.append(axis(second, chart.secondAxis, .right, plot.height, on: &canvas))
        }
        guard least == nil else { return true }
        // Labels that are longer than with the height that was guessed need more room.
        let sides = (
            left: axes.first { $0.edge == .left }?.extent(on: &canvas) ?? 0,
            right: axes.first { $0.edge == .right }?.extent(on: &canvas) ?? 0
        )
        guard sides.left > left + 0.5 || sides.right > right + 0.5 else { return true }
        axes = []
        return layOutStanding(inner, least: sides, on: &canvas)
    }

    /// The room of the title below the plot, in points.
    var titleRoom: Double {
        chart.xAxis.title.isEmpty || chart.xAxis.isShown == false ? 0 : 15
    }

    /// Room above the plot for bubbles of growth, one over the other, in points.
    var growthRoom: Double {
        34 * Double(chart.comparisons.count { $0.kind == .growth })
    }

    /// Room above the plot for labels over the highest mark, bands and the axis's title, in points.
    var topRoom: Double {
        var room = 6.0
        if chart.xAxis.isShown == false, chart.yAxis.isShown == false, !barLabels.areShown {
            room = 4
        } else if chart.layers.contains(where: { $0.mark != .bar && $0.mark != .rectangle }) {
            room = 14
        }
        if barLabels.areAbove { room = max(room, 20) }
        if data.hasBands || data.hasRounded { room = max(room, 24) }
        if !chart.yAxis.title.isEmpty { room = max(room, 26) }
        if chart.legend != .hidden,
            chart.layers.contains(where: { $0.mark == .point && $0.channels[.size] != nil })
        {
            room = max(room, SizeLegend.height + 4)
        }
        return room + growthRoom
    }

    private func strongSlots(_ hasBars: Bool) -> [Bool] {
        guard !hasBars else { return data.x.slots.map { _ in false } }
        // Where all are known, none need stand out.
        let known = data.x.slots.indices.map { data.knownPlaces.contains(Double($0)) }
        return known.allSatisfy { $0 } ? known.map { _ in false } : known
    }

    private func rowNamesForCells(_ frame: Rect, on canvas: inout Canvas) -> RowNames {
        let count = Double(max(data.y.slots.count, 1))
        return RowNames(
            data.y.slots, isKey: [], marks: [],
            bars: BarLayout(step: (frame.height - 22) / count, thickness: 0, textSize: 11),
            style: style, chartWidth: rect.width, on: &canvas)
    }

    // MARK: - Lying: amounts run from left to right

    private mutating func layOutLying(_ inner: Rect, on canvas: inout Canvas) -> Bool {
        let isShown = isAmountShown(chart.xAxis)
        extentBelow =
            isShown
            ? axis(data.x, chart.xAxis, .bottom, inner.width, on: &canvas).extent(on: &canvas) : 0
        let frame = inner.inset(
            by: Insets(
                top: chart.yAxis.title.isEmpty ? (isShown ? 4 : 0) : 20,
                bottom: extentBelow + titleRoom))
        let count = Double(max(data.y.slots.count, 1))
        let pitch = pitch(count, in: frame.height)
        guard pitch >= BarLayout.leastPitch else {
            canvas.error(
                "the chart has no room for its \(data.y.slots.count) rows",
                hint: "show fewer rows, or give it more height")
            return false
        }
        let lanes = data.marks.map(\.laneCount).max() ?? 1
        let layout = BarLayout.lying(
            pitch: pitch, lanes: lanes,
            share: chart.layers.first { $0.mark == .bar }?.thickness,
            names: namePlace(pitch, in: inner.width, on: &canvas))
        bars = layout
        let (keys, marks) = rowsLook
        let names = RowNames(
            data.y.slots, isKey: keys, marks: marks, bars: layout, style: style,
            chartWidth: rect.width, on: &canvas)
        rowNames = chart.yAxis.isShown == false ? nil : names
        let left = rowNames == nil || names.width == 0 ? 0 : names.width + RowNames.gap
        plot = Rect(
            x: frame.minX + left, y: frame.minY, width: max(0, frame.width - left),
            height: pitch * count)
        if barLabels.mode == .aligned {
            let column = FigureColumn(
                barLabels.figures(data), size: layout.textSize, style: style, on: &canvas)
            figures = column
            guard column.width <= frame.width else {
                canvas.error(
                    "the chart has no room for the figures of its bars",
                    hint: "give it more width, or print them shorter")
                return false
            }
            if !layout.areNamesAbove {
                plot.size.width = max(0, plot.width - column.width - RowNames.gap)
            }
        } else {
            // Room for the figures beyond the ends of the longest bars, at either side.
            let (before, after) = barLabels.overhang(
                data, width: plot.width, textSize: layout.textSize, on: &canvas)
            plot = plot.inset(by: Insets(left: before, right: after))
        }
        place(on: &canvas)
        if isShown { axes.append(axis(data.x, chart.xAxis, .bottom, plot.width, on: &canvas)) }
        return true
    }

    /// Names above bars that do not begin at the left edge would stand away from them.
    ///
    /// Short names of many rows stand beside their bars, which are thicker then.
    private func namePlace(
        _ pitch: Double, in width: Double, on canvas: inout Canvas
    ) -> AxisOptions.NamePlace {
        guard chart.yAxis.names == .automatic else { return chart.yAxis.names }
        if pitch < Self.roomyPitch {
            let look = style.text(12.5, .bold)
            let widest = data.y.slots.map { canvas.line($0.label, look).width }.max() ?? 0
            if widest <= width * Self.shortName { return .beside }
        }
        let floats = data.marks.contains { marks in
            marks.layer.stacking == .waterfall || !marks.xEnd.isEmpty
        }
        return floats || data.x.domain.lower < 0 ? .beside : .automatic
    }

    /// From row to row; the total below the rows takes 85 % of it where that is enough.
    private func pitch(_ count: Double, in height: Double) -> Double {
        guard chart.total != nil, barLabels.mode == .aligned else {
            return min(height / count, BarLayout.greatestPitch)
        }
        let pitch = min(height / (count + 0.85), BarLayout.greatestPitch)
        return pitch * 0.85 >= Self.leastTotalHeight
            ? pitch : (height - Self.leastTotalHeight) / count
    }

    /// Which rows are about the key, and the marks that follow names.
    private var rowsLook: (keys: [Bool], marks: [String]) {
        var keys = [Bool](repeating: false, count: data.y.slots.count)
        var marks = [String](repeating: "", count: data.y.slots.count)
        for layer in data.marks where layer.layer.mark == .bar {
            for index in 0..<layer.count {
                let detail = layer.layer.detail(index)
                guard let slot = Int(exactly: layer.places[index]), keys.indices.contains(slot)
                else { continue }
                if detail.isKey { keys[slot] = true }
                if barLabels.mode == .aligned, !layer.isMissing(index) {
                    marks[slot] = detail.standing.mark
                }
            }
        }
        return (keys, marks)
    }

    // MARK: - Axes

    private func isAmountShown(_ options: AxisOptions) -> Bool {
        if let isShown = options.isShown { return isShown }
        if options.values != nil { return true }
        let layers = chart.layers.filter { !$0.isGuide }
        // Figures at the bars say more than an axis.
        return
            !(layers.contains { $0.mark == .bar }
            && layers.allSatisfy { $0.mark == .bar || $0.isOnSecondAxis }
            && barLabels.areShown && !barLabels.isSparse)
    }

    private func axis(
        _ dimension: Dimension, _ options: AxisOptions, _ edge: AmountAxis.Edge, _ length: Double,
        on canvas: inout Canvas
    ) -> AmountAxis {
        let isAmount = (edge == .bottom) == data.isHorizontal
        let hasShares = data.marks.contains {
            $0.layer.stacking == .normalized && !$0.spans.isEmpty
                && $0.layer.isOnSecondAxis == (edge == .right)
        }
        let isScatter = !data.isHorizontal && chart.layers.allSatisfy { $0.mark == .point }
        var options = options
        options.format = options.format ?? (isAmount ? inheritedFormat(edge == .right) : nil)
        return AmountAxis(
            dimension, options, at: edge, length: length,
            isShare: isAmount && hasShares, hasGrid: edge != .right && (isAmount || isScatter),
            locale: chart.locale, style: style,
            color: edge == .right ? data.secondColor : nil, on: &canvas)
    }

    /// The kind and unit of the figures' own format, with the digits that ticks need; `nil` where
    /// figures are plain.
    private func inheritedFormat(_ second: Bool) -> NumberFormat? {
        let layer = chart.layers.first {
            !$0.isGuide && $0.isOnSecondAxis == second && $0.labels.format != nil
                && $0.stacking != .normalized
        }
        guard var format = layer?.labels.format,
            [.percent, .compact, .compactWords].contains(format.kind)
        else { return nil }
        format.sign = .minus
        if format.kind == .percent { format.precision = nil }
        return format
    }

    /// Gives the dimensions their places.
    private mutating func place(on canvas: inout Canvas) {
        let missing = missingRoom
        guard !data.isHorizontal else {
            return data.setRanges(
                x: Extent(
                    plot.minX + (data.x.isReversed ? missing : 0),
                    plot.maxX - (data.x.isReversed ? 0 : missing)),
                y: Extent(plot.maxY, plot.minY))
        }
        let isReversed = data.y.kind != .slots && data.y.isReversed
        let below = min(barLabels.roomBelow, plot.height * 0.2)
        data.setRanges(
            x: Extent(plot.minX, plot.maxX),
            y: Extent(
                plot.maxY - below - (isReversed ? missing : 0),
                plot.minY + (isReversed ? 0 : missing)))
    }

    /// Unknown parts stand on top of the known ones; the highest stack needs room for them.
    private var missingRoom: Double {
        min(
            Double(data.mostMissingInStack) * BarMarks.missingHeight,
            (data.isHorizontal ? plot.width : plot.height) * 0.4)
    }
}
