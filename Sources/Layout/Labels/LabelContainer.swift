import Glibc
public import Graphics

/// What a label must lie inside: the bar, cell, sector or area that it names.
public enum LabelContainer: Hashable, Sendable {
    /// An upright rectangle.
    case rect(Rect)
    /// The inside of a polygon, given by its corners.
    case polygon([Point])

    /// A sector of a circle or ring, by angles clockwise from twelve o'clock.
    ///
    /// Arcs are taken for chords of at most 3 degrees, and always lie inside the true sector.
    public static func sector(
        center: Point, inner: Double, outer: Double, fromDegrees start: Double,
        toDegrees end: Double
    ) -> LabelContainer {
        let sweep = min(end - start, 360)
        guard start.isFinite, sweep > 0 else { return .polygon([]) }
        let steps = max(1, Int((sweep / 3).rounded(.up)))
        let step = sweep / Double(steps) * .pi / 180
        let arc = { (radius: Double) in
            (0...steps).map { index in
                let angle = start * .pi / 180 + step * Double(index)
                return center + Point(sin(angle), -cos(angle)) * radius
            }
        }
        if inner > 0 {
            // Chords of the inner arc must not cut into the hole.
            return .polygon(arc(outer) + arc(inner / cos(step / 2)).reversed())
        }
        return .polygon(sweep < 360 ? arc(outer) + [center] : arc(outer))
    }

    /// Whether a rectangle lies inside; touching is allowed.
    func contains(_ rect: Rect) -> Bool {
        switch self {
        case .rect(let outer): outer.contains(rect, tolerance: 1e-6)
        case .polygon(let corners): rect.lies(inside: corners)
        }
    }
}
