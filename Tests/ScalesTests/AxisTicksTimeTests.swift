import Scales
import Testing

private func width(_ label: String) -> Double { Double(label.count) * 6 }

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

private func scale(_ start: String, _ end: String, length: Double) throws -> TimeScale {
    TimeScale(from: try day(start), to: try day(end), range: Extent(0, length))
}

private func moments(_ start: String, _ end: String, length: Double) throws -> DateTimeScale {
    DateTimeScale(
        from: try #require(CivilDateTime(iso: start)), to: try #require(CivilDateTime(iso: end)),
        range: Extent(0, length))
}

@Test func axesOfTimeAreSound() throws {
    var random = Seeded(31)
    let formats = [nil, "%Y", "%b", "%b %Y", "%-d", "%H:%M", "%x %X"]
    for index in 0..<700 {
        let length = [1e2, 1e4, 1e6, 1e8, 1e10, 1e12, 1e14][index % 7] * (random.fraction() + 0.01)
        let start = CivilDateTime(milliseconds: Int(random.fraction() * 4e12) - 1_000_000_000_000)
        let end = CivilDateTime(milliseconds: start.milliseconds + 1 + Int(length))
        let room = 60 + random.fraction() * 800
        let isReversed = random.next() % 4 == 0
        let scale = DateTimeScale(
            from: isReversed ? end : start, to: isReversed ? start : end, range: Extent(0, room))
        let format = try formats[index % formats.count].map {
            MultiScaleDateFormat(try DateFormat($0))
        }
        for axis in [
            AxisTicks(scale, format: format, locale: .esES, gap: 6, extent: width),
            AxisTicks(nested: scale, locale: .esMX, gap: 6, extent: width),
        ] {
            let pairs = Array(zip(axis.ticks, axis.ticks.dropFirst()))
            let note = "\(start) \(end) \(room) \(axis.ticks)"
            #expect(axis.ticks.allSatisfy { scale.domain.contains($0.value) }, "\(note)")
            #expect(
                pairs.allSatisfy { isReversed ? $0.value > $1.value : $0.value < $1.value },
                "\(note)")
            #expect(pairs.allSatisfy { $0.label != $1.label }, "\(note)")
            #expect(
                pairs.allSatisfy {
                    abs($1.place - $0.place) >= (width($0.label) + width($1.label)) / 2 + 6
                }, "\(note)")
            // Two labels of the longest form, 2023-06-15T08:30:15.250.
            if room >= 2 * 23 * 6 + 6 { #expect(axis.ticks.count >= 2, "\(note)") }
            expectGroups(of: axis, cover: scale)
        }
    }
}

/// Groups stand side by side from one end of the scale to the other, their labels within.
private func expectGroups(of axis: AxisTicks, cover scale: DateTimeScale) {
    guard let first = axis.groups.first, let last = axis.groups.last else { return }
    #expect(abs(first.span.start - scale.range.start) < 1e-6)
    #expect(abs(last.span.end - scale.range.end) < 1e-6)
    for (group, next) in zip(axis.groups, axis.groups.dropFirst()) {
        #expect(abs(group.span.end - next.span.start) < 1e-6)
    }
    #expect(
        axis.groups.allSatisfy {
            $0.label.isEmpty || width($0.label) + 6 <= abs($0.span.end - $0.span.start)
        })
}

@Test func monthsStandUnderTheirYears() throws {
    let axis = AxisTicks(
        nested: try scale("2023-01-01", "2025-01-01", length: 500), locale: .esMX, count: 24,
        gap: 2, extent: { Double($0.count) * 5 })
    #expect(axis.ticks.count == 25)
    #expect(axis.ticks.prefix(3).map(\.label) == ["ene", "feb", "mar"])
    #expect(axis.groups.map(\.label) == ["2023", "2024"])
    #expect(abs((axis.groups.first?.span.end ?? 0) - 500 * 365 / 731) < 1e-9)
}

@Test func quartersAreNextWhereMonthsDoNotFit() throws {
    let labels = { (length: Double) in
        AxisTicks(
            nested: try scale("2022-01-01", "2024-01-01", length: length), locale: .enUS,
            extent: width
        ).ticks.map(\.label)
    }
    #expect(try labels(300).prefix(4) == ["Jan", "Apr", "Jul", "Oct"])
    #expect(try labels(140) == ["Jan", "Jul", "Jan", "Jul", "Jan"])
    #expect(try labels(90) == ["2022", "2023", "2024"])
}

@Test func aCutOffYearKeepsItsSpanButNotALabelThatDoesNotFit() throws {
    let axis = AxisTicks(
        nested: try scale("2022-12-15", "2024-06-15", length: 400), locale: .esMX, extent: width)
    #expect(axis.groups.map(\.label) == ["", "2023", "2024"])
}

@Test func daysAndHoursHaveGroupsToo() throws {
    let days = AxisTicks(
        nested: try scale("2024-01-25", "2024-02-08", length: 400), locale: .esMX, extent: width)
    #expect(days.groups.map(\.label) == ["enero 2024", "febrero 2024"])
    #expect(days.ticks.first?.label == "25")
    let hours = AxisTicks(
        nested: try moments("2024-01-25T12:00", "2024-01-26T12:00", length: 400), locale: .enUS,
        extent: width)
    #expect(hours.groups.map(\.label) == ["Thursday, Jan 25", "Friday, Jan 26"])
    #expect(hours.ticks.contains { $0.label == "12 AM" })
}

@Test func aSingleLevelNamesTheLargestUnit() throws {
    let months = AxisTicks(
        try scale("2023-10-01", "2024-04-01", length: 400), locale: .esES, count: 7,
        extent: width)
    #expect(months.ticks.map(\.label) == ["oct.", "nov.", "dic.", "2024", "feb.", "mar.", "abr."])
    let standard = AxisTicks(
        try moments("2024-01-25T08:00", "2024-01-25T10:00", length: 500), format: .standard,
        locale: .enUS, count: 5, extent: width)
    #expect(standard.ticks.map(\.label) == ["08 AM", "08:30", "09 AM", "09:30", "10 AM"])
}

@Test func formatsThatCannotTellTicksApartMakeForFewerOrGiveWay() throws {
    let years = AxisTicks(
        try scale("2020-01-01", "2023-01-01", length: 600),
        format: MultiScaleDateFormat(try DateFormat("%Y")), locale: .esMX, count: 12,
        extent: width)
    #expect(years.ticks.map(\.label) == ["2020", "2021", "2022", "2023"])
    let within = AxisTicks(
        try scale("2020-02-03", "2020-02-05", length: 200),
        format: MultiScaleDateFormat(try DateFormat("%Y")), locale: .esMX, extent: width)
    #expect(within.ticks.map(\.label) == ["3 feb", "4 feb", "5 feb"])
    let twins = AxisTicks(
        try scale("2017-03-15", "2023-03-15", length: 150),
        format: MultiScaleDateFormat(try DateFormat("%B")), locale: .esMX, extent: width)
    #expect(twins.ticks.count >= 2)
}

@Test func degenerateAxesOfTimeHaveOneTick() throws {
    let one = AxisTicks(
        try scale("2024-05-05", "2024-05-05", length: 100), locale: .esMX, extent: width)
    #expect(one.ticks.map(\.label) == ["5 may"])
    let narrow = AxisTicks(
        try scale("2024-01-01", "2025-01-01", length: 3), locale: .esMX, extent: width)
    #expect(narrow.ticks.count == 1)
    let whole = AxisTicks(
        DateTimeScale(from: .first, to: .last, range: Extent(0, 500)), locale: .esMX,
        extent: width)
    #expect(whole.ticks.count >= 2)
    let nested = AxisTicks(
        nested: try scale("2024-05-05", "2024-05-05", length: 100), locale: .esMX, extent: width)
    #expect(nested.ticks.count == 1 && nested.groups.isEmpty)
}
