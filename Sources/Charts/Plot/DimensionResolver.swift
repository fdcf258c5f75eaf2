import Layout
import Scales

/// Finds what a direction of a chart shows, from its channels and options.
struct DimensionResolver {
    let options: ScaleOptions
    let axis: AxisOptions
    let locale: DeckLocale
    /// What an error calls the direction.
    let name: String

    /// More slots than this cannot be told apart on a page.
    static let mostSlots = 1000
    /// Days that begin periods take a slot each, up to so many.
    private static let mostPeriods = 120

    /// Whether values take slots rather than places in proportion.
    ///
    /// - Parameter isForBars: whether bars stand on it.
    func isCategorical(_ channels: [Channel], isForBars: Bool) -> Bool {
        if isForBars { return true }
        switch options.kind {
        case .band, .point, .ordinal: return true
        case .linear, .log, .squareRoot, .time: return false
        case nil: break
        }
        if case .names = options.domain { return true }
        if channels.contains(where: \.isNames) { return true }
        guard options.domain == nil else { return false }
        return channels.allSatisfy(\.isDates) && periods(channels) != nil
    }

    // MARK: - Slots

    /// The slots of all channels' values in order, and the places by which to find them.
    func slots(_ channels: [Channel], on canvas: inout Canvas) -> [Dimension.Slot]? {
        var keys: [String] = []
        if case .names(let names) = options.domain {
            keys = names
        } else if channels.allSatisfy(\.isDates) {
            if let periods = periods(channels) { return periods }
            let days = channels.flatMap(\.days).sorted()
            keys = days.map(\.description)
        } else {
            keys = channels.flatMap(\.names)
        }
        let slots = unique(keys.filter { !$0.isEmpty || keys.allSatisfy(\.isEmpty) })
        guard slots.count <= Self.mostSlots else {
            canvas.error(
                "\(name) has \(slots.count) categories, and a page shows at most \(Self.mostSlots)",
                hint: "group the rows, or add LIMIT")
            return nil
        }
        return slots.map { slot($0) }
    }

    /// A slot; ISO dates in the axis's format where it has one.
    private func slot(_ key: String) -> Dimension.Slot {
        guard axis.dateFormat != nil || axis.groupFormat != nil, let date = CivilDate(iso: key)
        else { return .init(key: key, label: key) }
        return .init(
            key: key, label: axis.dateFormat?.text(date, locale: locale.date) ?? key,
            group: axis.groupFormat?.text(date, locale: locale.date) ?? "")
    }

    /// A slot for each month, quarter or year from the first to the last; `nil` where days do not
    /// begin periods, or there would be too many.
    private func periods(_ channels: [Channel]) -> [Dimension.Slot]? {
        let days = channels.flatMap(\.days)
        guard let unit = CalendarUnit(of: days), let first = days.min(), let last = days.max(),
            (last.monthIndex - first.monthIndex) / unit.months < Self.mostPeriods
        else { return nil }
        let format = axis.dateFormat ?? (try? DateFormat(unit.pattern(locale)))
        // A format of one's own says all there is to say; else years stand below months.
        let group =
            axis.groupFormat
            ?? (axis.dateFormat == nil && unit != .year ? try? DateFormat("%Y") : nil)
        let months = stride(from: first.monthIndex, through: last.monthIndex, by: unit.months)
        return months.map { index in
            let date = CivilDate(monthIndex: index)
            return .init(
                key: date.description,
                label: format?.text(date, locale: locale.date) ?? date.description,
                group: group?.text(date, locale: locale.date) ?? "")
        }
    }

    private func unique(_ keys: [String]) -> [String] {
        var seen: Set<String> = []
        return keys.filter { seen.insert($0).inserted }
    }

    // MARK: - Numbers

    /// The direction for numbers or days between the least and the greatest of `extent`.
    ///
    /// - Parameters:
    ///   - includesZero: whether zero belongs on it unless the options say otherwise.
    ///   - isNice: whether it ends at round numbers unless the options say otherwise.
    func numbers(
        around extent: Extent?, areDays: Bool, includesZero: Bool, isNice: Bool,
        on canvas: inout Canvas
    ) -> Dimension? {
        var domain = extent ?? Extent(0, 1)
        var isGiven = false
        switch options.domain {
        case .numbers(let low, let high):
            (domain, isGiven) = (Extent(low, high), true)
        case .dates(let first, let last):
            (domain, isGiven) = (Extent(Double(first.dayNumber), Double(last.dayNumber)), true)
        case .names, nil: break
        }
        guard domain.start.isFinite, domain.end.isFinite else {
            canvas.error("\(name) has a figure that is not finite")
            return nil
        }
        let isLog = options.kind == .log
        if !isGiven {
            if !areDays, !isLog, options.includesZero ?? includesZero {
                domain = domain.including(0)
            }
            if domain.start == domain.end {
                // A single value: zero and it, or a step around zero.
                domain =
                    domain.start == 0 ? Extent(0, 1) : isLog ? domain : domain.including(0)
            }
            if !areDays, options.isNice ?? isNice {
                domain =
                    isLog
                    ? LogScale(domain: domain, range: .unit)?.nice().domain ?? domain
                    : roundEnds(of: domain)
            }
        }
        if isLog, !(domain.lower > 0 || domain.upper < 0) {
            canvas.error(
                "\(name) has a logarithmic scale, which has no place for zero",
                hint: "leave out what is zero, or take another scale")
            return nil
        }
        if let extent, isGiven, !isHolding(extent, within: domain) {
            let format = axis.format ?? .plain
            let print = { (value: Double) -> String in
                areDays
                    ? (value.magnitude < 1e7 ? CivilDate(dayNumber: Int(value)).description : "")
                    : format.text(value, locale: locale.number)
            }
            let outside = extent.lower < domain.lower ? extent.lower : extent.upper
            canvas.error(
                "\(print(outside)) lies outside of \(name), which runs from "
                    + "\(print(domain.lower)) to \(print(domain.upper))",
                hint: "widen “scale: {domain: …}”")
            return nil
        }
        return Dimension(
            areDays ? .days : .numbers, domain: domain, scale: options.kind,
            isReversed: options.isReversed)
    }

    /// The ends of the domain moved to few round numbers, or to finer ones where the data would fill
    /// less than four fifths.
    private func roundEnds(of domain: Extent) -> Extent {
        let coarse = Ticks.nice(domain, count: 5)
        let filled = (domain.upper - domain.lower) / (coarse.upper - coarse.lower)
        return filled >= 0.8 ? coarse : Ticks.nice(domain, count: 10)
    }

    private func isHolding(_ extent: Extent, within domain: Extent) -> Bool {
        let slack = (domain.upper - domain.lower) * 1e-9
        return extent.lower >= domain.lower - slack && extent.upper <= domain.upper + slack
    }
}

extension Channel {
    var isNames: Bool {
        if case .names = values { return true }
        return false
    }

    var isDates: Bool {
        if case .dates = values { return true }
        return false
    }

    var isNumbers: Bool {
        if case .numbers = values { return true }
        return false
    }

    /// The days it holds; none where it holds something else.
    var days: [CivilDate] {
        if case .dates(let values) = values { return values.compactMap { $0 } }
        return []
    }
}
