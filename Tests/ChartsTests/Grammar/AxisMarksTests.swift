import Charts
import Scales
import Testing

private let chart = Chart { namedBar() }

/// An axis that is asked for, with a change.
private func axis(_ change: (inout AxisOptions) -> Void = { _ in }) -> AxisOptions {
    var options = AxisOptions()
    options.isShown = true
    change(&options)
    return options
}

@Test func axesAreShownOrHidden() {
    for (visibility, isShown) in [(Visibility.automatic, nil), (.visible, true), (.hidden, false)] {
        #expect(chart.chartXAxis(visibility).xAxis.isShown == isShown)
        #expect(chart.chartYAxis(visibility).yAxis.isShown == isShown)
        #expect(chart.chartSecondAxis(visibility).secondAxis.isShown == isShown)
    }
    #expect(chart.chartXAxis(.hidden).chartXAxis(.automatic) == chart)
}

@Test func axesHaveTitles() {
    let titled = chart.chartXAxisLabel("x").chartYAxisLabel("y").chartSecondAxisLabel("z")
        .chartNames(.beside)
    var expected = chart
    expected.xAxis.title = "x"
    expected.yAxis.title = "y"
    expected.yAxis.names = .beside
    expected.secondAxis.title = "z"
    #expect(titled == expected)
}

@Test func axisMarksAreAskedFor() {
    #expect(chart.chartXAxis { AxisMarks() }.xAxis == axis())
    #expect(chart.chartYAxis { AxisMarks {} }.yAxis == axis { $0.hasGrid = false })
    #expect(chart.chartSecondAxis { AxisMarks() }.secondAxis == axis())
}

@Test func axisMarksSayWhichValues() {
    let days = [CivilDate.first, .last]
    let values: [(AxisMarks, AxisOptions.Values?)] = [
        (AxisMarks(values: .automatic), nil),
        (AxisMarks(values: .automatic(desiredCount: 5)), .count(5)),
        (AxisMarks(values: .automatic(desiredCount: -1)), .count(2)),
        (AxisMarks(values: [0, 50, 100]), .numbers([0, 50, 100])),
        (AxisMarks(values: ["a", "b"]), .names(["a", "b"])),
        (AxisMarks(values: days), .dates(days)),
        (AxisMarks(values: Array(stride(from: 0.0, through: 1, by: 0.5))), .numbers([0, 0.5, 1])),
    ]
    for (marks, values) in values {
        #expect(chart.chartYAxis { marks }.yAxis == axis { $0.values = values })
    }
}

@Test func axisMarksSayWhatIsDrawn() {
    let isWide = false
    let withGrid = chart.chartYAxis {
        AxisMarks {
            AxisGridLine()
            AxisTick()
            if isWide { AxisValueLabel() } else { AxisValueLabel(format: .grouped) }
        }
    }
    #expect(
        withGrid.yAxis
            == axis {
                $0.hasGrid = true
                $0.format = .grouped
            })
    let withoutGrid = chart.chartYAxis { AxisMarks { AxisValueLabel() } }
    #expect(withoutGrid.yAxis == axis { $0.hasGrid = false })
}

@Test func axisMarksHaveFormats() throws {
    let (number, date, year) = (
        try NumberFormat(",.1f"), try DateFormat("%b"), try DateFormat("%Y")
    )
    let numbers = axis { $0.format = number }
    let dates = axis {
        $0.dateFormat = date
        $0.groupFormat = year
    }
    #expect(chart.chartXAxis { AxisMarks(format: number) }.xAxis == numbers)
    #expect(chart.chartXAxis { AxisMarks(format: date, groups: year) }.xAxis == dates)
    #expect(try chart.chartXAxis { try AxisMarks(format: ",.1f") }.xAxis == numbers)
    #expect(
        try chart.chartXAxis { try AxisMarks(format: "%b") }.xAxis == axis { $0.dateFormat = date })
    let inside = chart.chartXAxis {
        AxisMarks { AxisValueLabel(format: date, groups: year) }
    }
    #expect(inside.xAxis.dateFormat == date && inside.xAxis.groupFormat == year)
    let spelled = try chart.chartXAxis {
        try AxisMarks(format: "%b") { try AxisValueLabel(format: "%Y") }
    }
    #expect(spelled.xAxis.dateFormat == year)
}

@Test(arguments: [",.1f", ".1%", "%", ".0%' x'", "+$,.2f", "k' MDD'", "", "~s"])
func specifiersOfNumbersAreNumbers(_ specifier: String) throws {
    let expected = try NumberFormat(specifier)
    #expect(
        try chart.chartXAxis { try AxisMarks(format: specifier) }.xAxis
            == axis { $0.format = expected })
}

@Test(arguments: ["%b", "%Y", "%-d/%m/%y", "año %Y", "%%", "%d", "Q%q"])
func specifiersOfDatesAreDates(_ specifier: String) throws {
    let expected = try DateFormat(specifier)
    #expect(
        try chart.chartXAxis { try AxisMarks(format: specifier) }.xAxis
            == axis { $0.dateFormat = expected })
}

@Test func specifiersThatAreNoneAreToldOf() {
    #expect(throws: NumberFormatError.self) { try AxisMarks(format: "miles") }
    #expect(throws: NumberFormatError.self) { try AxisMarks(format: "1,.%") }
    #expect(throws: DateFormatError.self) { try AxisMarks(format: "%b %k") }
    #expect(throws: DateFormatError.self) { try AxisValueLabel(format: "%¡") }
}
