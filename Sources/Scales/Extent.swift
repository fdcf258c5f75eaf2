// The room of scales. It promises:
// - a scale is a value: a domain, a range and a formula, without a page, a font or a clock;
// - ticks, number formats and date formats give what d3 gives for the same input;
// - what is finite stays finite: no domain, however degenerate, turns a number into NaN.

/// A stretch of numbers from a start to an end, which may lie below the start.
///
/// Domains and ranges are extents: `Extent(0, 100)` in units, `Extent(400, 40)` in points.
public struct Extent: Hashable, Sendable {
    /// Where it begins.
    public var start: Double
    /// Where it ends.
    public var end: Double

    /// From 0 to 1.
    public static let unit = Extent(0, 1)

    /// From `start` to `end`.
    public init(_ start: Double, _ end: Double) {
        self.start = start
        self.end = end
    }

    /// The smallest ascending extent that holds all finite `values`; `nil` without any.
    public init?(around values: some Sequence<Double>) {
        var found: Extent?
        for value in values where value.isFinite {
            found = found?.including(value) ?? Extent(value, value)
        }
        guard let found else { return nil }
        self = found
    }

    /// The smaller end.
    public var lower: Double { min(start, end) }
    /// The greater end.
    public var upper: Double { max(start, end) }
    /// Half way between the ends.
    public var middle: Double { start / 2 + end / 2 }
    /// Whether it runs downward.
    public var isDescending: Bool { end < start }
    /// The same stretch, run from its end to its start.
    public var reversed: Extent { Extent(end, start) }

    /// Whether a number lies inside or on an end.
    public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

    /// The number nearest to `value` that lies inside.
    public func clamp(_ value: Double) -> Double {
        value.isNaN ? value : max(lower, min(upper, value))
    }

    /// The smallest extent of the same direction that holds `value` too.
    public func including(_ value: Double) -> Extent {
        isDescending
            ? Extent(max(start, value), min(end, value))
            : Extent(min(start, value), max(end, value))
    }

    /// How far `value` lies from start to end: 0 at the start, 1 at the end.
    ///
    /// One half where both ends are equal. Finite for finite numbers.
    public func fraction(at value: Double) -> Double {
        if start == end { return 0.5 }
        var (offset, length) = (value - start, end - start)
        if !offset.isFinite || !length.isFinite {
            (offset, length) = (value / 2 - start / 2, end / 2 - start / 2)
        }
        return heldFinite(offset / length)
    }

    /// The number `fraction` of the way from start to end; finite for finite numbers.
    public func value(at fraction: Double) -> Double {
        if start == end, !fraction.isNaN { return start }
        let mixed = start * (1 - fraction) + end * fraction
        return mixed.isFinite || fraction.isNaN
            ? mixed : heldFinite(start + (end - start) * fraction)
    }

    /// The place in `target` that corresponds to `value` in this extent.
    func project(_ value: Double, onto target: Extent) -> Double {
        // Measured from the lower end, as d3 does, so that results agree to the last bit.
        isDescending
            ? target.reversed.value(at: reversed.fraction(at: value))
            : target.value(at: fraction(at: value))
    }
}

/// An overflow brought back to the greatest number of its sign.
func heldFinite(_ value: Double) -> Double {
    let limit = Double.greatestFiniteMagnitude
    return Extent(-limit, limit).clamp(value)
}
