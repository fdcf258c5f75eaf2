extension FeatureCollection {
    /// The collection without the parts that lie far off, so that the rest fills its frame.
    ///
    /// The largest part stays, and each part that is reached from it by hops of at most
    /// `kilometres`, from vertex to vertex along the great circle. A feature may be left without
    /// parts; it stays, so that its data still finds it.
    public func removingFarIslands(farthest kilometres: Double) -> FeatureCollection {
        let parts = features.indices.flatMap { feature in
            features[feature].polygons.indices.map { (feature: feature, part: $0) }
        }
        let areas = parts.map { place in
            abs(GeoFeature.squareKilometres(of: features[place.feature].polygons[place.part]))
        }
        guard let largest = areas.indices.max(by: { areas[$0] < areas[$1] }) else { return self }
        // Holes lie inside of their exteriors and cannot be nearer.
        var tree = PartTree(
            parts.map { VertexTree(features[$0.feature].polygons[$0.part].first ?? []) })
        var isKept = features.map { feature in feature.polygons.map { _ in false } }
        isKept[parts[largest].feature][parts[largest].part] = true
        var reached = [largest]
        while let current = reached.popLast() {
            for index in tree.take(near: current, within: kilometres) {
                isKept[parts[index].feature][parts[index].part] = true
                reached.append(index)
            }
        }
        return FeatureCollection(
            zip(features, isKept).map { feature, isKept in
                isKept.allSatisfy { $0 } ? feature : feature.keepingParts { isKept[$0] }
            })
    }
}
