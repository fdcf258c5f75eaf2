/// The features of a map, in the order of its file.
public struct FeatureCollection: Hashable, Sendable {
    /// All features.
    public var features: [GeoFeature]

    /// A collection of features.
    public init(_ features: [GeoFeature]) {
        self.features = features
    }

    /// The first feature with an identifier.
    public subscript(id: String) -> GeoFeature? {
        features.first { $0.id == id }
    }

    /// The first feature whose property, or identifier under the name `id`, has a value.
    public func first(where name: String, is value: String) -> GeoFeature? {
        features.first { $0.key(name) == value }
    }

    /// The places in `features` of each value of a property, or of `id`; for joining a table.
    public func indices(by name: String) -> [String: [Int]] {
        var indices: [String: [Int]] = [:]
        for (index, feature) in features.enumerated() {
            if let key = feature.key(name) { indices[key, default: []].append(index) }
        }
        return indices
    }

    /// The names that tell all features apart, `id` among them, in alphabetical order.
    ///
    /// These are the names that a table can be joined on.
    public var joinKeys: [String] {
        guard let first = features.first else { return [] }
        return Set(["id"] + first.properties.keys).sorted().filter { name in
            let keys = features.compactMap { $0.key(name) }
            return keys.count == features.count && Set(keys).count == keys.count
        }
    }
}
