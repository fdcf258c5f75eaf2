import Rendering
import Testing

@Suite struct DocumentDateTests {
    @Test func momentsOfTheUnixClockAreThoseOfTheCalendar() throws {
        let moments = [
            (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"), (1_769_860_800, "2026-01-31T12:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
        ]
        for (time, text) in moments {
            #expect(DocumentDate(unixTime: time)?.description == text)
            #expect(DocumentDate(unixTime: time)?.unixTime == time)
        }
    }

    @Test func eachDayFollowsTheOneBefore() {
        var previous = DocumentDate(unixTime: 0)
        for day in 1...20_000 {
            let date = DocumentDate(unixTime: day * 86_400)
            let follows =
                date?.day == (previous?.day ?? 0) + 1
                || (date?.day == 1 && (28...31).contains(previous?.day ?? 0))
            #expect(follows && date?.unixTime == day * 86_400)
            previous = date
        }
    }

    @Test func thereIsNoSuchMoment() {
        #expect(DocumentDate(year: 2025, month: 2, day: 29) == nil)
        #expect(DocumentDate(year: 2024, month: 2, day: 29) != nil)
        #expect(DocumentDate(year: 1900, month: 2, day: 29) == nil)
        #expect(DocumentDate(year: 2025, month: 13, day: 1) == nil)
        #expect(DocumentDate(year: 0, month: 1, day: 1) == nil)
        #expect(DocumentDate(year: 2025, month: 1, day: 1, hour: 24) == nil)
        #expect(DocumentDate(year: .max, month: .max, day: .max) == nil)
        for time in [-1, .min, .max, 253_402_300_800] {
            #expect(DocumentDate(unixTime: time) == nil)
        }
    }
}
