public import Graphics

/// An upright arrow between two levels, with a line from each level to the arrow: how board decks
/// show the difference of two bars.
public struct LevelArrow: Hashable, Sendable {
    /// Where the line of the first level begins, such as a corner of the first bar.
    public var start: Point
    /// Where the line of the second level begins.
    public var end: Point
    /// Where the arrow stands.
    public var x: Double
    /// Whether it has a head at the first level, too.
    public var isDoubleHeaded: Bool
    /// The width of a head's base, and as height its length, in points.
    public var headSize: Size

    /// Dashes for the level lines, in points.
    public static let levelDash = [2.0, 2.0]

    /// How far level lines run on beyond the arrow, in points.
    private static let overhang = 5.0
    /// The least length of the shaft between two heads, or between a head and a label, in points.
    private static let leastShaft = 4.0

    /// An arrow at `x` between the levels of two points.
    public init(
        from start: Point, to end: Point, x: Double, isDoubleHeaded: Bool = true,
        headSize: Size = Size(6, 6)
    ) {
        self.start = start
        self.end = end
        self.x = x
        self.isDoubleHeaded = isDoubleHeaded
        self.headSize = headSize
    }

    /// The two level lines, for a thin stroke with `levelDash`.
    public var levelLines: [Path] {
        [start, end].map { point in
            let side = x < point.x ? -Self.overhang : Self.overhang
            return .line(from: point, to: Point(x + side, point.y))
        }
    }

    /// The heads; the last one points to the second level.
    ///
    /// They stand between the levels, or outside where there is no room, pointing inwards.
    public var heads: [ArrowHead] {
        let down = end.y >= start.y ? 1.0 : -1.0
        let inward = isTight ? -1.0 : 1.0
        let length = headSize.height
        let first = ArrowHead(
            tip: Point(x, start.y), base: Point(x, start.y + down * inward * length),
            width: headSize.width)
        let last = ArrowHead(
            tip: Point(x, end.y), base: Point(x, end.y - down * inward * length),
            width: headSize.width)
        return isDoubleHeaded ? [first, last] : [last]
    }

    /// The line between the heads, or the two tails of heads that stand outside.
    public var shaft: Path {
        let heads = heads
        guard isTight else {
            let from = isDoubleHeaded ? heads[0].base : Point(x, start.y)
            return .line(from: from, to: heads[heads.count - 1].base)
        }
        var path = Path()
        for head in heads {
            let tail = Point(x, head.base.y + (head.base.y < head.tip.y ? -1 : 1) * headSize.height)
            path.add(.line(from: head.base, to: tail))
        }
        return path
    }

    /// Where a label of a size stands: on the middle of the shaft, on a ground of its own, or
    /// beside the level lines where the shaft is too short for it.
    public func labelFrame(of size: Size) -> Rect {
        let middle = start.y + (end.y - start.y) / 2
        let needed = size.height + 2 * Self.leastShaft + 2 * headSize.height
        let isOnShaft = abs(end.y - start.y) >= needed
        let left = isOnShaft ? x - size.width / 2 : x + Self.overhang + Self.leastShaft
        return Rect(x: left, y: middle - size.height / 2, width: size.width, height: size.height)
    }

    /// Whether the levels are too near for the heads to stand between them.
    private var isTight: Bool {
        let heads = isDoubleHeaded ? 2.0 : 1.0
        return abs(end.y - start.y) < heads * headSize.height + Self.leastShaft
    }
}
