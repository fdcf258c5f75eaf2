public import Graphics

/// A part of a map drawn larger in a frame, with its outline on the map and a wedge between.
public struct MapLens: Hashable, Sendable {
    /// The place in the middle of the frame.
    public var center: GeoPoint
    /// How many times larger than on the map.
    public var magnification: Double
    /// Where the frame stands, in points of the page.
    public var frame: Rect

    /// A part of a map around a place.
    public init(center: GeoPoint, magnification: Double, frame: Rect) {
        self.center = center
        self.magnification = magnification
        self.frame = frame
    }

    /// The part of the map that the frame shows, in points of the page.
    func outline(on map: FittedProjection) -> Rect? {
        guard let middle = map.point(center) else { return nil }
        let size = Size(frame.width / magnification, frame.height / magnification)
        return Rect(
            x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: size.width,
            height: size.height)
    }

    /// The shape that leads the eye from the outline to the frame: the hull of the two.
    func wedge(from outline: Rect) -> Path {
        .polygon(hull(of: corners(outline) + corners(frame)))
    }
}

private func corners(_ rect: Rect) -> [Point] {
    [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
        Point(rect.minX, rect.maxY),
    ]
}

/// The convex hull, by Andrew's monotone chain (1979).
private func hull(of points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func chain(_ points: [Point]) -> [Point] {
        var chain: [Point] = []
        for point in points {
            while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0
            {
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain
    }
    return chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
}

private func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
