/// A day of the Gregorian calendar, without a time or a time zone.
///
/// The years run from 0 to 9999; the calendar is extended to the time before 1582.
public struct CivilDate: Hashable, Sendable {
    /// The year, from 0 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The first day there is.
    public static let first = CivilDate(year: 0, month: 1, day: 1, isKnownToExist: ())
    /// The last day there is.
    public static let last = CivilDate(year: 9999, month: 12, day: 31, isKnownToExist: ())

    /// A day by its numbers; `nil` where there is no such day.
    public init?(year: Int, month: Int = 1, day: Int = 1) {
        guard (0...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(inMonth: month, ofYear: year)
        else { return nil }
        self.init(year: year, month: month, day: day, isKnownToExist: ())
    }

    /// A day by ISO 8601: `2023`, `2023-06` or `2023-06-15`; `nil` for anything else.
    ///
    /// What is left out is the first: `2023-06` is the first of June.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3 else { return nil }
        var numbers = [0, 1, 1]
        for (index, part) in parts.enumerated() {
            guard part.utf8.count == (index == 0 ? 4 : 2),
                part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
            else { return nil }
            numbers[index] = number
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The first day of a month counted from January of year 0; months beyond the calendar give
    /// its first or last month.
    public init(monthIndex: Int) {
        let index = min(max(monthIndex, 0), Self.last.monthIndex)
        self.init(year: index / 12, month: index % 12 + 1, day: 1, isKnownToExist: ())
    }

    /// A day counted from 1 January 1970; days beyond the calendar give its first or last day.
    ///
    /// After Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
    public init(dayNumber: Int) {
        let number = min(max(dayNumber, Self.first.dayNumber), Self.last.dayNumber)
        // Counted from 1 March of the year -400, so that all parts are positive.
        let days = number + 719_468 + 146_097
        let (era, dayOfEra) = (days / 146_097, days % 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, isKnownToExist: ())
    }

    private init(year: Int, month: Int, day: Int, isKnownToExist: Void) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The months since January of year 0.
    public var monthIndex: Int { year * 12 + month - 1 }

    /// The days since 1 January 1970.
    ///
    /// After Howard Hinnant, `days_from_civil`.
    public var dayNumber: Int {
        let shifted = year + 400 - (month <= 2 ? 1 : 0)
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era - 1) * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week, from 0 for Sunday to 6.
    public var weekday: Int {
        // 1 January 1970 was a Thursday; the calendar begins 719,528 days before it.
        (dayNumber + 4 + 719_530) % 7
    }

    /// The day of the year, from 1.
    public var dayOfYear: Int { dayNumber - Self.newYear(year) + 1 }

    /// The quarter, from 1 to 4.
    public var quarter: Int { (month + 2) / 3 }

    /// Whether its year has a 29 February.
    public var isInLeapYear: Bool { Self.isLeap(year) }

    /// The same day `months` later, or the last of that month; held within the calendar.
    public func adding(months: Int) -> CivilDate {
        let (sum, overflow) = monthIndex.addingReportingOverflow(months)
        let index = overflow ? (months < 0 ? Int.min : Int.max) : sum
        if index < Self.first.monthIndex { return .first }
        if index > Self.last.monthIndex { return .last }
        let start = CivilDate(monthIndex: index)
        let day = min(day, Self.days(inMonth: start.month, ofYear: start.year))
        return CivilDate(year: start.year, month: start.month, day: day, isKnownToExist: ())
    }

    /// The day `days` later; held within the calendar.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return CivilDate(dayNumber: overflow ? (days < 0 ? Int.min : Int.max) : sum)
    }

    /// How many days a month has; 0 where there is no such month.
    public static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    /// The year, counted so that Thursday decides, and the number of the week within it.
    ///
    /// Weeks begin on Monday; the first is the one with the year's first Thursday (ISO 8601).
    public var isoWeek: (year: Int, week: Int) {
        let thursday = dayNumber + 3 - (weekday + 6) % 7
        // The first days of year 0 lie in a week of year -1, which the calendar cannot name.
        let start = (year - 1...year + 1).last { Self.newYear($0) <= thursday } ?? year
        return (start, (thursday - Self.newYear(start)) / 7 + 1)
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The day number of 1 January, also one year before and after the calendar.
    private static func newYear(_ year: Int) -> Int {
        CivilDate(year: year, month: 1, day: 1, isKnownToExist: ()).dayNumber
    }
}

extension CivilDate: Comparable {
    /// Orders by time.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// The day by ISO 8601, as in `2023-06-15`.
    public var description: String {
        let padded = { (number: Int, width: Int) in
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
