import Graphics
import Layout
import Scales
import TestSupport

@testable import Charts

// Small charts, and what tests ask of them.

/// The rectangle of most examples.
let chartPage = Rect(x: 10, y: 20, width: 400, height: 200)

/// Bars of a few categories, each in a colour of its own.
func barChart(
    _ figures: KeyValuePairs<String, Double?>, lie: Bool = false, hasOwnColors: Bool = true
) -> Chart {
    var layer = Layer(
        .bar,
        [
            lie ? .y : .x: Channel("place", .names(figures.map(\.key))),
            lie ? .x : .y: Channel("amount", .numbers(figures.map(\.value))),
        ])
    layer.details = figures.indices.map {
        Detail(color: hasOwnColors ? Ink.own($0) : nil)
    }
    return Chart(layers: [layer], style: style)
}

/// Bars in parts: category, part and figure, each in a colour of its own.
func stackChart(
    _ rows: [(String, String, Double?)], _ stacking: Layer.Stacking? = nil, lie: Bool = false
) -> Chart {
    var layer = Layer(
        .bar,
        [
            lie ? .y : .x: Channel("place", .names(rows.map(\.0))),
            lie ? .x : .y: Channel("amount", .numbers(rows.map(\.2))),
            .color: Channel("part", .names(rows.map(\.1))),
        ])
    layer.details = rows.indices.map { Detail(color: Ink.own($0)) }
    layer.stacking = stacking
    return Chart(layers: [layer], style: style)
}

/// Lines over names, each in a colour of its own.
func lineChart(_ values: [[Double?]], names: [String]? = nil) -> Chart {
    let count = values.map(\.count).max() ?? 0
    let names = names ?? (0..<count).map { "\(2001 + $0)" }
    var channels: [ChannelName: Channel] = [
        .x: Channel("year", .names(values.flatMap { $0.indices.map { names[$0] } })),
        .y: Channel("amount", .numbers(values.flatMap { $0 })),
    ]
    if values.count > 1 {
        channels[.color] = Channel(
            "line",
            .names(
                values.enumerated().flatMap { line in line.element.map { _ in "s\(line.offset)" } })
        )
    }
    var chart = Chart(layers: [Layer(.line, channels)], style: style)
    chart.colors.range = values.indices.map { Ink.own(100 + $0) }
    return chart
}

/// Sectors by name, each in a colour of its own.
func sectorChart(_ figures: KeyValuePairs<String, Double?>, hole: Double = 0) -> Chart {
    var layer = Layer(
        .sector,
        [
            .angle: Channel("share", .numbers(figures.map(\.value))),
            .color: Channel("name", .names(figures.map(\.key))),
        ])
    layer.details = figures.indices.map { Detail(color: Ink.own($0)) }
    layer.innerRadius = hole
    return Chart(layers: [layer], style: style)
}

extension [SceneItem] {
    /// The lines that say so.
    func lettering(_ text: String) -> [Lettering] { lettering.filter { $0.text == text } }
}
