/// What a collection of features offers to a deck: what a table can be joined on, what its features
/// can be grouped by, and where its labels go.
public struct BoundariesSummary: Hashable, Sendable {
    /// A name that tells all features apart.
    public struct Key: Hashable, Sendable {
        /// The property, or `id`.
        public let name: String
        /// The first feature's value.
        public let example: String
    }

    /// A name that several features have the same value of.
    public struct Group: Hashable, Sendable {
        /// The property.
        public let name: String
        /// Its values in the order of their letters, each with its number of features.
        public let values: [Value]

        /// A value, and how many features have it.
        public struct Value: Hashable, Sendable {
            /// The value as a table writes it.
            public let value: String
            /// How many features have it.
            public let count: Int
        }
    }

    /// How many features there are.
    public let features: Int
    /// How many of them have no shape.
    public let shapeless: Int
    /// How many vertices their rings have, the closing repeats left out.
    public let vertices: Int
    /// The south-western and the north-eastern corner; `nil` without a vertex.
    public var corners: (southWest: GeoPoint, northEast: GeoPoint)? {
        southWest.flatMap { southWest in northEast.map { (southWest, $0) } }
    }
    private let southWest: GeoPoint?
    private let northEast: GeoPoint?
    /// The names that a table can be joined on, in alphabetical order.
    public let keys: [Key]
    /// The names that features can be grouped by, in alphabetical order.
    public let groups: [Group]
    /// The names of places that features carry, such as those of their labels, in alphabetical order.
    public let places: [String]
    /// All other names, in alphabetical order.
    public let others: [String]

    /// What features offer.
    public init(_ collection: FeatureCollection) {
        let all = collection.features
        features = all.count
        shapeless = all.count { $0.polygons.isEmpty }
        var (count, west, east, south, north) = (0, Double.infinity, -Double.infinity, 0.0, 0.0)
        (south, north) = (west, east)
        for feature in all {
            for part in feature.polygons {
                for ring in part {
                    count += ring.count
                    for place in ring {
                        (west, east) = (min(west, place.longitude), max(east, place.longitude))
                        (south, north) = (min(south, place.latitude), max(north, place.latitude))
                    }
                }
            }
        }
        vertices = count
        southWest = count > 0 ? GeoPoint(longitude: west, latitude: south) : nil
        northEast = count > 0 ? GeoPoint(longitude: east, latitude: north) : nil

        let joinable = collection.joinKeys
        keys = joinable.map { Key(name: $0, example: all.first?.key($0) ?? "") }
        let names = Set(all.flatMap(\.properties.keys)).subtracting(joinable).sorted()
        places = names.filter { name in all.contains { $0.point(name) != nil } }
        groups = names.compactMap { Group($0, in: all) }
        let told = Set(places + groups.map(\.name))
        others = names.filter { !told.contains($0) }
    }
}

extension BoundariesSummary.Group {
    /// `nil` for a name that does not group: fewer than two values, or too many for the features.
    fileprivate init?(_ name: String, in features: [GeoFeature]) {
        var counts: [String: Int] = [:]
        var withValue = 0
        for feature in features {
            switch feature.properties[name] {
            case .number(let number) where number != number.rounded():
                // An amount, not a code.
                return nil
            case nil, .null, .numbers: continue
            case .text, .number, .bool: break
            }
            guard let key = feature.key(name) else { continue }
            counts[key, default: 0] += 1
            withValue += 1
        }
        guard counts.count > 1, counts.count * 2 <= withValue else { return nil }
        self.name = name
        values = counts.sorted { $0.key < $1.key }.map { Value(value: $0.key, count: $0.value) }
    }
}
