/// A recurring stretch of the calendar that ticks begin, in UTC: d3-time's intervals.
enum CalendarInterval: Hashable {
    /// Every so many milliseconds, counted from 1970.
    case milliseconds(Int)
    /// Every so many seconds, a divisor of 60.
    case seconds(Int)
    /// Every so many minutes, a divisor of 60.
    case minutes(Int)
    /// Every so many hours, a divisor of 24.
    case hours(Int)
    /// Every so many days, counted from 1970.
    case days(Int)
    /// Weeks from Sunday.
    case weeks
    /// Every so many months from January, a divisor of 12.
    case months(Int)
    /// Every so many years from year 0.
    case years(Int)

    private static let second = 1000
    private static let minute = 60_000
    private static let hour = 3_600_000
    private static let day = CivilDateTime.millisecondsPerDay

    /// The intervals d3 chooses from between one second and one year, the shortest first.
    static let common: [CalendarInterval] = [
        .seconds(1), .seconds(5), .seconds(15), .seconds(30),
        .minutes(1), .minutes(5), .minutes(15), .minutes(30),
        .hours(1), .hours(3), .hours(6), .hours(12),
        .days(1), .days(2), .weeks, .months(1), .months(3), .years(1),
    ]

    /// The length in milliseconds that d3-time counts with: a month has 30 days, a year 365.
    var nominalLength: Double {
        switch self {
        case .milliseconds(let count): Double(count)
        case .seconds(let count): Double(count) * Double(Self.second)
        case .minutes(let count): Double(count) * Double(Self.minute)
        case .hours(let count): Double(count) * Double(Self.hour)
        case .days(let count): Double(count) * Double(Self.day)
        case .weeks: Double(7 * Self.day)
        case .months(let count): Double(count) * Double(30 * Self.day)
        case .years(let count): Double(count) * Double(365 * Self.day)
        }
    }

    /// The interval that begins about `count` times between two moments, as `utcTickInterval` of
    /// d3-time 3.1.
    ///
    /// `nil` where the count is not positive, and from a later to an earlier moment where the
    /// interval has several years.
    init?(from start: CivilDateTime, to end: CivilDateTime, count: Double) {
        guard count > 0 else { return nil }
        let count = min(count, Ticks.greatestCount)
        let domain = Extent(Double(start.milliseconds), Double(end.milliseconds))
        let target = abs(domain.end - domain.start) / count
        let above = countOfSorted(Self.common.map(\.nominalLength), upTo: target)
        if above == 0 {
            let step = Ticks.step(in: domain, count: count)
            self = .milliseconds(Int(max(step.isFinite ? step : 1, 1)))
        } else if above == Self.common.count {
            let year = CalendarInterval.years(1).nominalLength
            let years = Extent(domain.start / year, domain.end / year)
            let step = Ticks.step(in: years, count: count)
            guard step >= 1 else { return nil }
            self = .years(Int(min(step, Self.greatestCount)))
        } else {
            let (shorter, longer) = (Self.common[above - 1], Self.common[above])
            let isShorterNearer = target / shorter.nominalLength < longer.nominalLength / target
            self = isShorterNearer ? shorter : longer
        }
    }

    /// More years than the calendar has.
    private static let greatestCount = 10_000.0

    /// The beginning of the stretch that holds a moment.
    func floor(_ moment: CivilDateTime) -> CivilDateTime {
        switch self {
        case .milliseconds(let count): Self.floor(moment, to: count)
        case .seconds(let count): Self.floor(moment, to: count * Self.second)
        case .minutes(let count): Self.floor(moment, to: count * Self.minute)
        case .hours(let count): Self.floor(moment, to: count * Self.hour)
        case .days(let count): Self.floor(moment, to: count * Self.day)
        case .weeks: CivilDateTime(moment.date.adding(days: -moment.date.weekday))
        case .months(let count):
            CivilDateTime(
                CivilDate(monthIndex: moment.date.monthIndex - (moment.date.month - 1) % count))
        case .years(let count):
            CivilDateTime(
                CivilDate(monthIndex: (moment.date.year - moment.date.year % count) * 12))
        }
    }

    private static func floor(_ moment: CivilDateTime, to length: Int) -> CivilDateTime {
        let rest = moment.milliseconds % length
        return CivilDateTime(
            milliseconds: moment.milliseconds - (rest < 0 ? rest + length : rest))
    }

    /// The beginning of the stretch after the one that holds a moment; the calendar's last moment
    /// where that lies beyond it.
    func next(after moment: CivilDateTime) -> CivilDateTime {
        let start = floor(moment)
        let later = { (length: Int) in
            CivilDateTime(milliseconds: start.milliseconds + length)
        }
        switch self {
        case .milliseconds(let count): return later(count)
        case .seconds(let count): return later(count * Self.second)
        case .minutes(let count): return later(count * Self.minute)
        case .hours(let count): return later(count * Self.hour)
        case .days(let count): return later(count * Self.day)
        case .weeks:
            // The first week of the calendar is cut off by its beginning.
            return later((7 - start.date.weekday) * Self.day)
        case .months(let count): return Self.monthStart(start.date.monthIndex + count)
        case .years(let count): return Self.monthStart((start.date.year + count) * 12)
        }
    }

    private static func monthStart(_ index: Int) -> CivilDateTime {
        index > CivilDate.last.monthIndex ? .last : CivilDateTime(CivilDate(monthIndex: index))
    }

    /// The moment itself where it begins a stretch, else the beginning of the next one.
    func ceiling(_ moment: CivilDateTime) -> CivilDateTime {
        floor(moment) == moment ? moment : next(after: moment)
    }

    /// The beginnings from one moment to a later one, both included.
    ///
    /// At most `limit` of them; without any where there are more.
    func starts(
        from first: CivilDateTime, to last: CivilDateTime, limit: Int = Int(Ticks.greatestCount) * 4
    ) -> [CivilDateTime] {
        let length = Double(last.milliseconds - first.milliseconds)
        guard length / nominalLength < Double(limit) else { return [] }
        var moments: [CivilDateTime] = []
        var moment = ceiling(first)
        while moment <= last {
            // The calendar's end may only stand in for a beginning beyond it.
            if floor(moment) == moment { moments.append(moment) }
            let next = next(after: moment)
            if next <= moment { break }
            moment = next
        }
        return moments
    }
}
