import Charts
import Diagnostics
import Graphics
import Layout
import Scales

extension ChartBlock {
    func element(_ resolver: Resolver, on surface: Surface) -> any Element {
        content(resolver, on: surface, heading: "", unit: "").element
    }

    func content(
        _ resolver: Resolver, on surface: Surface, heading: String, unit: String
    ) -> (element: any Element, alternative: Alternative?) {
        let maker = ChartMaker(self, resolver, on: surface)
        if let facet {
            let multiples = multiples(facet, maker, unit: unit)
            judge(multiples.lints(), resolver)
            let told = ChartDescription(multiples, title: heading)
            return (multiples, spoken(told))
        }
        guard let chart = maker.chart() else { return (Spacer(), nil) }
        // What cannot be drawn is told where it is drawn, and not twice.
        let lints = chart.lints().filter { $0.rule != .notAWhole || chart.hasPossibleSectors }
        judge(lints, resolver)
        // Heading and unit stand on the page already: only words need them.
        var named = chart
        if named.title.isEmpty { named.title = heading }
        if named.unit.isEmpty { named.unit = unit.trimming("()") }
        let told = ChartDescription(named)
        return (chart, spoken(told))
    }

    /// What is told: a deck's own sentence before what the data say, unless it says that, too.
    private func spoken(_ told: ChartDescription) -> Alternative {
        alternative != nil && detail == nil
            ? Alternative(short: told.short, then: told.long)
            : Alternative(short: told.short, long: told.long)
    }

    /// Notes what may mislead the chart's readers, unless the deck says why it is so.
    private func judge(_ lints: [ChartLint], _ resolver: Resolver) {
        var known: [ChartWaiver] = []
        for waiver in waivers {
            if let rule = ChartLint.Rule(rawValue: waiver.rule) {
                known.append(ChartWaiver(rule: rule, reason: waiver.reason))
                continue
            }
            let rules = ChartLint.Rule.allCases.map(\.rawValue)
            resolver.findings.add(
                .error(
                    "there is no rule “\(waiver.rule)” to waive", at: waiver.location,
                    hint: nearest(to: waiver.rule, among: rules).map { "did you mean “\($0)”?" }
                        ?? "there are \(rules.joined(separator: ", "))"))
        }
        let (open, unused) = ChartLint.judge(lints, waivers: known)
        for lint in open {
            let message = "\(lint.message) (\(lint.rule.rawValue))"
            let hint = "\(lint.hint); or say why: waivers: { \(lint.rule.rawValue): … }"
            // A bar that does not start at zero is no bar; the others only may mislead.
            resolver.findings.add(
                lint.rule == .barsNotFromZero
                    ? .error(message, at: location, hint: hint)
                    : .warning(message, at: location, hint: hint))
        }
        for waiver in unused {
            let place = waivers.first { $0.rule == waiver.rule.rawValue }?.location ?? location
            resolver.findings.add(
                .warning(
                    "the waiver of \(waiver.rule.rawValue) has nothing to waive", at: place,
                    hint: "take it out"))
        }
    }

    /// Small charts over shared scales, one for each name of the facet's column.
    private func multiples(
        _ facet: Facet, _ maker: ChartMaker, unit: String
    ) -> SmallMultiples {
        var names: [String] = []
        for layer in layers {
            for row in maker.rows(layer) where !names.contains(row.text(facet.field)) {
                names.append(row.text(facet.field))
            }
        }
        let charts = names.compactMap { name -> (String, Chart)? in
            var part = maker
            part.part = (facet.field, name)
            guard var chart = part.chart() else { return nil }
            if chart.unit.isEmpty { chart.unit = unit.trimming("()") }
            return (name, chart)
        }
        return SmallMultiples(
            charts.map { .init(title: $0.0, chart: $0.1) },
            columns: facet.columns == 0 ? nil : facet.columns)
    }
}

extension Chart {
    /// Whether its sectors can be drawn: all known and none negative.
    fileprivate var hasPossibleSectors: Bool {
        guard case .numbers(let values)? = layers.first?.channels[.angle]?.values else {
            return true
        }
        return values.allSatisfy { $0.map { $0 >= 0 } ?? false }
    }
}

extension String {
    /// The text without any of some characters at its ends.
    fileprivate func trimming(_ characters: String) -> String {
        var text = Substring(self)
        while let first = text.first, characters.contains(first) { text = text.dropFirst() }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
