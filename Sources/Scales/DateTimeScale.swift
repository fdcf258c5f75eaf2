/// Moments to places, as d3's `scaleUtc`: its number is milliseconds since 1970 in UTC.
///
/// For whole days alone there is `TimeScale`.
public struct DateTimeScale: Hashable, Sendable {
    /// The first moment shown; the later one where time runs backward.
    public var start: CivilDateTime
    /// The last moment shown.
    public var end: CivilDateTime
    /// Where they are shown.
    public var range: Extent

    /// A scale from `start` to `end`.
    public init(from start: CivilDateTime, to end: CivilDateTime, range: Extent) {
        self.start = start
        self.end = end
        self.range = range
    }

    /// The moments as numbers.
    public var domain: Extent {
        Extent(Double(start.milliseconds), Double(end.milliseconds))
    }

    /// The place of a moment.
    public func callAsFunction(_ moment: CivilDateTime) -> Double {
        domain.project(Double(moment.milliseconds), onto: range)
    }

    /// The moment nearest to a place; held within the calendar.
    public func invert(_ place: Double) -> CivilDateTime {
        CivilDateTime(milliseconds: range.project(place, onto: domain)) ?? start
    }

    /// About `count` moments at the beginnings of milliseconds, seconds, minutes, hours, days,
    /// weeks, months, quarters or years, in the direction of time.
    public func ticks(_ count: Double = 10) -> [CivilDateTime] {
        let (first, last) = (min(start, end), max(start, end))
        let ticks =
            CalendarInterval(from: first, to: last, count: count)?
            .starts(from: first, to: last) ?? []
        return end < start ? ticks.reversed() : ticks
    }

    /// The scale widened to the beginnings of such stretches.
    ///
    /// As with d3, time that runs backward over many years stays as it is.
    public func nice(_ count: Double = 10) -> DateTimeScale {
        guard let interval = CalendarInterval(from: start, to: end, count: count) else {
            return self
        }
        return widened(to: interval)
    }

    func widened(to interval: CalendarInterval) -> DateTimeScale {
        let first = interval.floor(min(start, end))
        let last = interval.ceiling(max(start, end))
        return end < start
            ? DateTimeScale(from: last, to: first, range: range)
            : DateTimeScale(from: first, to: last, range: range)
    }
}
