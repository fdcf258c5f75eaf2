public import Graphics

/// The filled triangle at the end of an arrow.
public struct ArrowHead: Hashable, Sendable {
    /// The point that it points with.
    public var tip: Point
    /// The middle of its base, where the shaft ends.
    public var base: Point
    /// The width of its base in points.
    public var width: Double

    /// A head from the end of a shaft to a tip.
    public init(tip: Point, base: Point, width: Double) {
        self.tip = tip
        self.base = base
        self.width = width
    }

    /// A head whose tip is reached from another point.
    ///
    /// - Parameters:
    ///   - source: where the arrow comes from; any point of its line.
    ///   - size: the width of the base, and as height the length from there to the tip.
    public init(tip: Point, from source: Point, size: Size) {
        let length = source.distance(to: tip)
        let back = length > 0 ? (source - tip) * (size.height / length) : .zero
        self.init(tip: tip, base: tip + back, width: size.width)
    }

    /// The triangle; empty where it has no length.
    public var path: Path {
        let length = base.distance(to: tip)
        guard length > 0, length.isFinite, width.isFinite else { return Path() }
        let along = (tip - base) * (1 / length)
        let across = Point(-along.y, along.x) * (width / 2)
        return .polygon([base - across, tip, base + across])
    }
}
