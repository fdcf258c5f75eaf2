import Graphics

/// The two formulas of a map projection, for a sphere of radius 1.
///
/// The longitude is relative to the central meridian and lies within ±π. Plane coordinates run to
/// the right and *up*, as in the literature. Everything else is `Projection`'s: degrees, the
/// central meridian, y downward.
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

    /// Whether both angles are finite and in the range that a sphere has, up to rounding.
    var isOnSphere: Bool {
        abs(longitude) <= .pi + 1e-9 && abs(latitude) <= .pi / 2 + 1e-9
    }
}
