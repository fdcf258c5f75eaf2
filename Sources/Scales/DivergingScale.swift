public import Graphics

/// Numbers to colours on both sides of a pivot, as d3's `scaleDiverging`.
///
/// Each side has half of the ramp, however long it is. Numbers beyond the domain have the colours
/// of its ends; a side of no length has the colour of the ramp's middle.
public struct DivergingScale: Hashable, Sendable {
    /// The number at the ramp's first colour.
    public let start: Double
    /// The number at the ramp's middle, often zero or a mean.
    public let pivot: Double
    /// The number at the ramp's last colour.
    public let end: Double
    /// The colours; those of an odd number of stops have the middle one at the pivot.
    public var ramp: ColorRamp

    /// A scale from `start` over `pivot` to `end`, upward or downward.
    ///
    /// `nil` where a number is not finite or the pivot lies outside.
    public init?(from start: Double, pivot: Double, to end: Double, ramp: ColorRamp) {
        guard start.isFinite, pivot.isFinite, end.isFinite, Extent(start, end).contains(pivot)
        else { return nil }
        self.start = start
        self.pivot = pivot
        self.end = end
        self.ramp = ramp
    }

    /// A scale that reaches as far below `pivot` as above it, so that equal distances have equal
    /// strength, and that holds all finite `values`; `nil` without any.
    public init?(
        around pivot: Double, holding values: some Sequence<Double>, ramp: ColorRamp
    ) {
        guard pivot.isFinite, let extent = Extent(around: values) else { return nil }
        let reach = max(heldFinite(extent.end - pivot), heldFinite(pivot - extent.start), 0)
        self.init(
            from: heldFinite(pivot - reach), pivot: pivot, to: heldFinite(pivot + reach),
            ramp: ramp)
    }

    /// How far a number lies along the ramp: 0 at the start, one half at the pivot, 1 at the end.
    ///
    /// Not held within 0 and 1; NaN for NaN.
    public func fraction(at value: Double) -> Double {
        let isBefore = end < start ? value > pivot : value < pivot
        let side = isBefore ? Extent(pivot, start) : Extent(pivot, end)
        guard side.start != side.end else { return value.isNaN ? value : 0.5 }
        let half = side.fraction(at: value) / 2
        return isBefore ? 0.5 - half : 0.5 + half
    }

    /// The colour of a number; that of the pivot for NaN.
    public func callAsFunction(_ value: Double) -> Color {
        let fraction = fraction(at: value)
        return ramp(fraction.isNaN ? 0.5 : fraction)
    }

    /// About `count` round numbers in the domain, for a legend.
    public func ticks(_ count: Double = 10) -> [Double] {
        Ticks.values(in: Extent(start, end), count: count)
    }
}
