import Glibc
public import Graphics

/// The mark of a point: shapes of one area that are told apart at 6 pt.
///
/// Swift's names are Swift Charts', the raw values Vega-Lite's (`shape`) where it has the shape.
/// `plus` is what d3 and Vega call a cross; `cross` stands on its corners.
public enum Symbol: String, Hashable, Sendable, CaseIterable {
    /// A disc.
    case circle
    /// An upright square.
    case square
    /// A triangle that points up.
    case triangle = "triangle-up"
    /// A triangle that points down.
    case triangleDown = "triangle-down"
    /// A rhombus, taller than wide.
    case diamond
    /// Two bars across each other, upright.
    case plus
    /// Two bars across each other, on the diagonals.
    case cross
    /// A star with five points.
    case star

    /// The outline around a point.
    ///
    /// Shapes have the same `area`, in square points, as d3-shape's symbols of that size: 36 makes
    /// a square of 6 pt. Centred as those are: triangles on their centroid. Empty where the area is
    /// not above zero, or anything is not finite.
    public func path(center: Point, area: Double) -> Path {
        outline(center: center, area: area, inset: 0)
    }

    /// A ring for the stroke of a hollow mark: with a line of `lineWidth` and mitred joins it
    /// covers exactly the edge of the full mark, so that both have one size.
    ///
    /// Give it the ground's colour as its fill. Lines too thick to leave a hole lie as far in as
    /// the shape is thick.
    public func hollowPath(center: Point, area: Double, lineWidth: Double) -> Path {
        guard lineWidth > 0, lineWidth.isFinite else { return path(center: center, area: area) }
        return outline(center: center, area: area, inset: lineWidth / 2)
    }

    /// The outline with its edges moved in.
    private func outline(center: Point, area: Double, inset: Double) -> Path {
        let side = area.squareRoot()
        guard area > 0, side.isFinite, center.x.isFinite, center.y.isFinite else { return Path() }
        let inset = min(inset, 0.9 * thickness * side)
        guard self != .circle else {
            return .circle(center: center, radius: (area / .pi).squareRoot() - inset)
        }
        let corners = unitCorners.map { $0 * side }
        return .polygon(Self.inset(corners, by: inset).map { center + $0 })
    }

    /// How far the edges of a shape of area 1 can be moved in before they meet.
    private var thickness: Double {
        switch self {
        case .circle: (1 / Double.pi).squareRoot()
        case .square: 0.5
        // The inner circle's radius.
        case .triangle, .triangleDown: 1 / (3 * 3.0.squareRoot()).squareRoot()
        case .diamond: (3.0.squareRoot() / 8).squareRoot()
        // Half a bar.
        case .plus, .cross: 0.2.squareRoot() / 2
        case .star: Self.starRadius * cos(0.4 * .pi)
        }
    }

    /// The corners of the shape of area 1 around the origin, clockwise.
    private var unitCorners: [Point] {
        switch self {
        case .circle: []
        case .square:
            [Point(-0.5, -0.5), Point(0.5, -0.5), Point(0.5, 0.5), Point(-0.5, 0.5)]
        case .triangle: Self.spokes(3, (4 / (3 * 3.0.squareRoot())).squareRoot())
        case .triangleDown:
            Self.spokes(3, (4 / (3 * 3.0.squareRoot())).squareRoot(), fromDegrees: 180)
        case .diamond:
            // Its sides stand at 60 degrees.
            Self.spokes(
                4, (3.0.squareRoot() / 2).squareRoot(), 1 / (2 * 3.0.squareRoot()).squareRoot())
        case .plus: Self.plusCorners
        case .cross:
            Self.plusCorners.map { Point($0.x - $0.y, $0.x + $0.y) * 0.5.squareRoot() }
        case .star: Self.spokes(10, Self.starRadius, Self.starRadius * Self.starNotch)
        }
    }

    /// Five squares of area 1/5.
    private static var plusCorners: [Point] {
        let half = 0.2.squareRoot() / 2
        return [
            (-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1),
            (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1),
        ].map { Point($0.0, $0.1) * half }
    }

    /// The radius of a pentagram's notches, as a share of that of its points.
    private static let starNotch = sin(0.1 * Double.pi) / sin(0.7 * Double.pi)
    /// The radius of the points of a pentagram of area 1: ten triangles of 36 degrees.
    private static let starRadius = (1 / (5 * sin(0.2 * Double.pi) * starNotch)).squareRoot()

    /// Corners at equal angles clockwise from twelve o'clock, at one radius or two in turn.
    private static func spokes(
        _ count: Int, _ radius: Double, _ other: Double? = nil, fromDegrees start: Double = 0
    ) -> [Point] {
        (0..<count).map { index in
            let angle = (start + 360 * Double(index) / Double(count)) * .pi / 180
            return Point(sin(angle), -cos(angle)) * (index % 2 == 0 ? radius : other ?? radius)
        }
    }

    /// A clockwise polygon with its edges moved in: each corner along the line that halves it.
    private static func inset(_ corners: [Point], by distance: Double) -> [Point] {
        guard distance > 0 else { return corners }
        return corners.indices.map { index in
            let corner = corners[index]
            let before = corners[(index + corners.count - 1) % corners.count]
            let after = corners[(index + 1) % corners.count]
            let (arriving, leaving) = (
                (corner - before) * (1 / before.distance(to: corner)),
                (after - corner) * (1 / corner.distance(to: after))
            )
            // The sum of the two inner normals, as long as makes both edges move by the distance.
            let normals = Point(-arriving.y - leaving.y, arriving.x + leaving.x)
            let cosine = arriving.x * leaving.x + arriving.y * leaving.y
            return corner + normals * (distance / (1 + cosine))
        }
    }
}
