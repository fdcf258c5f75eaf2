import Graphics
import Layout
import Scales

/// A chart's layers brought to numbers over shared dimensions.
///
/// Read downward: which way amounts run, what each direction shows, where every mark is in the
/// numbers of its directions, how marks of one category share it, and what the directions span.
struct PlotData {
    let chart: Chart
    /// Whether amounts run along x: bars lie.
    private(set) var isHorizontal = false
    /// From left to right.
    private(set) var x: Dimension
    /// From bottom to top.
    private(set) var y: Dimension
    /// Amounts on the second axis; `nil` where no layer has it.
    private(set) var second: Dimension?
    /// The layers.
    private(set) var marks: [PlotMarks] = []
    /// What tells marks apart by colour, in order.
    private(set) var series: [PlotSeries] = []
    /// The colours of amounts; `nil` where colours tell series apart.
    private(set) var ramp: ColorMapping?
    /// The places at which some layer has a figure.
    private(set) var knownPlaces: Set<Double> = []
    /// The most unknown parts of one stack.
    private(set) var mostMissingInStack = 0

    /// More bars, points and cells than this cannot be told apart on a page; lines have no limit.
    static let mostMarks = 20_000

    /// Resolves a chart; `nil` where nothing can be drawn, and why is noted.
    init?(_ chart: Chart, on canvas: inout Canvas) {
        self.chart = chart
        (x, y) = (Dimension(slots: [], isReversed: false), Dimension(slots: [], isReversed: false))
        guard Self.check(chart, on: &canvas),
            let isHorizontal = Self.direction(chart, on: &canvas)
        else { return nil }
        self.isHorizontal = isHorizontal
        guard resolveCategories(on: &canvas) else { return nil }
        resolveSeries(on: &canvas)
        tellOfPlaceless(on: &canvas)
        guard checkTwice(on: &canvas), stack(on: &canvas), resolveAmounts(on: &canvas) else {
            return nil
        }
        noteKnown()
    }

    /// Notes once what many marks would ask for again.
    private mutating func noteKnown() {
        for marks in marks where !marks.layer.isGuide {
            for index in 0..<marks.count where !marks.isMissing(index) {
                knownPlaces.insert(marks.places[index])
            }
            guard marks.layer.mark == .bar, marks.isStacked else { continue }
            var missing: [Double: Int] = [:]
            for index in 0..<marks.count where marks.isMissing(index) {
                missing[marks.places[index], default: 0] += 1
            }
            mostMissingInStack = max(mostMissingInStack, missing.values.max() ?? 0)
        }
    }

    // MARK: - What is there

    private static func check(_ chart: Chart, on canvas: inout Canvas) -> Bool {
        guard chart.layers.contains(where: { $0.count > 0 }) else {
            canvas.error("the chart has no \(chart.layers.first?.mark.plural ?? "marks")")
            return false
        }
        for layer in chart.layers {
            if let sizes = layer.channels[.size]?.numbers, sizes.contains(where: { ($0 ?? 0) < 0 })
            {
                canvas.error(
                    "an area cannot be negative, as a figure of “\(layer.label(of: .size))” is",
                    hint: "take another column for “size”")
                return false
            }
            if layer.mark != .line, layer.mark != .area, layer.count > mostMarks {
                canvas.error(
                    "the chart has \(layer.count) \(layer.mark.plural), and a page shows at most "
                        + "\(mostMarks)", hint: "group the rows, or add LIMIT")
                return false
            }
            for name in ChannelName.allCases {
                guard case .numbers(let values)? = layer.channels[name]?.values,
                    let index = values.firstIndex(where: { $0.map { !$0.isFinite } ?? false })
                else { continue }
                let place = layer.channels.values.first(where: \.isNames)?.names[index]
                canvas.error(
                    "the figure of “\(place ?? "\(index + 1)")” is not a number",
                    hint: nil)
                return false
            }
        }
        return true
    }

    /// Whether amounts run along x; `nil` where that cannot be told.
    private static func direction(_ chart: Chart, on canvas: inout Canvas) -> Bool? {
        let isAmount = { (layer: Layer, names: [ChannelName], scale: ScaleOptions) -> Bool in
            guard ![.band, .point, .ordinal].contains(scale.kind) else { return false }
            return names.compactMap { layer.channels[$0] }.contains(where: \.isNumbers)
        }
        for layer in chart.layers where layer.mark == .bar {
            let alongX = isAmount(layer, [.x, .xStart, .xEnd], chart.xScale)
            let alongY = isAmount(layer, [.y, .yStart, .yEnd], chart.yScale)
            switch (alongX, alongY) {
            case (true, false): return true
            case (false, true): return false
            // Two amounts: the second one is what bars show, as with years from left to right.
            case (true, true): return layer.channels[.xStart] != nil
            case (false, false):
                canvas.error(
                    "one of x and y is an amount and the other a name; here both are names",
                    hint: "bars need a column of figures")
                return nil
            }
        }
        return !chart.layers.contains { isAmount($0, [.y, .yStart, .yEnd], chart.yScale) }
            && chart.layers.contains { isAmount($0, [.x, .xStart, .xEnd], chart.xScale) }
    }

    // MARK: - Categories

    private static let along: [[ChannelName]] = [[.x, .xStart, .xEnd], [.y, .yStart, .yEnd]]

    private func channels(_ names: [ChannelName], second: Bool = false) -> [Channel] {
        // Bands and rules come last: they point out what others have brought.
        (chart.layers.filter { !$0.isGuide } + chart.layers.filter(\.isGuide))
            .filter { $0.isOnSecondAxis == second || names[0] == category }
            .flatMap { layer in names.compactMap { layer.channels[$0] } }
    }

    private var category: ChannelName { isHorizontal ? .y : .x }

    private func resolver(_ name: ChannelName) -> DimensionResolver {
        DimensionResolver(
            options: name == .x ? chart.xScale : chart.yScale,
            axis: name == .x ? chart.xAxis : chart.yAxis, locale: chart.locale,
            name: name == .x ? "the horizontal axis" : "the vertical axis")
    }

    /// Numbers the categories, and brings all values to numbers.
    private mutating func resolveCategories(on canvas: inout Canvas) -> Bool {
        let hasBars = chart.layers.contains { $0.mark == .bar }
        var found: [ChannelName: Dimension] = [:]
        for (name, names) in zip([ChannelName.x, .y], Self.along) {
            let channels = channels(names)
            let resolver = resolver(name)
            let isForBars = hasBars && name == category
            guard
                channels.isEmpty
                    ? isForBars : resolver.isCategorical(channels, isForBars: isForBars)
            else { continue }
            let slots: [Dimension.Slot]? =
                channels.isEmpty
                ? [.init(key: "", label: "")] : resolver.slots(channels, on: &canvas)
            guard let slots else { return false }
            // Areas have edges, and so do lines without an axis.
            let isEdgeToEdge =
                name == category
                && chart.layers.allSatisfy { layer in
                    layer.isGuide || layer.mark == .area
                        || (layer.mark == .line && chart.xAxis.isShown == false)
                }
            found[name] = Dimension(
                slots: slots, isReversed: isReversed(name), isEdgeToEdge: isEdgeToEdge)
        }
        for layer in chart.layers {
            var marks = PlotMarks(
                layer: layer, count: layer.count, isHorizontal: isHorizontal)
            guard let x = places(layer, [.x, .xStart], found[.x]),
                let y = places(layer, [.y, .yStart], found[.y]),
                let xEnd = places(layer, [.xEnd], found[.x]),
                let yEnd = places(layer, [.yEnd], found[.y])
            else {
                canvas.error(
                    "a \(layer.mark.rawValue) needs figures or dates where it has names",
                    hint: "choose another scale, or another column")
                return false
            }
            let none = [Double](repeating: .nan, count: marks.count)
            // Bars without names share the one slot there is.
            let alone = layer.mark == .bar ? [Double](repeating: 0, count: marks.count) : none
            marks.x = x.isEmpty ? (category == .x ? alone : none) : x
            marks.y = y.isEmpty ? (category == .y ? alone : none) : y
            (marks.xEnd, marks.yEnd) = (xEnd, yEnd)
            if let end = layer.channels[.end]?.numbers { marks.ends = end.map { $0 ?? .nan } }
            self.marks.append(marks)
        }
        x = found[.x] ?? x
        y = found[.y] ?? y
        return true
    }

    /// Categories run from top to bottom, whatever direction amounts have.
    private func isReversed(_ name: ChannelName) -> Bool {
        name == .x ? chart.xScale.isReversed : !chart.yScale.isReversed
    }

    /// The values of the first of some channels as numbers of a direction: empty where there is none,
    /// `nil` where names stand for figures.
    private func places(
        _ layer: Layer, _ names: [ChannelName], _ slots: Dimension?
    ) -> [Double]? {
        guard let channel = names.lazy.compactMap({ layer.channels[$0] }).first else { return [] }
        guard let slots else { return channel.numbers?.map { $0 ?? .nan } }
        var numbers: [String: Double] = [:]
        for (index, slot) in slots.slots.enumerated() { numbers[slot.key] = Double(index) }
        return channel.names.map { numbers[$0] ?? .nan }
    }

    // MARK: - Series

    private mutating func resolveSeries(on canvas: inout Canvas) {
        let shown = chart.layers.filter { !$0.isGuide }
        var names = Numbering(chart.colors.names ?? [])
        var amounts: [Double] = []
        for (number, layer) in chart.layers.enumerated() {
            let count = marks[number].count
            marks[number].series = [Int](repeating: 0, count: count)
            marks[number].lanes = marks[number].series
            guard !layer.isGuide else { continue }
            if let color = layer.channels[.color], hasAmounts(color) {
                amounts += color.numbers?.compactMap { $0 } ?? []
            }
            if let own = seriesNames(layer) {
                marks[number].series = own.prefix(count).map { names.number(of: $0) }
            } else {
                // Layers of one series each are told apart by what their amounts are called.
                let alone = shown.count > 1 ? layer.label(of: isHorizontal ? .x : .y) : ""
                marks[number].series = [Int](repeating: names.number(of: alone), count: count)
            }
            if let symbol = layer.channels[.symbol] {
                var shapes = Numbering([])
                marks[number].symbols = symbol.names.prefix(count).map { shapes.number(of: $0) }
            }
            guard let position = layer.channels[.position] else { continue }
            var lanes = Numbering([])
            marks[number].lanes = position.names.prefix(count).map { lanes.number(of: $0) }
            marks[number].laneCount = max(1, lanes.names.count)
        }
        ramp = amounts.isEmpty ? nil : ColorMapping(amounts, chart.colors, chart.style, on: &canvas)
        let own = ramp == nil ? chart.colors.range : []
        let palette = own.isEmpty ? chart.style.palette : own
        series = names.names.enumerated().map { index, name in
            PlotSeries(
                name: name,
                color: palette.isEmpty ? chart.style.mark : palette[index % palette.count])
        }
    }

    /// Whether a channel's colours stand for amounts rather than for names.
    private func hasAmounts(_ color: Channel) -> Bool {
        color.isNumbers && chart.colors.kind != .ordinal
    }

    /// What tells a layer's marks apart, mark by mark; `nil` where nothing does.
    private func seriesNames(_ layer: Layer) -> [String]? {
        if let color = layer.channels[.color], !hasAmounts(color) { return color.names }
        return (layer.channels[.series] ?? layer.channels[.symbol])?.names
    }

    /// Names by the order of their first appearance.
    private struct Numbering {
        private(set) var names: [String] = []
        private var numbers: [String: Int] = [:]
        /// The last name asked for: rows of one series follow each other.
        private var last: (name: String, number: Int)?

        init(_ names: [String]) { for name in names { _ = number(of: name) } }

        mutating func number(of name: String) -> Int {
            if let last, last.name == name { return last.number }
            let number = numbers[name] ?? names.count
            if number == names.count {
                numbers[name] = number
                names.append(name)
            }
            last = (name, number)
            return number
        }
    }

    /// Notes figures that have no place along the categories.
    private func tellOfPlaceless(on canvas: inout Canvas) {
        let channels: [ChannelName] = isHorizontal ? [.y, .yStart] : [.x, .xStart]
        for marks in marks where !marks.layer.isGuide {
            let lost = (0..<marks.count).filter { marks.places[$0].isNaN && !marks.isMissing($0) }
            guard let first = lost.first else { continue }
            let name = channels.lazy.compactMap { marks.layer.channels[$0] }.first?.names[first]
            let words = name.map { $0.isEmpty ? "a row without a name" : "“\($0)”" }
            canvas.warning(
                "\(words ?? "a \(marks.layer.mark.rawValue) without “\(channels[0].rawValue)”")"
                    + (lost.count > 1 ? " and \(lost.count - 1) more have" : " has")
                    + " no place on the axis",
                hint: "leave it out of the query, or name it in “scale: {domain: …}”")
        }
    }

    /// Where one mark of a series may be.
    private struct Seat: Hashable {
        var place: Double
        var series: Int
        var lane: Int
    }

    /// Notes marks of one series that would lie on each other.
    private func checkTwice(on canvas: inout Canvas) -> Bool {
        for marks in marks {
            let isLine = marks.layer.mark == .line || marks.layer.mark == .area
            let dimension = isHorizontal ? y : x
            // Over numbers and days a line may have any rows; only slots hold one each.
            guard marks.layer.mark == .bar || (isLine && !dimension.slots.isEmpty) else { continue }
            var seen: Set<Seat> = []
            for index in 0..<marks.count {
                let seat = Seat(
                    place: marks.places[index], series: marks.series[index],
                    lane: marks.lanes[index])
                guard !seen.insert(seat).inserted, !seat.place.isNaN else { continue }
                let name = series[marks.series[index]].name
                let category = dimension.slot(at: seat.place)?.key ?? ""
                canvas.error(
                    "two rows for “\(category)”" + (name.isEmpty ? "" : " of “\(name)”"),
                    hint: "sum them, or tell them apart by the channel “color”")
                return false
            }
        }
        return true
    }

    // MARK: - Amounts

    private mutating func stack(on canvas: inout Canvas) -> Bool {
        for (number, marks) in marks.enumerated() {
            let layer = marks.layer
            guard layer.mark == .bar || layer.mark == .area else { continue }
            let ends = isHorizontal ? marks.xEnd : marks.yEnd
            guard ends.isEmpty else {
                // Of a stretch with one end unknown, the other tells where it is hatched.
                self.marks[number].spans = zip(marks.amounts, ends).map { start, end in
                    start.isNaN ? Extent(end, .nan) : Extent(start, end)
                }
                continue
            }
            let items = (0..<marks.count).map { index in
                Stacking.Item(
                    key: .init(place: marks.places[index], lane: marks.lanes[index]),
                    amount: marks.amounts[index], isTotal: layer.detail(index).isTotal)
            }
            do {
                let method = layer.stacking ?? .standard
                let scale =
                    layer.isOnSecondAxis
                    ? chart.secondScale : isHorizontal ? chart.xScale : chart.yScale
                let spans = try Stacking(method: method).spans(
                    items, base: scale.kind == .log ? logBase(marks, scale) : 0)
                guard spans.allSatisfy({ !$0.start.isInfinite && !$0.end.isInfinite }) else {
                    canvas.error("the parts of a stack are too large to be summed up")
                    return false
                }
                self.marks[number].spans = spans
                self.marks[number].isStacked =
                    method != .unstacked && method != .waterfall
                    && Set(items.lazy.filter { !$0.key.place.isNaN }.map(\.key)).count
                        < items.count { !$0.key.place.isNaN }
                if method == .normalized { self.marks[number].shares = shares(items, spans, layer) }
                if method == .waterfall { warnOfTotals(items, marks, on: &canvas) }
            } catch {
                tell(error, on: &canvas)
                return false
            }
        }
        return true
    }

    /// The parts of each whole, rounded so that they sum to 100 where the chart asks for it.
    private func shares(
        _ items: [Stacking.Item], _ spans: [Extent], _ layer: Layer
    ) -> [Double] {
        var shares = spans.map { $0.end - $0.start }
        guard chart.roundsToHundred else { return shares }
        let decimals = Self.shareFormat(layer).precision ?? 0
        for stack in Dictionary(grouping: items.indices, by: { items[$0].key }).values {
            let parts = stack.map { shares[$0] }
            guard let rounded = Percentages.roundedToSum(parts, decimals: decimals) else {
                continue
            }
            for (index, share) in zip(stack, rounded) { shares[index] = share / 100 }
        }
        return shares
    }

    /// Where bars begin on a scale without zero: at its own end, or the power of ten below the least.
    private func logBase(_ marks: PlotMarks, _ scale: ScaleOptions) -> Double {
        if case .numbers(let low, let high) = scale.domain { return min(low, high) }
        let least = marks.amounts.filter { $0 > 0 }.min() ?? 1
        var base = 1.0
        while base * 10 < least { base *= 10 }
        while base >= least, base > 1e-300 { base /= 10 }
        return base
    }

    private func warnOfTotals(
        _ items: [Stacking.Item], _ marks: PlotMarks, on canvas: inout Canvas
    ) {
        let dimension = isHorizontal ? y : x
        for (index, level) in Stacking.wrongTotals(items) {
            let name = dimension.slot(at: marks.places[index])?.key ?? ""
            let format = marks.layer.labels.format ?? .plain
            canvas.warning(
                "the steps before “\(name)” lead to "
                    + "\(format.text(level, locale: chart.locale.number)), not to "
                    + format.text(items[index].amount, locale: chart.locale.number),
                hint: "add the step that is not there")
        }
    }

    private func tell(_ problem: Stacking.Problem, on canvas: inout Canvas) {
        switch problem {
        case .negativePart:
            canvas.error("a part of a whole is negative", hint: "draw bars that are not stacked")
        case .missingPart:
            canvas.error(
                "a part of what is summed up is missing",
                hint: "leave the whole out of the query, or draw parts that are not stacked")
        case .zeroWhole:
            canvas.error("the parts of a whole are all zero", hint: "leave it out of the query")
        }
    }

    /// Finds what the directions of amounts span.
    private mutating func resolveAmounts(on canvas: inout Canvas) -> Bool {
        for (name, names) in zip([ChannelName.x, .y], Self.along) {
            let isCategory = (name == .x ? x : y).slots.isEmpty == false
            if isCategory { continue }
            guard let found = amounts(name, names, second: false, on: &canvas) else { return false }
            if name == .x { x = found } else { y = found }
        }
        if chart.layers.contains(where: \.isOnSecondAxis) {
            guard !isHorizontal else {
                canvas.error(
                    "lying bars have no second axis", hint: "let the bars stand, or draw two charts"
                )
                return false
            }
            second = amounts(.y, Self.along[1], second: true, on: &canvas)
            if second == nil { return false }
        }
        return true
    }

    private func amounts(
        _ name: ChannelName, _ names: [ChannelName], second: Bool, on canvas: inout Canvas
    ) -> Dimension? {
        let isX = name == .x
        let isAmount = isX == isHorizontal
        var extent: Extent?
        let note = { (values: [Double]) in
            for value in values where value.isFinite {
                extent = extent?.including(value) ?? Extent(value, value)
            }
        }
        var includesZero = false
        var hasShares = false
        for marks in marks where !isAmount || marks.layer.isOnSecondAxis == second {
            if isAmount, !marks.spans.isEmpty {
                for (index, span) in marks.spans.enumerated() {
                    // A missing part stretches nowhere, but its whole is worth room.
                    if !span.end.isNaN, marks.isMissing(index), marks.layer.stacking != .waterfall {
                        continue
                    }
                    // Bars grow from zero, wherever the axis begins.
                    note(span.start == 0 ? [span.end] : [span.start, span.end])
                }
                includesZero = true
                hasShares = hasShares || marks.layer.stacking == .normalized
            } else {
                note(isX ? marks.x : marks.y)
                note(isX ? marks.xEnd : marks.yEnd)
                if isAmount, marks.layer.mark == .line { includesZero = true }
            }
        }
        let options = second ? chart.secondScale : isX ? chart.xScale : chart.yScale
        let axis = second ? chart.secondAxis : isX ? chart.xAxis : chart.yAxis
        let channels = channels(names, second: second)
        let resolver = DimensionResolver(
            options: options, axis: axis, locale: chart.locale,
            name: isX ? "the horizontal axis" : "the vertical axis")
        if hasShares { extent = (extent ?? .unit).including(0).including(1) }
        let isForBars = marks.contains {
            !$0.spans.isEmpty && $0.layer.mark == .bar && $0.layer.isOnSecondAxis == second
        }
        return resolver.numbers(
            around: extent, areDays: !channels.isEmpty && channels.allSatisfy(\.isDates),
            includesZero: includesZero,
            // Bars with figures need no axis, and so no round end.
            isNice: isAmount ? !(isForBars && axis.isShown != true) : axis.isShown != false,
            on: &canvas)
    }

    /// Gives the dimensions their places on the page.
    mutating func setRanges(x: Extent, y: Extent) {
        self.x.setRange(x)
        self.y.setRange(y)
        second?.setRange(y)
    }

    // MARK: - Colours

    /// Whether a layer of bars has a line drawn over it.
    private func isBehindLine(_ layer: Layer) -> Bool {
        layer.mark == .bar && layer.channels[.color] == nil
            && chart.layers.contains { $0.mark == .line }
    }

    /// The colour of a mark.
    func color(_ marks: PlotMarks, _ index: Int) -> Color {
        let layer = marks.layer
        let detail = layer.detail(index)
        if let own = detail.color { return own }
        if let ramp {
            if case .numbers(let values)? = layer.channels[.color]?.values {
                return values[index].flatMap { ramp.color($0) } ?? chart.style.track
            }
        }
        if let color = layer.color { return detail.isKey ? chart.style.key : color }
        if layer.mark == .bar, layer.stacking == .waterfall {
            if detail.isTotal { return chart.style.key }
            return marks.amounts[index] < 0 ? chart.style.negative : chart.style.positive
        }
        let isAlone =
            layer.channels[.color] == nil && layer.channels[.series] == nil && series.count < 2
        if isBehindLine(layer), series.indices.contains(marks.series[index]) {
            // Bars step back behind a line, so that it and its labels stand out.
            return series[marks.series[index]].color.mixed(with: chart.style.ground, 0.6)
        }
        if isAlone, layer.mark == .bar { return detail.isKey ? chart.style.key : chart.style.mark }
        return series.indices.contains(marks.series[index])
            ? series[marks.series[index]].color : chart.style.mark
    }
}

extension Layer.Mark {
    /// What a message calls several of them.
    var plural: String {
        switch self {
        case .bar: "bars"
        case .line: "lines"
        case .area: "areas"
        case .point: "points"
        case .rule: "rules"
        case .rectangle: "cells"
        case .sector: "sectors"
        }
    }
}
