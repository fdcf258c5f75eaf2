public import Graphics

/// A circle inside an area.
public struct InscribedCircle: Hashable, Sendable {
    /// Its middle: where a label has most room.
    public var center: Point
    /// Its radius in points: the distance to the nearest edge.
    public var radius: Double

    /// A circle by middle and radius in points.
    public init(center: Point, radius: Double) {
        self.center = center
        self.radius = radius
    }
}

extension PlanePolygon {
    /// The point inside that is farthest from the edge, with its distance to it.
    ///
    /// Squares that cover the area are split in four, level by level, as long as one could hold a
    /// point better than the best so far by more than `precision` points (the idea of Agafonkin's
    /// polylabel, 2016, which takes the most promising square first). `nil` for an area without an
    /// inside. Cost: the number of vertices times a few hundred.
    public func poleOfInaccessibility(precision: Double = 0.5) -> InscribedCircle? {
        guard let bounds, bounds.width.isFinite, bounds.height.isFinite, area > 0 else {
            return nil
        }
        let longest = max(bounds.width, bounds.height)
        let precision = precision > longest / 2000 ? precision : longest / 2000
        // Long thin areas start with squares that are a little wider than they are.
        var half = max(min(bounds.width, bounds.height), longest / 32) / 2
        var best = InscribedCircle(center: bounds.center, radius: -.infinity)
        consider(bounds.center, &best)
        if let centroid { consider(centroid, &best) }

        var centers = coveringSquares(of: bounds, half: half)
        while !centers.isEmpty {
            let distances = centers.map { consider($0, &best) }
            let reach = half * 2.0.squareRoot()
            let promising = zip(centers, distances).filter { _, distance in
                distance + reach > best.radius + precision
            }
            // A strip of one width has its best points all along; any of them will do.
            guard promising.count <= Self.mostSquares else { break }
            half /= 2
            let quarter = half
            centers = promising.flatMap { center, _ in
                [(-1, -1), (1, -1), (-1, 1), (1, 1)].map { x, y in
                    Point(center.x + x * quarter, center.y + y * quarter)
                }
            }
        }
        return best.radius > 0 ? best : nil
    }

    /// How many squares of one level are split.
    private static let mostSquares = 1024

    /// The distance of a point to the edge; it becomes the best one where it is the farthest.
    @discardableResult
    private func consider(_ point: Point, _ best: inout InscribedCircle) -> Double {
        let distance = distanceToEdge(from: point)
        if distance > best.radius { best = InscribedCircle(center: point, radius: distance) }
        return distance
    }

    private func coveringSquares(of bounds: Rect, half: Double) -> [Point] {
        func middles(_ start: Double, _ length: Double) -> [Double] {
            // At most 32 by the choice of the size; a non-number cannot come here.
            let count = max(1, Int((length / (2 * half)).rounded(.up)))
            return (0..<count).map { start + half * Double(2 * $0 + 1) }
        }
        let columns = middles(bounds.minX, bounds.width)
        return middles(bounds.minY, bounds.height).flatMap { y in columns.map { Point($0, y) } }
    }
}
