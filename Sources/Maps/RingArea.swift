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
