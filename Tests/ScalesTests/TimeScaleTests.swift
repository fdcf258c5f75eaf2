import Scales
import Testing

private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

private func ticks(_ start: String, _ end: String, _ count: Double = 10) throws -> [String] {
    TimeScale(from: try date(start), to: try date(end), range: .unit).ticks(count)
        .map(\.description)
}

@Test func timeRunsByDays() throws {
    let scale = TimeScale(
        from: try date("2024-01-01"), to: try date("2024-12-31"), range: Extent(0, 365))
    #expect(scale(try date("2024-01-01")) == 0)
    #expect(abs(scale(try date("2024-03-01")) - 60) < 1e-9)
    #expect(scale.invert(60) == (try date("2024-03-01")))
    #expect(scale.invert(1e300) == .last)
    #expect(scale.invert(-1e300) == .first)
    #expect(scale.invert(.nan) == scale.start)
}

@Test func timeTicksAreThoseOfD3() throws {
    #expect(try ticks("2011-01-01", "2011-01-05", 4).count == 5)
    #expect(
        try ticks("2010-12-31", "2011-01-09", 4)
            == ["2010-12-31", "2011-01-02", "2011-01-04", "2011-01-06", "2011-01-08"])
    #expect(try ticks("2010-12-10", "2011-01-28", 7).first == "2010-12-12")
    #expect(try ticks("2011-01-01", "2011-06-01", 5).count == 6)
    #expect(
        try ticks("2010-11-20", "2012-01-02", 5)
            == ["2011-01-01", "2011-04-01", "2011-07-01", "2011-10-01", "2012-01-01"])
    #expect(
        try ticks("2010-01-01", "2014-06-01", 4)
            == ["2010-01-01", "2011-01-01", "2012-01-01", "2013-01-01", "2014-01-01"])
    #expect(try ticks("1880-01-01", "2020-01-01", 7).count == 8)
    #expect(try ticks("2024-06-01", "2024-01-01", 5).first == "2024-06-01")
    #expect(try ticks("2024-05-05", "2024-05-05") == ["2024-05-05"])
    #expect(try ticks("2024-01-01", "2025-01-01", 0) == [])
    #expect(try ticks("2024-01-01", "2025-01-01", .nan) == [])
}

@Test func timeTicksNeverLeaveTheDomain() {
    var random = Seeded(16)
    for _ in 0..<300 {
        let first = CivilDate(dayNumber: Int(random.next() % 3_600_000) - 719_528)
        let last = first.adding(days: Int(random.next() % 40_000))
        for scale in [
            TimeScale(from: first, to: last, range: .unit),
            TimeScale(from: last, to: first, range: .unit),
        ] {
            let ticks = scale.ticks(random.fraction() * 12)
            #expect(ticks.allSatisfy { $0 >= first && $0 <= last })
            #expect(Set(ticks).count == ticks.count)
            let nice = scale.nice(5)
            #expect(min(nice.start, nice.end) <= first && max(nice.start, nice.end) >= last)
        }
    }
    #expect(TimeScale(from: .first, to: .last, range: .unit).ticks(1e-300).count <= 1)
    #expect(TimeScale(from: .first, to: .last, range: .unit).ticks().count == 10)
}

@Test func niceTimeBeginsAtTheCalendarsSteps() throws {
    let nice = TimeScale(from: try date("2009-02-17"), to: try date("2023-05-03"), range: .unit)
        .nice()
    #expect(nice.start == (try date("2008-01-01")))
    #expect(nice.end == (try date("2024-01-01")))
}
