import Glibc
import Graphics

/// The stereographic projection: angles are true, circles stay circles.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 21-2 to 21-4, pp. 157-158, about 0° N 0° E
/// and with the size it has in d3-geo: half the scale of the earth in the middle. The horizon is
/// d3-geo's too, 142° from the centre; the antipode's image is at infinity.
struct Stereographic: RawProjection {
    /// The farthest place that is shown, in radians from the centre.
    static let horizon = 142 * Double.pi / 180

    func forward(_ place: SpherePoint) -> Point? {
        let cosine = cos(place.latitude)
        let along = cosine * cos(place.longitude)
        guard along >= cos(Self.horizon) - MapRim.tolerance else { return nil }
        let scale = 1 / (1 + along)
        return Point(scale * cosine * sin(place.longitude), scale * sin(place.latitude))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let radius = (point.x * point.x + point.y * point.y).squareRoot()
        guard radius <= tan(Self.horizon / 2) + 1e-8 else { return nil }
        return SpherePoint(towards: point, distance: 2 * atan(radius))
    }
}
