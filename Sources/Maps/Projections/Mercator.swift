import Glibc
import Graphics

/// Mercator's projection: angles are true, areas grow without bound towards the poles.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 7-1, 7-2 and 7-4, pp. 41-44.
struct Mercator: RawProjection {
    /// How close to a pole, in radians, places are left out; the poles' images are at infinity.
    private static let pole = 1e-6

    func forward(_ place: SpherePoint) -> Point? {
        guard abs(place.latitude) < .pi / 2 - Self.pole else { return nil }
        return Point(place.longitude, asinh(tan(place.latitude)))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let place = SpherePoint(longitude: point.x, latitude: atan(sinh(point.y)))
        return place.isOnSphere ? place : nil
    }
}
