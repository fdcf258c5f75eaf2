import Scales
import Testing

/// What d3-time-format 4 gives for a date at midnight, UTC, in English.
private let english: [(String, String, String)] = [
    ("%a %A", "1990-01-01", "Mon Monday"), ("%b %B", "1990-09-01", "Sep September"),
    ("%d", "1990-01-01", "01"), ("%e", "1990-01-01", " 1"), ("%-d", "1990-01-01", "1"),
    ("%_d", "1990-01-01", " 1"), ("%0e", "1990-01-01", "01"), ("%j", "1990-06-01", "152"),
    ("%-j", "2010-03-13", "72"), ("%_j", "2010-03-13", " 72"), ("%m", "1990-10-01", "10"),
    ("%-m/%y", "2002-01-01", "1/02"), ("%Y", "0123-01-01", "0123"), ("%-Y", "0123-01-01", "123"),
    ("%U", "1990-01-01", "00"), ("%U", "1990-06-01", "21"), ("%U", "2012-01-01", "01"),
    ("%W", "1990-01-01", "01"), ("%W", "1990-06-01", "22"), ("%V", "2016-01-01", "53"),
    ("%V", "1990-01-01", "01"), ("%G-W%V-%u", "2018-12-31", "2019-W01-1"),
    ("%g", "2018-12-30", "18"), ("%u", "1990-01-07", "7"), ("%w", "1990-01-07", "0"),
    ("%q", "1990-04-01", "2"), ("%H:%M:%S.%L", "1990-01-01", "00:00:00.000"),
    ("%I %p", "1990-01-01", "12 AM"), ("%f", "1990-01-01", "000000"),
    ("%Q %s", "1990-01-01", "631152000000 631152000"), ("%x", "2010-06-01", "6/1/2010"),
    ("%X", "1990-01-01", "12:00:00 AM"), ("%c", "1990-01-01", "1/1/1990, 12:00:00 AM"),
    ("%Z", "1990-01-01", "+0000"), ("100%%", "1990-01-01", "100%"), ("", "1990-01-01", ""),
    ("año %Y 🚗", "2024-01-01", "año 2024 🚗"),
]

@Test func datesAreWrittenAsByD3() throws {
    for (specifier, day, expected) in english {
        let date = try #require(CivilDate(iso: day))
        #expect(try DateFormat(specifier).text(date, locale: .enUS) == expected, "\(specifier)")
    }
}

@Test func datesFollowTheLocale() throws {
    let date = try #require(CivilDate(iso: "2024-09-04"))
    let text = { (specifier: String, locale: DateLocale) in
        try DateFormat(specifier).text(date, locale: locale)
    }
    #expect(try text("%b %Y", .esMX) == "sep 2024")
    #expect(try text("%b %Y", .esES) == "sept. 2024")
    #expect(try text("%b %Y", .enUS) == "Sep 2024")
    #expect(try text("%A %-d de %B", .esMX) == "miércoles 4 de septiembre")
    #expect(try text("%x", .esMX) == "04/09/2024")
    #expect(try text("%c", .esES) == "miércoles,  4 de septiembre de 2024, 00:00:00")
    #expect(try text("%X", .esMX) == "12:00:00 AM")
}

@Test func everyMonthAndDayHasItsNames() throws {
    for locale in [DateLocale.enUS, .esMX, .esES] {
        #expect(locale.months.count == 12 && locale.shortMonths.count == 12)
        #expect(locale.days.count == 7 && locale.shortDays.count == 7)
        #expect(locale.periods.count == 2)
        for own in [locale.date, locale.time, locale.dateTime] {
            #expect(throws: Never.self) { try DateFormat(own) }
        }
    }
    #expect(DateLocale.esMX.shortMonths.first == "ene")
    #expect(DateLocale.esES.shortMonths.first == "ene.")
    #expect(DateLocale.enUS.shortMonths.first == "Jan")
}

@Test func directivesThatDoNotExistAreReported() {
    for (specifier, offset) in [("%", 0), ("%k", 0), ("%Y-%", 3), ("a%-", 1), ("é%_é", 1)] {
        let error = #expect(throws: DateFormatError.self) { try DateFormat(specifier) }
        #expect(error?.offset == offset, "\(specifier)")
        #expect(error?.specifier == specifier)
    }
    let error = #expect(throws: DateFormatError.self) { try DateFormat("%Y %k") }
    #expect(
        error.map(String.init(describing:))
            == "date format '%Y %k', character 4: '%k' is not a part of a date")
}

@Test func everyDayHasATextInEveryFormat() throws {
    let letters = "aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%"
    let format = try DateFormat(letters.map { "%-\($0)%\($0)" }.joined())
    for number in stride(
        from: CivilDate.first.dayNumber, through: CivilDate.last.dayNumber, by: 9973)
    {
        #expect(!format.text(CivilDate(dayNumber: number), locale: .esES).isEmpty)
    }
    #expect(!format.text(.first, locale: .esMX).isEmpty)
    #expect(!format.text(.last, locale: .esMX).isEmpty)
}
