import Charts
import Graphics
import Scales
import Testing

private let chart = Chart { namedBar() }

/// A scale with a change.
private func scale(_ change: (inout ScaleOptions) -> Void) -> ScaleOptions {
    var options = ScaleOptions()
    change(&options)
    return options
}

@Test func domainsAreRangesOrCategories() {
    #expect(chart.chartXScale(domain: 0...100).xScale.domain == .numbers(0, 100))
    #expect(chart.chartXScale(domain: 0.5...1.5).xScale.domain == .numbers(0.5, 1.5))
    #expect(
        chart.chartXScale(domain: CivilDate.first...CivilDate.last).xScale.domain
            == .dates(.first, .last))
    #expect(chart.chartXScale(domain: ["b", "a"]).xScale.domain == .names(["b", "a"]))
    #expect(
        chart.chartXScale(domain: [CivilDate.first, .last]).xScale.domain
            == .dates(.first, .last))
    #expect(
        chart.chartXScale(domain: [2019, 2021, 2023]).xScale.domain
            == .names(["2019", "2021", "2023"]))
    #expect(
        chart.chartXScale(domain: [2019, 2021], type: .ordinal).xScale
            == scale {
                $0.domain = .names(["2019", "2021"])
                $0.kind = .ordinal
            })
    #expect(chart.chartXScale(domain: [Double]()).xScale == ScaleOptions())
}

@Test func descendingDomainsRunTheOtherWay() {
    let reversed = scale {
        $0.domain = .numbers(0, 100)
        $0.isReversed = true
    }
    #expect(chart.chartYScale(domain: [100, 0]).yScale == reversed)
    let days = chart.chartYScale(domain: [CivilDate.last, .first]).yScale
    #expect(days.domain == .dates(.first, .last))
    #expect(days.isReversed)
}

@Test func automaticDomainsSayTheRest() {
    let automatic = chart.chartYScale(domain: 1...2)
        .chartYScale(domain: .automatic(includesZero: false, reversed: true), type: .log)
    #expect(
        automatic.yScale
            == scale {
                $0.includesZero = false
                $0.isReversed = true
                $0.kind = .log
            })
    #expect(chart.chartYScale(domain: .automatic) == chart)
}

@Test func typesHaveBothNames() {
    #expect(ScaleType.category == .band)
    #expect(ScaleType.date == .time)
    #expect(chart.chartXScale(type: .category).xScale == scale { $0.kind = .band })
    #expect(chart.chartYScale(type: .squareRoot).yScale == scale { $0.kind = .squareRoot })
    #expect(chart.chartSecondScale(type: .log).secondScale == scale { $0.kind = .log })
    #expect(
        chart.chartSecondScale(domain: 0...1).secondScale == scale { $0.domain = .numbers(0, 1) })
    // What was said before stays.
    #expect(
        chart.chartXScale(type: .log).chartXScale(domain: 1...10).xScale
            == scale {
                $0.kind = .log
                $0.domain = .numbers(1, 10)
            })
}

@Test func seriesGetTheirColours() {
    var colors = ColorOptions()
    colors.names = ["Sur", "Norte"]
    colors.range = [.white, .black]
    let expected = [colors, colors, colors]
    let made = [
        chart.chartForegroundStyleScale(["Sur": .white, "Norte": .black]),
        chart.chartForegroundStyleScale(domain: ["Sur", "Norte"], range: [.white, .black]),
        chart.chartForegroundStyleScale(domain: ["Sur", "Norte"]) {
            $0 == "Sur" ? .white : .black
        },
    ]
    #expect(made.map(\.colors) == expected)
}

@Test func amountsGetTheirColours() throws {
    var colors = ColorOptions()
    colors.kind = .diverging
    colors.numbers = [-5, 0, 5]
    colors.format = try NumberFormat("+.1f")
    let made = chart.chartForegroundStyleScale(
        domain: [-5.0, 0, 5], type: .diverging, format: colors.format)
    #expect(made.colors == colors)
    #expect(chart.chartForegroundStyleScale(domain: 0...5).colors.numbers == [0, 5])
    #expect(
        chart.chartForegroundStyleScale(domain: [2023, 2024], type: .ordinal).colors.names
            == ["2023", "2024"])
    #expect(
        chart.chartForegroundStyleScale(domain: [CivilDate.first]).colors.names
            == ["0000-01-01"])
    #expect(chart.chartForegroundStyleScale(range: [.black]).colors.range == [.black])
    #expect(chart.chartForegroundStyleScale() == chart)
}
