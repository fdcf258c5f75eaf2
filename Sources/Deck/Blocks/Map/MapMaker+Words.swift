import Maps
import Scales

extension MapMaker {
    /// The map in words, from its data.
    ///
    /// - Parameters:
    ///   - heading: what stands above the map, and the unit of its figures; empty for nothing.
    func description(heading: String, unit: String) -> MapDescription {
        let title = block.legend?.title.map { resolver.text($0).plain } ?? ""
        let areas = told
        return MapDescription(
            MapDescription.Facts(
                title: heading,
                measure: unit.isEmpty ? title : unit.filter { $0 != "(" && $0 != ")" },
                areas: areas, areaNoun: block.nouns.regions,
                areasHaveValues: areas.contains { $0.value != nil },
                pins: block.pins.flatMap { pins in rows(of: pins).map { pin($0, pins) } },
                pinNoun: block.nouns.pins, groupNoun: block.nouns.regions,
                symbols: symbolRows.map { row in
                    MapDescription.Facts.Symbol(
                        row.text("name"), value: row.number("value"),
                        text: printed(row.number("value"), block.symbols?.format))
                }, symbolMeasure: title, locale: resolver.locale))
    }

    /// The regions that the map speaks of: those that the deck names, and those without data.
    private var told: [MapDescription.Facts.Area] {
        var texts: [String: String] = [:]
        var names: [String: String] = [:]
        var amounts: [String: Double] = [:]
        for labels in block.labels {
            for row in rows(of: labels) {
                let key = row.text("key")
                names[key] = row.text("heading")
                texts[key] = print(row, labels)
                amounts[key] = row.number("text")
            }
        }
        let hasValues = areas.contains { $0.value != nil }
        return areas.compactMap { area in
            guard area.isNamed || block.rest == .noData else { return nil }
            let label = area.names.first { texts[$0] != nil } ?? ""
            // Where labels alone have figures, other regions are only named on the map.
            if !hasValues, !amounts.isEmpty, amounts[label] == nil { return nil }
            let name = names[label].flatMap { $0.isEmpty ? nil : $0 } ?? self.name(of: area)
            return MapDescription.Facts.Area(
                name, value: area.value ?? (hasValues ? nil : amounts[label]),
                text: texts[label] ?? printed(area.value, block.legend?.format),
                category: area.category)
        }
    }

    /// What an area is called: its group's name, else what its feature says in the deck's language.
    private func name(of area: Area) -> String {
        guard area.region.features.count == 1, let feature = area.region.features.first else {
            return area.names.first ?? ""
        }
        for property in ["name", resolver.locale.languageCode, "en"] {
            if case .text(let name)? = feature.properties[property], !name.isEmpty { return name }
        }
        return area.names.first ?? ""
    }

    private func printed(_ value: Double?, _ format: String?) -> String {
        guard let value else { return "" }
        // A wrong format is told where it is written.
        return resolver.print(value, format.flatMap { try? NumberFormat($0) } ?? .plain)
    }

    private func pin(_ row: Row, _ pins: MapBlock.Pins) -> MapDescription.Facts.Pin {
        let kinds = glyphs(of: row).compactMap { name -> String? in
            guard let glyph = pins.glyphs[name], glyph.token.shape != .unknown else { return nil }
            return glyph.label.map { resolver.text($0).plain } ?? name
        }
        return MapDescription.Facts.Pin(
            row.text("text"), detail: row.text("detail"), kinds: kinds,
            group: row.text("heading"))
    }
}
