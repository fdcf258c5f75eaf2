import Layout
import Scales

/// Where each of several amounts begins and ends when they share the room of a category.
struct Stacking {
    let method: Layer.Stacking

    /// One amount and where it stands.
    struct Item {
        /// The category and the lane that it shares with others.
        var key: Key
        /// The amount; not a number where there is none.
        var amount: Double
        /// Whether it is a sum, which stands on zero.
        var isTotal = false
    }

    /// The category and the lane in it.
    struct Key: Hashable {
        var place: Double
        var lane: Int
    }

    /// What keeps amounts from being stacked.
    enum Problem: Error, Hashable {
        /// Shares of a whole with a part below zero.
        case negativePart
        /// Shares of a whole with a part that is not known.
        case missingPart
        /// A whole of nothing.
        case zeroWhole
    }

    /// The amounts between which each item stretches; a missing amount stretches nowhere, at the end
    /// of what is known.
    ///
    /// - Parameter base: where single amounts begin: zero, unless the scale has none.
    func spans(_ items: [Item], base: Double) throws(Problem) -> [Extent] {
        switch method {
        case .unstacked:
            return items.map { $0.amount.isNaN ? Extent(base, base) : Extent(base, $0.amount) }
        case .standard: return stacked(items, base: base)
        case .center: return centered(items)
        case .normalized: return try normalized(items)
        case .waterfall: return try steps(items)
        }
    }

    /// Positive amounts grow one way from the base, negative ones the other.
    private func stacked(_ items: [Item], base: Double) -> [Extent] {
        var (highs, lows): ([Key: Double], [Key: Double]) = ([:], [:])
        var spans = items.map { item in
            guard !item.amount.isNaN else { return Extent(base, base) }
            if item.amount < 0 {
                let start = lows[item.key] ?? base
                lows[item.key] = start + item.amount
                return Extent(start, start + item.amount)
            }
            let start = highs[item.key] ?? base
            // The first one ends at its own figure, whatever the base of the scale is.
            let end = highs[item.key] == nil ? item.amount : start + item.amount
            highs[item.key] = end
            return Extent(start, end)
        }
        // Unknown amounts follow all that are known, in whatever order they come.
        for (index, item) in items.enumerated() where item.amount.isNaN {
            let end = highs[item.key] ?? base
            spans[index] = Extent(end, end)
        }
        return spans
    }

    private func centered(_ items: [Item]) -> [Extent] {
        let sums = sums(of: items)
        return zip(items, stacked(items, base: 0)).map { item, span in
            let shift = (sums[item.key] ?? 0) / 2
            return Extent(span.start - shift, span.end - shift)
        }
    }

    private func normalized(_ items: [Item]) throws(Problem) -> [Extent] {
        guard items.allSatisfy({ !$0.amount.isNaN }) else { throw .missingPart }
        guard items.allSatisfy({ $0.amount >= 0 }) else { throw .negativePart }
        let sums = sums(of: items)
        guard sums.values.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .zeroWhole }
        return zip(items, stacked(items, base: 0)).map { item, span in
            let sum = sums[item.key] ?? 1
            return Extent(span.start / sum, min(1, span.end / sum))
        }
    }

    private func sums(of items: [Item]) -> [Key: Double] {
        var sums: [Key: Double] = [:]
        for item in items where !item.amount.isNaN { sums[item.key, default: 0] += item.amount }
        return sums
    }

    /// Steps from where the one before ended; sums stand on zero.
    private func steps(_ items: [Item]) throws(Problem) -> [Extent] {
        var level = 0.0
        var result: [Extent] = []
        for item in items {
            if item.isTotal {
                level = item.amount.isNaN ? level : item.amount
                result.append(Extent(0, level))
            } else {
                guard !item.amount.isNaN else { throw .missingPart }
                result.append(Extent(level, level + item.amount))
                level += item.amount
            }
        }
        return result
    }

    /// Sums that differ from where the steps before them lead: the item's number, and that level.
    static func wrongTotals(_ items: [Item]) -> [(item: Int, level: Double)] {
        var level = 0.0
        var wrong: [(Int, Double)] = []
        for (index, item) in items.enumerated() where !item.amount.isNaN {
            guard item.isTotal else {
                level += item.amount
                continue
            }
            // The first sum is where the steps begin.
            if index > 0, abs(item.amount - level) > 1e-6 * max(abs(item.amount), abs(level)) {
                wrong.append((index, level))
            }
            level = item.amount
        }
        return wrong
    }
}
