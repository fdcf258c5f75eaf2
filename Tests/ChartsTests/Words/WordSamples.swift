import Scales
import TestSupport

@testable import Charts

/// Charts whose words tests ask for.
enum WordSamples {
    /// A chart in a language.
    static func chart(
        _ layers: [Layer], _ locale: DeckLocale = .esMX, title: String = "", unit: String = "",
        _ change: (inout Chart) -> Void = { _ in }
    ) -> Chart {
        var chart = Chart(layers: layers, style: .standard(locale), locale: locale)
        (chart.title, chart.unit) = (title, unit)
        change(&chart)
        return chart
    }

    /// Bars over names.
    static func bars(
        _ names: [String], _ values: [Double?], details: [Detail] = [], format: String = ","
    ) -> Layer {
        var layer = Layer(
            .bar,
            [.x: Channel("Destino", .names(names)), .y: Channel("Unidades", .numbers(values))],
            details: details)
        layer.labels.format = try? NumberFormat(format)
        return layer
    }

    /// A line over the months from one on.
    static func months(
        _ values: [Double?], from first: CivilDate, details: [Detail] = [], format: String = ","
    ) -> Layer {
        let dates = values.indices.map { Optional(first.adding(months: $0)) }
        var layer = Layer(
            .line, [.x: Channel("Mes", .dates(dates)), .y: Channel("Unidades", .numbers(values))],
            details: details)
        layer.labels.format = try? NumberFormat(format)
        return layer
    }

    /// Marks of several series over shared names, row by row.
    static func series(
        _ mark: Layer.Mark, _ names: [String], _ series: KeyValuePairs<String, [Double?]>,
        format: String = ",", isGrouped: Bool = false
    ) -> Layer {
        var (places, values, colors): ([String], [Double?], [String]) = ([], [], [])
        for (name, numbers) in series {
            for (place, number) in zip(names, numbers) {
                places.append(place)
                values.append(number)
                colors.append(name)
            }
        }
        var layer = Layer(
            mark,
            [
                .x: Channel("Año", .names(places)), .y: Channel("Miles", .numbers(values)),
                .color: Channel("Serie", .names(colors)),
            ])
        if isGrouped { layer.channels[.position] = Channel("Serie", .names(colors)) }
        layer.labels.format = try? NumberFormat(format)
        return layer
    }

    /// A layer of names without the rows that have no figure.
    static func known(_ layer: Layer) -> Layer {
        var layer = layer
        let kept = (layer.channels[.y]?.numbers ?? []).enumerated()
            .filter { $0.element != nil }.map(\.offset)
        for (name, channel) in layer.channels {
            switch channel.values {
            case .names(let values): layer.channels[name]?.values = .names(kept.map { values[$0] })
            case .numbers(let values):
                layer.channels[name]?.values = .numbers(kept.map { values[$0] })
            case .dates(let values): layer.channels[name]?.values = .dates(kept.map { values[$0] })
            }
        }
        return layer
    }

    /// Parts of a circle.
    static func sectors(_ parts: KeyValuePairs<String, Double?>, format: String? = nil) -> Layer {
        var layer = Layer(
            .sector,
            [
                .angle: Channel("Parte", .numbers(parts.map(\.value))),
                .color: Channel("Tipo", .names(parts.map(\.key))),
            ])
        layer.labels.format = format.flatMap { try? NumberFormat($0) }
        return layer
    }

    /// Cells, row by row.
    static func cells(_ rows: KeyValuePairs<String, [Double?]>, columns: [String]) -> Layer {
        var (x, y, values): ([String], [String], [Double?]) = ([], [], [])
        for (row, numbers) in rows {
            for (column, number) in zip(columns, numbers) {
                x.append(column)
                y.append(row)
                values.append(number)
            }
        }
        return Layer(
            .rectangle,
            [
                .x: Channel("Mes", .names(x)), .y: Channel("Planta", .names(y)),
                .color: Channel("Paros", .numbers(values)),
            ])
    }

    /// Points between two measures.
    static func points(_ x: [Double], _ y: [Double]) -> Layer {
        Layer(
            .point,
            [.x: Channel("Precio", .numbers(x)), .y: Channel("Ventas", .numbers(y))])
    }

    /// A day of the tests.
    static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .first }
}
