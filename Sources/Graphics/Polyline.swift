/// Straight lines through points, one after the other: what leaders and routes are made of.
///
/// Its questions are asked with finite coordinates and answered without a tolerance.
public struct Polyline: Hashable, Sendable {
    /// The points from one end to the other.
    public var points: [Point]

    /// Lines through `points`.
    public init(_ points: [Point]) {
        self.points = points
    }

    /// The lines between neighbouring points; none for fewer than two points.
    public var segments: [Segment] {
        zip(points, points.dropFirst()).map { Segment($0, $1) }
    }

    /// Whether the two meet anywhere but at a point that is an end of both.
    public func crosses(_ other: Polyline) -> Bool {
        // Without a list of segments: placing labels asks this a hundred thousand times.
        for index in points.indices.dropFirst() {
            let segment = Segment(points[index - 1], points[index])
            for place in other.points.indices.dropFirst()
            where segment.crosses(Segment(other.points[place - 1], other.points[place])) {
                return true
            }
        }
        // What is left are corners that lie on each other: ends of segments, not of polylines.
        for corner in points where other.points.contains(corner) {
            if corner != points.first && corner != points.last { return true }
            if corner != other.points.first && corner != other.points.last { return true }
        }
        return false
    }

    /// Whether a part of it lies within a rectangle; the rectangle's edges do not count.
    public func intersects(_ rect: Rect) -> Bool {
        segments.contains { $0.intersects(rect) }
    }

    /// The distance from a point to the nearest place on it; infinite without a point.
    public func distance(to point: Point) -> Double {
        if points.count == 1 { return points[0].distance(to: point) }
        return segments.map { $0.distance(to: point) }.min() ?? .infinity
    }
}

/// A straight line between two points.
///
/// With a coordinate that is not finite it meets nothing.
public struct Segment: Hashable, Sendable {
    /// One end.
    public var start: Point
    /// The other end.
    public var end: Point

    /// The line from `start` to `end`.
    public init(_ start: Point, _ end: Point) {
        self.start = start
        self.end = end
    }

    /// Whether the two meet anywhere but at a point that is an end of both.
    ///
    /// So an end that lies on the other segment counts, and so does running along each other.
    public func crosses(_ other: Segment) -> Bool {
        guard isFinite, other.isFinite else { return false }
        if max(start.x, end.x) < min(other.start.x, other.end.x)
            || max(other.start.x, other.end.x) < min(start.x, end.x)
            || max(start.y, end.y) < min(other.start.y, other.end.y)
            || max(other.start.y, other.end.y) < min(start.y, end.y)
        {
            return false
        }
        let (sides, otherSides) = (
            (side(of: other.start), side(of: other.end)),
            (other.side(of: start), other.side(of: end))
        )
        if areOpposite(sides) && areOpposite(otherSides) { return true }
        if holdsWithin(other.start) || holdsWithin(other.end) { return true }
        if other.holdsWithin(start) || other.holdsWithin(end) { return true }
        return start != end
            && (self == other || (start == other.end && end == other.start))
    }

    /// The distance from a point to the nearest place on the segment.
    public func distance(to point: Point) -> Double {
        let (along, toPoint) = (end - start, point - start)
        let square = along.x * along.x + along.y * along.y
        guard square > 0 else { return start.distance(to: point) }
        let fraction = (along.x * toPoint.x + along.y * toPoint.y) / square
        // An end is taken as it is: start + (end - start) may miss it by a rounding.
        if fraction <= 0 { return start.distance(to: point) }
        if fraction >= 1 { return end.distance(to: point) }
        return (start + along * fraction).distance(to: point)
    }

    /// Whether a part of it lies within a rectangle; the rectangle's edges do not count.
    ///
    /// Clips the segment by the four edges in turn (Liang and Barsky 1984).
    public func intersects(_ rect: Rect) -> Bool {
        let along = end - start
        guard isFinite else { return false }
        var (from, to) = (0.0, 1.0)
        for (origin, delta, low, high) in [
            (start.x, along.x, rect.minX, rect.maxX), (start.y, along.y, rect.minY, rect.maxY),
        ] {
            if delta == 0 {
                guard origin > low, origin < high else { return false }
            } else {
                let (one, other) = ((low - origin) / delta, (high - origin) / delta)
                from = max(from, min(one, other))
                to = min(to, max(one, other))
            }
        }
        return from < to
    }

    private var isFinite: Bool {
        start.x.isFinite && start.y.isFinite && end.x.isFinite && end.y.isFinite
    }

    /// Positive on the right-hand side looking along the segment, zero on its line.
    private func side(of point: Point) -> Double {
        (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
    }

    /// Whether a point lies on the segment, but not at an end.
    private func holdsWithin(_ point: Point) -> Bool {
        side(of: point) == 0 && point != start && point != end
            && point.x >= min(start.x, end.x) && point.x <= max(start.x, end.x)
            && point.y >= min(start.y, end.y) && point.y <= max(start.y, end.y)
    }
}

private func areOpposite(_ sides: (Double, Double)) -> Bool {
    (sides.0 < 0 && sides.1 > 0) || (sides.0 > 0 && sides.1 < 0)
}

extension Rect {
    /// Whether the rectangle lies inside a polygon, given by its corners; touching is allowed.
    ///
    /// Where the polygon overlaps itself the even-odd rule decides. A rectangle without area lies
    /// inside where its centre does.
    public func lies(inside polygon: [Point]) -> Bool {
        guard polygon.count > 2 else { return false }
        let edges = zip(polygon, polygon.dropFirst() + polygon.prefix(1)).map { Segment($0, $1) }
        // With no edge across it, the rectangle is inside or outside as a whole.
        guard !edges.contains(where: { $0.intersects(self) }) else { return false }
        // Edges that a ray from the centre to the right meets. A corner level with the centre counts
        // as above it, so that the ray meets only one of the two edges there.
        let met = edges.filter { edge in
            guard (edge.start.y > center.y) != (edge.end.y > center.y) else { return false }
            let fraction = (center.y - edge.start.y) / (edge.end.y - edge.start.y)
            return center.x < edge.start.x + (edge.end.x - edge.start.x) * fraction
        }
        return met.count % 2 == 1
    }
}
