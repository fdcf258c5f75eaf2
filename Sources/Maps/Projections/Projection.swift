public import Diagnostics
import Glibc
public import Graphics

/// A way to lay the earth on a plane: a family, its centre and, for cones, its true parallels.
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

        /// Whether it has true parallels to choose.
        public var isConic: Bool { self == .conicConformal || self == .conicEqualArea }
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
    /// The middle of the map.
    ///
    /// Only the azimuthal disc is shaped by its latitude too; elsewhere that moves the origin.
    public let center: GeoPoint
    /// The true parallels; `nil` for a family without.
    public let parallels: Parallels?

    private let formula: Formula
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

    /// A projection of a family about a centre.
    ///
    /// Cones without `parallels` get d3's: 30° and 30° for the conformal, 29.5° and 45.5° for the
    /// equal-area one. Throws a finding without a place where the centre is not on the earth, where
    /// the parallels leave no cone (symmetric about the equator, or at a pole), or where they are
    /// given for a family that has none.
    public init(
        _ kind: Kind, center: GeoPoint = GeoPoint(longitude: 0, latitude: 0),
        parallels: Parallels? = nil
    ) throws(Diagnostic) {
        guard abs(center.longitude) <= 360, abs(center.latitude) <= 90 else {
            throw .error(
                "the centre [\(center.longitude), \(center.latitude)] is not on the earth",
                hint: "a centre is [longitude, latitude] in degrees")
        }
        if let parallels {
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
                    "the parallels \(first) and \(second) lie on both sides of the equator alike",
                    hint: "choose both on the side that is shown, or another projection")
            }
        }
        self.init(unchecked: kind, center: center, parallels: parallels)
    }

    private init(unchecked kind: Kind, center: GeoPoint, parallels: Parallels?) {
        self.kind = kind
        self.center = center
        self.parallels = parallels ?? Formula.usualParallels(of: kind)
        formula = Formula(kind, centerLatitude: center.latitude, parallels: self.parallels)
        // A pole that Mercator cannot show leaves the origin on the equator.
        origin =
            kind == .azimuthalEqualArea
            ? .zero
            : formula.forward(
                SpherePoint(longitude: 0, latitude: center.latitude * .pi / 180)) ?? .zero
    }

    // MARK: - Both ways

    /// The image of a place; `nil` where there is none.
    public func project(_ place: GeoPoint) -> Point? {
        guard let place = onSphere(place), let image = formula.forward(place),
            image.x.isFinite, image.y.isFinite
        else { return nil }
        return Point(image.x - origin.x, origin.y - image.y)
    }

    /// The place whose image a point is; `nil` outside the map.
    ///
    /// Its longitude lies within 180° of the centre's, as the world file's do about 11° E.
    public func invert(_ point: Point) -> GeoPoint? {
        guard point.x.isFinite, point.y.isFinite,
            let place = formula.inverse(Point(point.x + origin.x, origin.y - point.y)),
            place.longitude.isFinite, place.latitude.isFinite
        else { return nil }
        let degrees = 180 / Double.pi
        return GeoPoint(
            longitude: center.longitude + min(180, max(-180, place.longitude * degrees)),
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
        let relative = place.longitude - center.longitude
        // The tolerance is for sums such as 191.1 - 11.1, which is a little more than 180.
        if abs(relative) <= 180 + 1e-9 { return min(180, max(-180, relative)) }
        return relative.remainder(dividingBy: 360)
    }

    private func onSphere(_ place: GeoPoint) -> SpherePoint? {
        guard place.longitude.isFinite, abs(place.latitude) <= 90 else { return nil }
        return SpherePoint(
            longitude: relativeLongitude(place) * .pi / 180, latitude: place.latitude * .pi / 180)
    }
}

/// The formulas of a family; an enum rather than `any RawProjection`, as each vertex passes here.
private enum Formula: Hashable, Sendable {
    case conicConformal(ConicConformal)
    case azimuthalEqualArea(AzimuthalEqualArea)
    case equalEarth(EqualEarth)
    case mercator(Mercator)
    case equirectangular(Equirectangular)
    case conicEqualArea(ConicEqualArea)
    case naturalEarth1(NaturalEarth1)

    /// The parallels that d3-geo takes where none are given.
    static func usualParallels(of kind: Projection.Kind) -> Projection.Parallels? {
        switch kind {
        case .conicConformal: Projection.Parallels(30, 30)
        case .conicEqualArea: Projection.Parallels(29.5, 45.5)
        case .azimuthalEqualArea, .equalEarth, .mercator, .equirectangular, .naturalEarth1: nil
        }
    }

    init(_ kind: Projection.Kind, centerLatitude: Double, parallels: Projection.Parallels?) {
        let radians = Double.pi / 180
        let first = (parallels?.first ?? 0) * radians
        let second = (parallels?.second ?? 0) * radians
        switch kind {
        case .conicConformal: self = .conicConformal(ConicConformal(parallels: first, second))
        case .azimuthalEqualArea:
            self = .azimuthalEqualArea(
                AzimuthalEqualArea(centerLatitude: centerLatitude * radians))
        case .equalEarth: self = .equalEarth(EqualEarth())
        case .mercator: self = .mercator(Mercator())
        case .equirectangular: self = .equirectangular(Equirectangular())
        case .conicEqualArea: self = .conicEqualArea(ConicEqualArea(parallels: first, second))
        case .naturalEarth1: self = .naturalEarth1(NaturalEarth1())
        }
    }

    func forward(_ place: SpherePoint) -> Point? {
        switch self {
        case .conicConformal(let raw): raw.forward(place)
        case .azimuthalEqualArea(let raw): raw.forward(place)
        case .equalEarth(let raw): raw.forward(place)
        case .mercator(let raw): raw.forward(place)
        case .equirectangular(let raw): raw.forward(place)
        case .conicEqualArea(let raw): raw.forward(place)
        case .naturalEarth1(let raw): raw.forward(place)
        }
    }

    func inverse(_ point: Point) -> SpherePoint? {
        switch self {
        case .conicConformal(let raw): raw.inverse(point)
        case .azimuthalEqualArea(let raw): raw.inverse(point)
        case .equalEarth(let raw): raw.inverse(point)
        case .mercator(let raw): raw.inverse(point)
        case .equirectangular(let raw): raw.inverse(point)
        case .conicEqualArea(let raw): raw.inverse(point)
        case .naturalEarth1(let raw): raw.inverse(point)
        }
    }
}
