/// Dates to places, as d3's `scaleUtc` over whole days.
///
/// For times of day there is `DateTimeScale`.
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
        let (first, last) = (min(moments.start, moments.end), max(moments.start, moments.end))
        let ticks =
            interval(from: first, to: last, count)?.starts(from: first, to: last).map(\.date) ?? []
        return end < start ? ticks.reversed() : ticks
    }

    /// The scale widened to the beginnings of days, weeks, months, quarters or years.
    ///
    /// As with d3, time that runs backward over many years stays as it is.
    public func nice(_ count: Double = 10) -> TimeScale {
        guard let interval = interval(from: moments.start, to: moments.end, count) else {
            return self
        }
        let widened = moments.widened(to: interval)
        return TimeScale(from: widened.start.date, to: widened.end.date, range: range)
    }

    /// The same scale with times of day.
    public var moments: DateTimeScale {
        DateTimeScale(from: CivilDateTime(start), to: CivilDateTime(end), range: range)
    }

    private var days: Extent { Extent(Double(start.dayNumber), Double(end.dayNumber)) }

    /// The interval d3 chooses, but never less than a day.
    private func interval(
        from start: CivilDateTime, to end: CivilDateTime, _ count: Double
    ) -> CalendarInterval? {
        guard let interval = CalendarInterval(from: start, to: end, count: count) else {
            return nil
        }
        switch interval {
        case .milliseconds, .seconds, .minutes, .hours: return .days(1)
        case .days, .weeks, .months, .years: return interval
        }
    }
}
