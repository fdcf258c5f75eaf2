import Scales
import Testing

@Test func dayNumbersCountEveryDay() throws {
    var date = try #require(CivilDate(year: 1895, month: 12, day: 25))
    for _ in 0..<80_000 {
        let next = date.adding(days: 1)
        #expect(next.dayNumber == date.dayNumber + 1)
        #expect(next > date)
        #expect(next.weekday == (date.weekday + 1) % 7)
        #expect(next.dayOfYear == date.dayOfYear + 1 || next.dayOfYear == 1)
        date = next
    }
    #expect(CivilDate(year: 1970)?.dayNumber == 0)
    #expect(CivilDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    #expect(CivilDate(year: 1970)?.weekday == 4)
    #expect(CivilDate.first.dayNumber == -719_528)
    #expect(CivilDate.last.dayNumber == 2_932_896)
}

@Test func dayNumbersReadBack() {
    for number in stride(from: CivilDate.first.dayNumber, through: CivilDate.last.dayNumber, by: 97)
    {
        #expect(CivilDate(dayNumber: number).dayNumber == number)
    }
}

@Test func datesThatDoNotExistAreRefused() {
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2023, month: 0) == nil)
    #expect(CivilDate(year: 2023, month: 13) == nil)
    #expect(CivilDate(year: 2023, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2023, month: 4, day: 0) == nil)
    #expect(CivilDate(year: -1) == nil)
    #expect(CivilDate(year: 10_000) == nil)
    #expect(CivilDate(year: .max, month: .max, day: .max) == nil)
}

@Test func datesAreReadFromISOText() {
    #expect(CivilDate(iso: "2023") == CivilDate(year: 2023, month: 1, day: 1))
    #expect(CivilDate(iso: "2023-06") == CivilDate(year: 2023, month: 6, day: 1))
    #expect(CivilDate(iso: "2023-06-15") == CivilDate(year: 2023, month: 6, day: 15))
    #expect(CivilDate(iso: "0000-01-01") == .first)
    for text in [
        "", "23", "2023-", "2023-6", "2023-13", "2023-02-30", "2023-06-15T00:00", "2023-06-15 ",
        "-2023", "+2023", "2023-+6", "2023/06", "20230615", "2023-06-15-01", "２０２３", "abcd",
        "2023-06-", "-", "--",
    ] {
        #expect(CivilDate(iso: text) == nil, "\(text)")
    }
}

@Test func datesAreWrittenAsTheyAreRead() {
    for text in ["2023-06-15", "0001-01-01", "9999-12-31", "2024-02-29"] {
        #expect(CivilDate(iso: text)?.description == text)
    }
}

@Test func monthsAreAddedWithinTheCalendar() throws {
    let date = try #require(CivilDate(iso: "2024-01-31"))
    #expect(date.adding(months: 1).description == "2024-02-29")
    #expect(date.adding(months: 13).description == "2025-02-28")
    #expect(date.adding(months: -2).description == "2023-11-30")
    #expect(date.adding(months: 0) == date)
    #expect(date.adding(months: .max) == .last)
    #expect(date.adding(months: .min) == .first)
    #expect(date.adding(days: .max) == .last)
    #expect(date.adding(days: .min) == .first)
    #expect(CivilDate.last.adding(days: 1) == .last)
    #expect(CivilDate(monthIndex: date.monthIndex).description == "2024-01-01")
    #expect(CivilDate(monthIndex: .max).description == "9999-12-01")
    #expect(CivilDate(dayNumber: .min) == .first)
}

@Test func weeksOfTheYearFollowISO() {
    let cases = [
        ("2018-12-30", 2018, 52), ("2018-12-31", 2019, 1), ("2016-01-01", 2015, 53),
        ("2015-12-31", 2015, 53), ("1990-01-01", 1990, 1), ("2010-03-14", 2010, 10),
        ("2010-03-15", 2010, 11), ("2024-12-30", 2025, 1),
    ]
    for (text, year, week) in cases {
        let found = CivilDate(iso: text)?.isoWeek
        #expect(found?.year == year && found?.week == week, "\(text)")
    }
    #expect(CivilDate.first.isoWeek.week == 52)
    #expect(CivilDate.last.isoWeek.week == 52)
}

@Test func monthsHaveTheirDays() {
    #expect((1...12).map { CivilDate.days(inMonth: $0, ofYear: 2023) }.reduce(0, +) == 365)
    #expect((1...12).map { CivilDate.days(inMonth: $0, ofYear: 2024) }.reduce(0, +) == 366)
    #expect(CivilDate.days(inMonth: 13, ofYear: 2024) == 0)
    #expect(CivilDate(iso: "2024-05-01")?.isInLeapYear == true)
    #expect(CivilDate(iso: "2024-05-01")?.quarter == 2)
    #expect(CivilDate(iso: "2024-12-31")?.dayOfYear == 366)
}
