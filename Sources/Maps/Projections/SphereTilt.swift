import Glibc

/// The part of a rotation that moves the poles.
///
/// The formulas are those of two turns of a vector, about the second and then the first axis.
struct SphereTilt: Hashable, Sendable {
    private let phi: Sines
    private let gamma: Sines

    /// A tilt by two angles in degrees; `nil` for one that leaves all as it is.
    init?(phi: Double, gamma: Double) {
        self.phi = Sines(phi)
        self.gamma = Sines(gamma)
        if self.phi == Sines(0), self.gamma == Sines(0) { return nil }
    }

    /// Where a place comes to lie.
    func applied(to place: SpherePoint) -> SpherePoint {
        let flat = cos(place.latitude)
        let (x, y, z) = (
            cos(place.longitude) * flat, sin(place.longitude) * flat,
            sin(place.latitude)
        )
        let (along, up) = (x * phi.cosine - z * phi.sine, z * phi.cosine + x * phi.sine)
        return SphereTilt.place(
            along, y * gamma.cosine - up * gamma.sine, up * gamma.cosine + y * gamma.sine)
    }

    /// The place that comes to lie there.
    func undone(from place: SpherePoint) -> SpherePoint {
        let flat = cos(place.latitude)
        let (x, y, z) = (
            cos(place.longitude) * flat, sin(place.longitude) * flat,
            sin(place.latitude)
        )
        let up = z * gamma.cosine - y * gamma.sine
        return SphereTilt.place(
            x * phi.cosine + up * phi.sine, y * gamma.cosine + z * gamma.sine,
            up * phi.cosine - x * phi.sine)
    }

    /// The latitude by a tangent: an arc sine loses half its digits near the poles.
    private static func place(_ x: Double, _ y: Double, _ z: Double) -> SpherePoint {
        SpherePoint(longitude: atan2(y, x), latitude: atan2(z, (x * x + y * y).squareRoot()))
    }

    /// Sine and cosine of degrees, exact for quarter turns: a pole stays on the edge of the map.
    private struct Sines: Hashable {
        let sine: Double
        let cosine: Double

        init(_ degrees: Double) {
            let turned = degrees.remainder(dividingBy: 360)
            switch turned {
            case 0: (sine, cosine) = (0, 1)
            case 90: (sine, cosine) = (1, 0)
            case -90: (sine, cosine) = (-1, 0)
            case 180, -180: (sine, cosine) = (0, -1)
            default: (sine, cosine) = (sin(turned * .pi / 180), cos(turned * .pi / 180))
            }
        }
    }
}
