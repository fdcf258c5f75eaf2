/// Cuts at two parallels of the rotated sphere, beyond which a pole's image runs to infinity.
///
/// Rings are cut by the method of Sutherland & Hodgman 1974, which may join what it leaves along
/// the parallel; that is the map's edge.
struct LatitudeBand {
    /// In radians.
    let latitudes: ClosedRange<Double>

    /// What lies between the parallels of a ring.
    func clipped(ring: [TracedVertex]) -> [TracedVertex] {
        let isWhole = ring.allSatisfy { latitudes.contains($0.sphere.latitude) }
        if isWhole { return ring }
        return clipped(
            clipped(ring, at: latitudes.upperBound, side: 1), at: latitudes.lowerBound, side: -1)
    }

    /// What lies between the parallels of a line.
    func clipped(line: [TracedVertex]) -> [[TracedVertex]] {
        var runs: [[TracedVertex]] = []
        var run: [TracedVertex] = []
        var previous: TracedVertex?
        for vertex in line {
            let isInside = latitudes.contains(vertex.sphere.latitude)
            if let last = previous {
                let wasInside = latitudes.contains(last.sphere.latitude)
                // A step over the whole band is none that a file has.
                if isInside != wasInside {
                    let outer = isInside ? last : vertex
                    let latitude = min(
                        latitudes.upperBound, max(latitudes.lowerBound, outer.sphere.latitude))
                    run.append(crossing(last, vertex, at: latitude))
                    if wasInside {
                        runs.append(run)
                        run = []
                    }
                }
            }
            if isInside { run.append(vertex) }
            previous = vertex
        }
        return run.isEmpty ? runs : runs + [run]
    }

    /// What lies on the inner side of a parallel: south of it for side 1, north for side −1.
    private func clipped(_ ring: [TracedVertex], at latitude: Double, side: Double)
        -> [TracedVertex]
    {
        guard var previous = ring.last else { return [] }
        var kept: [TracedVertex] = []
        for vertex in ring {
            let isInside = (vertex.sphere.latitude - latitude) * side <= 0
            if isInside != ((previous.sphere.latitude - latitude) * side <= 0) {
                var crossing = crossing(previous, vertex, at: latitude)
                // Into the band the ring comes along its edge, from where it left.
                if isInside { crossing.followsRim = true }
                kept.append(crossing)
            }
            if isInside { kept.append(vertex) }
            previous = vertex
        }
        return kept
    }

    private func crossing(_ start: TracedVertex, _ end: TracedVertex, at latitude: Double)
        -> TracedVertex
    {
        let rise = end.sphere.latitude - start.sphere.latitude
        let share = rise == 0 ? 0 : (latitude - start.sphere.latitude) / rise
        func between(_ one: Double, _ other: Double) -> Double { one + share * (other - one) }
        return TracedVertex(
            sphere: SpherePoint(
                longitude: between(start.sphere.longitude, end.sphere.longitude),
                latitude: latitude),
            place: GeoPoint(
                longitude: between(start.place.longitude, end.place.longitude),
                latitude: between(start.place.latitude, end.place.latitude)),
            followsRim: end.followsRim)
    }
}
