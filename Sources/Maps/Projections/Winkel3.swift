import Glibc
import Graphics

/// Winkel's tripel projection: the mean of Aitoff's and of degrees as they are.
///
/// Snyder & Voxland 1989, "An Album of Map Projections" (USGS Professional Paper 1453), p. 172,
/// with Winkel's own parallel of the plain chart, cos φ₁ = 2/π (50°28′). That is d3-geo-projection's
/// and the default of PROJ's `wintri`. Tables made with pyproj may differ: its `Proj` and its
/// coordinate systems fill in `+lat_1=0` unless 50.4597762521898° is named.
struct Winkel3: RawProjection {
    private static let cosine = 2 / Double.pi

    func forward(_ place: SpherePoint) -> Point? {
        let image = Aitoff(place)
        return Point(
            (place.longitude * Self.cosine + image.x) / 2, (place.latitude + image.y) / 2)
    }

    /// Newton's method in two dimensions, with the derivatives of Bildirici & Ipbüker 2002,
    /// "A General Algorithm for the Inverse Transformation of Map Projections Using Jacobian
    /// Matrices".
    func inverse(_ point: Point) -> SpherePoint? {
        let (right, top) = (Double.pi, Double.pi / 2)
        guard abs(point.x) <= 1 + top, abs(point.y) <= top + 1e-9 else { return nil }
        var place = SpherePoint(longitude: 0, latitude: point.y)
        place.longitude = 2 * point.x / (Self.cosine + cos(place.latitude) + 0.2)
        place.longitude = min(right, max(-right, place.longitude))
        for _ in 0..<32 {
            let image = Aitoff(place)
            let offX = (place.longitude * Self.cosine + image.x) / 2 - point.x
            let offY = (place.latitude + image.y) / 2 - point.y
            let (xEast, xNorth) = ((Self.cosine + image.xEast) / 2, image.xNorth / 2)
            let (yEast, yNorth) = (image.yEast / 2, (1 + image.yNorth) / 2)
            let determinant = xEast * yNorth - xNorth * yEast
            let east = (offX * yNorth - offY * xNorth) / determinant
            let north = (offY * xEast - offX * yEast) / determinant
            place.longitude = min(right, max(-right, place.longitude - east))
            place.latitude = min(top, max(-top, place.latitude - north))
            if abs(east) + abs(north) < 1e-14 { break }
        }
        // Held within the earth, the search ends beside a point that no place has.
        guard let image = forward(place), image.distance(to: point) < 1e-9 else { return nil }
        return place
    }

    /// Aitoff's image of a place and its derivatives by longitude and latitude.
    private struct Aitoff {
        let x: Double, xEast: Double, xNorth: Double
        let y: Double, yEast: Double, yNorth: Double

        init(_ place: SpherePoint) {
            let (sine, cosine) = (sin(place.latitude), cos(place.latitude))
            let (halfSine, halfCosine) = (sin(place.longitude / 2), cos(place.longitude / 2))
            let along = cosine * halfCosine
            let across = cosine * halfSine
            let squared = sine * sine + across * across
            let distance = squared.squareRoot()
            // The angle over its sine, and what that changes by with the angle's cosine.
            let stretch = distance > 0 ? atan2(distance, along) / distance : 1
            // Below a hundredth the difference loses its digits to the series' two terms.
            let slope =
                squared > 1e-4
                ? (stretch * along - 1) / squared : -1 / 3.0 - 2 * squared / 15
            x = 2 * across * stretch
            y = sine * stretch
            xEast = along * stretch - across * across * slope
            xNorth = -2 * sine * halfSine * (stretch + along * slope)
            yEast = -sine * slope * across / 2
            yNorth = cosine * stretch - sine * sine * halfCosine * slope
        }
    }
}
