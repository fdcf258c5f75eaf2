/// A date format for each step of an axis: a tick is written by the largest unit that it begins.
public struct MultiScaleDateFormat: Hashable, Sendable {
    /// For moments within a second.
    public var millisecond: DateFormat
    /// For seconds within a minute.
    public var second: DateFormat
    /// For minutes within an hour.
    public var minute: DateFormat
    /// For hours within a day.
    public var hour: DateFormat
    /// For days within a week.
    public var day: DateFormat
    /// For Sundays within a month.
    public var week: DateFormat
    /// For months within a year.
    public var month: DateFormat
    /// For years.
    public var year: DateFormat

    /// The default of d3-scale 4: `.250`, `:15`, `08:30`, `08 AM`, `Thu 15`, `Jun 18`, `June`,
    /// `2023`.
    public static let standard = MultiScaleDateFormat(
        millisecond: DateFormat(known: ".%L"), second: DateFormat(known: ":%S"),
        minute: DateFormat(known: "%I:%M"), hour: DateFormat(known: "%I %p"),
        day: DateFormat(known: "%a %d"), week: DateFormat(known: "%b %d"),
        month: DateFormat(known: "%B"), year: DateFormat(known: "%Y"))

    /// Short labels in a language's own order: `8:30`, `15 jun`, `jun`, `2023`.
    public static func brief(_ locale: DateLocale) -> MultiScaleDateFormat {
        let day = DateFormat(known: locale.monthDay)
        return MultiScaleDateFormat(
            millisecond: standard.millisecond, second: standard.second,
            minute: DateFormat(known: locale.hourMinute), hour: DateFormat(known: locale.hour),
            day: day, week: day, month: DateFormat(known: "%b"), year: standard.year)
    }

    /// A format of eight formats.
    public init(
        millisecond: DateFormat, second: DateFormat, minute: DateFormat, hour: DateFormat,
        day: DateFormat, week: DateFormat, month: DateFormat, year: DateFormat
    ) {
        self.millisecond = millisecond
        self.second = second
        self.minute = minute
        self.hour = hour
        self.day = day
        self.week = week
        self.month = month
        self.year = year
    }

    /// The same format for every step.
    public init(_ format: DateFormat) {
        self.init(
            millisecond: format, second: format, minute: format, hour: format, day: format,
            week: format, month: format, year: format)
    }

    /// The moment as text.
    public func text(at moment: CivilDateTime, locale: DateLocale) -> String {
        format(for: moment).text(at: moment, locale: locale)
    }

    private func format(for moment: CivilDateTime) -> DateFormat {
        let isWithin = { (interval: CalendarInterval) in interval.floor(moment) < moment }
        if isWithin(.seconds(1)) { return millisecond }
        if isWithin(.minutes(1)) { return second }
        if isWithin(.hours(1)) { return minute }
        if isWithin(.days(1)) { return hour }
        if isWithin(.months(1)) { return isWithin(.weeks) ? day : week }
        return isWithin(.years(1)) ? month : year
    }
}
