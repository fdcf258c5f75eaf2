import Tables
import Testing

@Test func dayNumbersCountDays() throws {
    // Four hundred years and a bit, day by day, by the plain rule.
    var (year, month, day) = (1896, 1, 1)
    var number = try #require(CalendarDay(year: year, month: month, day: day)).number
    while year < 2301 {
        let here = try #require(CalendarDay(year: year, month: month, day: day))
        guard here.number == number, CalendarDay(number: number) == here else {
            Issue.record("\(here) is \(here.number) rather than \(number)")
            return
        }
        number += 1
        day += 1
        if CalendarDay(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
    }
}

@Test func knownDaysHaveKnownNumbers() {
    for (text, number) in [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ] {
        #expect(CalendarDay(text)?.number == number)
        #expect(CalendarDay(number: number)?.description == text)
    }
    #expect(CalendarDay(number: -719_163) == nil)
    #expect(CalendarDay(number: 2_932_897) == nil)
    #expect(CalendarDay(number: .min) == nil)
    #expect(CalendarDay(number: .max) == nil)
}

@Test(arguments: [
    "", "2024", "2024-6-30", "2024-06-31", "2023-02-29", "1900-02-29", "0000-01-01", "2024-00-01",
    "2024-13-01", "2024-01-00", "2024-06-30 ", "+024-06-30", "2024/06/30", "20240630",
    "-2024-06-30",
    "10000-01-01", "2024-06-30T00:00", "2024--06-30",
])
func otherTextIsNoDay(_ text: String) {
    #expect(CalendarDay(text) == nil)
}

@Test func laterDaysCompareGreater() throws {
    let (earlier, later) = (try #require(CalendarDay("2023-12-31")), CalendarDay("2024-01-01"))
    #expect(try earlier < #require(later))
}
