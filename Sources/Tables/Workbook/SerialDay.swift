/// How a workbook counts days: by numbers, of which a number format makes days and times.
enum SerialDay: Hashable {
    /// From 1 for 1 January 1900, with a 29 February 1900 that never was (ECMA-376, 18.17.4.1).
    case from1900
    /// From 0 for 1 January 1904.
    case from1904
}

extension SerialDay {
    /// A number with a format of days: a day, or a day with a time; `nil` where there is no such day.
    func cell(_ number: Double) -> RawCell? {
        guard number.isFinite, (0..<3_000_000).contains(number) else { return nil }
        // Times are kept as fractions, so that a second may lack a little.
        let seconds = Int((number * 86_400).rounded())
        guard let day = day(seconds / 86_400) else { return nil }
        let time = seconds % 86_400
        return time == 0 ? .day(day) : .time("\(day) \(SerialDay.clock(time))")
    }

    /// A number with a format of times: a time of day or a duration.
    ///
    /// From 1 on it is a day with a time unless it is a duration. `nil` where it is neither.
    func time(_ number: Double, isDuration: Bool) -> RawCell? {
        guard number.isFinite, (0..<3_000_000).contains(number) else { return nil }
        if number >= 1, !isDuration { return cell(number) }
        return .time(SerialDay.clock(Int((number * 86_400).rounded())))
    }

    private func day(_ serial: Int) -> CalendarDay? {
        switch self {
        case .from1904:
            CalendarDay(number: CalendarDay(unchecked: 1904, 1, 1).number + serial)
        case .from1900 where serial < 1 || serial == 60: nil
        case .from1900:
            // Behind the day that never was, all numbers are one higher.
            CalendarDay(
                number: CalendarDay(unchecked: 1899, 12, serial < 60 ? 31 : 30).number + serial)
        }
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
            .joined(separator: ":")
    }
}
