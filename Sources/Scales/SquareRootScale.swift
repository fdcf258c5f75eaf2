/// Numbers to lengths whose squares are in proportion, as d3's `scaleSqrt`: for radii of areas.
///
/// A negative number is treated as its opposite with the sign restored.
public struct SquareRootScale: Hashable, Sendable {
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
        roots.project(root(isClamped ? domain.clamp(value) : value), onto: range)
    }

    /// The number at a place.
    public func invert(_ place: Double) -> Double {
        let root = range.project(place, onto: roots)
        let value = heldFinite(root < 0 ? -root * root : root * root)
        return isClamped ? domain.clamp(value) : value
    }

    /// About `count` round numbers in the domain.
    public func ticks(_ count: Double = 10) -> [Double] {
        Ticks.values(in: domain, count: count)
    }

    /// The scale with its domain widened to round numbers.
    public func nice(_ count: Double = 10) -> SquareRootScale {
        SquareRootScale(
            domain: Ticks.nice(domain, count: count), range: range, isClamped: isClamped)
    }

    private var roots: Extent { Extent(root(domain.start), root(domain.end)) }

    private func root(_ value: Double) -> Double {
        value < 0 ? -(-value).squareRoot() : value.squareRoot()
    }
}
