import Glibc

/// The area inside a ring in square kilometres; positive where it runs counterclockwise.
///
/// The shoelace formula on Lambert's cylindrical equal-area plane, x = λ and y = sin φ (Snyder
/// 1987, p. 77): exact for edges that are straight there, which short edges are.
func signedSquareKilometres(of ring: [GeoPoint]) -> Double {
    guard ring.count > 2, let start = ring.first else { return 0 }
    let radians = Double.pi / 180
    var sum = 0.0
    // Measured from the first point, so that small rings far from 0° keep their digits.
    var (x, y) = (0.0, 0.0)
    let level = sin(start.latitude * radians)
    for point in ring.dropFirst() {
        let nextX = (point.longitude - start.longitude) * radians
        let nextY = sin(point.latitude * radians) - level
        sum += x * nextY - nextX * y
        (x, y) = (nextX, nextY)
    }
    let radius = GeoPoint.earthRadiusInKilometres
    return sum / 2 * radius * radius
}

/// Whether a ring runs counterclockwise, east to the right and north up.
///
/// The sign of its area on the plane of degrees, which for a ring that does not cross itself is that
/// of its area on the earth, at a fraction of the cost.
func runsCounterclockwise(_ ring: [GeoPoint]) -> Bool {
    guard var last = ring.last, let start = ring.first else { return true }
    // Measured from the first point, so that small rings far from 0° keep their digits.
    last.longitude -= start.longitude
    last.latitude -= start.latitude
    var sum = 0.0
    for point in ring {
        let next = GeoPoint(
            longitude: point.longitude - start.longitude, latitude: point.latitude - start.latitude)
        sum += last.longitude * next.latitude - next.longitude * last.latitude
        last = next
    }
    return sum >= 0
}
