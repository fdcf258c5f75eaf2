import Charts
import Diagnostics
import Scales

/// What the columns of a layer hold, and which of them is the amount.
///
/// Told by what a channel says of itself, else by the cells: figures are amounts, whole numbers that
/// can only be years are dates, and all else are names.
struct ChannelKinds {
    private let layer: ChartLayer
    private let resolver: Resolver
    private var kinds: [String: ChartChannel.Kind] = [:]
    /// Whether every channel can be drawn; what cannot is noted.
    private(set) var isSettled = true

    init(_ layer: ChartLayer, _ rows: [Row], _ resolver: Resolver, scales block: ChartBlock) {
        self.layer = layer
        self.resolver = resolver
        guard !rows.isEmpty else {
            // A query that failed was told; one without rows says so where it is drawn.
            for (name, channel) in layer.channels { kinds[name] = channel.kind ?? .nominal }
            return
        }
        for name in ChartLayer.channelNames {
            guard let channel = layer.channels[name] else { continue }
            kinds[name] = kind(name, channel, rows)
        }
        settle(rows)
    }

    private func kind(_ name: String, _ channel: ChartChannel, _ rows: [Row]) -> ChartChannel.Kind {
        if let kind = channel.kind { return kind }
        if channel.isTemporal, name == "x" || name == "y" || name == "x2" { return .temporal }
        switch name {
        case "theta", "size": return .quantitative
        case "shape", "xOffset", "yOffset", "detail", "text": return .nominal
        case "color" where layer.mark != .rectangle && layer.mark != .point: return .nominal
        default: break
        }
        switch channel.scaleKind {
        case .band, .point, .ordinal: return .ordinal
        case .time: return .temporal
        case .linear, .log, .sqrt, .sequential, .diverging, .threshold, .quantile:
            return .quantitative
        case nil: break
        }
        let cells = rows.map { ($0.number(channel.field), $0.text(channel.field)) }
        let hasNumbers = cells.contains { $0.0 != nil }
        guard hasNumbers, cells.allSatisfy({ $0.0 != nil || $0.1.isEmpty }) else { return .nominal }
        return .quantitative
    }

    /// Decides between two columns of figures, and checks that amounts are figures.
    private mutating func settle(_ rows: [Row]) {
        let isFlat = layer.mark == .bar || layer.mark == .line || layer.mark == .area
        if isFlat, kinds["x"] == .quantitative, kinds["y"] == .quantitative,
            let x = layer.channels["x"], x.kind == nil, x.scaleKind == nil
        {
            if isYears(x.field, rows) {
                kinds["x"] = .temporal
            } else if layer.mark == .bar, layer.channels["x2"] == nil {
                tellBoth()
                return
            }
        }
        if layer.mark == .bar, kinds["x"] != .quantitative, kinds["y"] != .quantitative {
            tellBoth()
            return
        }
        var amounts = ["x", "y", "x2", "y2", "theta", "size", "color"].filter {
            kinds[$0] == .quantitative
        }
        if layer.mark == .line || layer.mark == .area, kinds["y"] == .nominal,
            layer.channels["y"]?.kind == nil, kinds["x"] != .quantitative
        {
            amounts.append("y")
        }
        for name in amounts {
            guard let channel = layer.channels[name] else { continue }
            guard let wrong = rows.lazy.compactMap({ $0.wrongNumber(channel.field) }).first else {
                continue
            }
            isSettled = false
            resolver.findings.add(
                .error(
                    "“\(wrong)” in column “\(channel.field)” is text, not a number",
                    at: layer.query.location,
                    hint: "declare the column under “tables:”, as in "
                        + "columns: {\(channel.field): integer}"))
        }
        resolver.checkMissing(
            rows, amounts: amounts.compactMap { layer.channels[$0]?.field },
            at: layer.query.location)
        checkAmountScale(isFlat)
        for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) where kind == .temporal {
            checkDates(name, rows)
        }
    }

    /// Notes figures that a line or area shows on a scale for names or days.
    private mutating func checkAmountScale(_ isFlat: Bool) {
        guard isFlat, layer.mark != .bar, kinds["x"] != .quantitative,
            let y = layer.channels["y"]
        else { return }
        let isForNames =
            y.kind == .ordinal || y.kind == .nominal || y.kind == .temporal
            || [.band, .point, .ordinal, .time].contains(y.scaleKind)
        guard isForNames else { return }
        isSettled = false
        resolver.findings.add(
            .error(
                "the amounts of a \(layer.mark.rawValue) have no places on a scale of names or days",
                at: y.location, hint: "leave out its type, or take linear, log or sqrt"))
    }

    private mutating func tellBoth() {
        isSettled = false
        resolver.findings.add(
            .error(
                "one of x and y is an amount and the other a name; here both look the same",
                at: layer.location,
                hint: "declare the column of figures under “tables:”, or add “type: nominal” or "
                    + "“type: quantitative” to a channel"))
    }

    /// Whether all figures are years: whole numbers from 1800 to 2200.
    private func isYears(_ field: String, _ rows: [Row]) -> Bool {
        rows.allSatisfy { row in
            guard let number = row.number(field) else { return false }
            return number == number.rounded() && (1800...2200).contains(number)
        }
    }

    private mutating func checkDates(_ name: String, _ rows: [Row]) {
        guard let channel = layer.channels[name] else { return }
        let wrong = rows.lazy.map { $0.text(channel.field) }
            .first { !$0.isEmpty && CivilDate(iso: $0) == nil }
        guard let wrong else { return }
        isSettled = false
        resolver.findings.add(
            .error(
                "“\(wrong)” is not a date", at: channel.location,
                hint: "dates are written 2024, 2024-06 or 2024-06-15"))
    }

    // MARK: - Answers

    /// The values of a channel in their kind.
    func values(_ name: String, _ rows: [Row]) -> Channel.Values? {
        guard let channel = layer.channels[name], let kind = kinds[name] else { return nil }
        switch kind {
        case .quantitative: return .numbers(rows.map { $0.number(channel.field) })
        case .temporal: return .dates(rows.map { CivilDate(iso: $0.text(channel.field)) })
        case .nominal, .ordinal:
            // Lines over an amount of names cannot be: a column without any figure is all gaps.
            if (name == "y" && (layer.mark == .line || layer.mark == .area)
                && kinds["x"] != .quantitative)
            {
                return .numbers(rows.map { $0.number(channel.field) })
            }
            return .names(rows.map { $0.text(channel.field) })
        }
    }

    /// The channel whose figures are printed.
    var amount: ChartChannel? {
        if layer.mark == .sector { return layer.channels["theta"] }
        if layer.mark == .rectangle { return layer.channels["color"] }
        if kinds["y"] == .quantitative || layer.mark == .line || layer.mark == .area {
            // Where both are figures, the one that the bars do not stand on.
            return kinds["y"] == .quantitative ? layer.channels["y"] : layer.channels["y"]
        }
        return kinds["x"] == .quantitative ? layer.channels["x"] : layer.channels["y"]
    }

    /// The channel whose values name the marks.
    var category: ChartChannel? {
        if layer.mark == .sector { return layer.channels["color"] }
        guard let amount else { return layer.channels["x"] }
        return amount.field == layer.channels["x"]?.field && kinds["y"] != .quantitative
            ? layer.channels["y"] : layer.channels["x"]
    }

    /// The last name along a line's axis that has a figure or a row.
    func lastKey(_ rows: [Row]) -> String? {
        guard let category else { return nil }
        return rows.last.map { $0.text(category.field) }
    }

    /// The rows in the order that the category's channel asks for; else as the query gives them.
    func sorted(_ rows: [Row]) -> [Row] {
        guard let category, let order = category.order else { return rows }
        let name = { (row: Row) in row.text(category.field) }
        let indexed = Array(rows.enumerated())
        switch order {
        case .ascending:
            return indexed.sorted { (name($0.element), $0.offset) < (name($1.element), $1.offset) }
                .map(\.element)
        case .descending:
            return indexed.sorted {
                (name($0.element), -$0.offset) > (name($1.element), -$1.offset)
            }
            .map(\.element)
        case .names(let names):
            let rank = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
            return indexed.sorted {
                (rank[name($0.element)] ?? names.count, $0.offset)
                    < (rank[name($1.element)] ?? names.count, $1.offset)
            }.map(\.element)
        case .byAmount(let isDescending):
            guard let amount else { return rows }
            var sums: [String: Double] = [:]
            for row in rows { sums[name(row), default: 0] += row.number(amount.field) ?? 0 }
            let sign = isDescending ? -1.0 : 1
            return indexed.sorted {
                (sign * (sums[name($0.element)] ?? 0), $0.offset)
                    < (sign * (sums[name($1.element)] ?? 0), $1.offset)
            }.map(\.element)
        }
    }
}
