import Glibc
import Graphics

/// Albers' equal-area conic projection: areas are true, scale is true on two parallels.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 14-1 to 14-11, pp. 100-102.
struct ConicEqualArea: RawProjection {
    private let cone: Double
    private let constant: Double

    /// Standard parallels in radians, not symmetric about the equator.
    init(parallels first: Double, _ second: Double) {
        cone = (sin(first) + sin(second)) / 2
        constant = 1 + sin(first) * sin(second)
    }

    func forward(_ place: SpherePoint) -> Point? {
        let radius = max(0, constant - 2 * cone * sin(place.latitude)).squareRoot() / cone
        let angle = cone * place.longitude
        return Point(radius * sin(angle), -radius * cos(angle))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let sign: Double = cone > 0 ? 1 : -1
        let squared = point.x * point.x + point.y * point.y
        let sine = (constant - squared * cone * cone) / (2 * cone)
        // Inside the arc of the near pole and beyond that of the far one there is no place; a
        // hair's breadth is rounding.
        guard abs(sine) <= 1 + 1e-9 else { return nil }
        let place = SpherePoint(
            longitude: squared == 0 ? 0 : atan2(sign * point.x, -sign * point.y) / cone,
            latitude: asin(min(1, max(-1, sine))))
        return place.isOnSphere ? place : nil
    }
}
