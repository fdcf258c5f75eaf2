import Glibc

// The room of geography. It promises:
// - the earth is degrees of longitude and latitude, the page is points with y downward, and a
//   projection is the only door between the two;
// - a file is read strictly: either all its features, or findings with line and column;
// - exterior rings run counterclockwise, holes clockwise, and no ring repeats its first point;
// - the same bytes give the same features, rings and borders in the same order, everywhere.

/// A place on the earth, in degrees.
public struct GeoPoint: Hashable, Sendable {
    /// Degrees east of Greenwich; west is negative.
    ///
    /// Values beyond ±180 keep a coast whole that crosses the date line.
    public var longitude: Double
    /// Degrees north of the equator; south is negative.
    public var latitude: Double

    /// Kilometres from the centre of the earth: the sphere with the surface of WGS 84.
    public static let earthRadiusInKilometres = 6371.0072

    /// A place by its two angles in degrees.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// The distance along the great circle, in kilometres.
    ///
    /// The haversine formula (Sinnott 1984), which keeps its digits for neighbours.
    public func kilometres(to other: GeoPoint) -> Double {
        let radians = Double.pi / 180
        let rise = sin((other.latitude - latitude) * radians / 2)
        let turn = sin((other.longitude - longitude) * radians / 2)
        let squared =
            rise * rise + cos(latitude * radians) * cos(other.latitude * radians) * turn * turn
        return 2 * Self.earthRadiusInKilometres * asin(min(1, squared.squareRoot()))
    }
}
