/// A moment of the Gregorian calendar in Coordinated Universal Time, to the millisecond.
///
/// The years run from 0 to 9999, as those of `CivilDate`; moments beyond them are held at the
/// calendar's ends.
public struct CivilDateTime: Hashable, Sendable {
    /// The milliseconds since 1 January 1970, negative before it: JavaScript's number of a date.
    public let milliseconds: Int

    /// The first moment there is.
    public static let first = CivilDateTime(.first)
    /// The last moment there is.
    public static let last = CivilDateTime(
        milliseconds: CivilDate.last.dayNumber * millisecondsPerDay + millisecondsPerDay - 1)

    static let millisecondsPerDay = 86_400_000

    /// A moment counted from 1 January 1970; one beyond the calendar gives its first or last.
    public init(milliseconds: Int) {
        let first = CivilDate.first.dayNumber * Self.millisecondsPerDay
        let last = (CivilDate.last.dayNumber + 1) * Self.millisecondsPerDay - 1
        self.milliseconds = min(max(milliseconds, first), last)
    }

    /// The whole millisecond nearest to a number; `nil` for NaN.
    public init?(milliseconds: Double) {
        guard !milliseconds.isNaN else { return nil }
        // The calendar ends long before 10^15 ms.
        self.init(milliseconds: Int(Extent(-1e15, 1e15).clamp(milliseconds.rounded())))
    }

    /// The midnight that begins a day.
    public init(_ date: CivilDate) {
        milliseconds = date.dayNumber * Self.millisecondsPerDay
    }

    /// A time of a day; `nil` where there is no such time.
    public init?(
        _ date: CivilDate, hour: Int, minute: Int = 0, second: Int = 0, millisecond: Int = 0
    ) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999).contains(millisecond)
        else { return nil }
        milliseconds =
            date.dayNumber * Self.millisecondsPerDay
            + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    }

    /// A moment by ISO 8601, in UTC: a date as `CivilDate` reads it, or a full date with
    /// `T08:30`, `T08:30:15` or `T08:30:15.250` and perhaps a `Z`; `nil` for anything else.
    public init?(iso text: String) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard let day = halves.first, halves.count <= 2, let date = CivilDate(iso: String(day))
        else { return nil }
        guard halves.count == 2 else {
            self.init(date)
            return
        }
        guard day.utf8.count == 10, let time = Self.time(halves[1]) else { return nil }
        self.init(
            date, hour: time[0], minute: time[1], second: time[2], millisecond: time[3])
    }

    /// Hour, minute, second and millisecond; `nil` where they are not written as ISO 8601 has it.
    private static func time(_ text: Substring) -> [Int]? {
        let parts = (text.hasSuffix("Z") ? text.dropLast() : text)
            .split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return nil }
        var fields = parts.map { ($0, 2) }
        if parts.count == 3 {
            let seconds = parts[2].split(
                separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            fields[2] = (seconds.first ?? "", 2)
            if seconds.count == 2 { fields.append((seconds[1], 3)) }
        }
        var numbers: [Int] = []
        for (digits, width) in fields {
            guard digits.utf8.count == width,
                digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits)
            else { return nil }
            numbers.append(number)
        }
        return numbers + Array(repeating: 0, count: 4 - numbers.count)
    }

    /// The day it lies in.
    public var date: CivilDate { CivilDate(dayNumber: Self.floorDivided(milliseconds)) }
    /// The hour, from 0 to 23.
    public var hour: Int { millisecondOfDay / 3_600_000 }
    /// The minute of the hour, from 0 to 59.
    public var minute: Int { millisecondOfDay / 60_000 % 60 }
    /// The second of the minute, from 0 to 59.
    public var second: Int { millisecondOfDay / 1000 % 60 }
    /// The millisecond of the second, from 0 to 999.
    public var millisecond: Int { millisecondOfDay % 1000 }

    /// The milliseconds since midnight.
    private var millisecondOfDay: Int {
        milliseconds - Self.floorDivided(milliseconds) * Self.millisecondsPerDay
    }

    /// The whole days that lie before a moment.
    private static func floorDivided(_ milliseconds: Int) -> Int {
        let days = milliseconds / millisecondsPerDay
        return milliseconds < days * millisecondsPerDay ? days - 1 : days
    }
}

extension CivilDateTime: Comparable {
    /// Orders by time.
    public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// The moment by ISO 8601, as in `2023-06-15T08:30:15.250Z`.
    public var description: String {
        let padded = { (number: Int, width: Int) in
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let time = [padded(hour, 2), padded(minute, 2), padded(second, 2)]
        return "\(date)T\(time.joined(separator: ":")).\(padded(millisecond, 3))Z"
    }
}
