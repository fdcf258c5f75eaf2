import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import YAML

/// Makes the chart that a block describes: asks its queries, and turns columns into channels.
struct ChartMaker {
    let block: ChartBlock
    let resolver: Resolver
    let surface: Surface
    /// The rows that a small chart of several shows; `nil` for all.
    var part: (field: String, name: String)?

    private var location: SourceLocation { block.location }

    /// More rows of bars, points or cells than this are no chart.
    private static let mostRows = 20_000
    /// More rows of a line than this are beyond what a query gives.
    private static let mostPoints = 100_000

    init(_ block: ChartBlock, _ resolver: Resolver, on surface: Surface) {
        self.block = block
        self.resolver = resolver
        self.surface = surface
    }

    /// The finished chart; `nil` where its rows do not have what it needs, and that is noted.
    func chart() -> Chart? {
        var layers: [Layer] = []
        var isComplete = true
        for layer in block.layers {
            if let made = make(layer) { layers.append(made) } else { isComplete = false }
        }
        guard isComplete, !layers.isEmpty, isWithinDomains(layers) else { return nil }
        layers = guides(around: layers)
        var chart = Chart(
            layers: layers, style: resolver.chartStyle(on: surface), locale: resolver.locale)
        let shared = block.layers[0].channels
        (chart.xScale, chart.xAxis) = direction("x", "x2")
        (chart.yScale, chart.yAxis) = direction("y", "y2")
        if let second = block.layers.first(where: \.isOnSecondAxis)?.channels["y"] {
            (chart.secondScale, chart.secondAxis) = (scale(second), axis(second))
        }
        if let color = shared["color"]
            ?? block.layers.lazy.compactMap({ $0.channels["color"] }).first
        {
            chart.colors = colors(color)
            if let key = block.layers.lazy.compactMap(\.key).first {
                pointOut(key, of: color, in: &chart)
            }
            chart.legend = color.legend ?? .automatic
        }
        chart.comparisons = block.comparisons.map { compare in
            Comparison(
                compare.kind, from: compare.from, to: compare.to,
                text: compare.value.map { resolver.text($0).plain })
        }
        chart.hasStackTotals = block.hasStackTotals
        chart.roundsToHundred = block.roundsToHundred
        chart.total = block.total.map(total)
        chart.center = block.center.map { center in
            ChartCenter(
                figure: resolver.text(center.value).plain,
                label: center.label.map { resolver.text($0).plain } ?? "")
        }
        chart.unit = block.unit.map { resolver.text($0).plain } ?? ""
        chart.title = block.title.map { resolver.text($0).plain } ?? ""
        chart.accessibilityLabel = block.alternative.map { resolver.text($0).plain }
        chart.accessibilityDetail = block.detail.map { resolver.text($0).plain }
        if block.isSparkline { strip(&chart) }
        return chart
    }

    /// A small chart without axes, grid and labels but for the last point.
    private func strip(_ chart: inout Chart) {
        chart.xAxis.isShown = false
        chart.yAxis.isShown = false
        chart.legend = .hidden
        for index in chart.layers.indices {
            if chart.layers[index].labels.which == .automatic {
                chart.layers[index].labels.which = LabelOptions.Which.none
            }
            if chart.layers[index].mark == .line {
                chart.layers[index].markers = .last
                chart.layers[index].lineWidth = chart.layers[index].lineWidth ?? 1.5
            }
        }
    }

    // MARK: - Rows

    /// The rows of a layer, in the order that its channels ask for.
    func rows(_ layer: ChartLayer) -> [Row] {
        var needs: [String] = []
        for name in ChartLayer.channelNames {
            if let field = layer.channels[name]?.field { needs.append(field) }
        }
        if let field = layer.ends?.field { needs.append(field) }
        if let field = block.facet?.field { needs.append(field) }
        let isLong = layer.mark == .line || layer.mark == .area
        var rows = resolver.table(
            layer.query, needs: needs, atMost: isLong ? Self.mostPoints : Self.mostRows)
        if let part { rows = rows.filter { $0.text(part.field) == part.name } }
        return rows
    }

    private func make(_ layer: ChartLayer) -> Layer? {
        var rows = rows(layer)
        let kinds = ChannelKinds(layer, rows, resolver, scales: block)
        guard kinds.isSettled else { return nil }
        rows = kinds.sorted(rows)
        var made = Layer(layer.mark)
        for (name, channel) in layer.channels {
            guard let target = target(name, in: layer), let values = kinds.values(name, rows) else {
                continue
            }
            // A deck's “text” is no visual quality: see the details.
            made.channels[target] = Channel(channel.title ?? channel.field, values)
        }
        if layer.channels["text"] != nil, made.channels.isEmpty { return nil }
        guard kinds.isSettled else { return nil }
        if let field = layer.ends?.field {
            made.channels[.end] = Channel(field, .numbers(rows.map { $0.number(field) }))
        }
        made.details = details(layer, rows, kinds)
        dress(&made, layer, kinds)
        return made
    }

    private func target(_ name: String, in layer: ChartLayer) -> ChannelName? {
        switch name {
        case "x": layer.channels["x2"] == nil ? .x : .xStart
        case "x2": .xEnd
        case "y": layer.channels["y2"] == nil ? .y : .yStart
        case "y2": .yEnd
        case "theta": .angle
        case "color": .color
        case "shape": .symbol
        case "size": .size
        case "xOffset", "yOffset": .position
        case "detail": .series
        default: nil
        }
    }

    /// The look of a layer's marks.
    private func dress(_ made: inout Layer, _ layer: ChartLayer, _ kinds: ChannelKinds) {
        made.interpolation = layer.interpolation
        made.lineWidth = layer.width
        made.dash = layer.dash
        made.opacity = layer.opacity
        made.thickness = layer.thickness
        made.symbol = layer.symbol
        made.markers = layer.markers
        made.color = layer.color.map { resolver.theme.color($0) }
        made.stacking = layer.stack?.method
        made.hasTrack = layer.hasTrack
        made.isOnSecondAxis = layer.isOnSecondAxis
        made.innerRadius = layer.hole ?? (block.center == nil ? 0 : 0.63)
        if let labels = layer.labels {
            made.labels.which = labels.which ?? .automatic
            made.labels.position = labels.position ?? .automatic
            made.labels.size = labels.size
            made.labels.spacing = labels.spacing
            made.labels.isMovable = labels.isMovable
        }
        let amount = kinds.amount
        made.labels.format =
            layer.labels?.format.flatMap { resolver.numberFormat($0, at: layer.location) }
            ?? amount.flatMap { resolver.numberFormat($0) }
        made.ends = layer.ends.map { ends in
            var options = EndOptions()
            options.format = ends.format
            options.unit = ends.unit.map { resolver.text($0).plain } ?? ""
            options.isOutside = ends.isOutside
            return options
        }
    }

    // MARK: - Details

    /// What is particular to single marks; none where nothing is.
    private func details(_ layer: ChartLayer, _ rows: [Row], _ kinds: ChannelKinds) -> [Detail] {
        let text = layer.channels["text"]
        let category = kinds.category.map(\.field)
        let hasAny =
            ["status", "rounded", "inset"].contains { rows.first?.has($0) ?? false }
            || text != nil || layer.key != nil || !layer.totals.isEmpty || !layer.nudges.isEmpty
        guard hasAny else { return [] }
        checkNames(layer, rows, category)
        let series = layer.channels["color"]?.field
        let textFormat = text.flatMap { resolver.numberFormat($0) }
        let lastKey = kinds.lastKey(rows)
        return rows.enumerated().map { index, row in
            let name = category.map(row.text) ?? ""
            let full = [series.map(row.text) ?? "", name].filter { !$0.isEmpty }
                .joined(separator: " ")
            var detail = Detail(
                standing: row.standing, isRounded: row.flag("rounded"),
                isKey: isKey(layer, name, index, rows.count, lastKey),
                isTotal: layer.totals.contains(name), inset: row.text("inset"))
            if let text {
                detail.text =
                    row.number(text.field).map { resolver.print($0, textFormat) }
                    ?? row.text(text.field)
            }
            if let nudge = layer.nudges[full] ?? layer.nudges[name] {
                detail.nudge = Point(nudge[0], nudge[1])
            }
            return detail
        }
    }

    private func isKey(
        _ layer: ChartLayer, _ name: String, _ index: Int, _ count: Int, _ last: String?
    ) -> Bool {
        switch layer.key {
        case "first": index == 0
        case "last": layer.mark == .line || layer.mark == .area ? name == last : index == count - 1
        case let key?: key == name
        case nil: false
        }
    }

    /// Notes a key, sum or nudge that names none of the categories.
    private func checkNames(_ layer: ChartLayer, _ rows: [Row], _ category: String?) {
        guard let category, !rows.isEmpty else { return }
        let names = rows.map { $0.text(category) }
        var known = Set(names)
        if let series = layer.channels["color"]?.field {
            for row in rows { known.insert(row.text(series) + " " + row.text(category)) }
            known.formUnion(rows.map { $0.text(series) })
        }
        let wanted =
            [layer.key].compactMap { $0 }.filter { $0 != "first" && $0 != "last" }
            .map { ($0, "to point out", "“key” is first, last or one of its names") }
            + layer.totals.map { ($0, "among its steps", "“totals” are names of its steps") }
            + layer.nudges.keys.sorted().map { ($0, "to nudge", "“nudges” name what is labelled") }
        for (name, what, hint) in wanted where !known.contains(name) {
            resolver.findings.add(
                .error(
                    "the chart has no “\(name)” \(what)", at: layer.location,
                    hint: nearest(to: name, among: known).map { "did you mean “\($0)”?" }
                        ?? hint))
        }
    }

    private func total(_ total: ChartBlock.Labelled) -> ChartTotal {
        let text = resolver.text(total.value)
        // The figure itself must be one: a text is no sum.
        _ = resolver.number(total.value)
        return ChartTotal(
            label: total.label.map { resolver.text($0).plain } ?? "",
            text: text.spans.filter { !$0.isMark }.map(\.text).joined(),
            standing: text.footnotes.contains(.derived) ? .derived : .firm)
    }

    // MARK: - Scales and axes

    /// The scale and axis of a direction: what the first layer that has it says.
    private func direction(_ name: String, _ end: String) -> (ScaleOptions, AxisOptions) {
        let layers = block.layers.filter { name == "x" || !$0.isOnSecondAxis }
        let channel = layers.lazy.compactMap { $0.channels[name] ?? $0.channels[end] }.first
        guard let channel else { return (ScaleOptions(), AxisOptions()) }
        var options = scale(channel)
        if let shared = channel.shared, options.domain == nil {
            options.domain = resolver.greatest(ofShared: shared).map { .numbers(0, $0) }
        }
        return (options, axis(channel))
    }

    private func scale(_ channel: ChartChannel) -> ScaleOptions {
        var options = ScaleOptions()
        if let kind = channel.scaleKind {
            options.kind = kind.position
            if kind.position == nil {
                resolver.findings.add(
                    .error("“\(kind.rawValue)” is a scale of colours", at: channel.location))
            }
        } else if channel.kind == .ordinal || channel.kind == .nominal {
            options.kind = .ordinal
        } else if channel.kind == .temporal, channel.order != nil {
            options.kind = .ordinal
        }
        options.isNice = channel.isNice
        options.includesZero = channel.includesZero
        options.isReversed = channel.isReversed
        options.domain = channel.domain.flatMap { domain($0) }
        return options
    }

    /// Two numbers or two days; else names.
    private func domain(_ nodes: [Node]) -> ScaleOptions.Domain? {
        let texts = nodes.map { $0.scalar?.text ?? "" }
        let numbers = texts.compactMap(Double.init).filter { $0.isFinite && abs($0) <= 1e15 }
        if numbers.count == 2, texts.count == 2 {
            guard numbers[0] < numbers[1] else {
                resolver.findings.add(
                    .error("a domain runs from low to high", at: nodes[0].location))
                return nil
            }
            return .numbers(numbers[0], numbers[1])
        }
        let days = texts.compactMap { CivilDate(iso: $0) }
        if days.count == 2, texts.count == 2, days[0] < days[1] { return .dates(days[0], days[1]) }
        return .names(texts)
    }

    private func axis(_ channel: ChartChannel) -> AxisOptions {
        var options = AxisOptions()
        options.isShown = channel.hasAxis
        options.title = channel.axisTitle ?? ""
        options.hasGrid = channel.hasGrid
        options.leastLines = channel.lines
        options.names = channel.names
        if let ticks = channel.ticks { options.values = values(ticks) }
        if let count = channel.tickCount { options.values = .count(count) }
        if let format = channel.axisFormat {
            if channel.isTemporal {
                options.dateFormat = dateFormat(format, at: channel.location)
            } else {
                options.format = resolver.numberFormat(format, at: channel.location)
            }
        }
        if channel.isTemporal, channel.axisFormat == nil, let format = channel.format {
            options.dateFormat = dateFormat(format, at: channel.formatLocation)
        }
        options.groupFormat = channel.group.flatMap { dateFormat($0, at: channel.location) }
        return options
    }

    private func values(_ nodes: [Node]) -> AxisOptions.Values {
        let texts = nodes.map { $0.scalar?.text ?? "" }
        let numbers = texts.compactMap(Double.init).filter { $0.isFinite && abs($0) <= 1e15 }
        if numbers.count == texts.count { return .numbers(numbers) }
        let days = texts.compactMap { CivilDate(iso: $0) }
        return days.count == texts.count ? .dates(days) : .names(texts)
    }

    private func dateFormat(_ text: String, at location: SourceLocation) -> DateFormat? {
        do {
            return try DateFormat(text)
        } catch {
            resolver.findings.add(
                .error("“\(text)” is not a date format: \(error.message)", at: location))
            return nil
        }
    }

    private func colors(_ channel: ChartChannel) -> ColorOptions {
        var options = ColorOptions()
        options.kind = channel.scaleKind?.color
        if channel.kind == .nominal || channel.kind == .ordinal { options.kind = .ordinal }
        options.range = channel.range.map { resolver.theme.color($0) }
        options.format =
            (channel.legendFormat ?? channel.format).flatMap {
                resolver.numberFormat($0, at: channel.formatLocation)
            }
        let texts = channel.domain?.map { $0.scalar?.text ?? "" } ?? []
        let numbers = texts.compactMap(Double.init).filter(\.isFinite)
        if !texts.isEmpty, numbers.count == texts.count, options.kind != .ordinal {
            options.numbers = numbers
        } else if !texts.isEmpty {
            options.names = texts
        }
        return options
    }

    /// Notes a figure beyond the ends that the deck gives its axis, where the deck gives them.
    private func isWithinDomains(_ layers: [Layer]) -> Bool {
        for (layer, made) in zip(block.layers, layers) {
            for (name, target, noun) in [
                ("x", ChannelName.x, "horizontal"), ("y", .y, "vertical"),
            ] {
                guard let channel = layer.channels[name], let nodes = channel.domain,
                    case .numbers(let low, let high)? = domain(nodes),
                    case .numbers(let values)? = made.channels[target]?.values
                else { continue }
                // Bars begin at zero, and may be cut off there: a rule tells of that.
                let outside = values.lazy.compactMap { $0 }.first {
                    $0 > high || ($0 < low && made.mark != .bar)
                }
                guard let outside else { continue }
                let format = made.labels.format
                resolver.findings.add(
                    .error(
                        "\(resolver.print(outside, format)) lies outside of the \(noun) axis, which "
                            + "runs from \(resolver.print(low, format)) to "
                            + "\(resolver.print(high, format))", at: channel.location,
                        hint: "widen “scale: {domain: …}”"))
                return false
            }
        }
        return true
    }

    /// Gives the key colour to one series and a quiet one to the others.
    private func pointOut(_ key: String, of color: ChartChannel, in chart: inout Chart) {
        guard color.range.isEmpty, chart.colors.kind != .sequential else { return }
        var names: [String] = chart.colors.names ?? []
        for case .names(let values)? in chart.layers.map({ $0.channels[.color]?.values }) {
            var seen = Set(names)
            names += values.filter { seen.insert($0).inserted }
        }
        guard names.contains(key) else { return }
        chart.colors.names = names
        chart.colors.range = names.map { $0 == key ? chart.style.key : resolver.theme.color(.c6) }
    }

    // MARK: - Bands and rules

    /// The layers with bands behind them and rules on top.
    private func guides(around layers: [Layer]) -> [Layer] {
        var before: [Layer] = []
        var after: [Layer] = []
        for guide in block.guides {
            let name: ChannelName = guide.isAlongY ? .y : .x
            guard
                let sample = layers.lazy.compactMap({
                    $0.channels[name] ?? $0.channels[guide.isAlongY ? .yStart : .xStart]
                }).first,
                let from = values([guide.from], like: sample, of: layers, name)
            else { continue }
            let details = guide.label.map { [Detail(text: resolver.text($0).plain)] } ?? []
            if let to = guide.to {
                guard let end = values([to], like: sample, of: layers, name) else { continue }
                guard isForward(from, end, sample) else {
                    tell(guide)
                    continue
                }
                before.append(
                    made(
                        .rectangle,
                        [
                            guide.isAlongY ? .yStart : .xStart: Channel(sample.label, from),
                            guide.isAlongY ? .yEnd : .xEnd: Channel(sample.label, end),
                        ], details, guide.color))
            } else {
                after.append(
                    made(.rule, [name: Channel(sample.label, from)], details, guide.color))
            }
        }
        return before + layers + after
    }

    private func made(
        _ mark: Layer.Mark, _ channels: [ChannelName: Channel], _ details: [Detail],
        _ color: ColorRole?
    ) -> Layer {
        var layer = Layer(mark, channels, details: details)
        layer.color = color.map { resolver.theme.color($0) }
        return layer
    }

    /// What a guide says in the kind of the channel that it belongs to; `nil`, and noted, where it is
    /// not on the axis.
    private func values(
        _ nodes: [Node], like sample: Channel, of layers: [Layer], _ name: ChannelName
    ) -> Channel.Values? {
        let texts = nodes.map { $0.scalar?.text ?? "" }
        switch sample.values {
        case .numbers:
            let numbers = texts.compactMap(Double.init).filter(\.isFinite)
            if numbers.count == texts.count { return .numbers(numbers) }
        case .dates:
            let days = texts.compactMap { CivilDate(iso: $0) }
            if days.count == texts.count { return .dates(days) }
        case .names:
            let known = Set(
                layers.compactMap { $0.channels[name]?.values }.flatMap { values -> [String] in
                    if case .names(let names) = values { return names }
                    return []
                })
            if texts.allSatisfy(known.contains) { return .names(texts) }
        }
        resolver.findings.add(
            .error(
                "“\(texts.joined(separator: ", "))” is not on the axis",
                at: nodes.first?.location ?? location,
                hint: "bands and rules stand at values of their axis"))
        return nil
    }

    private func isForward(
        _ from: Channel.Values, _ to: Channel.Values, _ sample: Channel
    ) -> Bool {
        switch (from, to, sample.values) {
        case (.numbers(let from), .numbers(let to), _): return (from[0] ?? 0) < (to[0] ?? 0)
        case (.dates(let from), .dates(let to), _):
            guard let from = from[0], let to = to[0] else { return false }
            return from <= to
        case (.names(let from), .names(let to), .names(let all)):
            guard let first = all.firstIndex(of: from[0]), let last = all.firstIndex(of: to[0])
            else { return false }
            return first <= last
        default: return false
        }
    }

    private func tell(_ guide: ChartBlock.Guide) {
        let from = guide.from.scalar?.text ?? ""
        let to = guide.to?.scalar?.text ?? ""
        resolver.findings.add(
            .error(
                "the band from “\(from)” to “\(to)” is not on the axis", at: guide.location,
                hint: "a band runs forward"))
    }
}

extension ChartLayer {
    /// Whether its amounts have an axis of their own, at the right.
    var isOnSecondAxis: Bool { channels["y"]?.orient == .right }
}

extension ChartChannel {
    /// Whether it holds days, by its type or by the formats of its axis.
    var isTemporal: Bool {
        if let kind { return kind == .temporal }
        return [axisFormat, group, format].contains { format in
            guard let format, let mark = format.firstIndex(of: "%") else { return false }
            let next = format.index(after: mark)
            return next < format.endIndex && (format[next].isLetter || format[next] == "-")
        }
    }
}

extension Resolver {
    /// The colours of categories, in order.
    var categoricalPalette: [Color] {
        ColorRole.categorical.map { theme.color($0) }
    }

    /// The format of a channel's figures.
    func numberFormat(_ channel: ChartChannel) -> NumberFormat? {
        channel.isTemporal
            ? nil : channel.format.flatMap { numberFormat($0, at: channel.formatLocation) }
    }

    /// A number format; a wrong one is noted.
    func numberFormat(_ text: String, at location: SourceLocation) -> NumberFormat? {
        let reading = Reading()
        defer { findings.add(reading.findings) }
        let format = NumberFormat(reading: text, at: location, into: reading)
        if let format { recorder.note(format) }
        return format
    }

    /// The colours and letters of charts on a surface.
    func chartStyle(on surface: Surface) -> ChartStyle {
        ChartStyle(
            family: theme.family, ink: theme.color(surface.text), muted: theme.color(surface.muted),
            hairline: theme.color(surface.rule), ground: theme.color(surface.ground),
            track: theme.color(surface == .ink ? .onInkRule : .track),
            mark: theme.color(surface == .ink ? .onInkMark : .c4),
            key: theme.color(surface == .ink ? .accentLight : .primary),
            accent: theme.color(.accent), accentText: theme.color(.accentText),
            missing: theme.noData, missingOutline: theme.color(.noDataOutline),
            negative: theme.color(.negative), positive: theme.color(.positive),
            palette: categoricalPalette,
            ramp: ColorRamp(from: theme.color(.rampLow), to: theme.color(.rampHigh)),
            missingText: words.missing, roundedText: words.rounded, totalText: words.total,
            decimalMark: locale.number.decimal)
    }
}
