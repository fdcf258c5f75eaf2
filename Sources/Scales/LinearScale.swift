/// Numbers to places by equal steps, as d3's `scaleLinear`.
///
/// A domain of equal ends maps every number to the middle of the range.
public struct LinearScale: Hashable, Sendable {
    /// The numbers shown.
    public var domain: Extent
    /// Where they are shown.
    public var range: Extent
    /// Whether numbers beyond the domain are moved to its ends.
    public var isClamped: Bool

    /// A scale from `domain` to `range`.
    public init(domain: Extent, range: Extent, isClamped: Bool = false) {
        self.domain = domain
        self.range = range
        self.isClamped = isClamped
    }

    /// The place of a number.
    public func callAsFunction(_ value: Double) -> Double {
        domain.project(isClamped ? domain.clamp(value) : value, onto: range)
    }

    /// The number at a place.
    public func invert(_ place: Double) -> Double {
        let value = range.project(place, onto: domain)
        return isClamped ? domain.clamp(value) : value
    }

    /// About `count` round numbers in the domain.
    public func ticks(_ count: Double = 10) -> [Double] {
        Ticks.values(in: domain, count: count)
    }

    /// The format with as many decimals as `count` ticks need.
    public func tickFormat(_ count: Double = 10, _ format: NumberFormat = .grouped) -> NumberFormat
    {
        format.forTicks(in: domain, count: count)
    }

    /// The scale with its domain widened to round numbers.
    public func nice(_ count: Double = 10) -> LinearScale {
        LinearScale(
            domain: Ticks.nice(domain, count: count), range: range, isClamped: isClamped)
    }

    /// The scale that keeps within its range.
    public func clamped() -> LinearScale {
        LinearScale(domain: domain, range: range, isClamped: true)
    }
}
