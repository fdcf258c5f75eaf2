import Glibc

/// Numbers to places by a power of them, as d3's `scalePow`.
///
/// A negative number is treated as its opposite with the sign restored.
public struct PowerScale: Hashable, Sendable {
    /// The numbers shown.
    public let domain: Extent
    /// Where they are shown.
    public var range: Extent
    /// The power: 2 spreads great numbers, 0.5 small ones.
    public let exponent: Double
    /// Whether numbers beyond the domain are moved to its ends.
    public var isClamped: Bool

    /// A scale from `domain` to `range`; `nil` where the exponent is not finite and above 0.
    public init?(domain: Extent, range: Extent, exponent: Double, isClamped: Bool = false) {
        guard exponent.isFinite, exponent > 0 else { return nil }
        self.domain = domain
        self.range = range
        self.exponent = exponent
        self.isClamped = isClamped
    }

    /// The place of a number.
    public func callAsFunction(_ value: Double) -> Double {
        powers.project(power(isClamped ? domain.clamp(value) : value, exponent), onto: range)
    }

    /// The number at a place.
    public func invert(_ place: Double) -> Double {
        let value = power(range.project(place, onto: powers), 1 / exponent)
        return isClamped ? domain.clamp(value) : value
    }

    /// About `count` round numbers in the domain.
    public func ticks(_ count: Double = 10) -> [Double] {
        Ticks.values(in: domain, count: count)
    }

    /// The scale with its domain widened to round numbers.
    public func nice(_ count: Double = 10) -> PowerScale {
        PowerScale(
            domain: Ticks.nice(domain, count: count), range: range, exponent: exponent,
            isClamped: isClamped) ?? self
    }

    private var powers: Extent {
        Extent(power(domain.start, exponent), power(domain.end, exponent))
    }

    private func power(_ value: Double, _ exponent: Double) -> Double {
        heldFinite(value < 0 ? -pow(-value, exponent) : pow(value, exponent))
    }
}
