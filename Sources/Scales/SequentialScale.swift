public import Graphics

/// Numbers to colours of a ramp, as d3's `scaleSequential`.
///
/// Numbers beyond the domain have the colours of its ends; a domain of equal ends has the colour
/// of the ramp's middle.
public struct SequentialScale: Hashable, Sendable {
    /// The numbers at the first and at the last colour.
    public var domain: Extent
    /// The colours.
    public var ramp: ColorRamp

    /// A scale from `domain` to the colours of `ramp`.
    public init(domain: Extent, ramp: ColorRamp) {
        self.domain = domain
        self.ramp = ramp
    }

    /// The colour of a number.
    public func callAsFunction(_ value: Double) -> Color {
        ramp(domain.fraction(at: value))
    }

    /// About `count` round numbers in the domain, for a legend.
    public func ticks(_ count: Double = 10) -> [Double] {
        Ticks.values(in: domain, count: count)
    }

    /// The scale with its domain widened to round numbers.
    public func nice(_ count: Double = 10) -> SequentialScale {
        SequentialScale(domain: Ticks.nice(domain, count: count), ramp: ramp)
    }
}
