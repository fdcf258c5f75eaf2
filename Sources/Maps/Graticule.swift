public import Diagnostics
public import Graphics

/// The net of meridians and parallels.
public struct Graticule: Hashable, Sendable {
    /// Degrees from line to line.
    public let step: Double

    /// From vertex to vertex of a line, in degrees; the map bends what lies between.
    private static let vertexStep = 2.5

    /// A net with a line every so many degrees, counted from Greenwich and the equator.
    ///
    /// Throws a finding without a place for a step that is not from 1 to 90 degrees.
    public init(every step: Double = 10) throws(Diagnostic) {
        guard step >= 1, step <= 90 else {
            throw .error(
                "a graticule cannot have a line every \(step) degrees",
                hint: "choose from 1 to 90")
        }
        self.step = step
    }

    /// All meridians from west to east, then all parallels from south to north.
    ///
    /// Near the poles, where meridians would run together, only those of whole quarter turns go on
    /// beyond the last parallel.
    public var lines: [[GeoPoint]] {
        let last = step * (89.999 / step).rounded(.down)
        let longitudes = multiples(within: 180).filter { $0 > -180 }
        let meridians = longitudes.map { longitude in
            let reach =
                longitude.truncatingRemainder(dividingBy: 90) == 0 || last < 45 ? 90 : last
            return values(from: -reach, to: reach).map {
                GeoPoint(longitude: longitude, latitude: $0)
            }
        }
        let parallels = multiples(within: last).map { latitude in
            values(from: -180, to: 180).map { GeoPoint(longitude: $0, latitude: latitude) }
        }
        return meridians + parallels
    }

    /// The net on a map, as open lines; see `FittedProjection.path(ofLines:within:)`.
    public func path(on map: FittedProjection, within frame: Rect? = nil) -> Path {
        map.path(ofLines: lines, within: frame)
    }

    /// The edge of the map of the whole earth, for water; `nil` where none of it is in the frame.
    ///
    /// Worlds have their outline, discs their circle, cones of true areas a fan. Of Mercator and of
    /// cones of true angles, whose poles lie at infinity, it is what they draw of areas: to 85.05°.
    public static func outline(on map: FittedProjection, within frame: Rect? = nil) -> Path? {
        map.earthOutline(within: frame)
    }

    /// The multiples of the step from −limit to limit.
    private func multiples(within limit: Double) -> [Double] {
        let count = (limit / step + 1e-9).rounded(.down)
        return stride(from: -count, through: count, by: 1).map { $0 * step }
    }

    private func values(from start: Double, to end: Double) -> [Double] {
        let count = ((end - start) / Self.vertexStep).rounded(.up)
        return stride(from: 0, through: count, by: 1).map { start + (end - start) * $0 / count }
    }
}
