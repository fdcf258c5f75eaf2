import Glibc
import Graphics

/// Robinson's projection: a world that looks right, neither areas nor angles are true.
///
/// Robinson gave a table of widths and heights for each five degrees (Robinson 1974, "A new map
/// projection: its development and characteristics"). Between them lie the cubics whose
/// coefficients PROJ publishes for `robin`; other programs draw other curves through the table, a
/// thousandth of the earth's radius away.
struct Robinson: RawProjection {
    private static let widthScale = 0.8487
    private static let heightScale = 1.3523
    /// From one row of the table to the next, in degrees.
    private static let step = 5.0

    func forward(_ place: SpherePoint) -> Point? {
        let degrees = abs(place.latitude) * 180 / .pi
        guard degrees <= 90 + 1e-6 else { return nil }
        // A latitude such as 35° must not fall below its row by rounding.
        let row = min(Self.heights.count - 1, Int(degrees / Self.step + 1e-14))
        let rest = degrees - Self.step * Double(row)
        let height = Self.heightScale * Self.heights[row](rest)
        return Point(
            Self.widthScale * Self.widths[row](rest) * place.longitude,
            place.latitude < 0 ? -height : height)
    }

    func inverse(_ point: Point) -> SpherePoint? {
        let height = abs(point.y) / Self.heightScale
        guard height <= 1 + 1e-9 else { return nil }
        // What lies on a row but for rounding belongs to it.
        var row = min(Self.heights.count - 1, Int(height * Double(Self.heights.count - 1)))
        while row > 0, Self.heights[row](0) > height + 1e-12 { row -= 1 }
        while row + 1 < Self.heights.count, Self.heights[row + 1](0) <= height + 1e-12 { row += 1 }
        // Newton's method; within a row the height is nearly linear in the latitude.
        var rest = 0.0
        for _ in 0..<12 {
            let cubic = Self.heights[row]
            let change = (cubic(rest) - height) / cubic.slope(rest)
            rest -= change
            if abs(change) < 1e-13 { break }
        }
        // Neighbouring cubics miss each other by up to a millionth, for want of digits. The last
        // row is the pole.
        rest = row == Self.heights.count - 1 ? 0 : min(Self.step, max(0, rest))
        let latitude = (Self.step * Double(row) + rest) * .pi / 180
        let place = SpherePoint(
            longitude: point.x / (Self.widthScale * Self.widths[row](rest)),
            latitude: point.y < 0 ? -latitude : latitude)
        return place.isOnSphere ? place : nil
    }

    /// A row of the table: the curve from a latitude to the next, by degrees beyond it.
    private struct Cubic {
        let value: Double, first: Double, second: Double, third: Double

        init(_ value: Double, _ first: Double, _ second: Double, _ third: Double) {
            self.value = value
            self.first = first
            self.second = second
            self.third = third
        }

        func callAsFunction(_ rest: Double) -> Double {
            value + rest * (first + rest * (second + rest * third))
        }

        func slope(_ rest: Double) -> Double {
            first + rest * (2 * second + rest * 3 * third)
        }
    }

    private static let widths = [
        Cubic(1, 0, -7.15515e-05, 3.1103e-06),
        Cubic(0.9986, -0.000482243, -2.4897e-05, -1.3309e-06),
        Cubic(0.9954, -0.00083103, -4.48605e-05, -9.86701e-07),
        Cubic(0.99, -0.00135364, -5.9661e-05, 3.6777e-06),
        Cubic(0.9822, -0.00167442, -4.49547e-06, -5.72411e-06),
        Cubic(0.973, -0.00214868, -9.03571e-05, 1.8736e-08),
        Cubic(0.96, -0.00305085, -9.00761e-05, 1.64917e-06),
        Cubic(0.9427, -0.00382792, -6.53386e-05, -2.6154e-06),
        Cubic(0.9216, -0.00467746, -0.00010457, 4.81243e-06),
        Cubic(0.8962, -0.00536223, -3.23831e-05, -5.43432e-06),
        Cubic(0.8679, -0.00609363, -0.000113898, 3.32484e-06),
        Cubic(0.835, -0.00698325, -6.40253e-05, 9.34959e-07),
        Cubic(0.7986, -0.00755338, -5.00009e-05, 9.35324e-07),
        Cubic(0.7597, -0.00798324, -3.5971e-05, -2.27626e-06),
        Cubic(0.7186, -0.00851367, -7.01149e-05, -8.6303e-06),
        Cubic(0.6732, -0.00986209, -0.000199569, 1.91974e-05),
        Cubic(0.6213, -0.010418, 8.83923e-05, 6.24051e-06),
        Cubic(0.5722, -0.00906601, 0.000182, 6.24051e-06),
        Cubic(0.5322, -0.00677797, 0.000275608, 6.24051e-06),
    ]

    private static let heights = [
        Cubic(0, 0.0124, 0, -8.45284e-11),
        Cubic(0.062, 0.0124, -1.26793e-09, 4.22642e-10),
        Cubic(0.124, 0.0124, 5.07171e-09, -1.60604e-09),
        Cubic(0.186, 0.0123999, -1.90189e-08, 6.00152e-09),
        Cubic(0.248, 0.0124002, 7.10039e-08, -2.24e-08),
        Cubic(0.31, 0.0123992, -2.64997e-07, 8.35986e-08),
        Cubic(0.372, 0.0124029, 9.88983e-07, -3.11994e-07),
        Cubic(0.434, 0.0123893, -3.69093e-06, -4.35621e-07),
        Cubic(0.4958, 0.0123198, -1.02252e-05, -3.45523e-07),
        Cubic(0.5571, 0.0121916, -1.54081e-05, -5.82288e-07),
        Cubic(0.6176, 0.0119938, -2.41424e-05, -5.25327e-07),
        Cubic(0.6769, 0.011713, -3.20223e-05, -5.16405e-07),
        Cubic(0.7346, 0.0113541, -3.97684e-05, -6.09052e-07),
        Cubic(0.7903, 0.0109107, -4.89042e-05, -1.04739e-06),
        Cubic(0.8435, 0.0103431, -6.4615e-05, -1.40374e-09),
        Cubic(0.8936, 0.00969686, -6.4636e-05, -8.547e-06),
        Cubic(0.9394, 0.00840947, -0.000192841, -4.2106e-06),
        Cubic(0.9761, 0.00616527, -0.000256, -4.2106e-06),
        Cubic(1, 0.00328947, -0.000319159, -4.2106e-06),
    ]
}
