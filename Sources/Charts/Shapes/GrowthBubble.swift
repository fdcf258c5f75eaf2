public import Graphics

/// An arrow over the tops of bars, from the first to the last, with a pill in its middle.
///
/// The pill holds their growth, as in `+4.7 % p. a.`; `GrowthRate` knows it.
public struct GrowthBubble: Hashable, Sendable {
    /// How the arrow runs.
    public enum Course: String, Hashable, Sendable, CaseIterable {
        /// Level above all bars, with a leg down to the first and the last.
        case level
        /// Straight from above the first to above the last.
        case slanted
    }

    /// The parts of the line, which leave the pill free.
    public let lines: [Path]
    /// The head at the last bar.
    public let head: ArrowHead
    /// Where the text stands: a rectangle with half circles for ends.
    public let pill: Rect

    /// Between a leg or head and the bar below, in points.
    private static let gap = 3.0
    /// The least length of the line behind the head, in points.
    private static let leastShaft = 3.0

    /// The outline of the pill.
    public var pillPath: Path { .roundedRect(pill, radius: pill.height / 2) }

    /// All that is drawn lies in here, without the thickness of lines.
    public var bounds: Rect {
        let boxes = lines.compactMap(\.controlBounds) + [head.path.controlBounds].compactMap { $0 }
        return boxes.reduce(pill) { $0.union($1) }
    }

    /// An arrow over bars.
    ///
    /// - Parameters:
    ///   - frames: the bars with the labels above them, from the first to the last.
    ///   - pillSize: the text with its padding; pills are at least as wide as high.
    ///   - course: how the arrow runs; one too short for its pill is level.
    ///   - clearance: what is left free between the frames and the line or pill, in points.
    ///   - headSize: the width of the head's base, and as height its length, in points.
    ///
    /// `nil` where there are no two bars beside each other, or a number is not finite.
    public init?(
        over frames: [Rect], pillSize: Size, course: Course = .level, clearance: Double = 6,
        headSize: Size = Size(6, 6)
    ) {
        let numbers =
            frames.flatMap { [$0.minX, $0.maxX, $0.minY, $0.maxY] }
            + [pillSize.width, pillSize.height, clearance, headSize.width, headSize.height]
        guard let first = frames.first, let last = frames.last, first.midX != last.midX,
            numbers.allSatisfy({ abs($0) <= 1e9 })
        else { return nil }
        let size = Size(max(pillSize.width, pillSize.height, 0), max(pillSize.height, 0))
        let clearance = max(0, clearance)
        if course == .slanted,
            let slanted = Self.slanted(first, last, frames, size, clearance, headSize)
        {
            self = slanted
        } else {
            self = Self.level(first, last, frames, size, clearance, headSize)
        }
    }

    private init(lines: [Path], head: ArrowHead, pill: Rect) {
        self.lines = lines
        self.head = head
        self.pill = pill
    }

    // MARK: - Courses

    private static func level(
        _ first: Rect, _ last: Rect, _ frames: [Rect], _ size: Size, _ clearance: Double,
        _ headSize: Size
    ) -> GrowthBubble {
        let highest = frames.map(\.minY).reduce(first.minY, min)
        // Below the pill there is room for a head, should it stand over the last bar.
        let room = max(clearance, gap + headSize.height + leastShaft)
        let center = Point((first.midX + last.midX) / 2, highest - room - size.height / 2)
        let foot = Point(first.midX, first.minY - gap)
        let tip = Point(last.midX, last.minY - gap)
        let head = ArrowHead(tip: tip, from: Point(tip.x, center.y), size: headSize)
        return GrowthBubble(
            lines: [
                leg(from: foot, to: center, size), leg(from: head.base, to: center, size),
            ],
            head: head, pill: pill(size, around: center))
    }

    /// A leg up from a point to the level of the pill and along it to the pill, or straight to the
    /// pill where that stands over it.
    private static func leg(from foot: Point, to center: Point, _ size: Size) -> Path {
        let away = foot.x - center.x
        if abs(away) < size.width / 2 {
            return .line(
                from: foot, to: Point(foot.x, center.y + halfHeight(of: size, at: away)))
        }
        let side = away < 0 ? -size.width / 2 : size.width / 2
        return .polyline([foot, Point(foot.x, center.y), Point(center.x + side, center.y)])
    }

    /// `nil` where the line is too short.
    private static func slanted(
        _ first: Rect, _ last: Rect, _ frames: [Rect], _ size: Size, _ clearance: Double,
        _ headSize: Size
    ) -> GrowthBubble? {
        let start = Point(first.midX, first.minY - clearance)
        let end = Point(last.midX, last.minY - clearance)
        let center = (start + end) * 0.5
        let length = start.distance(to: end)
        let along = (end - start) * (1 / length)
        let cut = distanceToEdge(of: size, along: along)
        guard length / 2 >= cut + headSize.height + leastShaft else { return nil }
        // The line is raised until it and the pill clear all frames.
        let pill = pill(size, around: center)
        var lift = 0.0
        for frame in frames {
            let limit = frame.minY - clearance
            for x in [frame.minX, frame.maxX] {
                let x = min(max(x, min(start.x, end.x)), max(start.x, end.x))
                let y = start.y + (end.y - start.y) * ((x - start.x) / (end.x - start.x))
                lift = max(lift, y - limit)
            }
            if frame.minX < pill.maxX + clearance, frame.maxX > pill.minX - clearance {
                lift = max(lift, pill.maxY - limit)
            }
        }
        let up = Point(0, -lift)
        let head = ArrowHead(tip: end + up, from: start + up, size: headSize)
        return GrowthBubble(
            lines: [
                .line(from: start + up, to: center + up - along * cut),
                .line(from: center + up + along * cut, to: head.base),
            ],
            head: head, pill: pill.offset(by: up))
    }

    // MARK: - Pill

    private static func pill(_ size: Size, around center: Point) -> Rect {
        Rect(origin: center - Point(size.width / 2, size.height / 2), size: size)
    }

    /// Half the height of a pill at a distance to the left or right of its middle.
    private static func halfHeight(of size: Size, at away: Double) -> Double {
        let radius = size.height / 2
        let beyond = max(0, abs(away) - (size.width / 2 - radius))
        return max(0, radius * radius - beyond * beyond).squareRoot()
    }

    /// From the middle of a pill to its edge, along a unit vector.
    private static func distanceToEdge(of size: Size, along vector: Point) -> Double {
        let radius = size.height / 2
        let straight = size.width / 2 - radius
        let (across, up) = (abs(vector.x), abs(vector.y))
        if up > 0, radius * across <= straight * up { return radius / up }
        // Where it leaves the half circle about a point `straight` away from the middle.
        return straight * across
            + max(0, radius * radius - straight * straight * up * up).squareRoot()
    }
}
