/// A moment in the Gregorian calendar, in UTC, to the second.
public struct DocumentDate: Hashable, Sendable {
    /// From 1 to 9999.
    public let year: Int
    /// From 1 to 12.
    public let month: Int
    /// From 1 to the month's length.
    public let day: Int
    /// From 0 to 23.
    public let hour: Int
    /// From 0 to 59.
    public let minute: Int
    /// From 0 to 59.
    public let second: Int

    /// A moment by the calendar; `nil` where there is no such moment.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
    ) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// A moment by seconds since 1970, as `SOURCE_DATE_EPOCH` counts; `nil` beyond the year 9999.
    ///
    /// Calendar from days by Hinnant (2013), "chrono-Compatible Low-Level Date Algorithms".
    public init?(unixTime: Int) {
        guard (0...253_402_300_799).contains(unixTime) else { return nil }
        let days = unixTime / 86_400 + 719_468  // since 1 March of the year 0
        let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153  // months since March
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let rest = unixTime % 86_400
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1, hour: rest / 3600,
            minute: rest / 60 % 60, second: rest % 60)
    }

    /// Seconds since 1970: what `init(unixTime:)` reads, for years from 1970 on.
    public var unixTime: Int {
        let shiftedYear = year - (month <= 2 ? 1 : 0)
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = shiftedYear / 400 * 146_097 + dayOfEra - 719_468
        return ((days * 24 + hour) * 60 + minute) * 60 + second
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}

extension DocumentDate: CustomStringConvertible {
    /// As in `2026-01-31T12:00:00Z` (ISO 8601).
    public var description: String {
        func digits(_ number: Int, _ count: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return "\(digits(year, 4))-\(digits(month))-\(digits(day))"
            + "T\(digits(hour)):\(digits(minute)):\(digits(second))Z"
    }
}
