/// One country, state or other area of a map, with what its file says about it.
public struct GeoFeature: Hashable, Sendable {
    /// The identifier of the file; empty where it gives none.
    public var id: String
    /// What the file says about it, by name.
    public var properties: [String: PropertyValue]
    /// Its parts; each is an exterior ring, then its holes, without the closing repeat.
    ///
    /// Exteriors run counterclockwise and holes clockwise, whatever the source did. Empty for a
    /// feature without geometry.
    public let polygons: [[[GeoPoint]]]

    /// A feature of parts, each an exterior ring and its holes, running either way round.
    public init(
        id: String, properties: [String: PropertyValue] = [:], polygons: [[[GeoPoint]]]
    ) {
        self.id = id
        self.properties = properties
        self.polygons = polygons.map { rings in
            rings.enumerated().map { index, ring in
                runsCounterclockwise(ring) == (index == 0) ? ring : ring.reversed()
            }
        }
    }

    /// All rings of all parts, in file order.
    public var rings: [[GeoPoint]] { polygons.flatMap { $0 } }

    /// Its surface on the sphere, in square kilometres.
    public var squareKilometres: Double {
        polygons.reduce(0) { $0 + GeoFeature.squareKilometres(of: $1) }
    }

    /// The feature with some of its parts only.
    public func keepingParts(where isKept: (Int) -> Bool) -> GeoFeature {
        GeoFeature(
            id: id, properties: properties,
            polygons: polygons.indices.filter(isKept).map { polygons[$0] })
    }

    /// The value that a table is joined on: a property, or the identifier under the name `id`.
    ///
    /// A property named `id` counts only where the feature has no identifier of its own.
    public func key(_ name: String) -> String? {
        if name == "id", !id.isEmpty { return id }
        return properties[name]?.key
    }

    /// The place that a property of two numbers names, longitude first.
    public func point(_ name: String) -> GeoPoint? {
        guard case .numbers(let numbers)? = properties[name], numbers.count == 2 else { return nil }
        return GeoPoint(longitude: numbers[0], latitude: numbers[1])
    }

    /// The surface of one part: the exterior less its holes.
    static func squareKilometres(of part: [[GeoPoint]]) -> Double {
        part.reduce(0) { $0 + signedSquareKilometres(of: $1) }
    }
}
