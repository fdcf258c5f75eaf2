import Glibc

/// Numbers of either sign to places by logarithms far from zero and by equal steps near it, as
/// d3's `scaleSymlog`.
///
/// After Webber, "A bi-symmetric log transformation for wide-range data" (2012).
public struct SymmetricLogScale: Hashable, Sendable {
    /// The numbers shown.
    public let domain: Extent
    /// Where they are shown.
    public var range: Extent
    /// About where equal steps turn into equal ratios.
    public let constant: Double
    /// Whether numbers beyond the domain are moved to its ends.
    public var isClamped: Bool

    /// A scale from `domain` to `range`; `nil` where the constant is not finite and above 0.
    public init?(domain: Extent, range: Extent, constant: Double = 1, isClamped: Bool = false) {
        guard constant.isFinite, constant > 0 else { return nil }
        self.domain = domain
        self.range = range
        self.constant = constant
        self.isClamped = isClamped
    }

    /// The place of a number.
    public func callAsFunction(_ value: Double) -> Double {
        logs.project(log(isClamped ? domain.clamp(value) : value), onto: range)
    }

    /// The number at a place.
    public func invert(_ place: Double) -> Double {
        let log = range.project(place, onto: logs)
        let magnitude = heldFinite(expm1(abs(log)) * constant)
        let value = log < 0 ? -magnitude : magnitude
        return isClamped ? domain.clamp(value) : value
    }

    /// About `count` round numbers in the domain.
    public func ticks(_ count: Double = 10) -> [Double] {
        Ticks.values(in: domain, count: count)
    }

    /// The scale with its domain widened to round numbers.
    public func nice(_ count: Double = 10) -> SymmetricLogScale {
        SymmetricLogScale(
            domain: Ticks.nice(domain, count: count), range: range, constant: constant,
            isClamped: isClamped) ?? self
    }

    private var logs: Extent { Extent(log(domain.start), log(domain.end)) }

    private func log(_ value: Double) -> Double {
        let magnitude = log1p(heldFinite(abs(value / constant)))
        return value < 0 ? -magnitude : magnitude
    }
}
