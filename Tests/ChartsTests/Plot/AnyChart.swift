import Graphics
import Layout
import Scales
import TestSupport

@testable import Charts

/// The forms of charts that properties are asked of.
enum AnyForm: CaseIterable {
    case bars, grouped, stacked, normalized, centered, unstacked, waterfall, spans
    case lineOverNames, lineOverPeriods, lineOverDays, lineOverNumbers, lineOverLog
    case area, stackedArea, points, bubbles, heat, pie, donut, barsAndLine, secondAxis

    /// Whether it is a circle.
    var isRound: Bool { self == .pie || self == .donut }

    /// Whether it has bars that may lie.
    var hasBars: Bool {
        switch self {
        case .bars, .grouped, .stacked, .normalized, .centered, .unstacked, .waterfall, .spans:
            true
        default: false
        }
    }
}

/// A chart made at random, not always a sensible one.
struct AnyChart: CustomStringConvertible {
    var form: AnyForm
    var chart: Chart
    var rect: Rect

    /// What to look for where a property fails.
    var description: String { "\(form) in \(rect)" }
}

extension AnyChart {
    /// Whether a mark has no figure, and so no label of its own.
    func isMissing(_ layer: Int, _ index: Int) -> Bool {
        let amounts: [ChannelName] = [.x, .xStart, .xEnd, .y, .yStart, .yEnd, .angle]
        return chart.layers[layer].channels.contains { name, channel in
            guard amounts.contains(name), case .numbers(let values) = channel.values else {
                return false
            }
            return values[index] == nil
        }
    }

    /// The name of a mark's colour.
    func name(_ layer: Int, _ index: Int) -> String {
        chart.layers[layer].channels[.color]?.names[index] ?? ""
    }

    /// Whether a mark is the last one of a line, whose figure may stand beside the plot.
    func isLastOfLine(_ number: Int, _ index: Int) -> Bool {
        let layer = chart.layers[number]
        guard layer.mark == .line, let x = layer.channels[.x] else { return false }
        let series = layer.channels[.color]?.names ?? []
        let mates = (0..<layer.count).filter {
            !isMissing(number, $0) && (series.isEmpty || series[$0] == series[index])
        }
        guard case .names(let names) = x.values else { return mates.last == index }
        // Names stand in the order of their first appearance.
        var order: [String: Int] = [:]
        for name in names where order[name] == nil { order[name] = order.count }
        return mates.allSatisfy { order[names[$0]] ?? 0 <= order[names[index]] ?? 0 }
    }
}

extension SplitMix64 {
    /// Whether something is so, once in `odds` times.
    mutating func once(in odds: Int) -> Bool { Int.random(in: 1...odds, using: &self) == 1 }

    /// One of several.
    mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    /// A chart of any form in any place.
    mutating func anyChart(_ forms: [AnyForm] = AnyForm.allCases) -> AnyChart {
        let form = one(of: forms)
        let rect = Rect(
            x: Double(Int.random(in: 0...50, using: &self)),
            y: Double(Int.random(in: 0...50, using: &self)),
            width: Double(Int.random(in: 20...900, using: &self)),
            height: Double(Int.random(in: 20...500, using: &self)))
        return AnyChart(form: form, chart: anyChart(form), rect: rect)
    }

    /// A chart of a form.
    mutating func anyChart(_ form: AnyForm) -> Chart {
        let isFew = Bool.random(using: &self)
        let most = form.isRound ? (isFew ? 6 : 30) : (isFew ? 8 : 60)
        let names = uniqueNames(Int.random(in: 1...most, using: &self))
        var chart = Chart(layers: layers(form, names), style: style)
        dress(&chart, form, names)
        return chart
    }

    // MARK: - Data

    /// Names that differ, as the rows of a query do.
    mutating func uniqueNames(_ count: Int) -> [String] {
        let length = one(of: [1, 6, 12, 60])
        var seen: Set<String> = []
        return (0..<count).map { index in
            let name = once(in: 3) ? "\(2000 + index)" : name(length)
            return seen.insert(name).inserted ? name : "\(name)\(index)"
        }
    }

    /// Figures of one kind: any, equal ones, ones below zero, with gaps.
    mutating func figures(
        _ count: Int, isKnown: Bool = false, isPositive: Bool = false
    ) -> [Double?] {
        let kind = Int.random(in: 0...5, using: &self)
        let equal = figure()
        return (0..<count).map { _ in
            if !isKnown, kind > 2, once(in: 8) { return nil }
            let value = kind == 0 ? equal : figure()
            return isPositive ? value : kind == 1 && once(in: 3) ? -value : value
        }
    }

    /// What is particular to marks, in any mixture.
    mutating func details(_ count: Int) -> [Detail] {
        guard Bool.random(using: &self) else { return [] }
        return (0..<count).map { _ in
            var detail = Detail()
            if once(in: 6) { detail.standing = one(of: Standing.allCases) }
            if once(in: 12) { detail.isRounded = true }
            if once(in: 12) { detail.isKey = true }
            if once(in: 12) { detail.text = once(in: 3) ? "" : name(12) }
            if once(in: 12) { detail.inset = name(8) }
            if once(in: 20) {
                detail.nudge = Point(
                    Double.random(in: -30...30, using: &self),
                    Double.random(in: -30...30, using: &self))
            }
            return detail
        }
    }

    mutating func labels() -> LabelOptions {
        var labels = LabelOptions()
        if once(in: 3) { labels.which = one(of: LabelOptions.Which.allCases) }
        if once(in: 3) { labels.position = one(of: LabelOptions.Position.allCases) }
        if once(in: 8) { labels.size = Double.random(in: 9...20, using: &self) }
        if once(in: 8) { labels.spacing = Double.random(in: 0...12, using: &self) }
        if once(in: 8) { labels.isMovable = false }
        if once(in: 2) {
            labels.format = .grouped
            labels.format?.precision = Int.random(in: 0...2, using: &self)
            labels.format?.kind = .fixed
        }
        return labels
    }

    // MARK: - Layers

    private mutating func layer(
        _ mark: Layer.Mark, _ channels: [ChannelName: Channel]
    ) -> Layer {
        var layer = Layer(mark, channels)
        layer.details = details(layer.count)
        layer.labels = labels()
        layer.hasTrack = once(in: 4)
        layer.markers = one(of: Layer.Markers.allCases)
        if once(in: 4) { layer.opacity = 0.6 }
        if once(in: 3) { layer.interpolation = one(of: Interpolation.allCases) }
        if once(in: 3) {
            layer.ends = EndOptions()
            layer.ends?.unit = once(in: 2) ? "%" : ""
        }
        return layer
    }

    private mutating func layers(_ form: AnyForm, _ names: [String]) -> [Layer] {
        let series = uniqueNames(Int.random(in: 1...5, using: &self))
        switch form {
        case .bars, .grouped, .stacked, .normalized, .centered, .unstacked, .waterfall, .spans:
            return [bars(form, names, series)]
        case .lineOverNames, .lineOverPeriods, .lineOverDays, .lineOverNumbers, .lineOverLog,
            .area, .stackedArea:
            return [courses(form, names.count, names, series)]
        case .points, .bubbles: return [points(form, Array(names.prefix(16)), series)]
        case .heat: return [heat(names, series)]
        case .pie, .donut:
            var sectors = layer(
                .sector,
                [
                    .angle: Channel("n", .numbers(figures(names.count, isKnown: !once(in: 5)))),
                    .color: Channel("name", .names(names)),
                ])
            sectors.innerRadius = form == .donut ? Double.random(in: 0.3...0.8, using: &self) : 0
            return [sectors]
        case .barsAndLine, .secondAxis:
            let x = Channel("x", .names(names))
            var line = layer(.line, [.x: x, .y: Channel("b", .numbers(figures(names.count)))])
            line.isOnSecondAxis = form == .secondAxis
            return [
                layer(.bar, [.x: x, .y: Channel("a", .numbers(figures(names.count)))]), line,
            ]
        }
    }

    private mutating func bars(
        _ form: AnyForm, _ names: [String], _ series: [String]
    ) -> Layer {
        let isLying = Bool.random(using: &self)
        let isSplit = [.grouped, .stacked, .normalized, .centered, .unstacked].contains(form)
        let parts = isSplit ? series : [""]
        // Not every category has every part.
        var rows: [(String, String)] = []
        for name in names {
            for part in parts where rows.isEmpty || !once(in: 10) { rows.append((name, part)) }
        }
        let values = figures(
            rows.count, isKnown: form == .normalized ? !once(in: 6) : once(in: 2),
            isPositive: form == .normalized ? !once(in: 6) : once(in: 2))
        var channels: [ChannelName: Channel] = [
            isLying ? .y : .x: Channel("place", .names(rows.map(\.0))),
            isLying ? .x : .y: Channel("amount", .numbers(values)),
        ]
        if isSplit { channels[.color] = Channel("part", .names(rows.map(\.1))) }
        if form == .grouped { channels[.position] = channels[.color] }
        if form == .spans {
            channels[isLying ? .xStart : .yStart] = channels[isLying ? .x : .y]
            channels[isLying ? .x : .y] = nil
            channels[isLying ? .xEnd : .yEnd] = Channel("end", .numbers(figures(rows.count)))
        }
        var layer = layer(.bar, channels)
        switch form {
        case .normalized: layer.stacking = .normalized
        case .centered: layer.stacking = .center
        case .unstacked: layer.stacking = .unstacked
        case .waterfall:
            layer.stacking = .waterfall
            if layer.details.isEmpty {
                layer.details = rows.map { _ in Detail(isTotal: false) }
            }
            for index in rows.indices where index == rows.count - 1 || once(in: 6) {
                layer.details[index].isTotal = true
            }
        default: break
        }
        return layer
    }

    private mutating func courses(
        _ form: AnyForm, _ count: Int, _ names: [String], _ series: [String]
    ) -> Layer {
        let parts = form == .area || once(in: 3) ? [""] : series
        let start = Int.random(in: -3000...3000, using: &self)
        let step = one(of: [1, 3, 12])
        let position = { (index: Int, random: inout SplitMix64) -> Channel.Values in
            switch form {
            case .lineOverPeriods:
                .dates([CivilDate(monthIndex: 2000 * 12 / step * step + index * step)])
            case .lineOverDays: .dates([CivilDate(dayNumber: start + index * 3)])
            case .lineOverNumbers: .numbers([Double(index) * Double(index) - 7])
            default: .names([names[index]])
            }
        }
        var places: [Channel.Values] = []
        var owners: [String] = []
        for part in parts {
            for index in 0..<count where !once(in: 12) || owners.isEmpty {
                places.append(position(index, &self))
                owners.append(part)
            }
        }
        var x = Channel("time", .names([]))
        switch places[0] {
        case .names: x.values = .names(places.flatMap { Self.names($0) })
        case .numbers: x.values = .numbers(places.flatMap { Self.numbers($0) })
        case .dates: x.values = .dates(places.flatMap { Self.dates($0) })
        }
        let isPositive = form == .lineOverLog || Bool.random(using: &self)
        var values = figures(owners.count, isPositive: isPositive)
        if form == .lineOverLog { values = values.map { $0.map { $0 + 0.01 } } }
        var channels: [ChannelName: Channel] = [.x: x, .y: Channel("amount", .numbers(values))]
        if parts.count > 1 { channels[.color] = Channel("series", .names(owners)) }
        return layer(form == .area || form == .stackedArea ? .area : .line, channels)
    }

    private static func names(_ values: Channel.Values) -> [String] {
        if case .names(let names) = values { return names }
        return []
    }

    private static func numbers(_ values: Channel.Values) -> [Double?] {
        if case .numbers(let numbers) = values { return numbers }
        return []
    }

    private static func dates(_ values: Channel.Values) -> [CivilDate?] {
        if case .dates(let dates) = values { return dates }
        return []
    }

    private mutating func points(
        _ form: AnyForm, _ names: [String], _ series: [String]
    ) -> Layer {
        var channels: [ChannelName: Channel] = [
            .x: Channel("one", .numbers(figures(names.count))),
            .y: Channel("other", .numbers(figures(names.count))),
        ]
        if form == .bubbles {
            channels[.size] = Channel("size", .numbers(figures(names.count)))
        }
        if once(in: 2) {
            channels[.color] = Channel("group", .names(names.map { _ in one(of: series) }))
        }
        if once(in: 3) {
            channels[.symbol] = Channel("kind", .names(names.map { _ in one(of: series) }))
        }
        var layer = layer(.point, channels)
        if once(in: 2) {
            layer.details = names.map { Detail(text: $0) }
        }
        return layer
    }

    private mutating func heat(_ names: [String], _ series: [String]) -> Layer {
        let cells = names.flatMap { name in series.map { (name, $0) } }
        return layer(
            .rectangle,
            [
                .x: Channel("x", .names(cells.map(\.0))), .y: Channel("y", .names(cells.map(\.1))),
                .color: Channel("n", .numbers(figures(cells.count))),
            ])
    }

    // MARK: - Around the marks

    private mutating func dress(_ chart: inout Chart, _ form: AnyForm, _ names: [String]) {
        chart.style.roundedText = once(in: 2) ? "redondeado" : ""
        chart.style.totalText = "Total"
        if once(in: 3) { chart.legend = one(of: LegendPlace.allCases) }
        for axis in [\Chart.xAxis, \Chart.yAxis, \Chart.secondAxis] {
            if once(in: 4) { chart[keyPath: axis].isShown = Bool.random(using: &self) }
            if once(in: 4) { chart[keyPath: axis].title = name(20) }
            if once(in: 6) {
                chart[keyPath: axis].values = .count(Int.random(in: 0...20, using: &self))
            }
            if once(in: 8) { chart[keyPath: axis].names = one(of: AxisOptions.NamePlace.allCases) }
            if once(in: 8) {
                chart[keyPath: axis].leastLines = Int.random(in: 0...4, using: &self)
            }
            if once(in: 6) { chart[keyPath: axis].hasGrid = Bool.random(using: &self) }
        }
        if once(in: 6) { chart.xScale.isReversed = true }
        if once(in: 6) { chart.yScale.isReversed = true }
        if once(in: 6) { chart.yScale.includesZero = false }
        if form == .lineOverLog { chart.yScale.kind = .log }
        if form == .heat {
            chart.colors.kind = one(of: ColorOptions.Kind.allCases)
            if once(in: 3) { chart.colors.numbers = [1, 10, 1000] }
        }
        if form.hasBars || form == .barsAndLine, once(in: 4) {
            chart.comparisons = (0..<Int.random(in: 1...2, using: &self)).map { _ in
                Comparison(
                    one(of: Comparison.Kind.allCases), from: one(of: names), to: one(of: names),
                    text: once(in: 2) ? "+15 %" : nil)
            }
        }
        chart.hasStackTotals = once(in: 3)
        chart.roundsToHundred = once(in: 3)
        if once(in: 6) { chart.total = ChartTotal(label: name(20), text: "1,234.5") }
        if form == .donut, once(in: 2) {
            chart.center = ChartCenter(figure: name(9), label: once(in: 2) ? name(20) : "")
        }
        if !form.isRound, form != .heat, once(in: 5) { addGuides(&chart, form, names) }
    }

    /// A rule at a level, or a band over a stretch of names.
    private mutating func addGuides(_ chart: inout Chart, _ form: AnyForm, _ names: [String]) {
        var isLying = false
        if case .names? = chart.layers[0].channels[.y]?.values { isLying = true }
        if Bool.random(using: &self) {
            var rule = Layer(
                .rule, [isLying ? .x : .y: Channel("goal", .numbers([figure() + 1]))])
            rule.details = [Detail(text: name(12))]
            chart.layers.append(rule)
        } else if [.bars, .grouped, .stacked, .lineOverNames, .barsAndLine].contains(form) {
            let ends = [one(of: names), one(of: names)].map { Channel("at", .names([$0])) }
            var band = Layer(
                .rectangle,
                isLying ? [.yStart: ends[0], .yEnd: ends[1]] : [.xStart: ends[0], .xEnd: ends[1]])
            band.details = [Detail(text: name(12))]
            chart.layers.append(band)
        }
    }
}
