import Glibc
import Scales

extension LintSubject {
    // MARK: - Sectors

    /// A circle of more sectors cannot be read.
    private static let mostSectors = 6

    private var sectors: [Layer] {
        chart.layers.filter { $0.mark == .sector && $0.count > 0 }
    }

    var tooManySectors: [ChartLint] {
        sectors.filter { $0.count > Self.mostSectors }.map { layer in
            let words = Phrasebook(chart.locale)
            return ChartLint(
                .tooManySectors,
                "\(words.count(layer.count)) sectors cannot be told apart; "
                    + "\(Self.mostSectors) can",
                hint: "join the small ones, or draw bars", mark: .sector)
        }
    }

    var notAWhole: [ChartLint] {
        sectors.flatMap { layer -> [ChartLint] in
            let values = (layer.channels[.angle]?.numbers ?? []).prefix(layer.count)
            let names = layer.channels[.color]?.names ?? layer.channels[.series]?.names ?? []
            let name = { (index: Int) -> String in
                names.indices.contains(index) && !names[index].isEmpty
                    ? names[index].spoken : "\(index + 1)"
            }
            if let missing = values.firstIndex(where: { $0.map { !$0.isFinite } ?? true }) {
                return [
                    ChartLint(
                        .notAWhole,
                        "the part “\(name(missing))” is not known, so the sectors are no whole",
                        hint: "leave the whole out, or draw bars", mark: .sector,
                        place: name(missing))
                ]
            }
            let known = values.compactMap { $0 }
            if let negative = known.firstIndex(where: { $0 < 0 }) {
                return [
                    ChartLint(
                        .notAWhole,
                        "the part “\(name(negative))” is \(printer(layer).text(known[negative])); "
                            + "a whole has no part below zero",
                        hint: "draw bars", mark: .sector, place: name(negative))
                ]
            }
            guard let whole = wholeOfShares(known, layer) else { return [] }
            let percent = known.reduce(0, +) / whole
            let words = Phrasebook(chart.locale)
            return [
                ChartLint(
                    .notAWhole,
                    "the parts add up to \(words.percent(percent)), not to "
                        + words.percent(1),
                    hint: "add the part that is not there, or draw bars", mark: .sector)
            ]
        }
    }

    /// What shares should add up to where they do not: 1 or 100; `nil` where they do, and where
    /// figures are no shares.
    private func wholeOfShares(_ values: [Double], _ layer: Layer) -> Double? {
        let sum = values.reduce(0, +)
        guard values.count > 1, sum.isFinite, sum > 0 else { return nil }
        let isFraction = values.allSatisfy { $0 <= 1 }
        let whole = isFraction ? 1.0 : 100.0
        let printer = printer(layer)
        let isSaid =
            printer.kind == .percentages || Self.namesShares(layer.label(of: .angle))
            || Self.namesShares(chart.unit)
        // A format of percentages is for any figures; only fractions near one are surely shares.
        let isMeant =
            printer.kind == .shares && isFraction && sum > 0.5 && sum < 1.5
            && values.contains { $0 != $0.rounded() }
        guard isSaid || isMeant else { return nil }
        guard isSaid || sum < 1.5 * whole else { return nil }
        // Each share may have been rounded by half of its last digit.
        let scaled = values.map { $0 / whole * 100 }
        let digits = (0...3).first { digits in
            let factor = pow(10, Double(digits))
            return scaled.allSatisfy { abs(($0 * factor).rounded() / factor - $0) < 1e-9 * 100 }
        }
        let slack = 0.5 * Double(values.count) * pow(10, -Double(digits ?? 3)) + 1e-6
        return abs(sum / whole * 100 - 100) > slack ? whole : nil
    }

    /// Whether the name of a measure says that it is a share of a whole.
    private static func namesShares(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["%", "porcentaje", "por ciento", "percent", "per cent"].contains {
            name.contains($0)
        }
    }

    // MARK: - Stacks

    var missingInStack: [ChartLint] {
        chart.layers.flatMap { layer -> [ChartLint] in
            guard layer.mark == .bar || layer.mark == .area, !isRanged(layer),
                layer.stacking != .unstacked, layer.stacking != .waterfall,
                let amounts = amounts(layer)?.numbers, amounts.contains(where: { $0 == nil })
            else { return [] }
            let count = layer.count
            let places = places(layer)?.names ?? []
            let lanes = layer.channels[.position]?.names ?? []
            let key = { (index: Int) -> [String] in
                [
                    places.indices.contains(index) ? places[index] : "",
                    lanes.indices.contains(index) ? lanes[index] : "",
                ]
            }
            var sizes: [[String]: Int] = [:]
            for index in 0..<count { sizes[key(index), default: 0] += 1 }
            let series = layer.channels[.color]?.names ?? layer.channels[.series]?.names ?? []
            return (0..<count).compactMap { index in
                guard amounts[index] == nil, sizes[key(index), default: 0] > 1 else { return nil }
                let part = series.indices.contains(index) ? series[index].spoken : ""
                let stack = key(index)[0].spoken
                return ChartLint(
                    .missingInStack,
                    (stack.isEmpty ? "the stack" : "the stack “\(stack)”")
                        + (part.isEmpty ? " has an unknown part" : " has no figure for “\(part)”")
                        + ": its height is not the whole",
                    hint: "leave the stack out, or draw bars side by side", mark: layer.mark,
                    place: stack)
            }
        }
    }

    // MARK: - Colours

    var repeatedColors: [ChartLint] {
        guard let data, data.ramp == nil else { return [] }
        let palette = chart.colors.range.isEmpty ? chart.style.palette : chart.colors.range
        let layer = chart.layers.first { layer in
            layer.channels[.color] != nil && layer.count > 0 && layer.mark != .sector
                && layer.details.allSatisfy { $0.color == nil } && layer.color == nil
        }
        guard let layer, layer.stacking != .waterfall, !palette.isEmpty,
            data.series.count > palette.count
        else { return [] }
        let name = data.series[palette.count].name.spoken
        return [
            ChartLint(
                .repeatedColors,
                "\(data.series.count) series share \(palette.count) colors: “\(name)” looks like “"
                    + "\(data.series[0].name.spoken)”",
                hint: "show fewer series, or give the chart more colors", mark: layer.mark,
                place: name)
        ]
    }
}
