import Graphics
import Layout
import Scales

/// The labelled values of one direction of numbers or days.
struct ValueTicks {
    /// A value with its words.
    struct Tick: Hashable {
        var value: Double
        var label: String
        /// What it belongs to, printed once below; empty for nothing.
        var group = ""
    }

    let ticks: [Tick]

    /// Ticks as the axis wants them, or as many round ones as `length` has room for.
    ///
    /// - Parameters:
    ///   - pitch: the least distance between two ticks for their labels, by their words, in points.
    init(
        _ dimension: Dimension, _ axis: AxisOptions, locale: DeckLocale, length: Double,
        isShare: Bool = false, pitch: (String) -> Double
    ) {
        switch dimension.kind {
        case .slots: ticks = []
        case .days: ticks = Self.days(dimension, axis, locale, length: length, pitch: pitch)
        case .numbers:
            ticks = Self.numbers(
                dimension, axis, locale, length: length, isShare: isShare, pitch: pitch)
        }
    }

    // MARK: - Numbers

    private static func numbers(
        _ dimension: Dimension, _ axis: AxisOptions, _ locale: DeckLocale, length: Double,
        isShare: Bool, pitch: (String) -> Double
    ) -> [Tick] {
        if case .numbers(let values)? = axis.values {
            let format = axis.format ?? format(of: values, isShare: isShare)
            return values.filter { dimension.domain.contains($0) }
                .map { Tick(value: $0, label: format.text($0, locale: locale.number)) }
        }
        var most = 6
        if case .count(let count)? = axis.values { most = max(2, count) }
        var best: [Tick] = []
        for count in stride(from: most, through: 1, by: -1) {
            var values = dimension.ticks(Double(count))
            values = values.filter { dimension.isLabelled($0, Double(count)) }
            let format =
                axis.format
                ?? (dimension.isLinear
                    ? (isShare ? percent : .grouped).forTicks(
                        in: dimension.domain, count: Double(count)) : .plain)
            let ticks = values.map {
                Tick(value: $0, label: format.text($0, locale: locale.number))
            }
            if ticks.count < 2 { continue }
            best = ticks
            if fits(ticks, dimension, length: length, pitch: pitch) { return ticks }
        }
        // Round values are too few or too close: the ends of the domain say where it runs.
        let ends = [dimension.domain.lower, dimension.domain.upper]
        let format = axis.format ?? format(of: ends, isShare: isShare)
        let ticks = ends.map { Tick(value: $0, label: format.text($0, locale: locale.number)) }
        return best.count < 2 || fits(ticks, dimension, length: length, pitch: pitch) ? ticks : best
    }

    private static func format(of values: [Double], isShare: Bool) -> NumberFormat {
        isShare ? percent : .plain
    }

    private static var percent: NumberFormat {
        var format = NumberFormat()
        format.kind = .percent
        return format
    }

    private static func fits(
        _ ticks: [Tick], _ dimension: Dimension, length: Double, pitch: (String) -> Double
    ) -> Bool {
        guard Set(ticks.map(\.label)).count == ticks.count else { return false }
        var scaled = dimension
        scaled.setRange(Extent(0, length))
        let places = ticks.map { (scaled($0.value), pitch($0.label)) }.sorted { $0.0 < $1.0 }
        return zip(places, places.dropFirst()).allSatisfy { before, after in
            after.0 - before.0 >= (before.1 + after.1) / 2
        }
    }

    // MARK: - Days

    private static func days(
        _ dimension: Dimension, _ axis: AxisOptions, _ locale: DeckLocale, length: Double,
        pitch: (String) -> Double
    ) -> [Tick] {
        let first = CivilDate(dayNumber: wholeDay(dimension.domain.lower))
        let last = CivilDate(dayNumber: wholeDay(dimension.domain.upper))
        if case .dates(let dates)? = axis.values {
            return labelled(dates.filter { $0 >= first && $0 <= last }, axis, locale)
        }
        var most = 12
        if case .count(let count)? = axis.values { most = max(2, count) }
        let scale = TimeScale(from: first, to: last, range: .unit)
        var best: [Tick] = []
        for count in stride(from: most, through: 1, by: -1) {
            let ticks = labelled(scale.ticks(Double(count)), axis, locale)
            if ticks.count < 2 { continue }
            best = ticks
            if fits(
                ticks.map { Tick(value: $0.value, label: $0.label + "\u{0}" + $0.group) },
                dimension,
                length: length, pitch: { pitch(String($0.prefix { $0 != "\u{0}" })) })
            {
                return ticks
            }
        }
        return best.isEmpty || best.count < 2 ? labelled([first, last], axis, locale) : best
    }

    private static func labelled(
        _ dates: [CivilDate], _ axis: AxisOptions, _ locale: DeckLocale
    ) -> [Tick] {
        let patterns: (String, String?) =
            dates.allSatisfy { $0.month == 1 && $0.day == 1 }
            ? ("%Y", nil)
            : dates.allSatisfy { $0.day == 1 } ? ("%b", "%Y") : ("%-d", "%b %Y")
        let format = axis.dateFormat ?? (try? DateFormat(patterns.0))
        let group =
            axis.groupFormat
            ?? (axis.dateFormat == nil ? patterns.1.flatMap { try? DateFormat($0) } : nil)
        return dates.map { date in
            Tick(
                value: Double(date.dayNumber),
                label: format?.text(date, locale: locale.date) ?? date.description,
                group: group?.text(date, locale: locale.date) ?? "")
        }
    }

    private static func wholeDay(_ value: Double) -> Int {
        Int(max(-1e7, min(1e7, value.rounded())))
    }
}

extension NumberFormat {
    /// Grouped, with as many decimals as the figure has.
    static let plain: NumberFormat = {
        var format = NumberFormat()
        format.isGrouped = true
        return format
    }()
}
