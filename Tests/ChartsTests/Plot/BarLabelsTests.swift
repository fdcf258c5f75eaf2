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
