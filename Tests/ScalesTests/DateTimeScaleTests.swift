import Scales
import Testing

@Test func momentsGoToPlacesAndBack() throws {
    let scale = DateTimeScale(
        from: try #require(CivilDateTime(iso: "2024-01-01T06:00")),
        to: try #require(CivilDateTime(iso: "2024-01-01T18:00")), range: Extent(0, 120))
    let nine = try #require(CivilDateTime(iso: "2024-01-01T09:00"))
    #expect(scale(nine) == 30)
    #expect(scale.invert(30) == nine)
    #expect(scale.invert(.nan) == scale.start)
    #expect(scale.invert(1e300) == .last)
    let flat = DateTimeScale(from: nine, to: nine, range: Extent(0, 100))
    #expect(flat(nine) == 50)
    #expect(flat.ticks() == [nine])
}

@Test func ticksOfMomentsStayInTheDomainAndFollowIt() {
    var random = Seeded(42)
    for index in 0..<600 {
        let length = [3.0, 1e3, 1e5, 1e7, 1e9, 1e11, 1e13][index % 7] * (random.fraction() + 0.1)
        let start = CivilDateTime(milliseconds: Int(random.fraction() * 1e14) - 50_000_000_000_000)
        let end = CivilDateTime(milliseconds: start.milliseconds + Int(length))
        let count = random.fraction() * 15
        let scale = DateTimeScale(from: start, to: end, range: .unit)
        let ticks = scale.ticks(count)
        #expect(ticks.allSatisfy { $0 >= start && $0 <= end })
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Double(ticks.count) <= 3 * count + 2)
        let nice = scale.nice(count)
        #expect(nice.start <= start && nice.end >= end)
        let reversed = DateTimeScale(from: end, to: start, range: .unit)
        #expect(reversed.ticks(count) == ticks.reversed())
        #expect(reversed.nice(count).start >= end)
    }
}

@Test func timeAtTheEndsOfTheCalendarIsFinite() {
    let scale = DateTimeScale(from: .first, to: .last, range: .unit)
    #expect(scale.ticks().count == 10)
    #expect(scale.nice().start == .first)
    #expect(scale.nice().end == .last)
    for count in [0, -1, .nan, 1e-300, .infinity] {
        #expect(scale.ticks(count).count <= 100_000)
        #expect(scale.nice(count).end <= .last)
    }
    let lastDay = DateTimeScale(from: CivilDateTime(CivilDate.last), to: .last, range: .unit)
    #expect(!lastDay.ticks(4).isEmpty)
}

@Test func aFormatForEachStepIsInTheLanguagesOrder() throws {
    let texts = { (locale: DateLocale) in
        try [
            "2024-01-01", "2024-06-01", "2024-06-09", "2024-06-12", "2024-06-12T15:00",
            "2024-06-12T15:30", "2024-06-12T15:30:05", "2024-06-12T15:30:05.250",
        ].map {
            let moment = try #require(CivilDateTime(iso: $0))
            return MultiScaleDateFormat.brief(locale).text(at: moment, locale: locale)
        }
    }
    #expect(
        try texts(.esMX)
            == ["2024", "jun", "9 jun", "12 jun", "15:00", "15:30", ":05", ".250"])
    #expect(
        try texts(.enUS)
            == ["2024", "Jun", "Jun 9", "Jun 12", "3 PM", "3:30", ":05", ".250"])
    #expect(try texts(.esES)[1] == "jun.")
}
