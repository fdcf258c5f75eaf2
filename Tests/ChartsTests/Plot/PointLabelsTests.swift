import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

/// Points by name.
private func points(_ rows: [(name: String, x: Double?, y: Double?)]) -> Chart {
    var layer = Layer(
        .point,
        [
            .x: Channel("x", .numbers(rows.map(\.x))), .y: Channel("y", .numbers(rows.map(\.y))),
        ])
    layer.details = rows.map { Detail(text: $0.name) }
    return Chart(layers: [layer], style: style)
}

@Test func labelsOfPointsTouchNoLine() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<30 {
        let values = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (0..<10).map { _ in Double.random(in: 0...100, using: &random).rounded() }
        }
        var chart = lineChart(values)
        chart.layers[0].details = values.joined().enumerated().map {
            Detail(text: "<\($0.offset)>")
        }
        let canvas = drawn(chart, in: Rect(x: 3, y: 5, width: 900, height: 400))
        let lines = canvas.items.strokes.filter { stroke in
            values.indices.contains { stroke.stroke.color == Ink.own(100 + $0) }
        }
        let touching = canvas.items.lettering.filter { text in
            text.text.hasPrefix("<")
                && lines.contains { Polyline($0.path.points).intersects(text.box) }
        }
        // Among several lines a label may have to lie over one, on a halo.
        let most = values.count == 1 ? 0 : 8
        #expect(touching.count <= most, "\(touching.map(\.text))")
    }
}

@Test func aPeakHasItsLabelAboveAndAValleyBelow() throws {
    let chart = lineChart([[50, 90, 50, 10, 50]])
    let canvas = drawn(chart, in: chartPage)
    let line = try #require(
        canvas.items.strokes.first { $0.stroke.color == Ink.own(100) }?.path.points)
    let (peak, valley) = (canvas.items.lettering("90")[0], canvas.items.lettering("10")[0])
    #expect(peak.box.maxY < line[1].y && abs(peak.box.midX - line[1].x) < 1)
    #expect(valley.box.minY > line[3].y && abs(valley.box.midX - line[3].x) < 1)
}

@Test func theWantedLabelsOfALineAreThoseThatAreDrawn() {
    let wanted: [(LabelOptions.Which, [String])] = [
        (.all, ["50", "91", "40", "12", "60"]), (.none, []), (.last, ["60"]),
        (.ends, ["50", "60"]),
        (.extremes, ["50", "91", "12", "60"]), (.key, ["40"]),
    ]
    for (which, texts) in wanted {
        var chart = lineChart([[50, 91, 40, 12, 60]])
        chart.layers[0].labels.which = which
        chart.layers[0].details = (0...4).map { Detail(isKey: $0 == 2) }
        chart.yAxis.isShown = false
        let canvas = drawn(chart, in: chartPage)
        let drawn = canvas.items.lettering.map(\.text).filter { !$0.hasPrefix("20") }
        #expect(Set(drawn) == Set(texts), "\(which)")
    }
}

@Test func aNudgeMovesALabelFromItsOwnPlace() {
    var chart = lineChart([[50, 90, 50]])
    let before = drawn(chart, in: chartPage).items.lettering("90")[0].box
    chart.layers[0].details = [Detail(), Detail(nudge: Point(20, 3)), Detail()]
    let after = drawn(chart, in: chartPage).items.lettering("90")[0].box
    #expect(abs(after.minX - before.minX - 20) < 1e-6 && abs(after.minY - before.minY - 3) < 1e-6)
}

@Test func namedPointsAreLabelledOnceEach() {
    let canvas = drawn(
        points([("Cancún", 1, 5), ("Los Cabos", 2, 3), ("Puebla", 3, 4)]), in: chartPage)
    #expect(canvas.findings.all.isEmpty)
    #expect(canvas.collisions(in: chartPage.outset(by: 14)).isEmpty)
    for name in ["Cancún", "Los Cabos", "Puebla"] {
        #expect(canvas.items.lettering(name).count == 1)
    }
}

@Test func aPointWithoutAFigureIsNotDrawnAndSaidSo() {
    let canvas = drawn(points([("a", 1, 5), ("b", 2, nil)]), in: chartPage)
    #expect(canvas.footnotes.contains(.missing))
    #expect(canvas.items.lettering("a").count == 1 && canvas.items.lettering("b").isEmpty)
}

@Test func aPointWithoutASizeIsAMissingFigure() {
    var chart = points([("a", 1, 5), ("b", 2, 6)])
    chart.layers[0].channels[.size] = Channel("size", .numbers([4, nil]))
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.footnotes == [.missing] && canvas.items.lettering("b").isEmpty)
}

@Test func areasOfPointsAreInProportionToTheirSizes() throws {
    var chart = points([("", 1, 5), ("", 2, 6), ("", 3, 7)])
    chart.layers[0].channels[.size] = Channel("size", .numbers([100, 25, 4]))
    chart.layers[0].details = (0...2).map { Detail(text: "", color: Ink.own($0)) }
    let data = drawn(chart, in: chartPage)
    var canvas = Canvas(measurer: FixedMeasurer())
    let plot = try #require(PlotData(chart, on: &canvas))
    let frame = try #require(PlotFrame(plot, in: chartPage, on: &canvas))
    let marks = PointMarks(frame.data.marks[0], in: frame)
    #expect(data.items.isFinite)
    #expect(abs(marks.areas[0] / marks.areas[1] - 4) < 1e-9)
    #expect(abs(marks.areas[0] / marks.areas[2] - 25) < 1e-9)
}

@Test func figuresOfCellsStandInTheirMiddleOrAreTold() {
    var layer = Layer(
        .rectangle,
        [
            .x: Channel("x", .names(["a", "b"])), .y: Channel("y", .names(["fila", "fila"])),
            .color: Channel("n", .numbers([1234.5, nil])),
        ])
    layer.details = [Detail(), Detail()]
    var chart = Chart(layers: [layer], style: style)
    chart.legend = .hidden
    let canvas = drawn(chart, in: chartPage)
    #expect(canvas.items.missing.count == 1)
    #expect(canvas.items.lettering("1,234.5").count == 1)
    #expect(canvas.items.lettering("n.d.").count == 1)
    let narrow = drawn(chart, in: Rect(x: 0, y: 0, width: 100, height: 100))
    let told = narrow.messages.joined()
    #expect(narrow.items.lettering("1,234.5").count == 1 || told.contains("1,234.5"))
}

@Test func cellsOfAnyNumbersHaveNames() {
    let layer = Layer(
        .rectangle,
        [
            .x: Channel("x", .numbers([1e300, -1e300])), .y: Channel("y", .numbers([1e300, 2])),
            .color: Channel("n", .numbers([1, 2])),
        ])
    #expect(drawn(Chart(layers: [layer], style: style), in: chartPage).items.isFinite)
}

@Test func rulesAreNamedAtTheirLevel() throws {
    var chart = barChart(["a": 10, "b": 20])
    var rule = Layer(.rule, [.y: Channel("", .numbers([15]))])
    rule.details = [Detail(text: "meta", color: Ink.own(70))]
    chart.layers.append(rule)
    let canvas = drawn(chart, in: chartPage)
    let line = try #require(canvas.items.strokes.first { $0.stroke.color == Ink.own(70) })
    let bar = try #require(canvas.items.bounds(Ink.own(1)).first)
    #expect(abs((bar.maxY - line.path.points[0].y) / bar.height - 0.75) < 1e-9)
    #expect(canvas.items.lettering("meta").count == 1)
}

@Test func aLabelAboveItsPointBeginsThereWhereItIsAskedTo() throws {
    let left = { (alignment: LabelAlignment) -> Rect in
        let chart = Chart {
            for (x, y) in [(1, 1), (5, 9), (9, 1)] {
                PointMark(x: .value("x", x), y: .value("y", y))
                    .annotation(position: .top, alignment: alignment) { y == 9 ? "Peak" : "" }
            }
        }
        return try #require(
            drawn(chart, in: chartPage).items.lettering.first { $0.text == "Peak" }?.box)
    }
    let center = try left(.center)
    #expect(abs(try left(.leading).minX - center.midX) < 1e-6)
    #expect(abs(try left(.trailing).maxX - center.midX) < 1e-6)
}

@Test func aBandsNameTakesTwoLinesWhereOneHasNoRoom() {
    func lines(_ width: Double) -> [String] {
        var chart = lineChart([[60, 10, 10, 10, 10, 10]])
        var band = Layer(
            .rectangle,
            [
                .x: Channel("from", .names(["2001"])), .xEnd: Channel("to", .names(["2002"])),
            ])
        band.details = [Detail(text: "A rather long name of a band")]
        chart.layers.append(band)
        let canvas = drawn(chart, in: Rect(x: 0, y: 0, width: width, height: 200))
        #expect(canvas.findings.all.isEmpty, "\(canvas.findings.all)")
        return canvas.items.lettering.map(\.text).filter { $0.contains("a") && $0.count > 3 }
    }
    #expect(lines(700) == ["A rather long name of a band"])
    #expect(lines(240) == ["A rather long", "name of a band"])
}
