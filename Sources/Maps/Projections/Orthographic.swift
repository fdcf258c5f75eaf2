import Glibc
import Graphics

/// The orthographic projection: the earth as seen from far away.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 20-3 to 20-5, pp. 149-150, about
/// 0° N 0° E. Only the half that faces the eye is shown.
struct Orthographic: RawProjection {
    /// The farthest place that is shown, in radians from the centre.
    static let horizon = Double.pi / 2

    func forward(_ place: SpherePoint) -> Point? {
        let cosine = cos(place.latitude)
        guard cosine * cos(place.longitude) >= -MapRim.tolerance else { return nil }
        return Point(cosine * sin(place.longitude), sin(place.latitude))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let squared = point.x * point.x + point.y * point.y
        // A hair's breadth beyond the disc is rounding.
        guard squared <= 1 + 1e-9 else { return nil }
        let along = max(0, 1 - squared).squareRoot()
        return SpherePoint(
            longitude: atan2(point.x, along),
            latitude: atan2(point.y, (point.x * point.x + along * along).squareRoot()))
    }
}
