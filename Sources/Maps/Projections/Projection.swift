public import Diagnostics
import Glibc
public import Graphics

/// A way to lay the earth on a plane: a family, its centre or rotation, true parallels for cones.
///
/// The plane is in units of the earth's radius, y downward, with the centre's image at the origin.
/// `FittedProjection` brings it to a page.
public struct Projection: Hashable, Sendable {
    /// The families, named as in d3-geo and Vega-Lite.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Lambert's cone of true angles; for single countries.
        case conicConformal
        /// Lambert's disc of true areas; for continents.
        case azimuthalEqualArea
        /// A world of true areas.
        case equalEarth
        /// True angles, areas that grow towards the poles.
        case mercator
        /// Degrees as they are.
        case equirectangular
        /// Albers' cone of true areas; for wide countries.
        case conicEqualArea
        /// A world that compromises.
        case naturalEarth1
        /// Another such world, by a table.
        case robinson
        /// Another, with curved parallels.
        case winkel3
        /// The globe from afar; half of the earth.
        case orthographic
        /// A disc of true angles.
        case stereographic
        /// A disc of true distances from its middle.
        case azimuthalEquidistant

        /// Whether it has true parallels to choose.
        public var isConic: Bool { self == .conicConformal || self == .conicEqualArea }

        /// Whether it is a disc about its centre.
        public var isAzimuthal: Bool {
            switch self {
            case .azimuthalEqualArea, .orthographic, .stereographic, .azimuthalEquidistant: true
            case .conicConformal, .equalEarth, .mercator, .equirectangular, .conicEqualArea,
                .naturalEarth1, .robinson, .winkel3:
                false
            }
        }
    }

    /// The two latitudes on which a cone is true to scale, in degrees.
    public struct Parallels: Hashable, Sendable {
        /// One of the two, in degrees north.
        public var first: Double
        /// The other, in degrees north; the same for a cone that touches the earth.
        public var second: Double

        /// Two latitudes in degrees.
        public init(_ first: Double, _ second: Double) {
            self.first = first
            self.second = second
        }
    }

    /// The family.
    public let kind: Kind
    /// The place whose image is the origin.
    ///
    /// A disc is shaped by its latitude; elsewhere that only moves the origin.
    public let center: GeoPoint
    /// The true parallels; `nil` for a family without.
    public let parallels: Parallels?
    /// How the earth is turned; `nil` for a map about a centre with north up.
    public let rotation: Rotation?

    /// The formulas, and where the map ends.
    let formula: ProjectionFormula
    /// The meridian that runs through the middle of the map before it is tilted, in degrees.
    let meridian: Double
    /// What moves the poles off the middle line; `nil` where they stay.
    let tilt: SphereTilt?
    /// The image of the centre, which the plane's origin moves to.
    private let origin: Point

    /// Mexico, as its official maps have it: Lambert's cone with 17.5° and 29.5° N.
    public static let mexico = Projection(
        unchecked: .conicConformal, center: GeoPoint(longitude: -102, latitude: 12),
        parallels: Parallels(17.5, 29.5))
    /// The world, cut in the Bering Strait at 169° W, as the world file in `Maps/` is.
    public static let world = Projection(
        unchecked: .equalEarth, center: GeoPoint(longitude: 11, latitude: 0), parallels: nil)
    /// North America with true areas.
    public static let northAmerica = Projection(
        unchecked: .azimuthalEqualArea, center: GeoPoint(longitude: -98, latitude: 46),
        parallels: nil)

    /// A projection of a family about a centre or, instead, with the earth turned.
    ///
    /// Cones without `parallels` get d3's: 30° and 30° for the conformal, 29.5° and 45.5° for the
    /// equal-area one. The origin is the image of `center`, or of what a rotation brings to 0° N
    /// 0° E. Throws a finding without a place where the centre is not on the earth, where the
    /// parallels leave no cone (symmetric about the equator, or at a pole), where they are given
    /// for a family that has none, and where both a centre and a rotation are given.
    public init(
        _ kind: Kind, center: GeoPoint = GeoPoint(longitude: 0, latitude: 0),
        parallels: Parallels? = nil, rotation: Rotation? = nil
    ) throws(Diagnostic) {
        guard abs(center.longitude) <= 360, abs(center.latitude) <= 90 else {
            throw .error(
                "the centre [\(center.longitude), \(center.latitude)] is not on the earth",
                hint: "a centre is [longitude, latitude] in degrees")
        }
        if let rotation {
            guard rotation.isFinite else {
                throw .error("a rotation is three angles in degrees, such as [102, 0, 0]")
            }
            guard center == GeoPoint(longitude: 0, latitude: 0) else {
                throw .error(
                    "the map has both a centre and a rotation",
                    hint: "a rotation [-longitude, -latitude, 0] brings a place to the middle")
            }
        }
        if let parallels { try Self.check(parallels, of: kind) }
        self.init(unchecked: kind, center: center, parallels: parallels, rotation: rotation)
    }

    private static func check(_ parallels: Parallels, of kind: Kind) throws(Diagnostic) {
        let (first, second) = (parallels.first, parallels.second)
        guard kind.isConic else {
            throw .error("\(kind.rawValue) has no parallels", hint: "leave them out")
        }
        guard abs(first) <= 89, abs(second) <= 89 else {
            throw .error(
                "the parallels \(first) and \(second) are not both within 89° of the equator")
        }
        // Closer than a degree to the equator, a cone is a cylinder but for rounding.
        guard abs(first + second) >= 1 else {
            throw .error(
                "the parallels \(first) and \(second) have the equator in their middle",
                hint: "choose both on the side that is shown, or another projection")
        }
    }

    private init(
        unchecked kind: Kind, center: GeoPoint, parallels: Parallels?, rotation: Rotation? = nil
    ) {
        self.kind = kind
        self.rotation = rotation
        self.parallels = parallels ?? ProjectionFormula.usualParallels(of: kind)
        formula = ProjectionFormula(kind, parallels: self.parallels)
        if let rotation {
            meridian = -rotation.lambda.remainder(dividingBy: 360)
            tilt = SphereTilt(phi: rotation.phi, gamma: rotation.gamma)
            let middle = SpherePoint(longitude: 0, latitude: 0)
            let degrees = 180 / Double.pi
            let place = tilt?.undone(from: middle) ?? middle
            self.center = GeoPoint(
                longitude: meridian + place.longitude * degrees,
                latitude: place.latitude * degrees)
        } else {
            meridian = center.longitude
            tilt = kind.isAzimuthal ? SphereTilt(phi: -center.latitude, gamma: 0) : nil
            self.center = center
        }
        // A disc is tilted instead; a pole that Mercator cannot show leaves the origin as it is.
        let height = kind.isAzimuthal || rotation != nil ? 0 : center.latitude * .pi / 180
        origin = formula.forward(SpherePoint(longitude: 0, latitude: height)) ?? .zero
    }

    // MARK: - Both ways

    /// The image of a place; `nil` where there is none.
    public func project(_ place: GeoPoint) -> Point? {
        onSphere(place).flatMap(image)
    }

    /// The image of a place of the rotated sphere; `nil` where there is none.
    func image(_ place: SpherePoint) -> Point? {
        guard let image = formula.forward(place), image.x.isFinite, image.y.isFinite else {
            return nil
        }
        return Point(image.x - origin.x, origin.y - image.y)
    }

    /// The place whose image a point is; `nil` outside the map.
    ///
    /// Its longitude lies within 180° of the centre's, as the world file's do about 11° E.
    public func invert(_ point: Point) -> GeoPoint? {
        guard point.x.isFinite, point.y.isFinite,
            var place = formula.inverse(Point(point.x + origin.x, origin.y - point.y)),
            place.longitude.isFinite, place.latitude.isFinite
        else { return nil }
        if let tilt { place = tilt.undone(from: place) }
        let degrees = 180 / Double.pi
        return GeoPoint(
            longitude: meridian + min(180, max(-180, place.longitude * degrees)),
            latitude: min(90, max(-90, place.latitude * degrees)))
    }

    /// How far a radian of the earth reaches on the plane near a place, on average of directions.
    ///
    /// The square root of the enlargement of areas, by differences over some 60 metres.
    public func scale(near place: GeoPoint) -> Double? {
        guard project(place) != nil, var middle = onSphere(place) else { return nil }
        let step = 1e-5
        // A hair inside the map, so that no neighbour falls over its edge.
        middle.longitude = min(.pi - 0.001, max(-.pi + 0.001, middle.longitude))
        middle.latitude = min(.pi / 2 - 0.001, max(-.pi / 2 + 0.001, middle.latitude))
        func image(_ east: Double, _ north: Double) -> Point? {
            formula.forward(
                SpherePoint(
                    longitude: middle.longitude + east * step / cos(middle.latitude),
                    latitude: middle.latitude + north * step))
        }
        guard let east = image(1, 0), let west = image(-1, 0),
            let north = image(0, 1), let south = image(0, -1)
        else { return nil }
        let (along, up) = (east - west, north - south)
        let scale = (abs(along.x * up.y - along.y * up.x)).squareRoot() / (2 * step)
        return scale.isFinite ? scale : nil
    }

    // MARK: - Longitudes about the centre

    /// Degrees east of the central meridian, within ±180.
    ///
    /// Both sides of the cut keep their sign: 191° and −169° are the two edges of a world about
    /// 11° E, not the same line.
    func relativeLongitude(_ place: GeoPoint) -> Double {
        let relative = place.longitude - meridian
        // The tolerance is for sums such as 191.1 - 11.1, which is a little more than 180.
        if abs(relative) <= 180 + 1e-9 { return min(180, max(-180, relative)) }
        return relative.remainder(dividingBy: 360)
    }

    private func onSphere(_ place: GeoPoint) -> SpherePoint? {
        guard place.longitude.isFinite, abs(place.latitude) <= 90 else { return nil }
        let straight = SpherePoint(
            longitude: relativeLongitude(place) * .pi / 180, latitude: place.latitude * .pi / 180)
        return tilt?.applied(to: straight) ?? straight
    }
}
