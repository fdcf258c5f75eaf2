import Charts
import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

private let page = Rect(x: 0, y: 0, width: 480, height: 300)

private let fruits: KeyValuePairs<String, Double> = ["Mango": 40, "Palta": 35, "Uva": 25]

/// What is found wrong with a chart.
private func findings(_ chart: Chart) -> [String] {
    var canvas = Canvas(measurer: FixedMeasurer())
    canvas.page = page
    chart.draw(in: page, on: &canvas)
    #expect(!canvas.items.isEmpty)
    return canvas.findings.all.map(\.message)
}

@Test func barsAreDrawnWithoutFindings() {
    let lying = Chart(Array(fruits), id: \.key) { fruit in
        BarMark(x: .value("Toneladas", fruit.value), y: .value("Fruta", fruit.key))
            .key(fruit.key == "Mango")
    }
    #expect(findings(lying.chartLocale(.esMX)) == [])
    let standing = Chart(Array(fruits), id: \.key) { fruit in
        BarMark(x: .value("Fruta", fruit.key), y: .value("Toneladas", fruit.value))
            .foregroundStyle(fruit.key == "Uva" ? .black : Color(0x5C7CA8))
            .annotation(position: .top) { "\(Int(fruit.value)) t" }
        RuleMark(y: .value("Meta", 30)).annotation { "meta" }
    }
    #expect(findings(standing.chartYAxis(.hidden)) == [])
}

@Test func linesAreDrawnWithoutFindings() throws {
    let chart = try Chart {
        RectangleMark(xStart: .value("Año", 2008), xEnd: .value("Año", 2009))
            .annotation { "crisis" }
        for city in ["Lima", "Cusco"] {
            ForEach(2000..<2020) { year in
                LineMark(
                    x: .value("Año", year),
                    y: .value("Visitas", (year - 1990) * (city == "Lima" ? 3 : 1)))
            }
            .foregroundStyle(by: .value("Ciudad", city))
            .interpolationMethod(.monotone)
            .labels(.none)
            .ends()
        }
    }
    .chartXScale(domain: 2000...2020)
    .chartXAxis { try AxisMarks(values: [2000, 2010, 2020], format: "d") }
    .chartYAxisLabel("miles de visitas")
    #expect(chart.layers.count == 2)
    #expect(findings(chart) == [])
}

@Test func sectorsAreDrawnWithoutFindings() {
    let chart = Chart(Array(fruits), id: \.key) { fruit in
        SectorMark(angle: .value("Toneladas", fruit.value), innerRadius: .ratio(0.6))
            .foregroundStyle(by: .value("Fruta", fruit.key))
    }
    .chartCenter(figure: "100 t").roundsToHundred()
    #expect(findings(chart) == [])
}

@Test func theSameContentGivesTheSameScene() {
    let chart = { Chart(Array(fruits), id: \.key) { namedBar($0.key, $0.value) } }
    let scenes = [
        chart(), chart(), Chart(layers: [namedBars(["Mango": 40, "Palta": 35, "Uva": 25])]),
    ]
    .map { chart in
        var canvas = Canvas(measurer: FixedMeasurer())
        chart.draw(in: page, on: &canvas)
        return Scene(size: page.size, items: canvas.items).dump
    }
    #expect(Set(scenes).count == 1)
}
