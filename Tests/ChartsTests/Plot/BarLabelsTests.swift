import Charts
import Graphics
import Layout
import TestSupport
import Testing

/// Two series over three years, side by side.
private func lanes(_ which: LabelOptions.Which) -> [String] {
    let chart = Chart {
        for (year, one, other) in [("2021", 11, 44), ("2022", 33, 55), ("2023", 22, 66)] {
            BarMark(x: .value("Year", year), y: .value("Units", one))
                .position(by: .value("Kind", "a")).foregroundStyle(by: .value("Kind", "a"))
                .labels(which)
            BarMark(x: .value("Year", year), y: .value("Units", other))
                .position(by: .value("Kind", "b")).foregroundStyle(by: .value("Kind", "b"))
                .labels(which)
        }
    }
    var canvas = Canvas(measurer: FixedMeasurer())
    chart.draw(in: Rect(x: 0, y: 0, width: 500, height: 300), on: &canvas)
    return canvas.items.lettering.map(\.text).filter { $0.count == 2 }.sorted()
}

@Test func lastFirstAndExtremeBarsAreThoseOfTheirSeries() {
    #expect(lanes(.last) == ["22", "66"])
    #expect(lanes(.ends) == ["11", "22", "44", "66"])
    #expect(lanes(.extremes) == ["11", "22", "33", "44", "66"])
    #expect(lanes(.all).count == 6)
    #expect(lanes(.none).allSatisfy { !["11", "22", "33", "44", "55", "66"].contains($0) })
}

@Test func lettersOfLabelsAreNeverTooSmallToRead() {
    var layer = Layer(
        .bar,
        [
            .x: Channel("Year", .names(["2021", "2022"])),
            .y: Channel("Units", .numbers([7, 9])),
        ])
    for size in [0, -3, Double.nan, .infinity, 4] {
        layer.labels.size = size
        var canvas = Canvas(measurer: FixedMeasurer())
        Chart(layers: [layer]).draw(in: Rect(x: 0, y: 0, width: 300, height: 200), on: &canvas)
        #expect(canvas.items.lettering.allSatisfy { $0.style.size >= 9 }, "\(size)")
        #expect(canvas.items.isFinite, "\(size)")
    }
}

/// The left and right end of the label of the middle one of three wide bars, and of its bar.
private func ends(_ alignment: LabelAlignment) throws -> (label: Rect, bar: Rect) {
    let color = Color(0x123456)
    let chart = Chart {
        for (year, units) in [("2021", 5), ("2022", 77), ("2023", 6)] {
            BarMark(x: .value("Year", year), y: .value("Units", units))
                .foregroundStyle(units == 77 ? color : .black)
                .annotation(position: .top, alignment: alignment) { "\(units)" }
        }
    }
    var canvas = Canvas(measurer: FixedMeasurer())
    chart.draw(in: Rect(x: 0, y: 0, width: 500, height: 300), on: &canvas)
    return (
        try #require(canvas.items.lettering.first { $0.text == "77" }?.box),
        try #require(canvas.items.bounds(color).first)
    )
}

@Test func aLabelStandsAlongItsBarWhereItIsAskedTo() throws {
    let (leading, trailing, center) = (try ends(.leading), try ends(.trailing), try ends(.center))
    #expect(abs(leading.label.minX - leading.bar.minX) < 1e-6)
    #expect(abs(trailing.label.maxX - trailing.bar.maxX) < 1e-6)
    #expect(abs(center.label.midX - center.bar.midX) < 1e-6)
}

/// Each mark once asked all others about its stack: 20,000 took minutes in a debug build.
@Test func manyUnknownPartsAreCountedOnce() {
    let count = 20_000
    var layer = Layer(
        .bar,
        [
            .x: Channel("Place", .names((0..<count).map { "n\($0 % 100)" })),
            .y: Channel("Units", .numbers((0..<count).map { $0 < 100 ? 1 : nil })),
            .color: Channel("Kind", .names((0..<count).map { "s\($0 / 100)" })),
        ])
    layer.labels.which = .none
    var chart = Chart(layers: [layer])
    chart.legend = .hidden
    var canvas = Canvas(measurer: FixedMeasurer())
    chart.draw(in: Rect(x: 0, y: 0, width: 900, height: 400), on: &canvas)
    #expect(canvas.footnotes.contains(.missing))
    #expect(canvas.items.isFinite)
}
