import Tables
import Testing

private let all: [Period] = [1900, 1999, 2000, 2024, 2200].flatMap { year in
    Period.Length.allCases.flatMap { length in
        (1...length.perYear).compactMap { Period(length, year: year, index: $0) }
    }
}

@Test func aPeriodIsReadFromItsOwnText() {
    #expect(all.count == 5 * (1 + 2 + 4 + 12))
    for period in all { #expect(Period(period.description) == period) }
}

@Test func monthsCoverAPeriodWithoutGaps() throws {
    for period in all {
        #expect(period.months.count == period.length?.rawValue)
        #expect(period.months.first?.firstDay == period.firstDay)
        #expect(period.months.last?.lastDay == period.lastDay)
        for (month, next) in zip(period.months, period.months.dropFirst()) {
            #expect(month.lastDay.number + 1 == next.firstDay.number)
        }
    }
}

@Test func neighboursTouch() {
    for period in all {
        if let next = period.next {
            #expect(next.previous == period)
            #expect(period.lastDay.number + 1 == next.firstDay.number)
            #expect(period < next)
        }
        if let yearAgo = period.yearAgo {
            #expect((yearAgo.year, yearAgo.index) == (period.year - 1, period.index))
            #expect(yearAgo < period)
        }
    }
    #expect(Period("1900")?.previous == nil)
    #expect(Period("1900-06")?.yearAgo == nil)
    #expect(Period("2200-S2")?.next == nil)
}

@Test func orderIsTotal() {
    for left in all {
        for right in all {
            #expect([left < right, left == right, right < left].count { $0 } == 1)
        }
    }
}

@Test func periodsHaveTheirDays() throws {
    for (text, first, last) in [
        ("2024", "2024-01-01", "2024-12-31"), ("2024-S1", "2024-01-01", "2024-06-30"),
        ("2024-S2", "2024-07-01", "2024-12-31"), ("2024-T1", "2024-01-01", "2024-03-31"),
        ("2024-Q2", "2024-04-01", "2024-06-30"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"), ("1900-02", "1900-02-01", "1900-02-28"),
    ] {
        let period = try #require(Period(text))
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(period.contains(period.firstDay) && period.contains(period.lastDay))
        #expect(try !period.contains(#require(CalendarDay(number: period.lastDay.number + 1))))
    }
}

@Test func namesFollowTheLanguage() throws {
    for (text, es, en, shortES, shortEN) in [
        ("2023", "2023", "2023", "2023", "2023"),
        ("2024-S1", "1er Semestre 2024", "1st Half 2024", "ene-jun 2024", "Jan-Jun 2024"),
        ("2024-S2", "2do Semestre 2024", "2nd Half 2024", "jul-dic 2024", "Jul-Dec 2024"),
        ("2024-T2", "2do Trimestre 2024", "2nd Quarter 2024", "abr-jun 2024", "Apr-Jun 2024"),
        ("2024-Q3", "3er Trimestre 2024", "3rd Quarter 2024", "jul-sep 2024", "Jul-Sep 2024"),
        ("2024-T4", "4to Trimestre 2024", "4th Quarter 2024", "oct-dic 2024", "Oct-Dec 2024"),
        ("2024-06", "Junio 2024", "June 2024", "jun 2024", "Jun 2024"),
        (
            "2024-01/2024-05", "Enero - Mayo 2024", "January - May 2024", "ene-may 2024",
            "Jan-May 2024"
        ),
        (
            "2020-02/2024-06", "Febrero 2020 - Junio 2024", "February 2020 - June 2024",
            "feb 2020-jun 2024", "Feb 2020-Jun 2024"
        ),
    ] {
        let period = try #require(Period(text))
        #expect(period.name(in: .es) == es)
        #expect(period.name(in: .en) == en)
        #expect(period.name(.short, in: .es) == shortES)
        #expect(period.name(.short, in: .en) == shortEN)
    }
}

@Test func namesHaveStyles() throws {
    for (text, style, es, en) in [
        ("2024-S1", Period.NameStyle.months, "Enero - Junio 2024", "January - June 2024"),
        ("2023", .months, "Enero - Diciembre 2023", "January - December 2023"),
        ("2023", .closing, "Cierre Anual 2023", "Full Year 2023"),
        ("2024-S1", .closing, "Cierre 1er Semestre 2024", "1st Half 2024"),
        ("2024-S1", .prose, "enero a junio de 2024", "January to June 2024"),
        ("2024-06", .prose, "junio de 2024", "June 2024"), ("2023", .prose, "2023", "2023"),
        ("2023-06/2024-06", .prose, "junio de 2023 a junio de 2024", "June 2023 to June 2024"),
        ("2023-06/2024-06", .year, "2024", "2024"), ("2024-S1", .code, "2024-S1", "2024-S1"),
    ] {
        let period = try #require(Period(text))
        #expect(period.name(style, in: .es) == es && period.name(style, in: .en) == en)
    }
}

@Test func rangesAreMonthsInARow() throws {
    let half = try #require(Period("2024-S1"))
    let range = try #require(Period("2024-01/2024-06"))
    #expect(range.months == half.months && range != half && half < range)
    #expect(range.length == nil && range.description == "2024-01/2024-06")
    #expect(Period("2023-T4/2024-S1")?.description == "2023-10/2024-06")
    #expect(Period("2023/2023")?.monthCount == 12)
    for text in ["2024-06/2024-05", "2024/", "/2024", "2024/2024/2024", "2024-06/2024-6"] {
        #expect(Period(text) == nil)
    }
}

@Test func onePeriodLeadsToOthers() throws {
    let half = try #require(Period("2024-S1"))
    #expect(half.yearToDate?.description == "2024-01/2024-06")
    #expect(half.lastClosedYear?.description == "2023")
    #expect(Period("2024-S2")?.lastClosedYear?.description == "2024")
    #expect(Period("2024-09/2024-11")?.lastClosedYear?.description == "2023")
    #expect(half.closingMonth?.description == "2024-06")
    // Thirteen months compare a month with that of the year before.
    #expect(half.trailing(13)?.description == "2023-06/2024-06")
    #expect(half.trailing(0) == nil && half.trailing(.max) == nil && half.trailing(9999) == nil)
    let start = try #require(Period("2020-02"))
    #expect(half.cumulative(since: start)?.description == "2020-02/2024-06")
    #expect(start.cumulative(since: half) == nil)
    let months = try #require(Period("2024-01/2024-05"))
    #expect(months.previous?.description == "2023-08/2023-12")
    #expect(months.yearAgo?.description == "2023-01/2023-05")
    #expect(months.next?.previous == months)
}

@Test(arguments: [
    "", "1899", "2201", "24", "02024", "2024-", "2024-0", "2024-00", "2024-13", "2024-6",
    "2024-S0", "2024-S3", "2024-T0", "2024-T5", "2024-s1", "2024S1", "2024-S1 ", " 2024", "-024",
    "2024-+1", "2024_06", "2024-X1", "２０２４", "99999999999999999999", "2024-06-01", "2024-S٣",
])
func otherTextIsNoPeriod(_ text: String) {
    #expect(Period(text) == nil)
}

@Test func impossiblePeriodsAreNone() {
    #expect(Period(.half, year: 2024, index: 3) == nil)
    #expect(Period(.month, year: 2024, index: 0) == nil)
    #expect(Period(.year, year: .max) == nil)
    #expect(Period(.quarter, year: .min, index: .min) == nil)
}
