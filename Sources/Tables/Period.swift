/// A stretch of whole months from 1900 to 2200: a year, a half, a quarter, a month, or a range.
public struct Period: Hashable, Sendable {
    /// The kinds of calendar period, by their length in months.
    public enum Length: Int, CaseIterable, Hashable, Sendable {
        /// A calendar year.
        case year = 12
        /// A half of a year, from January or July.
        case half = 6
        /// A quarter of a year.
        case quarter = 3
        /// A calendar month.
        case month = 1

        /// How many of them make a year.
        public var perYear: Int { 12 / rawValue }
    }

    /// The years that a period may lie in.
    public static let years = 1900...2200

    /// Which calendar period it is; `nil` for a range, even one of the same months, as its name is
    /// another.
    public let length: Length?
    /// Its first month, counted from January of the year 0.
    private let first: Int
    /// How many months it has.
    public let monthCount: Int

    /// The period of that length and number in a year; `nil` where there is none.
    public init?(_ length: Length, year: Int, index: Int = 1) {
        guard Period.years.contains(year), (1...length.perYear).contains(index) else { return nil }
        self.init(
            length, first: year * 12 + (index - 1) * length.rawValue, count: length.rawValue)
    }

    /// The months from one period's first to another's last; `nil` where that comes before.
    public init?(from start: Period, through end: Period) {
        self.init(nil, first: start.first, count: end.first + end.monthCount - start.first)
    }

    private init?(_ length: Length?, first: Int, count: Int) {
        guard count > 0, Period.years.contains(first / 12), first >= 0,
            Period.years.contains((first + count - 1) / 12)
        else { return nil }
        self.length = length
        self.first = first
        monthCount = count
    }

    /// Reads `2024`, `2024-S1` (half), `2024-T2` or `2024-Q2` (quarter), `2024-06` (month), and
    /// `2020-02/2024-06` (a range, as ISO 8601 writes one; its ends may be of any of these kinds).
    ///
    /// `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let start = Period(calendar: Array(parts[0])),
                let end = Period(calendar: Array(parts[1]))
            else { return nil }
            self.init(from: start, through: end)
        } else {
            self.init(calendar: Array(text.utf8))
        }
    }

    private init?(calendar bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 7, let year = decimal(bytes[..<4]) else {
            return nil
        }
        guard bytes.count == 7 else {
            self.init(.year, year: year)
            return
        }
        guard bytes[4] == UInt8(ascii: "-") else { return nil }
        switch bytes[5] {
        case UInt8(ascii: "S"):
            guard let index = decimal(bytes[6...]) else { return nil }
            self.init(.half, year: year, index: index)
        case UInt8(ascii: "T"), UInt8(ascii: "Q"):
            guard let index = decimal(bytes[6...]) else { return nil }
            self.init(.quarter, year: year, index: index)
        default:
            guard let index = decimal(bytes[5...]) else { return nil }
            self.init(.month, year: year, index: index)
        }
    }

    // MARK: - Days and months

    /// The year of its last month.
    public var year: Int { (first + monthCount - 1) / 12 }
    /// The year of its first month.
    public var firstYear: Int { first / 12 }
    /// Which one of its year a calendar period is, from 1; of a range 1.
    public var index: Int { length.map { first % 12 / $0.rawValue + 1 } ?? 1 }
    /// Its first month, from 1 to 12.
    public var firstMonth: Int { first % 12 + 1 }
    /// Its last month, from 1 to 12.
    public var lastMonth: Int { (first + monthCount - 1) % 12 + 1 }

    /// Its first day.
    public var firstDay: CalendarDay { CalendarDay(unchecked: firstYear, firstMonth, 1) }
    /// Its last day.
    public var lastDay: CalendarDay {
        CalendarDay(unchecked: year, lastMonth, CalendarDay.daysInMonth(lastMonth, of: year))
    }

    /// Its months, in order; a month has itself.
    public var months: [Period] {
        (first..<first + monthCount).compactMap { Period(.month, first: $0, count: 1) }
    }

    /// Whether the day lies in it.
    public func contains(_ day: CalendarDay) -> Bool {
        (firstDay...lastDay).contains(day)
    }

    // MARK: - Others

    /// The period as long before it; `nil` before 1900.
    public var previous: Period? { shifted(by: -monthCount) }
    /// The period as long after it; `nil` after 2200.
    public var next: Period? { shifted(by: monthCount) }
    /// The same months of the year before; `nil` before 1900.
    public var yearAgo: Period? { shifted(by: -12) }
    /// The last of its months.
    public var closingMonth: Period? { Period(.month, first: first + monthCount - 1, count: 1) }
    /// From January of its last month's year to that month.
    public var yearToDate: Period? { Period(nil, first: year * 12, count: lastMonth) }
    /// The last calendar year that was over when it ended: its own if it ends with December.
    public var lastClosedYear: Period? {
        Period(.year, year: lastMonth == 12 ? year : year - 1)
    }

    /// The last `count` months up to its end, itself among them; `nil` for none, and before 1900.
    public func trailing(_ count: Int) -> Period? {
        guard (1...Period.mostMonths).contains(count) else { return nil }
        return Period(nil, first: first + monthCount - count, count: count)
    }

    /// All months from the first of another period to its own last; `nil` where that comes before.
    public func cumulative(since start: Period) -> Period? { Period(from: start, through: self) }

    private func shifted(by count: Int) -> Period? {
        Period(length, first: first + count, count: monthCount)
    }

    private static let mostMonths = (years.upperBound - years.lowerBound + 1) * 12
}

extension Period: CustomStringConvertible {
    /// The text it is read from: `2024`, `2024-S1`, `2024-T2`, `2024-06`, `2020-02/2024-06`.
    public var description: String {
        switch length {
        case .year: "\(year)"
        case .half: "\(year)-S\(index)"
        case .quarter: "\(year)-T\(index)"
        case .month: "\(year)-\(padded(index, to: 2))"
        case nil:
            "\(firstYear)-\(padded(firstMonth, to: 2))/\(year)-\(padded(lastMonth, to: 2))"
        }
    }
}

extension Period: Comparable {
    /// Earlier starts first; of two with the same start, the shorter first, calendar periods before
    /// ranges.
    public static func < (left: Period, right: Period) -> Bool {
        (left.first, left.monthCount, left.length == nil ? 1 : 0)
            < (right.first, right.monthCount, right.length == nil ? 1 : 0)
    }
}
