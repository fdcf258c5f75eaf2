import Diagnostics
import Graphics
import Maps
import Scales
import YAML

/// How a deck turns the amounts or names of regions into colours.
struct MapScale: Sendable {
    /// The kinds, named as in Vega-Lite where it has them.
    enum Kind: String, CaseIterable, Sendable {
        /// Colours that run from the least to the most.
        case linear
        /// Colours that run away from a pivot on both sides.
        case diverging
        /// Classes between breaks.
        case threshold
        /// Classes of equal counts.
        case quantile
        /// Classes of equal width.
        case quantize
        /// A colour for each name.
        case ordinal
    }

    /// The values that the colours span.
    enum Domain: Sendable {
        /// As written.
        case values([Double])
        /// Names, in the order of their colours.
        case names([String])
        /// From a query whose one row has `low` and `high`.
        case query(Query)
    }

    var kind: Kind
    var domain: Domain?
    /// Where diverging colours turn.
    var pivot: Double
    /// How many classes quantiles and equal steps make.
    var classes: Int
    /// The colours; empty for the theme's own.
    var range: [ColorRole]
    var location: SourceLocation

    /// From the least to the most, in the theme's colours.
    init(at location: SourceLocation) {
        kind = .linear
        pivot = 0
        classes = 5
        range = []
        self.location = location
    }

    init(reading node: Node, into reading: Reading) {
        self.init(at: node.location)
        let fields = Fields(node, "a scale of a map", reading)
        kind = fields.word("type", Kind.self) ?? .linear
        pivot = fields.number("pivot", within: -1e15...1e15) ?? 0
        classes = fields.whole("classes", within: 2...9) ?? 5
        range = fields.list("range").compactMap { item in
            guard let role = item.scalar.flatMap({ ColorRole(rawValue: $0.text) }) else {
                let name = item.scalar?.text ?? item.noun
                let roles = ColorRole.allCases.map(\.rawValue)
                reading.error(
                    "“\(name)” is not a colour's role", at: item.location,
                    hint: nearest(to: name, among: roles).map { "did you mean “\($0)”?" })
                return nil
            }
            return role
        }
        if let written = fields.node("domain") {
            domain = domain(written, reading)
        } else if kind == .threshold {
            reading.error(
                "a threshold scale needs its breaks", at: node.location,
                hint: "as in domain: [100, 500, 1000]")
        }
        fields.finish()
        if kind != .ordinal, range.count == 1 {
            reading.error(
                "a range has two colours or more", at: node.location,
                hint: "as in range: [ramp-low, ramp-high]")
        }
        let uses: [(String, [Kind])] = [
            ("pivot", [.diverging]), ("classes", [.quantile, .quantize]),
            ("domain", [.linear, .diverging, .threshold, .quantize, .ordinal]),
        ]
        for (key, kinds) in uses {
            guard let written = node[key], !kinds.contains(kind) else { continue }
            let users = kinds.map(\.rawValue).joined(separator: ", ")
            reading.error(
                "“\(key)” is for scales of type \(users)", at: written.location,
                hint: "leave it out, or say another type")
        }
    }

    private func domain(_ node: Node, _ reading: Reading) -> Domain? {
        guard let items = node.items else {
            return Query(reading: node, into: reading).map { .query($0) }
        }
        let words = items.compactMap { $0.scalar?.text }
        if kind == .ordinal { return .names(words) }
        let numbers = words.compactMap(Double.init).filter(\.isFinite)
        guard numbers.count == items.count, !numbers.isEmpty,
            zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            reading.error("a domain is numbers that rise", at: node.location)
            return nil
        }
        guard kind == .threshold || numbers.count == 2 else {
            reading.error("a domain runs from low to high", at: node.location)
            return nil
        }
        return .values(numbers)
    }
}

extension MapScale {
    /// The finished colouring of amounts, or of names; `nil`, with a finding, where it is none.
    func coloring(
        of values: [Double], _ names: [String], noData: Hatch, _ resolver: Resolver
    ) -> MapColoring? {
        let ends = ends(values, resolver)
        do {
            switch kind {
            case .linear: return try .linear(over: ends, ramp(resolver), noData: noData)
            case .diverging:
                if domain == nil {
                    return try .diverging(
                        around: pivot, holding: values, diverging(resolver), noData: noData)
                }
                return try .diverging(
                    from: ends.start, pivot: pivot, to: ends.end, diverging(resolver),
                    noData: noData)
            case .threshold:
                guard case .values(let breaks)? = domain else { return nil }
                return try .thresholds(breaks, colors(resolver), noData: noData)
            case .quantile:
                return try .quantiles(classes, of: values, colors(resolver), noData: noData)
            case .quantize:
                return try .equalSteps(classes, over: ends, colors(resolver), noData: noData)
            case .ordinal:
                return try .categories(categories(names, resolver), noData: noData)
            }
        } catch {
            resolver.findings.add(.error(error.message, at: location, hint: error.hint))
            return nil
        }
    }

    /// The values that the colours span: as the deck says, else from the least to the most.
    private func ends(_ values: [Double], _ resolver: Resolver) -> Extent {
        switch domain {
        case .values(let ends)?: return Extent(ends.first ?? 0, ends.last ?? 1)
        case .query(let query)?:
            let row = resolver.table(query, needs: ["low", "high"], amounts: ["low", "high"]).first
            if let low = row?.number("low"), let high = row?.number("high"), low < high {
                return Extent(low, high)
            }
            resolver.findings.add(
                .error(
                    "a domain is one row with numbers low and high, the low one first",
                    at: query.location))
            return Extent(0, 1)
        case .names?, nil: return Extent(around: values) ?? Extent(0, 1)
        }
    }

    /// How far up the theme's ramp the colours of maps begin: its low end is as pale as other land.
    private static let start = 0.16

    private func ramp(_ resolver: Resolver) -> ColorRamp {
        if range.isEmpty {
            let (low, high) = (resolver.theme.color(.rampLow), resolver.theme.color(.rampHigh))
            return ColorRamp(from: ColorRamp(from: low, to: high)(Self.start), to: high)
        }
        let roles = range
        let low = resolver.theme.color(roles[0])
        return ColorRamp(stops: roles.map { resolver.theme.color($0) })
            ?? ColorRamp(from: low, to: low)
    }

    /// From falls over the page's ground to rises.
    private func diverging(_ resolver: Resolver) -> ColorRamp {
        var copy = self
        if range.isEmpty { copy.range = [.negative, .panel, .primary] }
        return copy.ramp(resolver)
    }

    private func colors(_ resolver: Resolver) -> ClassColors {
        range.count > 2
            ? .list(range.map { resolver.theme.color($0) }) : .ramp(ramp(resolver))
    }

    private func categories(_ names: [String], _ resolver: Resolver) -> [ColorCategory] {
        var known: [String] = []
        if case .names(let written)? = domain { known = written }
        for name in names where !known.contains(name) { known.append(name) }
        let roles = range.isEmpty ? ColorRole.categorical : range
        if known.count > roles.count {
            resolver.findings.add(
                .error(
                    "\(known.count) names need as many colours, and there are \(roles.count)",
                    at: location, hint: "list colours under range:, or group the names"))
        }
        return zip(known, roles).map { ColorCategory($0, resolver.theme.color($1)) }
    }
}
