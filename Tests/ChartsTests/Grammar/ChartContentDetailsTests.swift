import Charts
import Graphics
import Testing

@Test func detailsBecomeThoseOfTheMark() {
    let changes: [(Detail, any ChartContent)] = [
        (Detail(standing: .estimated), namedBar().standing(.estimated)),
        (Detail(isRounded: true), namedBar().rounded()),
        (Detail(isKey: true), namedBar().key()),
        (Detail(isTotal: true), namedBar().total()),
        (Detail(inset: "12 %"), namedBar().inset("12 %")),
        (Detail(nudge: Point(4, -6)), namedBar().nudge(x: 4, y: -6)),
        (Detail(nudge: Point(0, 2)), namedBar().nudge(x: .nan, y: 2)),
        (
            Detail(isRounded: true, isKey: true, text: "siete"),
            namedBar().key().rounded().annotation { "siete" }
        ),
    ]
    for (detail, content) in changes {
        #expect(
            builtLayers { AnyChartContent(content) } == [
                namedBars().changed { $0.details = [detail] }
            ])
    }
}

@Test func whatIsNotParticularLeavesNoDetails() {
    let plain: [any ChartContent] = [
        namedBar().key(false), namedBar().rounded(false), namedBar().total(false),
        namedBar().standing(.firm),
        namedBar().nudge(), namedBar().nudge(x: .infinity),
    ]
    for content in plain {
        #expect(builtLayers { AnyChartContent(content) } == [namedBars()])
    }
}

@Test func detailsBelongToTheirMarks() {
    let made = Chart(["A", "B", "C"]) { name in namedBar(name).key(name == "B") }
    #expect(
        made.layers == [
            namedBars(["A": 7, "B": 7, "C": 7]).changed {
                $0.details = [Detail(), Detail(isKey: true), Detail()]
            }
        ])
}

@Test func wordsOfMarksDescribeTheChart() {
    let chart = Chart {
        namedBar("A").accessibilityLabel("Perú").accessibilityValue("siete")
        namedBar("B").accessibilityValue("ocho").accessibilityLabel("Chile")
        namedBar("C")
    }
    #expect(chart.accessibilityDetail == "Perú: siete; Chile: ocho")
    #expect(chart.layers == [namedBars(["A": 7, "B": 7, "C": 7])])
    #expect(Chart { namedBar() }.accessibilityDetail == nil)
}

@Test func wordsOfContentAreSaidOnce() {
    let one = Chart {
        ForEach([1, 2, 3]) { namedBar("\($0)") }.accessibilityLabel("Tres países")
        ForEach([Int]()) { namedBar("\($0)") }.accessibilityLabel("Ninguno")
    }
    #expect(one.accessibilityDetail == "Tres países")
    let both = Chart {
        ForEach([1, 2]) { namedBar("\($0)").accessibilityLabel("país \($0)") }
            .accessibilityLabel("Dos países")
    }
    #expect(both.accessibilityDetail == "Dos países; país 1; país 2")
}
