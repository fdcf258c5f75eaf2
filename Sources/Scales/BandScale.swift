/// Categories to bands of equal width with gaps between them, as d3's `scaleBand`.
public struct BandScale: Hashable, Sendable {
    /// The categories in order, each once.
    public let categories: [String]
    /// Where the bands stand.
    public let range: Extent
    /// The gap between bands as a share of the step.
    public let paddingInner: Double
    /// The gap before the first and after the last band as a share of the step.
    public let paddingOuter: Double
    /// How the gaps before and after are shared out: 0 puts all bands first, 1 all last.
    public let align: Double
    /// Whether bands begin at whole points and are whole points wide.
    public let isRounded: Bool
    /// The distance from one band's start to the next one's.
    public let step: Double
    /// The width of a band.
    public let bandwidth: Double

    private let start: Double
    private let indices: [String: Int]

    /// Bands for `categories` over `range`; a category named again is ignored.
    ///
    /// The inner padding is at most 1, `align` within 0 and 1; a padding that is not finite is 0.
    public init(
        _ categories: [String], range: Extent, paddingInner: Double = 0, paddingOuter: Double = 0,
        align: Double = 0.5, isRounded: Bool = false
    ) {
        (self.categories, indices) = unique(categories)
        self.range = range
        self.paddingInner = paddingInner.isFinite ? min(1, paddingInner) : 0
        self.paddingOuter = paddingOuter.isFinite ? paddingOuter : 0
        self.align = align.isFinite ? Extent.unit.clamp(align) : 0.5
        self.isRounded = isRounded
        let bands = Double(self.categories.count) - self.paddingInner
        let length = heldFinite(range.upper - range.lower)
        var step = length / max(1, bands + self.paddingOuter * 2)
        if isRounded { step = step.rounded(.down) }
        let slack = heldFinite(length - heldFinite(step * bands))
        let start = heldFinite(range.lower + slack * self.align)
        let bandwidth = heldFinite(step * (1 - self.paddingInner))
        self.step = step
        self.start = isRounded ? roundedHalfUp(start) : start
        self.bandwidth = isRounded ? roundedHalfUp(bandwidth) : bandwidth
    }

    /// Bands with the same padding between, before and after them.
    public init(
        _ categories: [String], range: Extent, padding: Double, align: Double = 0.5,
        isRounded: Bool = false
    ) {
        self.init(
            categories, range: range, paddingInner: padding, paddingOuter: padding, align: align,
            isRounded: isRounded)
    }

    /// The lower end of a category's band; `nil` for a category that has none.
    public func callAsFunction(_ category: String) -> Double? {
        guard let index = indices[category] else { return nil }
        let place = range.isDescending ? categories.count - 1 - index : index
        return heldFinite(start + step * Double(place))
    }

    /// The middle of a category's band; `nil` for a category that has none.
    public func center(of category: String) -> Double? {
        self(category).map { heldFinite($0 + bandwidth / 2) }
    }
}

/// The values in the order of their first appearance, and where to find each.
func unique(_ values: [String]) -> (values: [String], indices: [String: Int]) {
    var (kept, indices) = ([String](), [String: Int]())
    for value in values where indices[value] == nil {
        indices[value] = kept.count
        kept.append(value)
    }
    return (kept, indices)
}
