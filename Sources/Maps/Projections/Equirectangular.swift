import Graphics

/// The plain chart: degrees are drawn as they are.
///
/// Snyder 1987 (USGS Professional Paper 1395), pp. 90-91, with the equator as standard parallel.
struct Equirectangular: RawProjection {
    func forward(_ place: SpherePoint) -> Point? {
        Point(place.longitude, place.latitude)
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let place = SpherePoint(longitude: point.x, latitude: point.y)
        return place.isOnSphere ? place : nil
    }
}
