import Glibc
import Graphics

/// The azimuthal equidistant projection: distances and directions from the centre are true.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 22-4, 22-5 and 25-2, pp. 195-197, about
/// 0° N 0° E. Of the antipode, whose image is the whole edge, a thousandth of a degree is left out,
/// as in d3-geo.
struct AzimuthalEquidistant: RawProjection {
    /// The farthest place that is shown, in radians from the centre.
    static let horizon = (180 - 1e-3) * Double.pi / 180

    func forward(_ place: SpherePoint) -> Point? {
        let cosine = cos(place.latitude)
        let along = cosine * cos(place.longitude)
        let (east, north) = (cosine * sin(place.longitude), sin(place.latitude))
        // The tangent keeps the digits that the arc cosine loses at both ends.
        let sine = (east * east + north * north).squareRoot()
        let distance = atan2(sine, along)
        guard distance <= Self.horizon + 1e-9 else { return nil }
        let scale = sine > 0 ? distance / sine : 1
        return Point(scale * east, scale * north)
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let radius = (point.x * point.x + point.y * point.y).squareRoot()
        guard radius <= Self.horizon + 1e-9 else { return nil }
        return SpherePoint(towards: point, distance: radius)
    }
}
