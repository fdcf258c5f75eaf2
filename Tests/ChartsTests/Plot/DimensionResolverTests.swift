import Diagnostics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

private func resolver(
    _ change: (inout ScaleOptions, inout AxisOptions) -> Void = { _, _ in },
    locale: DeckLocale = .enUS
) -> DimensionResolver {
    var (options, axis) = (ScaleOptions(), AxisOptions())
    change(&options, &axis)
    return DimensionResolver(options: options, axis: axis, locale: locale, name: "the axis")
}

private func dates(_ days: [String]) -> Channel {
    Channel("day", .dates(days.map { CivilDate(iso: $0) }))
}

private func canvas() -> Canvas { Canvas(measurer: FixedMeasurer()) }

// MARK: - Periods

@Test func monthsHaveASlotEachAndYearsBelow() throws {
    var canvas = canvas()
    let days = dates(["2024-11-01", "2025-02-01"])
    #expect(resolver().isCategorical([days], isForBars: false))
    let slots = try #require(resolver().slots([days], on: &canvas))
    #expect(slots.map(\.key) == ["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"])
    #expect(slots.map(\.label) == ["Nov", "Dec", "Jan", "Feb"])
    #expect(slots.map(\.group) == ["2024", "2024", "2025", "2025"])
}

@Test func quartersAreNamedInTheLanguageOfTheDeck() throws {
    var canvas = canvas()
    let days = dates(["2024-04-01", "2024-07-01", "2025-01-01"])
    let english = try #require(resolver().slots([days], on: &canvas))
    #expect(english.map(\.label) == ["Q2", "Q3", "Q4", "Q1"])
    let spanish = try #require(resolver(locale: .esMX).slots([days], on: &canvas))
    #expect(spanish.map(\.label) == ["2T", "3T", "4T", "1T"])
    #expect(spanish.map(\.group) == ["2024", "2024", "2024", "2025"])
}

@Test func yearsHaveNoGroups() throws {
    var canvas = canvas()
    let slots = try #require(
        resolver().slots([dates(["2019-01-01", "2022-01-01"])], on: &canvas))
    #expect(slots.map(\.label) == ["2019", "2020", "2021", "2022"])
    #expect(Set(slots.map(\.group)) == [""])
}

@Test func daysThatBeginNoPeriodsStandInProportion() {
    let days = dates(["2024-11-01", "2025-02-03"])
    #expect(!resolver().isCategorical([days], isForBars: false))
    #expect(resolver().isCategorical([days], isForBars: true))
    // So do periods that are too many for slots.
    #expect(!resolver().isCategorical([dates(["1900-02-01", "2024-03-01"])], isForBars: false))
}

@Test func aFormatOfOnesOwnSaysAllThereIsToSay() throws {
    var canvas = canvas()
    let format = try DateFormat("%b %y")
    let slots = try #require(
        resolver { $1.dateFormat = format }
            .slots([dates(["2024-12-01", "2025-01-01"])], on: &canvas))
    #expect(slots.map(\.label) == ["Dec 24", "Jan 25"] && Set(slots.map(\.group)) == [""])
}

// MARK: - Names

@Test func namesStandInTheOrderOfTheirFirstAppearance() throws {
    var canvas = canvas()
    let names = Channel("name", .names(["b", "a", "b", "c", ""]))
    let own = try #require(resolver().slots([names], on: &canvas))
    #expect(own.map(\.key) == ["b", "a", "c"])
    let given = resolver { options, _ in options.domain = .names(["c", "x", "a"]) }
    let slots = try #require(given.slots([names], on: &canvas))
    #expect(slots.map(\.key) == ["c", "x", "a"])
}

@Test func tooManyNamesAreAnError() {
    var canvas = canvas()
    let names = Channel("name", .names((0...1000).map { "\($0)" }))
    #expect(resolver().slots([names], on: &canvas) == nil)
    #expect(
        canvas.messages == ["the axis has 1001 categories, and a page shows at most 1000"])
}

// MARK: - Numbers

private func numbers(
    _ extent: Extent?, includesZero: Bool = false, isNice: Bool = false, areDays: Bool = false,
    _ change: (inout ScaleOptions) -> Void = { _ in }
) -> (domain: Extent?, messages: [String]) {
    var canvas = canvas()
    let found = resolver { options, _ in change(&options) }
        .numbers(
            around: extent, areDays: areDays, includesZero: includesZero, isNice: isNice,
            on: &canvas)
    return (found?.domain, canvas.messages)
}

@Test func domainsHoldTheirFiguresAndEndAtRoundOnes() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
        let (one, other) = (random.figure(), random.figure())
        let extent = Extent(min(one, other), max(one, other))
        for isNice in [false, true] {
            let (domain, messages) = numbers(extent, includesZero: true, isNice: isNice)
            #expect(
                domain?.contains(extent.lower) == true && domain?.contains(extent.upper) == true)
            #expect(domain?.contains(0) == true && messages.isEmpty)
        }
    }
}

@Test func domainsOfExamples() {
    #expect(numbers(Extent(3, 97), includesZero: true, isNice: true).domain == Extent(0, 100))
    #expect(numbers(Extent(30, 97), isNice: true).domain == Extent(30, 100))
    #expect(numbers(Extent(30, 97)).domain == Extent(30, 97))
    #expect(numbers(Extent(7, 7)).domain == Extent(0, 7))
    #expect(numbers(nil).domain == Extent(0, 1) && numbers(Extent(0, 0)).domain == Extent(0, 1))
    #expect(numbers(Extent(3, 97)) { $0.domain = .numbers(0, 200) }.domain == Extent(0, 200))
}

@Test func aFigureOutsideOfAGivenDomainIsAnError() {
    #expect(
        numbers(Extent(3, 197)) { $0.domain = .numbers(0, 100) }.messages
            == ["197 lies outside of the axis, which runs from 0 to 100"])
    let day = CivilDate(year: 2024, month: 5, day: 6)
    let first = CivilDate(year: 2025)
    guard let day, let first, let last = CivilDate(year: 2026) else { return }
    #expect(
        numbers(Extent(Double(day.dayNumber), Double(last.dayNumber)), areDays: true) {
            $0.domain = .dates(first, last)
        }.messages
            == ["2024-05-06 lies outside of the axis, which runs from 2025-01-01 to 2026-01-01"])
}

@Test func aDomainWithoutEndIsAnError() {
    for end in [Double.nan, .infinity] {
        let found = numbers(Extent(3, 4)) { $0.domain = .numbers(0, end) }
        #expect(
            found.domain == nil && found.messages == ["the axis has a figure that is not finite"])
    }
}

@Test func zeroOnALogarithmicScaleIsAnError() {
    let found = numbers(Extent(0, 4)) { $0.kind = .log }
    #expect(
        found.domain == nil
            && found.messages == ["the axis has a logarithmic scale, which has no place for zero"])
}
