/// How a date is written, by the specifiers of d3-time-format 4, as in `%b %Y` or `%-d/%m/%y`.
///
/// All times are UTC. A `CivilDate` has no time of day: its hours, minutes and seconds are those of
/// midnight.
public struct DateFormat: Hashable, Sendable {
    /// The format as it was written.
    public let specifier: String
    private let parts: [Part]

    /// A format by its specifier.
    ///
    /// - Throws: `DateFormatError` with the place of a directive that does not exist. Stricter
    ///   than d3, which prints its letter.
    public init(_ specifier: String) throws(DateFormatError) {
        let (parts, problem) = Part.all(in: specifier)
        if let problem {
            throw DateFormatError(
                specifier: specifier, offset: problem.offset, message: problem.message)
        }
        self.specifier = specifier
        self.parts = parts
    }

    /// A format of our own, whose directives all exist.
    init(known specifier: String) {
        self.specifier = specifier
        parts = Part.all(in: specifier).parts
    }

    /// The date as text.
    public func text(_ date: CivilDate, locale: DateLocale) -> String {
        text(at: CivilDateTime(date), locale: locale)
    }

    /// The moment as text.
    public func text(at moment: CivilDateTime, locale: DateLocale) -> String {
        parts.map { $0.text(moment, locale) }.joined()
    }
}

/// A stretch of a specifier.
private enum Part: Hashable {
    case literal(String)
    case field(Field, pad: String?)

    /// All parts in order, and the first thing that is wrong.
    static func all(
        in specifier: String
    ) -> (parts: [Part], problem: (offset: Int, message: String)?) {
        var parts: [Part] = []
        var literal = ""
        let scalars = Array(specifier.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "%" else {
                literal.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            let start = index
            index += 1
            let pads: [Unicode.Scalar: String] = ["-": "", "_": " ", "0": "0"]
            var pad: String?
            if index < scalars.count, let found = pads[scalars[index]] {
                pad = found
                index += 1
            }
            guard index < scalars.count else {
                return (parts, (start, "'%' is followed by a letter, or by another '%'"))
            }
            guard let field = Field(rawValue: String(scalars[index])) else {
                return (parts, (start, "'%\(scalars[index])' is not a part of a date"))
            }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
            parts.append(.field(field, pad: pad))
            index += 1
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        return (parts, nil)
    }

    func text(_ moment: CivilDateTime, _ locale: DateLocale) -> String {
        switch self {
        case .literal(let text): text
        case .field(let field, let pad): field.text(moment, locale, pad: pad)
        }
    }
}

/// What a letter behind `%` stands for.
private enum Field: String {
    case shortDay = "a"
    case dayName = "A"
    case shortMonth = "b"
    case monthName = "B"
    case dateTime = "c"
    case day = "d"
    case spacedDay = "e"
    case microseconds = "f"
    case shortISOYear = "g"
    case isoYear = "G"
    case hour24 = "H"
    case hour12 = "I"
    case dayOfYear = "j"
    case milliseconds = "L"
    case month = "m"
    case minutes = "M"
    case period = "p"
    case quarter = "q"
    case unixMilliseconds = "Q"
    case unixSeconds = "s"
    case seconds = "S"
    case weekdayFromMonday = "u"
    case weekFromSunday = "U"
    case isoWeek = "V"
    case weekdayFromSunday = "w"
    case weekFromMonday = "W"
    case date = "x"
    case time = "X"
    case shortYear = "y"
    case year = "Y"
    case zone = "Z"
    case percentSign = "%"

    func text(_ moment: CivilDateTime, _ locale: DateLocale, pad: String?) -> String {
        let date = moment.date
        let padded = { (number: Int, width: Int) in
            let digits = "\(number.magnitude)"
            let fill = pad ?? (self == .spacedDay ? " " : "0")
            let missing = max(0, width - digits.utf8.count)
            return (number < 0 ? "-" : "") + String(repeating: fill, count: missing) + digits
        }
        switch self {
        case .shortDay: return locale.shortDays[date.weekday]
        case .dayName: return locale.days[date.weekday]
        case .shortMonth: return locale.shortMonths[date.month - 1]
        case .monthName: return locale.months[date.month - 1]
        case .dateTime: return expanded(locale.dateTime, moment, locale)
        case .day, .spacedDay: return padded(date.day, 2)
        case .microseconds: return padded(moment.millisecond, 3) + "000"
        case .shortISOYear: return padded(date.isoWeek.year % 100, 2)
        case .isoYear: return padded(date.isoWeek.year % 10_000, 4)
        case .hour24: return padded(moment.hour, 2)
        case .minutes: return padded(moment.minute, 2)
        case .seconds: return padded(moment.second, 2)
        case .hour12: return padded((moment.hour + 11) % 12 + 1, 2)
        case .dayOfYear: return padded(date.dayOfYear, 3)
        case .milliseconds: return padded(moment.millisecond, 3)
        case .month: return padded(date.month, 2)
        case .period: return locale.periods[moment.hour / 12]
        case .quarter: return "\(date.quarter)"
        case .unixMilliseconds: return "\(moment.milliseconds)"
        case .unixSeconds: return "\((moment.milliseconds - moment.millisecond) / 1000)"
        case .weekdayFromMonday: return "\(date.weekday == 0 ? 7 : date.weekday)"
        case .weekFromSunday: return padded((date.dayOfYear + 6 - date.weekday) / 7, 2)
        case .isoWeek: return padded(date.isoWeek.week, 2)
        case .weekdayFromSunday: return "\(date.weekday)"
        case .weekFromMonday:
            return padded((date.dayOfYear + 6 - (date.weekday + 6) % 7) / 7, 2)
        case .date: return expanded(locale.date, moment, locale)
        case .time: return expanded(locale.time, moment, locale)
        case .shortYear: return padded(date.year % 100, 2)
        case .year: return padded(date.year % 10_000, 4)
        case .zone: return "+0000"
        case .percentSign: return "%"
        }
    }

    /// A locale's own specifier; those of our locales are sound and do not name themselves.
    private func expanded(
        _ specifier: String, _ moment: CivilDateTime, _ locale: DateLocale
    ) -> String {
        Part.all(in: specifier).parts.map { $0.text(moment, locale) }.joined()
    }
}
