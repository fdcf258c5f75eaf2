import Glibc
import Graphics

/// The line at which the map of the whole earth ends, on the rotated sphere.
///
/// It is a loop, counterclockwise about the map; a place on it is told by a position along it.
enum MapRim: Hashable, Sendable {
    /// The meridian opposite the middle, both of its sides, and the two poles between.
    ///
    /// Positions are radians from the south-eastern corner: up the east side, along the north
    /// pole, down the west side, along the south pole.
    case meridian
    /// The circle of all places at a distance from the middle, in radians.
    ///
    /// Positions are the direction as seen from the middle, in radians from east.
    case circle(distance: Double)

    /// How far beyond a circle, in cosines, a place still counts as on it.
    static let tolerance = 1e-9

    /// The farthest step along the rim without a vertex, in radians; the page refines it.
    private static let step = Double.pi / 36

    /// Positions run from 0 to here.
    var length: Double {
        switch self {
        case .meridian: 6 * .pi
        case .circle: 2 * .pi
        }
    }

    /// The position of a place on the rim; the side of a meridian is told by the longitude's sign.
    func position(of place: SpherePoint) -> Double {
        switch self {
        case .meridian:
            let height = place.latitude + .pi / 2
            return place.longitude > 0 ? height : 4 * .pi - height
        case .circle:
            let direction = atan2(
                sin(place.latitude), cos(place.latitude) * sin(place.longitude))
            return direction < 0 ? direction + 2 * .pi : direction
        }
    }

    /// The place at a position.
    func place(at position: Double) -> SpherePoint {
        switch self {
        case .meridian:
            if position < .pi {
                return SpherePoint(longitude: .pi, latitude: position - .pi / 2)
            } else if position < 3 * .pi {
                return SpherePoint(longitude: 2 * .pi - position, latitude: .pi / 2)
            } else if position < 4 * .pi {
                return SpherePoint(longitude: -.pi, latitude: 3.5 * .pi - position)
            } else {
                return SpherePoint(longitude: position - 5 * .pi, latitude: -.pi / 2)
            }
        case .circle(let distance):
            return SpherePoint(
                towards: Point(cos(position), sin(position)), distance: distance)
        }
    }

    /// The places on the next `span` radians from a position, both ends left out.
    func places(from start: Double, over span: Double) -> [SpherePoint] {
        let end = start + span
        var places: [SpherePoint] = []
        var position = start
        while true {
            // Corners are never passed by.
            position = min(corner(after: position), position + Self.step)
            guard position < end else { return places }
            places.append(place(at: position.truncatingRemainder(dividingBy: length)))
        }
    }

    /// The whole rim as a ring.
    var ring: [SpherePoint] { [place(at: 0)] + places(from: 0, over: length - 1e-12) }

    /// How far two neighbours on the rim lie apart, in radians of their position.
    func angle(_ one: SpherePoint, _ other: SpherePoint) -> Double {
        switch self {
        case .meridian:
            return max(
                abs(other.longitude - one.longitude), abs(other.latitude - one.latitude))
        case .circle:
            return abs((position(of: other) - position(of: one)).remainder(dividingBy: length))
        }
    }

    /// Half way between two neighbours on the rim.
    func halfway(_ one: SpherePoint, _ other: SpherePoint) -> SpherePoint {
        switch self {
        case .meridian:
            return SpherePoint(
                longitude: (one.longitude + other.longitude) / 2,
                latitude: (one.latitude + other.latitude) / 2)
        case .circle:
            let start = position(of: one)
            let step = (position(of: other) - start).remainder(dividingBy: length)
            return place(at: start + step / 2)
        }
    }

    private func corner(after position: Double) -> Double {
        switch self {
        case .meridian:
            let turn = (position / length).rounded(.down) * length
            let corners: [Double] = [.pi, 3 * .pi, 4 * .pi, 6 * .pi, 7 * .pi]
            return corners.first { $0 + turn > position + 1e-12 }.map { $0 + turn } ?? .infinity
        case .circle: return .infinity
        }
    }
}
