/// Categories to places at equal distances, as d3's `scalePoint`: bands without a width.
public struct PointScale: Hashable, Sendable {
    private let bands: BandScale

    /// Places for `categories` over `range`; a category named again is ignored.
    ///
    /// `padding` is the distance from the ends of the range as a share of the step.
    public init(
        _ categories: [String], range: Extent, padding: Double = 0, align: Double = 0.5,
        isRounded: Bool = false
    ) {
        bands = BandScale(
            categories, range: range, paddingInner: 1, paddingOuter: padding, align: align,
            isRounded: isRounded)
    }

    /// The categories in order, each once.
    public var categories: [String] { bands.categories }
    /// Where the places lie.
    public var range: Extent { bands.range }
    /// The distance from one place to the next.
    public var step: Double { bands.step }

    /// The place of a category; `nil` for a category that has none.
    public func callAsFunction(_ category: String) -> Double? { bands(category) }
}
