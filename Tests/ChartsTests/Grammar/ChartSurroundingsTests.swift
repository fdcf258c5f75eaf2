import Charts
import Graphics
import Scales
import Testing

private let chart = Chart { namedBar() }

@Test func wordsAroundAChartAreKept() {
    var expected = Chart(layers: [namedBars()])
    expected.title = "Ventas"
    expected.unit = "MDD"
    expected.accessibilityLabel = "corto"
    expected.accessibilityDetail = "largo"
    expected.total = ChartTotal(label: "Total", text: "12", standing: .derived)
    expected.center = ChartCenter(figure: "12", label: "t")
    expected.hasStackTotals = true
    expected.roundsToHundred = true
    let made = chart.chartTitle("Ventas").chartUnit("MDD").accessibilityLabel("corto")
        .accessibilityDetail("largo").chartTotal("Total", "12", standing: .derived)
        .chartCenter(figure: "12", label: "t").stackTotals().roundsToHundred()
    #expect(made == expected)
    #expect(made.stackTotals(false).roundsToHundred(false).hasStackTotals == false)
}

@Test func wordsOfAChartReplaceThoseOfItsMarks() {
    let made = Chart { namedBar().accessibilityLabel("Perú") }.accessibilityDetail("largo")
    #expect(made.accessibilityDetail == "largo")
}

@Test func comparisonsAreCollected() {
    let made = chart.chartComparison(from: "A", to: "B", text: "el doble")
        .chartGrowth(from: 2020, to: 2024).chartGrowth(from: CivilDate.first, to: CivilDate.last)
    #expect(
        made.comparisons == [
            Comparison(.difference, from: "A", to: "B", text: "el doble"),
            Comparison(.growth, from: "2020", to: "2024"),
            Comparison(.growth, from: "0000-01-01", to: "9999-12-31"),
        ])
}

@Test func wordsInThePieMakeADonut() {
    let pie = Chart { SectorMark(angle: .value("Tons", 1)) }.chartCenter(figure: "1 t")
    #expect(pie.layers.map(\.innerRadius) == [0.63])
    let donut = Chart { SectorMark(angle: .value("Tons", 1), innerRadius: .ratio(0.5)) }
        .chartCenter(figure: "1 t")
    #expect(donut.layers.map(\.innerRadius) == [0.5])
}

@Test func legendsAreShownHiddenOrPlaced() {
    #expect(chart.chartLegend(.hidden).legend == .hidden)
    #expect(chart.chartLegend(.visible).legend == .top)
    #expect(chart.chartLegend(.hidden).chartLegend(.automatic) == chart)
    for place in LegendPlace.allCases {
        #expect(chart.chartLegend(position: place).legend == place)
    }
    #expect(chart.chartLegend(position: .bottom).chartLegend(.visible).legend == .bottom)
}

@Test func aLocaleBringsItsWords() {
    let spanish = chart.chartLocale(.esMX)
    #expect(spanish.locale == .esMX)
    #expect(spanish.style == .standard(.esMX))
    var own = ChartStyle.standard(.enUS)
    own.palette = [.black]
    #expect(chart.chartStyle(own).chartLocale(.esMX).style == own)
    #expect(chart.chartLocale(.esMX).chartStyle(own).style == own)
}
