import Diagnostics
import Graphics
import Maps
import Scales

extension MapMaker {
    /// What colours, signs and sizes mean; `nil` where the deck wants no legend.
    func key() -> MapKey? {
        guard let legend = block.legend else { return nil }
        var parts: [MapKey.Part] = []
        let format = format(legend.format, at: legend.location)
        for (coloring, values) in colorings where coloring.hasCategories || !values.isEmpty {
            let (part, warning) = MapKey.Part.colors(
                of: coloring, format: format, locale: resolver.locale, values: values)
            if let part { parts.append(part) }
            if let warning {
                resolver.findings.add(
                    .warning(warning.message, at: legend.location, hint: warning.hint))
            }
        }
        if hasHatch { parts.append(.noData(noDataHatch, resolver.words.noData)) }
        let signs = signs
        if !signs.isEmpty { parts.append(.signs(signs)) }
        if let symbols = block.symbols, let scale = symbolScale, !scale.keyValues.isEmpty {
            parts.append(
                .sizes(
                    MapKey.Sizes(
                        of: scale, color: resolver.theme.color(symbols.color),
                        format: self.format(symbols.format, at: symbols.location),
                        locale: resolver.locale)))
        }
        if parts.isEmpty {
            resolver.findings.add(
                .error(
                    "the legend has nothing to explain", at: legend.location,
                    hint: "leave it out, or give glyphs a “label:”"))
            return nil
        }
        let theme = resolver.theme
        return MapKey(
            title: legend.title.map { resolver.text($0).plain } ?? "", parts: parts,
            arrangement: legend.isUpright
                ? .vertical : .horizontal(width: legend.width ?? Self.usualWidth),
            style: MapKeyStyle(
                title: theme.text(11, .medium, surface.muted),
                label: theme.text(11, .medium, surface.text),
                figure: theme.text(11.5, .semibold, surface.text),
                ground: theme.color(surface.ground), outline: noDataOutline))
    }

    /// How wide a legend is unless the deck says so, in points.
    private static let usualWidth = 138.0

    /// Whether a map draws something as "no data".
    private var hasHatch: Bool {
        areas.contains { area in
            switch area.region.fill {
            case .hatch: true
            case .color: false
            }
        }
    }

    /// The signs of pins that the deck has words for.
    private var signs: [MapKey.Sign] {
        block.pins.flatMap { pins in
            pins.glyphs.sorted { $0.key < $1.key }.compactMap { _, glyph in
                glyph.label.map {
                    MapKey.Sign(resolver.text($0).plain, glyph.token.resolved(resolver.theme))
                }
            }
        }
    }

    /// A format as written, else the one that prints all digits.
    private func format(_ written: String?, at location: SourceLocation) -> NumberFormat {
        written.flatMap { resolver.numberFormat($0, at: location) } ?? .plain
    }
}

extension MapColoring {
    /// Whether names, not amounts, have the colours.
    fileprivate var hasCategories: Bool {
        switch form {
        case .categories: true
        case .linear, .diverging, .classes: false
        }
    }
}
