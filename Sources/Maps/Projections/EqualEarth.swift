import Glibc
import Graphics

/// The Equal Earth projection: areas are true, and the world looks as people expect it.
///
/// Šavrič, Patterson & Jenny 2018, "The Equal Earth map projection", International Journal of
/// Geographical Information Science 33(3).
struct EqualEarth: RawProjection {
    private static let a1 = 1.340264
    private static let a2 = -0.081106
    private static let a3 = 0.000893
    private static let a4 = 0.003796
    private static let half = 3.0.squareRoot() / 2

    func forward(_ place: SpherePoint) -> Point? {
        let angle = asin(Self.half * sin(place.latitude))
        return Point(
            place.longitude * cos(angle) / (Self.half * slope(angle)), height(angle))
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let top = Double.pi / 3
        guard abs(point.y) <= height(top) + 1e-9 else { return nil }
        // Newton's method; the height is nearly linear in the angle, so four steps do.
        var angle = point.y / Self.a1
        for _ in 0..<12 {
            let step = (height(angle) - point.y) / slope(angle)
            angle = min(top, max(-top, angle - step))
            if abs(step) < 1e-13 { break }
        }
        let place = SpherePoint(
            longitude: point.x * Self.half * slope(angle) / cos(angle),
            latitude: asin(min(1, max(-1, sin(angle) / Self.half))))
        return place.isOnSphere ? place : nil
    }

    /// The height on the plane of a parametric angle.
    private func height(_ angle: Double) -> Double {
        let squared = angle * angle
        let sixth = squared * squared * squared
        return angle * (Self.a1 + Self.a2 * squared + sixth * (Self.a3 + Self.a4 * squared))
    }

    /// The derivative of the height.
    private func slope(_ angle: Double) -> Double {
        let squared = angle * angle
        let sixth = squared * squared * squared
        return Self.a1 + 3 * Self.a2 * squared + sixth * (7 * Self.a3 + 9 * Self.a4 * squared)
    }
}
