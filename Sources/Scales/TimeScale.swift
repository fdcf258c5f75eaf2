/// Dates to places, as d3's `scaleUtc` over whole days.
public struct TimeScale: Hashable, Sendable {
    /// The first date shown; the later one where time runs backward.
    public var start: CivilDate
    /// The last date shown.
    public var end: CivilDate
    /// Where they are shown.
    public var range: Extent

    /// A scale from `start` to `end`.
    public init(from start: CivilDate, to end: CivilDate, range: Extent) {
        self.start = start
        self.end = end
        self.range = range
    }

    /// The place of a date.
    public func callAsFunction(_ date: CivilDate) -> Double {
        days.project(Double(date.dayNumber), onto: range)
    }

    /// The date nearest to a place; held within the calendar.
    public func invert(_ place: Double) -> CivilDate {
        let day = range.project(place, onto: days)
        if day.isNaN { return start }
        // Any number of days beyond ten million years stands for the end of the calendar.
        return CivilDate(dayNumber: Int(Extent(-4e9, 4e9).clamp(day.rounded())))
    }

    /// About `count` dates at the beginnings of days, weeks, months, quarters or years.
    public func ticks(_ count: Double = 10) -> [CivilDate] {
        let (first, last) = (min(start, end), max(start, end))
        guard let step = step(count) else { return [] }
        var dates: [CivilDate] = []
        var date = step.ceiling(first)
        while date <= last, dates.last.map({ $0 < date }) ?? true {
            // The calendar's last day may only stand in for a beginning beyond it.
            if step.floor(date) == date { dates.append(date) }
            let next = step.next(after: date)
            if next <= date { break }
            date = next
        }
        return end < start ? dates.reversed() : dates
    }

    /// The scale widened to the beginnings of days, weeks, months, quarters or years.
    public func nice(_ count: Double = 10) -> TimeScale {
        guard let step = step(count) else { return self }
        let first = step.floor(min(start, end))
        let last = step.ceiling(max(start, end))
        return end < start
            ? TimeScale(from: last, to: first, range: range)
            : TimeScale(from: first, to: last, range: range)
    }

    private var days: Extent { Extent(Double(start.dayNumber), Double(end.dayNumber)) }

    /// The interval of which about `count` fit; `nil` for a count that is not positive.
    private func step(_ count: Double) -> TimeStep? {
        guard count > 0 else { return nil }
        let count = min(count, Ticks.greatestCount)
        let target = abs(days.end - days.start) / count
        // The lengths in days are those of d3-time: a month has 30, a year 365.
        let steps: [(step: TimeStep, days: Double)] = [
            (.days(1), 1), (.days(2), 2), (.weeks, 7), (.months(1), 30), (.months(3), 90),
            (.years(1), 365),
        ]
        let above = countOfSorted(steps.map(\.days), upTo: target)
        if above == 0 { return .days(1) }
        if above == steps.count {
            let years = Extent(days.lower / 365, days.upper / 365)
            let length = Ticks.step(in: years, count: count)
            return .years(length < 10_000 ? max(1, Int(length)) : 10_000)
        }
        let isLowerNearer = target / steps[above - 1].days < steps[above].days / target
        return steps[isLowerNearer ? above - 1 : above].step
    }
}

/// A stretch of the calendar that ticks begin.
private enum TimeStep {
    /// Every so many days, begun again each month.
    case days(Int)
    /// Weeks from Sunday.
    case weeks
    /// Every so many months from January.
    case months(Int)
    /// Every so many years from year 0.
    case years(Int)

    /// The beginning of the stretch that holds a date.
    func floor(_ date: CivilDate) -> CivilDate {
        switch self {
        case .days(let count): date.adding(days: -((date.day - 1) % count))
        case .weeks: date.adding(days: -date.weekday)
        case .months(let count):
            CivilDate(monthIndex: date.monthIndex - (date.month - 1) % count)
        case .years(let count): CivilDate(monthIndex: (date.year - date.year % count) * 12)
        }
    }

    /// The date itself where it begins a stretch, else the beginning of the next one.
    func ceiling(_ date: CivilDate) -> CivilDate {
        floor(date) == date ? date : next(after: date)
    }

    /// The beginning of the stretch after the one that holds a date.
    func next(after date: CivilDate) -> CivilDate {
        let start = floor(date)
        switch self {
        case .days(let count):
            let next = start.adding(days: count)
            // The month's last stretch may be short.
            return next.month == start.month ? next : CivilDate(monthIndex: start.monthIndex + 1)
        case .weeks: return start.adding(days: 7)
        case .months(let count): return start.adding(months: count)
        case .years(let count): return start.adding(months: count * 12)
        }
    }
}
