import Graphics
import Scales
import TestSupport
import Testing

@testable import Charts

@Suite struct ChartLintTests {
    private func lints(
        _ layers: [Layer], _ locale: DeckLocale = .esMX, _ change: (inout Chart) -> Void = { _ in }
    ) -> [ChartLint] {
        WordSamples.chart(layers, locale, change).lints()
    }

    private func rules(
        _ layers: [Layer], _ change: (inout Chart) -> Void = { _ in }
    ) -> [ChartLint.Rule] {
        lints(layers, .esMX, change).map(\.rule)
    }

    private let bars = WordSamples.bars(["A", "B", "C"], [5200, 6100, 7000])
    private let line = WordSamples.months([5200, 6100, 7000], from: WordSamples.day("2023-01"))

    // MARK: - Properties

    @Test func findingsOfAnyChartAreWholeAndTheSame() {
        var random = SplitMix64(seed: 21)
        for _ in 0..<200 {
            let chart = random.readableChart()
            let lints = chart.lints()
            #expect(lints == chart.lints())
            for lint in lints {
                #expect(!lint.message.isEmpty && !lint.hint.isEmpty)
                #expect(!lint.message.hasSuffix(".") && !lint.hint.hasSuffix("."))
                for word in ["nan", "inf", "Optional", "  "] {
                    let message = lint.message.replacing("infl", with: "")
                    #expect(!message.contains(word), "\(lint.message)")
                }
            }
            let order = lints.compactMap { ChartLint.Rule.allCases.firstIndex(of: $0.rule) }
            #expect(order == order.sorted())
        }
    }

    @Test func plainChartsOfEachFormHaveNoFindings() {
        let fired = WordExample.allCases.filter { example in
            !example.chart(.esMX).lints().isEmpty
        }
        // An axis of points need not begin at zero, but its readers must know.
        #expect(fired == [.dots, .barsAndLine])
        #expect(WordExample.dots.chart(.esMX).lints().map(\.rule) == [.truncatedAxis])
        #expect(WordExample.barsAndLine.chart(.esMX).lints().map(\.rule) == [.twoAxes])
    }

    @Test func namesOfRulesAreKebabCase() {
        for rule in ChartLint.Rule.allCases {
            #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
        }
    }

    // MARK: - Zero

    @Test func barsThatStartAboveZeroAreTold() {
        let found = lints([bars]) { $0.yScale.domain = .numbers(5000, 8000) }
        #expect(
            found == [
                ChartLint(
                    .barsNotFromZero,
                    "the bars start at 5,000, not at zero: their lengths do not show their figures",
                    hint: "let the axis start at zero, or draw a line", mark: .bar)
            ])
        #expect(rules([bars]) { $0.yScale.domain = .numbers(0, 8000) }.isEmpty)
        #expect(rules([bars]) { $0.yScale.includesZero = false } == [.barsNotFromZero])
        #expect(rules([bars]) { $0.yScale.kind = .log } == [.barsNotFromZero])
        let negative = WordSamples.bars(["A"], [-30])
        #expect(
            lints([negative], .esES) { $0.yScale.domain = .numbers(-2000, -10.5) }.first?.message
                .contains("−10,5") == true)
    }

    @Test func lyingBarsAreMeasuredAlongX() {
        var lying = bars
        (lying.channels[.x], lying.channels[.y]) = (bars.channels[.y], bars.channels[.x])
        #expect(rules([lying]) { $0.xScale.domain = .numbers(5000, 8000) } == [.barsNotFromZero])
        #expect(rules([lying]).isEmpty)
    }

    @Test func barsFromOneValueToAnotherNeedNoZero() {
        var ranged = bars
        ranged.channels[.yStart] = ranged.channels[.y]
        ranged.channels[.y] = nil
        ranged.channels[.yEnd] = Channel("", .numbers([5300, 6200, 7100]))
        #expect(rules([ranged]) { $0.yScale.domain = .numbers(5000, 8000) }.isEmpty)
    }

    @Test func areasThatStartAboveZeroAreTold() {
        var area = line
        area.mark = .area
        #expect(rules([area]) { $0.yScale.domain = .numbers(5000, 8000) } == [.areaNotFromZero])
        #expect(rules([area]).isEmpty)
    }

    @Test func linesOnAnAxisWithoutZeroAreTold() {
        let found = lints([line]) { $0.yScale.domain = .numbers(3000, 10_600) }
        #expect(found.map(\.rule) == [.truncatedAxis])
        #expect(
            found.first?.message == "the vertical axis starts at 3,000, not at zero: "
                + "changes look larger than they are")
        #expect(rules([line]).isEmpty)
        #expect(rules([line]) { $0.yScale.includesZero = false } == [.truncatedAxis])
        // A logarithm has no zero.
        #expect(rules([line]) { $0.yScale.kind = .log }.isEmpty)
    }

    @Test func pointsAreMeasuredWhereTheyStandForNames() {
        var dots = bars
        dots.mark = .point
        #expect(rules([dots]) { $0.yScale.domain = .numbers(5000, 8000) } == [.truncatedAxis])
        #expect(rules([dots]) { $0.yScale.includesZero = true }.isEmpty)
        let cloud = WordSamples.points([10, 20, 30], [500, 600, 700])
        #expect(rules([cloud]).isEmpty)
    }

    // MARK: - Directions and axes

    @Test func reversedAxesAreTold() {
        #expect(rules([bars]) { $0.yScale.isReversed = true } == [.reversedAxis])
        #expect(rules([line]) { $0.xScale.isReversed = true } == [.reversedAxis])
        // Names have no direction.
        #expect(rules([bars]) { $0.xScale.isReversed = true }.isEmpty)
    }

    @Test func twoAxesAreTold() {
        var second = line
        second.isOnSecondAxis = true
        second.channels[.y]?.label = "Precio"
        let found = lints([line, second])
        #expect(found.map(\.rule) == [.twoAxes])
        #expect(found.first?.message.hasPrefix("“Unidades” and “Precio” are read") == true)
        #expect(rules([line, line]).isEmpty)
        // Alone on the other side it is one axis.
        #expect(rules([second]).isEmpty)
    }

    @Test func twoUnitsOnOneAxisAreTold() {
        var (dollars, units) = (line, line)
        dollars.labels.unit = "MDD"
        units.labels.unit = "unidades"
        #expect(rules([dollars, units]) == [.dualUnit])
        #expect(rules([dollars, dollars]).isEmpty)
        #expect(rules([dollars, line]).isEmpty)
        units.isOnSecondAxis = true
        #expect(rules([dollars, units]) == [.twoAxes])
    }

    // MARK: - Lines

    @Test func unevenStepsInTimeAreTold() {
        let odd = WordSamples.series(.line, ["2005", "2010", "2015", "2023"], ["": [1, 2, 3, 4]])
        let found = lints([odd])
        #expect(found.map(\.rule) == [.unevenTime])
        #expect(found.first?.place == "2023")
        let even = WordSamples.series(.line, ["2005", "2010", "2015"], ["": [1, 2, 3]])
        #expect(rules([even]).isEmpty)
        let named = WordSamples.series(.line, ["uno", "dos", "tres"], ["": [1, 2, 3]])
        #expect(rules([named]).isEmpty)
        var bars = odd
        bars.mark = .bar
        #expect(rules([bars]).isEmpty)
    }

    @Test func curvesThatLeaveTheirFiguresAreTold() {
        for interpolation in Interpolation.allCases {
            var curve = line
            curve.interpolation = interpolation
            let isSmoothed = [.natural, .basis, .cardinal, .catmullRom].contains(interpolation)
            #expect(rules([curve]) == (isSmoothed ? [.smoothedLine] : []))
        }
    }

    // MARK: - Wholes

    @Test func sharesThatMakeNoWholeAreTold() {
        let short = WordSamples.sectors(["A": 0.5, "B": 0.3, "C": 0.1], format: ".0%")
        let found = lints([short])
        #expect(found.map(\.rule) == [.notAWhole])
        #expect(found.first?.message == "the parts add up to 90%, not to 100%")
        let points = WordSamples.sectors(["A": 50, "B": 30, "C": 10], format: ",")
        #expect(rules([points]) { $0.unit = "%" } == [.notAWhole])
        // Counts are what they are.
        #expect(rules([points]).isEmpty)
    }

    @Test func sharesThatWereRoundedAreAWhole() {
        let thirds = WordSamples.sectors(["A": 0.33, "B": 0.33, "C": 0.33], format: ".0%")
        #expect(rules([thirds]).isEmpty)
        let points = WordSamples.sectors(["A": 33.3, "B": 33.3, "C": 33.4], format: ",")
        #expect(rules([points]) { $0.unit = "%" }.isEmpty)
        let exact = WordSamples.sectors(["A": 0.85, "B": 0.15], format: ".0%")
        #expect(rules([exact]).isEmpty)
    }

    @Test func unknownAndNegativePartsMakeNoWhole() {
        let missing = lints([WordSamples.sectors(["A": 1, "B": nil])])
        #expect(missing.map(\.rule) == [.notAWhole])
        #expect(missing.first?.place == "B")
        let negative = lints([WordSamples.sectors(["A": 1, "B": -2])])
        #expect(negative.first?.message == "the part “B” is −2; a whole has no part below zero")
    }

    @Test func sevenSectorsAreTooMany() {
        let layer = { (count: Int) -> Layer in
            Layer(
                .sector,
                [
                    .angle: Channel("", .numbers([Double?](repeating: 1, count: count))),
                    .color: Channel("", .names((0..<count).map { "N\($0)" })),
                ])
        }
        #expect(rules([layer(7)]) == [.tooManySectors])
        #expect(rules([layer(6)]).isEmpty)
    }

    @Test func stacksWithAnUnknownPartAreTold() {
        let stack = WordSamples.series(.bar, ["2022", "2023"], ["A": [1, 2], "B": [3, nil]])
        let found = lints([stack])
        #expect(
            found == [
                ChartLint(
                    .missingInStack,
                    "the stack “2023” has no figure for “B”: its height is not the whole",
                    hint: "leave the stack out, or draw bars side by side", mark: .bar,
                    place: "2023")
            ])
        var shares = stack
        shares.stacking = .normalized
        #expect(rules([shares]) == [.missingInStack])
        let grouped = WordSamples.series(
            .bar, ["2022", "2023"], ["A": [1, 2], "B": [3, nil]], isGrouped: true)
        #expect(rules([grouped]).isEmpty)
        #expect(rules([WordSamples.bars(["A", "B"], [1, nil])]).isEmpty)
    }

    @Test func moreSeriesThanColorsAreTold() {
        let layer = WordSamples.series(
            .line, ["2022", "2023"],
            [
                "A": [1, 2], "B": [1, 3], "C": [2, 4], "D": [3, 3], "E": [4, 4], "F": [5, 5],
                "G": [6, 6],
            ])
        let found = lints([layer])
        #expect(found.map(\.rule) == [.repeatedColors])
        #expect(found.first?.message == "7 series share 6 colors: “G” looks like “A”")
        #expect(
            rules([layer]) { $0.colors.range = (0..<7).map { Color(UInt32($0)) } }.isEmpty)
    }

    @Test func chartsSideBySideAreJudgedOnceAndByTheirScales() {
        let one = WordSamples.chart([bars]) { $0.yScale.isReversed = true }
        let both = SmallMultiples([
            .init(title: "Norte", chart: one), .init(title: "Sur", chart: one),
        ])
        #expect(both.lints().map(\.rule) == [.reversedAxis])
        #expect(both.lints().first?.message.hasPrefix("“Norte”: ") == true)
        var apart = both
        apart.sharesScale = false
        #expect(apart.lints().map(\.rule) == [.reversedAxis, .unequalScales])
        #expect(SmallMultiples([], sharesScale: false).lints().isEmpty)
    }

    // MARK: - Changes

    @Test func growthOfABaseNearZeroIsTold() {
        let grown = { (values: [Double?], comparison: Comparison) -> [ChartLint] in
            lints([WordSamples.bars(["2021", "2022", "2023"], values)]) {
                $0.comparisons = [comparison]
            }
        }
        let growth = Comparison(.growth, from: "2021", to: "2023")
        let found = grown([3, 500, 1200], growth)
        #expect(found.map(\.rule) == [.variationNearZero])
        #expect(found.first?.place == "2021")
        #expect(
            found.first?.message
                == "the growth from “2021” to “2023” has a base near zero: 3, where "
                + "figures reach 1,200; a percentage says nothing there")
        #expect(grown([800, 500, 1200], growth).isEmpty)
        #expect(grown([-800, 500, 1200], growth).first?.message.contains("across zero") == true)
        // A difference has no base, unless its words are a percentage.
        #expect(grown([3, 500, 1200], Comparison(from: "2023", to: "2021")).isEmpty)
        #expect(
            grown([3, 500, 1200], Comparison(from: "2023", to: "2021", text: "+39,900%")).map(
                \.rule)
                == [.variationNearZero])
        #expect(
            grown([800, 500, 1200], Comparison(from: "2023", to: "2021", text: "+50%")).isEmpty)
        #expect(grown([3, nil, 1200], Comparison(.growth, from: "2022", to: "2023")).isEmpty)
    }

    // MARK: - Waivers

    @Test func waiversTakeAwayWhatTheyName() {
        let found = lints([line]) { $0.yScale.domain = .numbers(3000, 10_600) }
        let waiver = ChartWaiver(rule: .truncatedAxis, reason: "as in the original")
        let judged = ChartLint.judge(found, waivers: [waiver])
        #expect(judged.open.isEmpty && judged.unused.isEmpty)
    }

    @Test func waiversOfRulesThatFindNothingAreTold() {
        let waiver = ChartWaiver(rule: .twoAxes, reason: "as in the original")
        let judged = ChartLint.judge([], waivers: [waiver])
        #expect(judged.unused == [waiver])
    }

    @Test func waiversWithoutAReasonWaiveNothing() {
        let found = lints([line]) { $0.yScale.domain = .numbers(3000, 10_600) }
        let waiver = ChartWaiver(rule: .truncatedAxis, reason: "  ")
        let judged = ChartLint.judge(found, waivers: [waiver])
        #expect(judged.open == found)
        #expect(judged.unused == [waiver])
    }
}
