import Graphics
import Scales
import TestSupport
import Testing

@testable import Charts

// What eight kinds of charts look like, to the last digit.

@Test func lyingBarsReadAsBefore() {
    var chart = barChart(
        ["Estados Unidos": 80.5, "Canadá": 9, "Alemania": nil, "Brasil": 2.25], lie: true,
        hasOwnColors: false)
    chart.layers[0].details[0].isKey = true
    chart.layers[0].details[0].inset = "+4.7 %"
    chart.layers[0].details[3].standing = .derived
    chart.layers[0].hasTrack = true
    chart.total = ChartTotal(label: "Total", text: "100")
    expectText(dump(chart, in: Size(320, 200)), matches: "charts-lying-bars")
    chart.total = nil
    expectText(dump(chart, in: Size(320, 64)), matches: "charts-low-bars")
}

@Test func standingBarsReadAsBefore() {
    var chart = barChart(["2022": 80.5, "2023": -9, "2024": nil, "2025": 42], hasOwnColors: false)
    chart.layers[0].details[0].isKey = true
    chart.layers[0].details[3].standing = .estimated
    chart.comparisons = [Comparison(.growth, from: "2022", to: "2025", text: "TCAC −19 %")]
    expectText(dump(chart, in: Size(320, 180)), matches: "charts-standing-bars")
}

@Test func stacksReadAsBefore() {
    var chart = stackChart([
        ("Superávit", "Superávit", 100), ("Juntos", "Remesas", 60), ("Juntos", "Turismo", 25),
    ])
    chart.layers[0].details[2].standing = .derived
    chart.hasStackTotals = true
    chart.style.totalText = "Total"
    chart.comparisons = [Comparison(from: "Superávit", to: "Juntos", text: "+15*")]
    expectText(dump(chart, in: Size(420, 200)), matches: "charts-stacks")
}

@Test func linesReadAsBefore() {
    var chart = lineChart([[12, 34.5, nil, nil, 50, 61], [80, 75, 70, 72, 78, 84]])
    chart.layers[0].details = (0..<12).map { _ in Detail() }
    chart.layers[0].details[1].standing = .derived
    chart.layers[0].details[8].isRounded = true
    chart.layers[0].ends = EndOptions()
    chart.layers[0].ends?.unit = "mil"
    chart.style.roundedText = "redondeado"
    var band = Layer(.rectangle, [.x: Channel("", .names(["2005"]))])
    band.details = [Detail(text: "crisis")]
    chart.layers.append(band)
    expectText(dump(chart, in: Size(420, 200)), matches: "charts-lines")
}

@Test func areasReadAsBefore() {
    var chart = lineChart([[10, 50, 40], [20, 52, 45]])
    chart.layers[0].mark = .area
    expectText(dump(chart, in: Size(320, 160)), matches: "charts-areas")
}

@Test func pointsReadAsBefore() {
    var layer = Layer(
        .point,
        [
            .x: Channel("precio", .numbers([100, 250, 400])),
            .y: Channel("ocupación", .numbers([60, 80, 75])),
            .size: Channel("cuartos", .numbers([900, 4000, 2500])),
        ])
    layer.details = ["Cancún", "Los Cabos", "Puebla"].map { Detail(text: $0) }
    var chart = Chart(layers: [layer], style: style)
    chart.xAxis.title = "precio"
    chart.yAxis.title = "ocupación"
    expectText(dump(chart, in: Size(320, 200)), matches: "charts-points")
}

@Test func cellsReadAsBefore() {
    let rows = ["norte", "sur"]
    let layer = Layer(
        .rectangle,
        [
            .x: Channel("mes", .names(["ene", "feb", "mar", "ene", "feb", "mar"])),
            .y: Channel("zona", .names(rows.flatMap { [$0, $0, $0] })),
            .color: Channel("n", .numbers([1, 2.5, 3, nil, 8, 13])),
        ])
    var chart = Chart(layers: [layer], style: style)
    chart.colors.range = [Color(0xFFFFFF), Color(0x14508C)]
    expectText(dump(chart, in: Size(320, 140)), matches: "charts-cells")
}

@Test func sectorsReadAsBefore() {
    var chart = sectorChart(["Automotriz": 32, "Petroleras": 6.5, "Resto": 61.5], hole: 0.63)
    chart.layers[0].details[2].standing = .derived
    chart.center = ChartCenter(figure: "32 %", label: "automotriz")
    expectText(dump(chart, in: Size(480, 240)), matches: "charts-sectors")
}

@Test func barsWithALineOnASecondAxisReadAsBefore() {
    var chart = barChart(["2022": 1200, "2023": 1500, "2024": 1350], hasOwnColors: false)
    var line = Layer(
        .line,
        [
            .x: Channel("place", .names(["2022", "2023", "2024"])),
            .y: Channel("tasa", .numbers([0.12, 0.25, 0.18])),
        ])
    line.isOnSecondAxis = true
    line.color = Color(0xC96A00)
    chart.layers.append(line)
    chart.secondAxis.title = "tasa"
    expectText(dump(chart, in: Size(420, 200)), matches: "charts-second-axis")
}
