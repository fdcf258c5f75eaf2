/// A ring or a line of a file with longitudes that do not jump.
///
/// Edges are straight in degrees, as RFC 7946 says, and longitudes such as 191° are taken as they
/// are. Only an edge of more than half a turn, short of a whole one, is the short way round: files
/// with coasts across the date line jump from 180° to −180° there.
struct UnrolledLine {
    /// The vertices, without the closing repeat of a ring.
    let places: [GeoPoint]
    /// How often a ring has run round the earth, eastward, when it is back at its start.
    let turns: Int
    /// The least longitude.
    let west: Double
    /// The greatest longitude.
    let east: Double
    /// Whether the file's longitudes jump, so that the ring it draws in degrees is another one.
    let jumps: Bool

    /// Degrees of the files lie within ±360, and their shifts by a centre within a turn more;
    /// anything else was made by hand and has no place on a map.
    private static let farthest = 900.0

    /// `nil` without a vertex, and for one that is not on the earth.
    init?(_ places: [GeoPoint], isRing: Bool) {
        guard var previous = isRing ? places.last : places.first else { return nil }
        var (west, east) = (Double.infinity, -Double.infinity)
        var jumps = false
        for place in places {
            guard abs(place.latitude) <= 90, abs(place.longitude) <= Self.farthest else {
                return nil
            }
            west = min(west, place.longitude)
            east = max(east, place.longitude)
            jumps = jumps || Self.turn(from: previous, to: place) != 0
            previous = place
        }
        self.jumps = jumps
        guard jumps else {
            (self.places, turns, self.west, self.east) = (places, 0, west, east)
            return
        }
        var unrolled: [GeoPoint] = []
        var turn = 0
        previous = places[0]
        (west, east) = (.infinity, -.infinity)
        for place in places {
            turn += Self.turn(from: previous, to: place)
            let longitude = place.longitude + 360 * Double(turn)
            unrolled.append(GeoPoint(longitude: longitude, latitude: place.latitude))
            west = min(west, longitude)
            east = max(east, longitude)
            previous = place
        }
        if isRing { turn += Self.turn(from: previous, to: places[0]) }
        (self.places, turns, self.west, self.east) = (unrolled, isRing ? turn : 0, west, east)
    }

    /// The turn to be added after an edge, for it to go the short way.
    private static func turn(from place: GeoPoint, to next: GeoPoint) -> Int {
        let step = next.longitude - place.longitude
        guard abs(step) > 180, abs(step) < 360 - 1e-9 else { return 0 }
        return step > 0 ? -1 : 1
    }

    /// The ring running the other way.
    var reversed: UnrolledLine {
        UnrolledLine(reversing: self)
    }

    private init(reversing other: UnrolledLine) {
        (places, turns) = (other.places.reversed(), -other.turns)
        (west, east, jumps) = (other.west, other.east, other.jumps)
    }

    /// Where a ring is back at its start, unrolled.
    var end: GeoPoint {
        GeoPoint(
            longitude: places[0].longitude + 360 * Double(turns), latitude: places[0].latitude)
    }
}
