public import Graphics

/// An area on the page, bounded by closed rings: an exterior and its holes, or several of them.
///
/// What is inside goes by the even-odd rule. Area and centroid take it that holes run the other way
/// round than exteriors, as those of a `GeoFeature` do.
public struct PlanePolygon: Hashable, Sendable {
    /// The rings, without the closing repeat.
    public let rings: [[Point]]

    /// An area bounded by rings.
    public init(_ rings: [[Point]]) {
        self.rings = rings
    }

    /// The smallest rectangle around it; `nil` without a point.
    public var bounds: Rect? { Rect(around: rings.lazy.flatMap { $0 }) }

    /// Its area in square points.
    public var area: Double { abs(moments.area) }

    /// The middle of its area, which may lie outside of it; `nil` where it has no area.
    public var centroid: Point? {
        let moments = moments
        guard let start = moments.start, moments.area != 0 else { return nil }
        let centroid = start + Point(moments.x, moments.y) * (1 / moments.area)
        return centroid.x.isFinite && centroid.y.isFinite ? centroid : nil
    }

    /// Whether a point lies inside; on the edge, either answer may come.
    public func contains(_ point: Point) -> Bool {
        var isInside = false
        forEachEdge { start, end in
            guard (start.y > point.y) != (end.y > point.y) else { return }
            let share = (point.y - start.y) / (end.y - start.y)
            if point.x < start.x + share * (end.x - start.x) { isInside.toggle() }
        }
        return isInside
    }

    /// The distance of a point to the nearest edge, in points; negative outside.
    public func distanceToEdge(from point: Point) -> Double {
        var isInside = false
        var squared = Double.infinity
        // Both questions in one pass: the search for the pole asks them thousands of times.
        forEachEdge { start, end in
            let (alongX, alongY) = (end.x - start.x, end.y - start.y)
            let (toX, toY) = (point.x - start.x, point.y - start.y)
            let length = alongX * alongX + alongY * alongY
            let share =
                length > 0 ? min(1, max(0, (toX * alongX + toY * alongY) / length)) : 0
            let (awayX, awayY) = (toX - share * alongX, toY - share * alongY)
            squared = min(squared, awayX * awayX + awayY * awayY)
            if (start.y > point.y) != (end.y > point.y),
                toX < toY / alongY * alongX
            {
                isInside.toggle()
            }
        }
        return isInside ? squared.squareRoot() : -squared.squareRoot()
    }

    /// Area and first moments about the first point, which keeps the digits of small polygons.
    private var moments: (start: Point?, area: Double, x: Double, y: Double) {
        guard let start = rings.lazy.compactMap(\.first).first else { return (nil, 0, 0, 0) }
        var (area, x, y) = (0.0, 0.0, 0.0)
        forEachEdge { from, to in
            let (left, right) = (from - start, to - start)
            let cross = left.x * right.y - right.x * left.y
            area += cross / 2
            x += (left.x + right.x) * cross / 6
            y += (left.y + right.y) * cross / 6
        }
        return (start, area, x, y)
    }

    private func forEachEdge(_ body: (Point, Point) -> Void) {
        for ring in rings {
            guard var previous = ring.last else { continue }
            for point in ring {
                body(previous, point)
                previous = point
            }
        }
    }
}
