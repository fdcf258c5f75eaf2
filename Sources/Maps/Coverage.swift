/// The edges of features that share borders vertex for vertex, told apart by what is on both sides.
///
/// An edge that is walked in both directions lies between two parts; any other lies on the outside
/// of the union. This needs no arithmetic on coordinates, and so has no rounding. Features that do
/// not meet at vertices leave slivers, but never more than that.
struct Coverage {
    private struct Edge: Hashable {
        var from: Int
        var to: Int
        var reversed: Edge { Edge(from: to, to: from) }
    }

    private var places: [GeoPoint] = []
    private var outer: [Edge] = []
    private var inner: [Edge] = []

    /// The coverage that features make together.
    init(_ features: [GeoFeature]) {
        var numbers: [GeoPoint: Int] = [:]
        var edges: [(edge: Edge, feature: Int)] = []
        for (feature, ring) in features.enumerated().flatMap({ index, feature in
            feature.rings.map { (index, $0) }
        }) {
            let vertices = ring.map { place in
                if let number = numbers[place] { return number }
                numbers[place] = places.count
                places.append(place)
                return places.count - 1
            }
            guard var from = vertices.last else { continue }
            for to in vertices where to != from {
                edges.append((Edge(from: from, to: to), feature))
                from = to
            }
        }
        // The feature on each edge that has not met its opposite yet; several where a file repeats
        // an edge.
        var waiting: [Edge: [Int]] = [:]
        for (edge, feature) in edges {
            if let other = waiting[edge.reversed]?.popLast() {
                // Parts of one feature may touch: no border runs there.
                if other != feature { inner.append(edge.reversed) }
            } else {
                waiting[edge, default: []].append(feature)
            }
        }
        for (edge, _) in edges where waiting[edge]?.popLast() != nil {
            outer.append(edge)
        }
    }

    // MARK: - Rings

    /// The rings around the union; each vertex occurs once in a ring.
    ///
    /// A chain that cannot go on is closed where it ends.
    func rings() -> [[GeoPoint]] {
        var leaving: [[Int]] = Array(repeating: [], count: places.count)
        for edge in outer.reversed() { leaving[edge.from].append(edge.to) }
        var placeInChain: [Int?] = Array(repeating: nil, count: places.count)
        var rings: [[Int]] = []
        for start in outer.map(\.from) {
            var chain: [Int] = []
            var next: Int? = leaving[start].isEmpty ? nil : start
            while let vertex = next {
                if let first = placeInChain[vertex] {
                    // Back at a vertex of the chain: what lies between is a ring of its own.
                    let ring = Array(chain[first...])
                    for member in ring { placeInChain[member] = nil }
                    chain.removeSubrange(first...)
                    rings.append(ring)
                }
                placeInChain[vertex] = chain.count
                chain.append(vertex)
                next = leaving[vertex].popLast()
            }
            // A closed chain ends as its first vertex alone.
            for member in chain { placeInChain[member] = nil }
            rings.append(chain)
        }
        return rings.filter { $0.count > 2 }.map { ring in ring.map { places[$0] } }
    }

    // MARK: - Borders

    /// The edges between two features, each once, as lines from one meeting of borders to the next.
    ///
    /// A border that runs in a circle, as that of an enclave does, repeats its first place.
    func borders() -> [[GeoPoint]] {
        var neighbours: [[Int]] = Array(repeating: [], count: places.count)
        for (index, edge) in inner.enumerated() {
            neighbours[edge.from].append(index)
            neighbours[edge.to].append(index)
        }
        var isUsed = Array(repeating: false, count: inner.count)
        func line(from start: Int, along first: Int) -> [GeoPoint] {
            var line = [places[start]]
            var (vertex, edge) = (start, first)
            while true {
                isUsed[edge] = true
                vertex = inner[edge].from == vertex ? inner[edge].to : inner[edge].from
                line.append(places[vertex])
                guard neighbours[vertex].count == 2,
                    let next = neighbours[vertex].first(where: { !isUsed[$0] })
                else { return line }
                edge = next
            }
        }
        var lines: [[GeoPoint]] = []
        // First the lines that end where three borders or a coast meet, then the circles.
        for isMeeting in [true, false] {
            for (index, edge) in inner.enumerated() {
                for end in [edge.from, edge.to]
                where !isUsed[index] && (!isMeeting || neighbours[end].count != 2) {
                    lines.append(line(from: end, along: index))
                }
            }
        }
        return lines
    }
}
