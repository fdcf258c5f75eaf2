import Glibc
import Graphics

/// Lambert's azimuthal equal-area projection: areas are true.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 22-4, 22-5 and 24-2, pp. 185-187, about
/// 0° N 0° E. The far side of the earth, beyond 150° from the centre, is left out: it would be a
/// ring of smears around the map.
struct AzimuthalEqualArea: RawProjection {
    /// The farthest place that is shown, in radians from the centre.
    static let horizon = 150 * Double.pi / 180

    func forward(_ place: SpherePoint) -> Point? {
        let cosine = cos(place.latitude)
        let along = cosine * cos(place.longitude)
        guard along >= cos(Self.horizon) - MapRim.tolerance else { return nil }
        let scale = (2 / (1 + along)).squareRoot()
        return Point(scale * cosine * sin(place.longitude), scale * sin(place.latitude))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let radius = (point.x * point.x + point.y * point.y).squareRoot()
        guard radius <= 2 * sin(Self.horizon / 2) + 1e-9 else { return nil }
        return SpherePoint(towards: point, distance: 2 * asin(min(1, radius / 2)))
    }
}
