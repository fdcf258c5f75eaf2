import Glibc
import Graphics

/// The formulas of a family, and where its map ends.
///
/// An enum rather than `any RawProjection`, as each vertex passes here.
enum ProjectionFormula: Hashable, Sendable {
    case conicConformal(ConicConformal)
    case azimuthalEqualArea(AzimuthalEqualArea)
    case equalEarth(EqualEarth)
    case mercator(Mercator)
    case equirectangular(Equirectangular)
    case conicEqualArea(ConicEqualArea)
    case naturalEarth1(NaturalEarth1)
    case robinson(Robinson)
    case winkel3(Winkel3)
    case orthographic(Orthographic)
    case stereographic(Stereographic)
    case azimuthalEquidistant(AzimuthalEquidistant)

    /// The parallels that d3-geo takes where none are given.
    static func usualParallels(of kind: Projection.Kind) -> Projection.Parallels? {
        switch kind {
        case .conicConformal: Projection.Parallels(30, 30)
        case .conicEqualArea: Projection.Parallels(29.5, 45.5)
        case .azimuthalEqualArea, .equalEarth, .mercator, .equirectangular, .naturalEarth1,
            .robinson, .winkel3, .orthographic, .stereographic, .azimuthalEquidistant:
            nil
        }
    }

    init(_ kind: Projection.Kind, parallels: Projection.Parallels?) {
        let radians = Double.pi / 180
        let first = (parallels?.first ?? 0) * radians
        let second = (parallels?.second ?? 0) * radians
        switch kind {
        case .conicConformal: self = .conicConformal(ConicConformal(parallels: first, second))
        case .azimuthalEqualArea: self = .azimuthalEqualArea(AzimuthalEqualArea())
        case .equalEarth: self = .equalEarth(EqualEarth())
        case .mercator: self = .mercator(Mercator())
        case .equirectangular: self = .equirectangular(Equirectangular())
        case .conicEqualArea: self = .conicEqualArea(ConicEqualArea(parallels: first, second))
        case .naturalEarth1: self = .naturalEarth1(NaturalEarth1())
        case .robinson: self = .robinson(Robinson())
        case .winkel3: self = .winkel3(Winkel3())
        case .orthographic: self = .orthographic(Orthographic())
        case .stereographic: self = .stereographic(Stereographic())
        case .azimuthalEquidistant: self = .azimuthalEquidistant(AzimuthalEquidistant())
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
        case .robinson(let raw): raw.forward(place)
        case .winkel3(let raw): raw.forward(place)
        case .orthographic(let raw): raw.forward(place)
        case .stereographic(let raw): raw.forward(place)
        case .azimuthalEquidistant(let raw): raw.forward(place)
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
        case .robinson(let raw): raw.inverse(point)
        case .winkel3(let raw): raw.inverse(point)
        case .orthographic(let raw): raw.inverse(point)
        case .stereographic(let raw): raw.inverse(point)
        case .azimuthalEquidistant(let raw): raw.inverse(point)
        }
    }

    /// Where the map of the whole earth ends.
    var rim: MapRim {
        switch self {
        case .azimuthalEqualArea: .circle(distance: AzimuthalEqualArea.horizon)
        case .orthographic: .circle(distance: Orthographic.horizon)
        case .stereographic: .circle(distance: Stereographic.horizon)
        case .azimuthalEquidistant: .circle(distance: AzimuthalEquidistant.horizon)
        case .conicConformal, .equalEarth, .mercator, .equirectangular, .conicEqualArea,
            .naturalEarth1, .robinson, .winkel3:
            .meridian
        }
    }

    /// The latitudes that outlines keep to, in radians; `nil` for all.
    ///
    /// Where a pole's image is at infinity they end at 85.05°: there Mercator's map is a square,
    /// as on the web.
    var band: ClosedRange<Double>? {
        let end = atan(sinh(Double.pi))
        return switch self {
        case .mercator: -end...end
        case .conicConformal(let raw): raw.pointsNorth ? -end...(.pi / 2) : (-.pi / 2)...end
        case .azimuthalEqualArea, .equalEarth, .equirectangular, .conicEqualArea, .naturalEarth1,
            .robinson, .winkel3, .orthographic, .stereographic, .azimuthalEquidistant:
            nil
        }
    }
}
