import Scales
import Testing

@Test func momentsAreWrittenAsTheyAreRead() {
    for text in [
        "2023-06-15T08:30:15.250Z", "1969-12-31T23:59:59.999Z", "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z",
    ] {
        #expect(CivilDateTime(iso: text)?.description == text)
    }
    #expect(CivilDateTime(iso: "2023-06") == CivilDate(iso: "2023-06").map { CivilDateTime($0) })
    #expect(CivilDateTime(iso: "2023-06-15T08:30")?.description == "2023-06-15T08:30:00.000Z")
    #expect(CivilDateTime(iso: "2023-06-15T08:30:15Z")?.second == 15)
}

@Test func whatIsNoMomentIsRefused() {
    for text in [
        "", "T", "2023T08:00", "2023-06-15T", "2023-06-15T8:00", "2023-06-15T24:00",
        "2023-06-15T08", "2023-06-15T08:60", "2023-06-15T08:00:00.1", "2023-06-15T08:00:00.",
        "2023-06-15T08:00:00.2500", "2023-06-15 08:00", "2023-06-15T08:00+01:00",
        "2023-06-15T08:00T", "2023-06-15T+8:00", "2023-06-15T08:00ZZ", "2023-06-15T08:00:00:00",
    ] {
        #expect(CivilDateTime(iso: text) == nil, "\(text)")
    }
    let date = CivilDate.first
    #expect(CivilDateTime(date, hour: 24) == nil)
    #expect(CivilDateTime(date, hour: -1) == nil)
    #expect(CivilDateTime(date, hour: 0, minute: 60) == nil)
    #expect(CivilDateTime(date, hour: 0, minute: 0, second: .max) == nil)
    #expect(CivilDateTime(date, hour: 0, millisecond: 1000) == nil)
}

@Test func fieldsMakeTheMomentAgain() throws {
    var random = Seeded(41)
    for _ in 0..<3000 {
        let moment = CivilDateTime(
            milliseconds: Int(random.fraction() * 3.1e14) - 62_000_000_000_000)
        let again = CivilDateTime(
            moment.date, hour: moment.hour, minute: moment.minute, second: moment.second,
            millisecond: moment.millisecond)
        #expect(again == moment)
        #expect(CivilDateTime(iso: moment.description) == moment)
    }
}

@Test func momentsStayWithinTheCalendar() {
    #expect(CivilDateTime(milliseconds: Int.max) == .last)
    #expect(CivilDateTime(milliseconds: Int.min) == .first)
    #expect(CivilDateTime(milliseconds: 1e300) == .last)
    #expect(CivilDateTime(milliseconds: -Double.infinity) == .first)
    #expect(CivilDateTime(milliseconds: Double.nan) == nil)
    #expect(CivilDateTime.first < .last)
    #expect(CivilDateTime(CivilDate.last) < .last)
}
