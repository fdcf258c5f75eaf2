import Glibc
import Graphics

/// Lambert's conformal conic projection: angles are true, scale is true on two parallels.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 15-1 to 15-5, pp. 106-107. Mexico's maps
/// of the whole country use it with 17.5° and 29.5° N.
struct ConicConformal: RawProjection {
    /// How close to the far pole, in radians, places are left out; its image is at infinity.
    private static let farPole = 1e-6

    private let cone: Double
    private let factor: Double

    /// Standard parallels in radians, on one side of the equator.
    init(parallels first: Double, _ second: Double) {
        let ratio = tan(.pi / 4 + second / 2) / tan(.pi / 4 + first / 2)
        // With a single parallel the quotient of 15-3 becomes 0/0; its limit is the sine.
        cone = abs(first - second) < 1e-9 ? sin(first) : log(cos(first) / cos(second)) / log(ratio)
        factor = cos(first) * pow(tan(.pi / 4 + first / 2), cone) / cone
    }

    /// Whether the cone's tip is the north pole.
    var pointsNorth: Bool { cone > 0 }

    func forward(_ place: SpherePoint) -> Point? {
        let towardsPole = cone > 0 ? place.latitude : -place.latitude
        guard towardsPole > -.pi / 2 + Self.farPole else { return nil }
        // At the near pole the tangent is huge rather than infinite, and the radius 0 but for it.
        let radius = factor / pow(tan(.pi / 4 + place.latitude / 2), cone)
        let angle = cone * place.longitude
        return Point(radius * sin(angle), -radius * cos(angle))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let sign: Double = cone > 0 ? 1 : -1
        let radius = sign * (point.x * point.x + point.y * point.y).squareRoot()
        guard radius != 0 else { return SpherePoint(longitude: 0, latitude: sign * .pi / 2) }
        let place = SpherePoint(
            longitude: atan2(sign * point.x, -sign * point.y) / cone,
            latitude: 2 * atan(pow(factor / radius, 1 / cone)) - .pi / 2)
        // The cone, unrolled, leaves a wedge of the plane free.
        return place.isOnSphere ? place : nil
    }
}
