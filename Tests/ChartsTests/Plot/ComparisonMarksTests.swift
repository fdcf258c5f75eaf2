import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

/// The trade balance: one figure, and one stacked from two.
private func balance(_ comparisons: [Comparison]) -> Chart {
    var chart = stackChart([
        ("Superávit", "Superávit", 100), ("Juntos", "Remesas", 60), ("Juntos", "Turismo", 25),
    ])
    chart.style.totalText = "Total"
    chart.comparisons = comparisons
    return chart
}

private func years(_ figures: [Double], _ comparisons: [Comparison]) -> Chart {
    var layer = Layer(
        .bar,
        [
            .x: Channel("year", .names(figures.indices.map { "\(2020 + $0)" })),
            .y: Channel("amount", .numbers(figures)),
        ])
    layer.details = figures.indices.map { Detail(color: Ink.own($0)) }
    var chart = Chart(layers: [layer], style: style)
    chart.comparisons = comparisons
    return chart
}

@Test func aDifferenceIsTheLevelOfOneBarOverTheOther() {
    let chart = balance([Comparison(from: "Superávit", to: "Juntos")])
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.items.lettering("−15*").count == 1)
    #expect(canvas.footnotes == [.derived])
    // The level runs from the first column's top.
    let level = canvas.items.bounds(Ink.own(0)).first?.minY ?? 0
    let dashed = canvas.items.strokes.filter { !$0.stroke.dash.isEmpty }
    #expect(dashed.count == 1 && dashed.first?.path.points.map(\.y) == [level, level])
}

@Test func aComparisonMaySayItInItsOwnWords() {
    let chart = balance([Comparison(from: "Superávit", to: "Juntos", text: "15 más")])
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.items.lettering("15 más").count == 1)
    #expect(canvas.footnotes.isEmpty && canvas.findings.all.isEmpty)
}

@Test func barsBelowZeroAreComparedAtTheirEnds() {
    let chart = years([50, -100], [Comparison(from: "2021", to: "2020", text: "x")])
    let canvas = drawn(chart, in: chartPage)
    let level = canvas.items.bounds(Ink.own(1)).first?.maxY ?? 0
    let dashed = canvas.items.strokes.filter { !$0.stroke.dash.isEmpty }
    #expect(dashed.first?.path.points.map(\.y) == [level, level])
}

@Test func growthIsCompoundedOverTheYears() {
    let canvas = drawn(
        years([100, 60, 121], [Comparison(.growth, from: "2020", to: "2022")]), in: chartPage)
    #expect(canvas.items.lettering("CAGR +10.0%*").count == 1)
    #expect(canvas.footnotes == [.derived] && canvas.findings.all.isEmpty)
    // The bubble is above all bars that it spans, and all their figures.
    let bubble = canvas.items.lettering("CAGR +10.0%*").first
    let figures = ["100", "60", "121"].flatMap { canvas.items.lettering($0) }
    #expect(figures.allSatisfy { $0.box.minY > bubble?.box.maxY ?? .infinity })
}

@Test func bubblesOverTheSameBarsStandOneOverTheOther() {
    let chart = years(
        [100, 60, 121],
        [
            Comparison(.growth, from: "2020", to: "2022", text: "uno"),
            Comparison(.growth, from: "2021", to: "2022", text: "dos"),
            Comparison(.growth, from: "2020", to: "2022", text: "tres"),
        ])
    let room = Rect(x: 10, y: 20, width: 400, height: 300)
    let canvas = drawn(chart, in: room)
    #expect(canvas.findings.all.isEmpty && canvas.collisions(in: room).isEmpty)
    for text in ["uno", "dos", "tres"] { #expect(canvas.items.lettering(text).count == 1) }
}

// MARK: - Failures

@Test func aComparisonOfUnknownsIsAnError() {
    #expect(
        drawn(balance([Comparison(from: "Otro", to: "Juntos")]), in: chartPage).messages
            == ["the comparison names a column that is not there"])
    var chart = balance([Comparison(from: "Superávit", to: "Juntos")])
    chart.layers[0].channels[.y] = Channel("amount", .numbers([nil, 60, 25]))
    #expect(
        drawn(chart, in: chartPage).messages == ["the comparison names a column without a figure"])
}

@Test func lyingBarsAreNotCompared() {
    var chart = barChart(["a": 1, "b": 2], lie: true)
    chart.comparisons = [Comparison(from: "a", to: "b")]
    #expect(drawn(chart, in: chartPage).messages == ["a comparison needs standing bars"])
}

@Test func growthThatCannotBeCalculatedIsAnError() {
    let from = { (figures: [Double], last: String) in
        drawn(years(figures, [Comparison(.growth, from: "2020", to: last)]), in: chartPage).messages
    }
    for found in [from([0, 4], "2021"), from([-3, 4], "2021"), from([3, 4], "2020")] {
        #expect(found.count == 1 && found[0].contains("cannot be calculated"))
    }
}

@Test func aGrowthFromABarToItselfIsToldNotToBeThere() {
    let chart = years([3, 4], [Comparison(.growth, from: "2020", to: "2020", text: "+1 %")])
    #expect(drawn(chart, in: chartPage).messages == ["no room for the growth “+1 %”"])
}
