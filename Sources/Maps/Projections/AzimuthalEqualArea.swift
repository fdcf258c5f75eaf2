import Glibc
import Graphics

/// Lambert's azimuthal equal-area projection about any centre: areas are true.
///
/// Snyder 1987 (USGS Professional Paper 1395), equations 22-4, 22-5 and 24-2, 20-14 and 20-15,
/// pp. 185-187. The far side of the earth, beyond 150° from the centre, is left out: it would be a
/// ring of smears around the map.
struct AzimuthalEqualArea: RawProjection {
    /// The farthest place that is shown, in radians from the centre.
    private static let horizon = 150 * Double.pi / 180

    private let centerSine: Double
    private let centerCosine: Double

    /// The latitude of the centre in radians.
    init(centerLatitude: Double) {
        centerSine = sin(centerLatitude)
        centerCosine = cos(centerLatitude)
    }

    func forward(_ place: SpherePoint) -> Point? {
        let (sine, cosine) = (sin(place.latitude), cos(place.latitude))
        let turn = cos(place.longitude)
        let distanceCosine = centerSine * sine + centerCosine * cosine * turn
        guard distanceCosine >= cos(Self.horizon) - 1e-12 else { return nil }
        let scale = (2 / (1 + distanceCosine)).squareRoot()
        return Point(
            scale * cosine * sin(place.longitude),
            scale * (centerCosine * sine - centerSine * cosine * turn))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let radius = (point.x * point.x + point.y * point.y).squareRoot()
        guard radius <= 2 * sin(Self.horizon / 2) + 1e-9 else { return nil }
        guard radius > 0 else {
            return SpherePoint(longitude: 0, latitude: asin(centerSine))
        }
        let distance = 2 * asin(min(1, radius / 2))
        let (sine, cosine) = (sin(distance), cos(distance))
        let latitudeSine = cosine * centerSine + point.y * sine * centerCosine / radius
        return SpherePoint(
            longitude: atan2(
                point.x * sine, radius * centerCosine * cosine - point.y * centerSine * sine),
            latitude: asin(min(1, max(-1, latitudeSine))))
    }
}
