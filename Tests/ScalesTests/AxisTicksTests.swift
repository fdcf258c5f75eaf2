import Scales
import Testing

/// Six points a character, as wide as an axis of small type has them.
private func width(_ label: String) -> Double { Double(label.count) * 6 }

private let gap = 6.0

/// What every axis keeps to, whatever its scale.
private func expectSound(
    _ axis: AxisTicks, in domain: Extent, _ note: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let ticks = axis.ticks
    let pairs = Array(zip(ticks, ticks.dropFirst()))
    #expect(
        ticks.allSatisfy { domain.contains($0.value) && $0.place.isFinite && !$0.label.isEmpty },
        "\(note()) \(ticks)", sourceLocation: sourceLocation)
    #expect(
        pairs.allSatisfy { domain.isDescending ? $0.value > $1.value : $0.value < $1.value },
        "\(note()) \(ticks)", sourceLocation: sourceLocation)
    #expect(
        pairs.allSatisfy { $0.label != $1.label }, "\(note()) \(ticks)",
        sourceLocation: sourceLocation)
    #expect(
        pairs.allSatisfy {
            abs($1.place - $0.place) >= (width($0.label) + width($1.label)) / 2 + gap
        }, "\(note()) \(ticks)", sourceLocation: sourceLocation)
}

/// Domains that charts may meet, and some they should not.
private func domain(_ random: inout Seeded) -> Extent {
    switch random.next() % 5 {
    case 0: return Extent(0, abs(random.number()))
    case 1:
        let start = (random.fraction() * 1e6).rounded()
        return Extent(start, start + 1 + (random.fraction() * 30).rounded())
    case 2:
        let start = random.number()
        return Extent(start, start * (1 + random.fraction() * 1e-6))
    case 3: return Extent(random.fraction() * 1e12, random.fraction() * -1e12)
    default: return Extent(random.number(), random.number())
    }
}

private let specifiers = [
    ",f", ".0f", ",.2f", "d", "s", ".1s", "~s", ".1%", "%", "p", "e", ".2e", "g", "r", ".2r", "",
    "n", "x", "c", "k", ".1k", "K", ".0k' MDD'", "$,.0f", "+,f", "(,.1f",
]

@Test func axesOfNumbersAreSoundInAnyFormat() throws {
    var random = Seeded(21)
    for index in 0..<2600 {
        let domain = domain(&random)
        let format = try NumberFormat(specifiers[index % specifiers.count])
        let length = random.fraction() * 900
        let range = index % 2 == 0 ? Extent(40, 40 + length) : Extent(length, 0)
        let locale = [NumberLocale.esMX, .esES, .enUS][index % 3]
        let axis = AxisTicks(
            LinearScale(domain: domain, range: range), format: format, locale: locale,
            count: random.fraction() * 14, gap: gap, extent: width)
        expectSound(axis, in: domain, "\(domain) \(format.specifier) \(length)")
        if domain.start == domain.end || length >= 700 {
            // The longest text of a number has about fifty characters.
            let least = domain.start == domain.end ? 1 : 2
            #expect(axis.ticks.count >= least, "\(domain) \(format.specifier) \(length)")
        }
    }
}

@Test func twoLabelsWorthOfRoomHoldsTwoLabels() {
    var random = Seeded(22)
    for _ in 0..<1500 {
        let start = (random.fraction() - 0.4) * 2000
        let domain = Extent(start, start + random.fraction() * 1000 + 0.01)
        // The longest label an end may have: a sign, four digits and two grouping marks or decimals.
        let longest = width("−1,234.5678")
        let scale = LinearScale(domain: domain, range: Extent(0, 2 * longest + gap))
        let axis = AxisTicks(scale, locale: .esMX, gap: gap, extent: width)
        expectSound(axis, in: domain, "\(domain)")
        #expect(axis.ticks.count >= 2, "\(domain) \(axis.ticks)")
    }
}

@Test func otherScalesOfNumbersAreSoundToo() throws {
    var random = Seeded(23)
    for index in 0..<300 {
        let domain = Extent(abs(random.number()), abs(random.number()))
        let range = Extent(0, 200 + random.fraction() * 600)
        let roots = AxisTicks(
            SquareRootScale(domain: domain, range: range), locale: .esES, gap: gap, extent: width)
        expectSound(roots, in: domain, "sqrt \(domain)")
        let scale = try #require(SymmetricLogScale(domain: domain, range: range))
        let symmetric = AxisTicks(
            in: domain, locale: .enUS, gap: gap, extent: width, place: { scale($0) })
        expectSound(symmetric, in: domain, "symlog \(domain)")
        guard let logarithmic = LogScale(domain: domain, range: range) else { continue }
        let format = try NumberFormat([",f", "s", "k", "e", ".0f", "%"][index % 6])
        let axis = AxisTicks(
            logarithmic, format: format, locale: .esMX, gap: gap, extent: width)
        expectSound(axis, in: domain, "log \(domain) \(format.specifier)")
        #expect(axis.minorPlaces.allSatisfy { $0.isFinite })
        if domain.start != domain.end, range.end >= 700 {
            #expect(axis.ticks.count >= 2, "log \(domain) \(format.specifier) \(axis.ticks)")
        }
    }
}

@Test func anAxisHasAsManyRoundValuesAsItsLengthHolds() {
    let labels = { (length: Double) in
        AxisTicks(
            LinearScale(domain: Extent(0, 4000), range: Extent(0, length)), locale: .esMX,
            count: 8, gap: gap, extent: width
        ).ticks.map(\.label)
    }
    #expect(
        labels(400)
            == ["0", "500", "1,000", "1,500", "2,000", "2,500", "3,000", "3,500", "4,000"])
    #expect(labels(200) == ["0", "1,000", "2,000", "3,000", "4,000"])
    #expect(labels(80) == ["0", "2,000", "4,000"])
    #expect(labels(40) == ["0", "4,000"])
    #expect(labels(10) == ["0"])
}

@Test func wholeNumbersAreNeverPrintedWrong() throws {
    let axis = AxisTicks(
        LinearScale(domain: Extent(0, 3), range: Extent(0, 600)), format: try NumberFormat("d"),
        locale: .esMX, extent: width)
    #expect(axis.ticks.map(\.label) == ["0", "1", "2", "3"])
    let narrow = AxisTicks(
        LinearScale(domain: Extent(0.2, 0.45), range: Extent(0, 120)),
        format: try NumberFormat("d"), locale: .esMX, extent: width)
    #expect(narrow.ticks.map(\.label) == ["0.2", "0.3", "0.4"])
    let percentages = AxisTicks(
        LinearScale(domain: Extent(0, 0.02), range: Extent(0, 200)),
        format: try NumberFormat(".0%"), locale: .enUS, extent: width)
    #expect(percentages.ticks.map(\.label) == ["0%", "1%", "2%"])
}

@Test func compactTicksShareAUnit() throws {
    let labels = { (end: Double, specifier: String, locale: NumberLocale) in
        AxisTicks(
            LinearScale(domain: Extent(0, end), range: Extent(0, 500)),
            format: try NumberFormat(specifier), locale: locale, count: 4, extent: width
        ).ticks.map { String($0.label.map { $0 == "\u{A0}" ? " " : $0 }) }
    }
    #expect(try labels(2e6, "k", .esMX) == ["0", "0.5 M", "1.0 M", "1.5 M", "2.0 M"])
    #expect(try labels(4e4, "k", .esES) == ["0", "10 mil", "20 mil", "30 mil", "40 mil"])
    #expect(try labels(4e9, "k", .enUS) == ["0", "1B", "2B", "3B", "4B"])
    #expect(try labels(4e9, "k", .esMX).last == "4,000 M")
    #expect(try labels(400, "k' MDD'", .esMX).last == "400 MDD")
}

@Test func logarithmicAxesLabelPowersBeforeTheyLabelNothing() throws {
    let labels = { (start: Double, end: Double, length: Double) in
        let scale = try #require(
            LogScale(domain: Extent(start, end), range: Extent(0, length)))
        return AxisTicks(scale, locale: .esMX, extent: width).ticks.map(\.label)
    }
    #expect(
        try labels(1, 1000, 600) == [
            "1", "2", "5", "10", "20", "50", "100", "200", "500",
            "1,000",
        ])
    #expect(try labels(1, 1000, 200) == ["1", "10", "100", "1,000"])
    #expect(try labels(0.001, 1000, 140) == ["0.01", "1", "100"])
    #expect(try labels(150, 250, 200).count >= 2)
    #expect(try labels(2, 8, 60) == ["2", "5"])
    #expect(try labels(3, 3, 60) == ["3"])
    let scale = try #require(LogScale(domain: Extent(1, 100), range: Extent(0, 100)))
    let axis = AxisTicks(scale, locale: .esMX, extent: width)
    #expect(axis.minorPlaces.count + axis.ticks.count == 19)
}

@Test func degenerateAxesHaveOneTickOrNone() {
    let ticks = { (domain: Extent, range: Extent) in
        AxisTicks(
            LinearScale(domain: domain, range: range), locale: .esMX, extent: width
        ).ticks.map(\.label)
    }
    #expect(ticks(Extent(7.5, 7.5), Extent(0, 100)) == ["7.5"])
    #expect(ticks(Extent(.nan, 1), Extent(0, 100)).isEmpty)
    #expect(ticks(Extent(0, .infinity), Extent(0, 100)).isEmpty)
    #expect(ticks(Extent(0, 1), Extent(0, 0)).count == 1)
    #expect(ticks(Extent(0, 1), Extent(.nan, 100)).isEmpty)
    for extent in [Double.nan, .infinity, -5] {
        let axis = AxisTicks(
            LinearScale(domain: Extent(0, 10), range: Extent(0, 100)), locale: .esMX,
            count: extent, gap: 2, extent: { _ in extent })
        #expect(!axis.ticks.isEmpty)
    }
}

@Test func axesOfAnyWishEnd() {
    for count in [Double.infinity, -.infinity, .nan, 1e300, 0, -5] {
        let axis = AxisTicks(
            LinearScale(domain: Extent(0, 1), range: Extent(0, 300)), locale: .esMX,
            count: count, extent: { Double($0.count) * 6 })
        #expect(axis.ticks.count >= 2)
        let time = AxisTicks(
            DateTimeScale(from: .first, to: .last, range: Extent(0, 300)), locale: .esMX,
            count: count, extent: { Double($0.count) * 6 })
        #expect(time.ticks.count >= 2)
    }
}
