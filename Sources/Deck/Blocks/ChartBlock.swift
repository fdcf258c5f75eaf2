import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import YAML

/// A chart as a deck writes it: a mark, rows, and which column drives which channel.
struct ChartBlock: Block {
    /// The shapes that stand for figures.
    enum Mark: String, CaseIterable, Sendable {
        case bar, line, sector
    }

    /// What a channel shows.
    enum ChannelType: String, CaseIterable, Sendable {
        case quantitative, nominal, ordinal, temporal
    }

    /// A column of the rows and how it is shown.
    struct Channel: Sendable {
        var field: String
        var type: ChannelType?
        var format: String?
        var formatLocation: SourceLocation
        var domain: [Double]?
        var shared: String?
        var ticks: [Double]?
        var axisFormat: String?
        var group: String?
        var lines: Int
        var range: [ColorRole]
        var location: SourceLocation
    }

    var mark: Mark
    var query: Query
    var x: Channel?
    var y: Channel?
    var theta: Channel?
    var color: Channel?
    /// The category that the chart is about, or `first` or `last`.
    var key: String?
    var labels: ColumnChart.LabelPlace?
    var hasLabels: Bool
    var hasTrack: Bool
    var unit: Template?
    var total: Labelled?
    var hasStackTotals: Bool
    var compare: Compare?
    var bands: [Band]
    var ends: Ends?
    var center: Labelled?
    var hole: Double
    var location: SourceLocation

    /// A figure with a name.
    struct Labelled: Sendable {
        var label: Template?
        var value: Template
    }

    /// A comparison of two columns.
    struct Compare: Sendable {
        var from: String
        var to: String
        var value: Template
    }

    /// A stretch of the horizontal axis.
    struct Band: Sendable {
        var from: String
        var to: String
        var label: Template
        var location: SourceLocation
    }

    /// The last figures of lines, printed large.
    struct Ends: Sendable {
        var field: String?
        var format: NumberFormat?
        var unit: Template?
        var isOutside: Bool
    }
}

// MARK: - Reading

extension ChartBlock {
    init?(reading node: Node, into reading: Reading) {
        let fields = Fields(node, "a chart", reading)
        let mark: Mark? = fields.required("mark") == nil ? nil : fields.word("mark", Mark.self)
        let query = fields.required("data").flatMap { Query(reading: $0, into: reading) }
        x = ChartBlock.channel("x", fields)
        y = ChartBlock.channel("y", fields)
        theta = ChartBlock.channel("theta", fields)
        color = ChartBlock.channel("color", fields)
        key = fields.text("key")
        let places = ["above", "inside", "none"]
        labels = nil
        hasLabels = true
        if let node = fields.node("labels") {
            switch node.scalar?.text {
            case "above": labels = .above
            case "inside": labels = .inside
            case "none": hasLabels = false
            default:
                reading.error(
                    "“labels” is one of \(places.joined(separator: ", "))", at: node.location)
            }
        }
        hasTrack = fields.flag("track") ?? false
        unit = fields.template("unit")
        total = fields.node("total").flatMap { ChartBlock.labelled($0, "a total", reading) }
        hasStackTotals = fields.flag("stack-totals") ?? false
        center = fields.node("center").flatMap { ChartBlock.labelled($0, "a centre", reading) }
        hole = fields.number("hole", within: 0...0.9) ?? (center == nil ? 0 : 0.63)
        compare = fields.node("compare").flatMap { node in
            let fields = Fields(node, "a comparison", reading)
            let from = fields.requiredText("from")
            let to = fields.requiredText("to")
            let value = fields.requiredTemplate("value")
            fields.finish()
            guard let from, let to, let value else { return nil }
            return Compare(from: from, to: to, value: value)
        }
        bands = fields.list("bands").compactMap { node in
            let fields = Fields(node, "a band", reading)
            let from = fields.requiredText("from")
            let to = fields.requiredText("to")
            let label = fields.requiredTemplate("label")
            fields.finish()
            guard let from, let to, let label else { return nil }
            return Band(from: from, to: to, label: label, location: node.location)
        }
        ends = fields.node("ends").map { node in
            let fields = Fields(node, "the ends of lines", reading)
            var ends = Ends(
                field: fields.text("field"), unit: fields.template("unit"),
                isOutside: fields.flag("outside") ?? false)
            if let node = fields.node("format") {
                ends.format = NumberFormat(
                    reading: node.scalar?.text ?? "", at: node.location, into: reading)
            }
            fields.finish()
            return ends
        }
        location = node.location
        fields.finish()
        guard let mark, let query else { return nil }
        self.mark = mark
        self.query = query
        for channel in [x, y, theta].compactMap({ $0 }) {
            if let shared = channel.shared {
                reading.share(scale: shared, SharedScaleMember(query: query, field: channel.field))
            }
        }
        let needed: [(String, Channel?)] =
            mark == .sector ? [("theta", theta), ("color", color)] : [("x", x), ("y", y)]
        for (name, channel) in needed where channel == nil {
            reading.error("a \(mark.rawValue) chart needs a channel “\(name)”", at: node.location)
        }
        if needed.contains(where: { $0.1 == nil }) { return nil }
    }

    private static func channel(_ name: String, _ outer: Fields) -> Channel? {
        guard let node = outer.node(name) else { return nil }
        var channel = Channel(
            field: "", formatLocation: node.location, lines: 1, range: [], location: node.location)
        if let scalar = node.scalar {
            channel.field = scalar.text
            return channel
        }
        let fields = Fields(node, "the channel “\(name)”", outer.reading)
        channel.field = fields.requiredText("field") ?? ""
        channel.type = fields.word("type", ChannelType.self)
        channel.format = fields.text("format")
        channel.formatLocation = node["format"]?.location ?? node.location
        channel.range = fields.list("range").compactMap { item in
            if let role = item.scalar.flatMap({ ColorRole(rawValue: $0.text) }) { return role }
            outer.reading.error(
                "a range is a list of colours' roles", at: item.location,
                hint: "there are " + ColorRole.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        if let scale = fields.node("scale") {
            let fields = Fields(scale, "a scale", outer.reading)
            channel.domain = fields.numbers("domain", count: 2...2, within: -1e15...1e15)
            if let domain = channel.domain, domain[0] >= domain[1] {
                outer.reading.error("a domain runs from low to high", at: scale.location)
                channel.domain = nil
            }
            channel.shared = fields.text("shared")
            fields.finish()
        }
        if let axis = fields.node("axis") {
            let fields = Fields(axis, "an axis", outer.reading)
            channel.ticks = fields.numbers("values", count: 2...60, within: -1e15...1e15)
            channel.axisFormat = fields.text("format")
            channel.group = fields.text("group")
            channel.lines = fields.whole("lines", within: 1...4) ?? 1
            fields.finish()
        }
        fields.finish()
        return channel.field.isEmpty ? nil : channel
    }

    private static func labelled(
        _ node: Node, _ noun: String, _ reading: Reading
    ) -> Labelled? {
        let fields = Fields(node, noun, reading)
        let label = fields.template("label")
        let value = fields.requiredTemplate("value")
        fields.finish()
        return value.map { Labelled(label: label, value: $0) }
    }
}

// MARK: - Resolving

extension ChartBlock {
    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        let style = resolver.chartStyle(on: surface)
        switch mark {
        case .bar: return bars(resolver, style)
        case .line: return lines(resolver, style)
        case .sector: return sectors(resolver, style)
        }
    }

    func alternative(_ resolver: Resolver) -> String? {
        guard let amount = mark == .sector ? theta : quantity(resolver)?.amount,
            let name = mark == .sector ? color : quantity(resolver)?.name
        else { return nil }
        let rows = resolver.table(query, needs: [amount.field, name.field])
        let format = resolver.numberFormat(amount)
        let parts = rows.map { row -> String in
            let series = mark == .sector ? "" : color.map { row.text($0.field) + " " } ?? ""
            return
                "\(series)\(row.text(name.field)) \(resolver.print(row.number(amount.field), format))"
        }
        return parts.joined(separator: "; ")
    }

    /// Which of `x` and `y` is the amount and which the name, and whether bars lie.
    private func quantity(
        _ resolver: Resolver
    ) -> (amount: Channel, name: Channel, isHorizontal: Bool)? {
        guard let x, let y else { return nil }
        if mark == .line { return (y, x, false) }
        let rows = resolver.table(query, needs: [x.field, y.field])
        let isAmount = { (channel: Channel) -> Bool in
            if let type = channel.type { return type == .quantitative }
            let cells = rows.map { row in (row.number(channel.field), row.text(channel.field)) }
            return cells.contains { $0.0 != nil }
                && cells.allSatisfy { $0.0 != nil || $0.1.isEmpty }
        }
        switch (isAmount(x), isAmount(y)) {
        case (true, false): return (x, y, true)
        case (false, true): return (y, x, false)
        case (true, true), (false, false):
            if rows.isEmpty { return (x, y, true) }
            resolver.findings.add(
                .error(
                    "one of x and y is an amount and the other a name; here both look the same",
                    at: location,
                    hint:
                        "declare the column of figures under “tables:”, or add “type: nominal” or "
                        + "“type: quantitative” to a channel"))
            return nil
        }
    }

    private func bars(_ resolver: Resolver, _ style: ChartStyle) -> any Element {
        guard let (amount, name, isHorizontal) = quantity(resolver) else { return Spacer() }
        var needs = [amount.field, name.field]
        if let color { needs.append(color.field) }
        let rows = resolver.table(query, needs: needs, amounts: [amount.field])
        let palette = palette(resolver, rows)
        let data = rows.enumerated().map { index, row in
            datum(
                row, category: row.text(name.field), amount: amount, resolver,
                isKey: isKey(row.text(name.field), index, rows.count),
                color: color.flatMap { palette[row.text($0.field)] })
        }
        checkKey(among: data.map(\.category), resolver)
        if let domain = amount.domain, domain[0] != 0 {
            resolver.findings.add(
                .error(
                    "bars start at zero, not at \(resolver.print(domain[0], nil))",
                    at: amount.location, hint: "let the domain start at 0, or draw a line"))
        }
        let greatest =
            amount.domain?[1] ?? amount.shared.flatMap { resolver.greatest(ofShared: $0) }
        if isHorizontal {
            let twice = Dictionary(grouping: data, by: \.category).filter { $0.value.count > 1 }
            if let name = twice.keys.min() {
                resolver.findings.add(
                    .error(
                        "two rows for “\(name)”", at: query.location,
                        hint: "sum them; lying bars are not stacked"))
            }
            return BarChart(
                rows: data, total: total.map { datum($0, resolver) }, hasTrack: hasTrack,
                greatest: greatest, style: style)
        }
        let format = resolver.numberFormat(amount)
        var totals: [String: Datum] = [:]
        if hasStackTotals {
            for category in Set(data.map(\.category)) {
                let parts = data.filter { $0.category == category }
                guard parts.count > 1, parts.allSatisfy({ $0.value != nil }) else { continue }
                let sum = parts.compactMap(\.value).reduce(0, +)
                totals[category] = Datum(
                    category: resolver.words.total, value: sum, text: resolver.print(sum, format),
                    standing: .derived)
            }
        }
        return ColumnChart(
            data: data, totals: totals,
            comparison: compare.map {
                .init(from: $0.from, to: $0.to, text: resolver.text($0.value).plain)
            },
            greatest: greatest, labels: labels ?? .above,
            unit: unit.map { resolver.text($0).plain } ?? "", leastNameLines: name.lines,
            style: style)
    }

    private func sectors(_ resolver: Resolver, _ style: ChartStyle) -> any Element {
        guard let theta, let color else { return Spacer() }
        let rows = resolver.table(
            query, needs: [theta.field, color.field], amounts: [theta.field])
        let palette = palette(resolver, rows)
        let data = rows.enumerated().map { index, row in
            let name = row.text(color.field)
            return datum(
                row, category: name, amount: theta, resolver,
                isKey: isKey(name, index, rows.count), color: palette[name])
        }
        return PieChart(
            data: data, hole: hole,
            centerFigure: center.map { resolver.text($0.value).plain } ?? "",
            centerLabel: center?.label.map { resolver.text($0).plain } ?? "", hasLabels: hasLabels,
            palette: resolver.categoricalPalette, style: style)
    }

    private func lines(_ resolver: Resolver, _ style: ChartStyle) -> any Element {
        guard let x, let y else { return Spacer() }
        var needs = [x.field, y.field]
        if let color { needs.append(color.field) }
        if let field = ends?.field { needs.append(field) }
        let amounts = [y.field] + (ends?.field.map { [$0] } ?? [])
        let rows = resolver.table(query, needs: needs, amounts: amounts)
        var keys: [String] = []
        for row in rows where !keys.contains(row.text(x.field)) { keys.append(row.text(x.field)) }
        let positions = keys.map { position($0, x, resolver) }
        var names: [String] = []
        for row in rows {
            let name = color.map { row.text($0.field) } ?? ""
            if !names.contains(name) { names.append(name) }
        }
        let roles = color?.range.isEmpty == false ? color?.range ?? [] : ColorRole.categorical
        let series = names.enumerated().map { order, name -> LineChart.Series in
            let own = rows.filter { row in (color.map { row.text($0.field) } ?? "") == name }
            var data: [Int: Datum] = [:]
            for row in own {
                guard let index = keys.firstIndex(of: row.text(x.field)) else { continue }
                if data[index] != nil {
                    resolver.findings.add(
                        .error(
                            "two rows for “\(keys[index])”\(name.isEmpty ? "" : " of “\(name)”")",
                            at: query.location,
                            hint: "sum them, or tell lines apart by the channel “color”"))
                }
                let isKey = key == "last" && index == keys.count - 1
                data[index] = datum(row, category: keys[index], amount: y, resolver, isKey: isKey)
            }
            let last = own.last { $0.number(y.field) != nil }
            // Several lines need their names, and so their last figures, beside them.
            let end =
                ends != nil || names.count > 1
                ? last.map { row in
                    resolver.print(
                        row.number(ends?.field ?? y.field), ends?.format ?? resolver.numberFormat(y)
                    )
                } : nil
            let role = roles[order % roles.count]
            let line = resolver.theme.color(role)
            return LineChart.Series(
                name: name, data: data, color: line,
                textColor: line.contrast(with: style.ground) >= 4.5
                    ? line : line.mixed(with: style.ink, 0.25),
                labelsBelow: order > 0, endText: end ?? "")
        }
        let bands = bands.compactMap { band -> LineChart.Band? in
            guard let first = keys.firstIndex(of: band.from),
                let last = keys.firstIndex(of: band.to),
                first <= last
            else {
                resolver.findings.add(
                    .error(
                        "the band from “\(band.from)” to “\(band.to)” is not on the axis",
                        at: band.location))
                return nil
            }
            return .init(first: first, last: last, label: resolver.text(band.label).plain)
        }
        return LineChart(
            positions: positions, series: series, axis: axis(y, series, resolver, style),
            bands: bands, endUnit: ends?.unit.map { resolver.text($0).plain } ?? "",
            endsOutside: ends?.isOutside ?? false, roundedLegend: resolver.words.rounded,
            style: style)
    }

    private func axis(
        _ y: Channel, _ series: [LineChart.Series], _ resolver: Resolver, _ style: ChartStyle
    ) -> ValueAxis {
        let values = series.flatMap { $0.data.values.compactMap(\.value) }
        let extent =
            y.domain.map { Extent($0[0], $0[1]) }
            ?? Ticks.nice(Extent(min(0, values.min() ?? 0), max(1, values.max() ?? 1)), count: 5)
        let ticks = y.ticks ?? Ticks.values(in: extent, count: 5)
        let format =
            y.axisFormat.flatMap { text -> NumberFormat? in
                resolver.numberFormat(text, at: y.location)
            } ?? .plain
        for value in values where !extent.contains(value) {
            resolver.findings.add(
                .error(
                    "\(resolver.print(value, format)) lies outside of the axis, which runs from "
                        + "\(resolver.print(extent.lower, format)) to "
                        + "\(resolver.print(extent.upper, format))",
                    at: y.location, hint: "widen “scale: {domain: …}”"))
            break
        }
        return ValueAxis(
            domain: extent,
            ticks: ticks.map { .init(value: $0, label: resolver.print($0, format)) },
            labelStyle: resolver.theme.text(10.5, .medium, .muted).with { $0.tabularDigits = true },
            grid: Stroke(style.hairline, width: 0.75))
    }

    /// A place on the horizontal axis: a date in the channel's format, or the words as they are.
    private func position(
        _ key: String, _ x: Channel, _ resolver: Resolver
    ) -> LineChart.Position {
        guard let pattern = x.axisFormat ?? x.format else { return .init(key: key, label: key) }
        guard let date = CivilDate(iso: key) else {
            resolver.findings.add(
                .error(
                    "“\(key)” is not a date", at: x.location,
                    hint: "dates are written 2024, 2024-06 or 2024-06-15"))
            return .init(key: key, label: key)
        }
        let print = { (pattern: String) -> String in
            do {
                return try DateFormat(pattern).text(date, locale: resolver.locale.date)
            } catch {
                resolver.findings.add(
                    .error(
                        "“\(pattern)” is not a date format: \((error as? DateFormatError)?.message ?? "")",
                        at: x.location))
                return key
            }
        }
        return .init(key: key, label: print(pattern), group: x.group.map(print) ?? "")
    }

    // MARK: - Data

    /// Notes a key that names none of the categories.
    private func checkKey(among categories: [String], _ resolver: Resolver) {
        guard let key, key != "first", key != "last", !categories.isEmpty, !categories.contains(key)
        else { return }
        resolver.findings.add(
            .error(
                "the chart has no “\(key)” to point out", at: location,
                hint: nearest(to: key, among: categories).map { "did you mean “\($0)”?" }
                    ?? "“key” is first, last or one of its names"))
    }

    private func isKey(_ category: String, _ index: Int, _ count: Int) -> Bool {
        switch key {
        case "first": index == 0
        case "last": index == count - 1
        case let name?: category == name
        case nil: false
        }
    }

    private func datum(
        _ row: Row, category: String, amount: Channel, _ resolver: Resolver, isKey: Bool,
        color: Color? = nil
    ) -> Datum {
        let value = row.number(amount.field)
        let series = mark == .bar ? self.color.map { row.text($0.field) } ?? "" : ""
        return Datum(
            category: category, series: series, value: value,
            text: resolver.print(value, resolver.numberFormat(amount)), standing: row.standing,
            isRounded: row.flag("rounded"), color: color, isKey: isKey, inset: row.text("inset"))
    }

    private func datum(_ total: Labelled, _ resolver: Resolver) -> Datum {
        let text = resolver.text(total.value)
        return Datum(
            category: total.label.map { resolver.text($0).plain } ?? "",
            value: resolver.number(total.value),
            text: text.spans.filter { !$0.isMark }.map(\.text).joined(),
            standing: text.footnotes.contains(.derived) ? .derived : .firm)
    }

    /// A colour for each name of the colour channel, in order of appearance.
    private func palette(_ resolver: Resolver, _ rows: [Row]) -> [String: Color] {
        guard let color else { return [:] }
        var names: [String] = []
        for row in rows where !names.contains(row.text(color.field)) {
            names.append(row.text(color.field))
        }
        let range =
            color.range.isEmpty
            ? resolver.categoricalPalette : color.range.map { resolver.theme.color($0) }
        return Dictionary(
            uniqueKeysWithValues: names.enumerated().map { ($1, range[$0 % range.count]) })
    }
}

extension Resolver {
    /// The colours of categories, in order.
    var categoricalPalette: [Color] {
        ColorRole.categorical.map { theme.color($0) }
    }

    /// The format of a channel's figures.
    func numberFormat(_ channel: ChartBlock.Channel) -> NumberFormat? {
        channel.format.flatMap { numberFormat($0, at: channel.formatLocation) }
    }

    /// A number format; a wrong one is noted.
    func numberFormat(_ text: String, at location: SourceLocation) -> NumberFormat? {
        let reading = Reading()
        defer { findings.add(reading.findings) }
        return NumberFormat(reading: text, at: location, into: reading)
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
            missingText: words.missing, decimalMark: locale.number.decimal)
    }
}
