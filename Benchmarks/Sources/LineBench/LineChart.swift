import Lamina

/// A chart of lines over numbers, as a deck's query would give it: a row a point.
func lineChart(of lines: [[Point]]) -> Chart {
    let points = lines.joined()
    let names = zip(["Uno", "Dos"], lines).flatMap { [String](repeating: $0, count: $1.count) }
    let layer = Layer(
        .line,
        [
            .x: Channel("Momento", .numbers(points.map(\.x))),
            .y: Channel("Nivel", .numbers(points.map { 540 - $0.y })),
            .color: Channel("Serie", .names(names)),
        ])
    return Chart(layers: [layer])
}

/// The chart on a page of its own.
func lineScene(_ chart: Chart, measuring typesetter: Typesetter) -> Scene {
    let page = Rect(x: 0, y: 0, width: 960, height: 540)
    var canvas = Canvas(measurer: typesetter)
    chart.draw(in: page.inset(by: Insets(all: 44)), on: &canvas)
    return Scene(size: page.size, items: canvas.items)
}
