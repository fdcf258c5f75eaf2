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
        guard magnification > 0, magnification.isFinite, let middle = map.point(center) else {
            return nil
        }
        let size = Size(frame.width / magnification, frame.height / magnification)
        return Rect(
            x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: size.width,
            height: size.height)
    }

    /// The shape that leads the eye from the outline to the frame: between the sides that face.
    func wedge(from outline: Rect) -> Path {
        let across = frame.midX - outline.midX
        let down = frame.midY - outline.midY
        let (from, to) = (corners(outline), corners(frame))
        // Corners run clockwise from the top left one.
        let sides: (Int, Int, Int, Int) =
            if abs(across) >= abs(down) {
                across >= 0 ? (1, 0, 3, 2) : (0, 1, 2, 3)
            } else {
                down >= 0 ? (3, 0, 1, 2) : (0, 3, 2, 1)
            }
        return .polygon([from[sides.0], to[sides.1], to[sides.2], from[sides.3]])
    }
}

private func corners(_ rect: Rect) -> [Point] {
    [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
        Point(rect.minX, rect.maxY),
    ]
}
