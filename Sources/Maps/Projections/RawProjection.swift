import Glibc
import Graphics

/// The two formulas of a map projection, for a sphere of radius 1.
///
/// Places are those of the rotated sphere: the longitude is relative to the map's middle and lies
/// within ±π. Plane coordinates run to the right and *up*, as in the literature. Everything else is
/// `Projection`'s: degrees, rotation, y downward.
protocol RawProjection: Hashable, Sendable {
    /// The image of a place; `nil` where there is none.
    func forward(_ place: SpherePoint) -> Point?
    /// The place whose image a point is; `nil` outside the map.
    func inverse(_ point: Point) -> SpherePoint?
}

/// A place on the unit sphere, in radians.
struct SpherePoint: Hashable, Sendable {
    var longitude: Double
    var latitude: Double

    init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// The place that a step of `distance` radians from 0° N 0° E reaches, in a plane direction.
    ///
    /// Snyder 1987 (USGS Professional Paper 1395), equations 20-14 and 20-15, by tangents, which
    /// keep their digits at the poles.
    init(towards direction: Point, distance: Double) {
        let length = (direction.x * direction.x + direction.y * direction.y).squareRoot()
        let (along, across) = (cos(distance), length > 0 ? sin(distance) / length : 0)
        let (east, north) = (across * direction.x, across * direction.y)
        longitude = atan2(east, along)
        latitude = atan2(north, (east * east + along * along).squareRoot())
    }

    /// Whether both angles are finite and in the range that a sphere has, up to rounding.
    var isOnSphere: Bool {
        abs(longitude) <= .pi + 1e-9 && abs(latitude) <= .pi / 2 + 1e-9
    }

    /// The cosine of the distance from 0° N 0° E.
    var cosineFromMiddle: Double { cos(latitude) * cos(longitude) }
}
