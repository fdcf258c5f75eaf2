/// A year, a half, a quarter or a month, from 1900 to 2200.
public struct Period: Hashable, Sendable {
    /// The kinds of period, by their length in months.
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

    /// How long it is.
    public let length: Length
    /// The year it lies in.
    public let year: Int
    /// Which one of its year it is, from 1.
    public let index: Int

    /// The period of that length and number in a year; `nil` where there is none.
    public init?(_ length: Length, year: Int, index: Int = 1) {
        guard Period.years.contains(year), (1...length.perYear).contains(index) else { return nil }
        self.length = length
        self.year = year
        self.index = index
    }

    /// Reads `2024`, `2024-S1` (half), `2024-T2` or `2024-Q2` (quarter) and `2024-06` (month).
    ///
    /// `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
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

    /// Its first month, from 1 to 12.
    public var firstMonth: Int { (index - 1) * length.rawValue + 1 }
    /// Its last month, from 1 to 12.
    public var lastMonth: Int { index * length.rawValue }

    /// Its first day.
    public var firstDay: CalendarDay { CalendarDay(unchecked: year, firstMonth, 1) }
    /// Its last day.
    public var lastDay: CalendarDay {
        CalendarDay(unchecked: year, lastMonth, CalendarDay.daysInMonth(lastMonth, of: year))
    }

    /// Its months, in order; a month has itself.
    public var months: [Period] {
        (firstMonth...lastMonth).compactMap { Period(.month, year: year, index: $0) }
    }

    /// Whether the day lies in it.
    public func contains(_ day: CalendarDay) -> Bool {
        (firstDay...lastDay).contains(day)
    }

    // MARK: - Neighbours

    /// The period of the same length before it; `nil` before 1900.
    public var previous: Period? { shifted(by: -1) }
    /// The period of the same length after it; `nil` after 2200.
    public var next: Period? { shifted(by: 1) }
    /// The same period of the year before; `nil` before 1900.
    public var yearAgo: Period? { Period(length, year: year - 1, index: index) }

    private func shifted(by count: Int) -> Period? {
        let ordinal = year * length.perYear + index - 1 + count
        return Period(
            length, year: ordinal / length.perYear, index: ordinal % length.perYear + 1)
    }
}

extension Period: CustomStringConvertible {
    /// The text it is read from: `2024`, `2024-S1`, `2024-T2`, `2024-06`.
    public var description: String {
        switch length {
        case .year: "\(year)"
        case .half: "\(year)-S\(index)"
        case .quarter: "\(year)-T\(index)"
        case .month: "\(year)-\(padded(index, to: 2))"
        }
    }
}

extension Period: Comparable {
    /// Earlier starts first; of two with the same start, the shorter first.
    public static func < (left: Period, right: Period) -> Bool {
        (left.year, left.firstMonth, left.lastMonth)
            < (right.year, right.firstMonth, right.lastMonth)
    }
}
