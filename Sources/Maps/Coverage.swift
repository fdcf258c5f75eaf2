/// The edges of features that share borders vertex for vertex, told apart by what is on both sides.
///
/// An edge that is walked in both directions lies between two parts; any other lies on the outside
/// of the union. This needs no arithmetic on coordinates, and so has no rounding. Features that do
/// not meet at vertices leave slivers, but never more than that. All steps are linear in the number
/// of vertices, whatever the shapes.
struct Coverage {
    /// A step from one vertex to another, by their numbers in `places`.
    private struct Edge {
        var from: Int
        var to: Int
    }

    private let places: [GeoPoint]
    private var outer: [Edge] = []
    private var inner: [Edge] = []

    /// The coverage that features make together; an edge between two of one group is no border.
    ///
    /// A feature without a number in `groups` is a group of its own.
    init(_ features: [GeoFeature], groups: [Int]? = nil) {
        let count = features.reduce(0) { sum, feature in
            feature.polygons.reduce(sum) { $1.reduce($0) { $0 + $1.count } }
        }
        var numbers = PlaceNumbers(atMost: count)
        var edges: [Edge] = []
        var owners: [Int] = []
        edges.reserveCapacity(count)
        owners.reserveCapacity(count)
        for (owner, feature) in features.enumerated() {
            for part in feature.polygons {
                for ring in part {
                    guard let last = ring.last else { continue }
                    var from = numbers.number(of: last)
                    for place in ring {
                        let to = numbers.number(of: place)
                        if to == from { continue }
                        edges.append(Edge(from: from, to: to))
                        owners.append(owner)
                        from = to
                    }
                }
            }
        }
        places = numbers.places
        let sides = Self.sides(of: edges, vertices: places.count) { first, second in
            let (first, second) = (owners[first], owners[second])
            guard let groups, groups.indices.contains(first), groups.indices.contains(second) else {
                return first != second
            }
            return groups[first] != groups[second]
        }
        for (edge, side) in zip(edges, sides) {
            switch side {
            case .outer: outer.append(edge)
            case .inner: inner.append(edge)
            case .none: break
            }
        }
    }

    // MARK: - Sides

    /// What an edge is: alone, the first of two that part groups, or neither.
    private enum Side {
        case outer, inner, none
    }

    /// What each edge is, by the one that runs back along it.
    private static func sides(
        of edges: [Edge], vertices: Int, areApart: (Int, Int) -> Bool
    ) -> [Side] {
        // Sorted by both ends, whichever way they run, the edges between two vertices lie together,
        // in the order of the file.
        var order = Array(edges.indices)
        order = sorted(order, below: vertices) { max(edges[$0].from, edges[$0].to) }
        order = sorted(order, below: vertices) { min(edges[$0].from, edges[$0].to) }
        var sides = Array(repeating: Side.outer, count: edges.count)
        // Of the edges between two vertices, those that have not met their opposite yet, all of one
        // direction; several where a file repeats an edge.
        var waiting: [Int] = []
        for index in order {
            if let last = waiting.last {
                let (edge, other) = (edges[index], edges[last])
                if edge.from == other.to, edge.to == other.from {
                    waiting.removeLast()
                    sides[index] = .none
                    sides[last] = areApart(last, index) ? .inner : .none
                    continue
                }
                if edge.from != other.from || edge.to != other.to {
                    waiting.removeAll(keepingCapacity: true)
                }
            }
            waiting.append(index)
        }
        return sides
    }

    /// Numbers sorted by a key that is not negative and below a limit; equals keep their order.
    private static func sorted(
        _ numbers: [Int], below limit: Int, by key: (Int) -> Int
    ) -> [Int] {
        var starts = Array(repeating: 0, count: limit + 1)
        for number in numbers { starts[key(number) + 1] += 1 }
        for index in 0..<limit { starts[index + 1] += starts[index] }
        var sorted = numbers
        for number in numbers {
            let key = key(number)
            sorted[starts[key]] = number
            starts[key] += 1
        }
        return sorted
    }

    // MARK: - Rings

    /// The rings around the union; each vertex occurs once in a ring.
    ///
    /// A chain that cannot go on is closed where it ends.
    func rings() -> [[GeoPoint]] {
        // The edges that leave a vertex, as a stretch of one list; it shrinks from its front.
        let leaving = Self.sorted(Array(outer.indices), below: places.count) { outer[$0].from }
        var starts = Array(repeating: 0, count: places.count + 1)
        for edge in outer { starts[edge.from + 1] += 1 }
        for index in places.indices { starts[index + 1] += starts[index] }
        let ends = Array(starts.dropFirst())
        let notInChain = -1
        var placeInChain = Array(repeating: notInChain, count: places.count)
        var rings: [[GeoPoint]] = []
        var chain: [Int] = []
        func close(from first: Int) {
            for member in chain[first...] { placeInChain[member] = notInChain }
            if chain.count - first > 2 { rings.append(chain[first...].map { places[$0] }) }
            chain.removeSubrange(first...)
        }
        for edge in outer where starts[edge.from] < ends[edge.from] {
            var vertex = edge.from
            while true {
                // Back at a vertex of the chain: what lies between is a ring of its own.
                if placeInChain[vertex] != notInChain { close(from: placeInChain[vertex]) }
                placeInChain[vertex] = chain.count
                chain.append(vertex)
                guard starts[vertex] < ends[vertex] else { break }
                let next = leaving[starts[vertex]]
                starts[vertex] += 1
                vertex = outer[next].to
            }
            // A closed chain ends as its first vertex alone.
            close(from: 0)
        }
        return rings
    }

    // MARK: - Lines

    /// The edges between groups, each once, as lines from one meeting of borders to the next.
    ///
    /// A border that runs in a circle, as that of an enclave does, repeats its first place.
    func borders() -> [[GeoPoint]] { lines(along: inner) }

    /// The edges around the union as lines; a coast that runs in a circle repeats its first place.
    ///
    /// Where a map was cut, along the meridian of 180° or at a pole, there is no coast.
    func coasts() -> [[GeoPoint]] {
        lines(
            along: outer.filter { edge in
                let (from, to) = (places[edge.from], places[edge.to])
                return !(abs(from.longitude) == 180 && from.longitude == to.longitude)
                    && !(abs(from.latitude) == 90 && from.latitude == to.latitude)
            })
    }

    private func lines(along edges: [Edge]) -> [[GeoPoint]] {
        // The edges at a vertex, as a stretch of one list.
        var starts = Array(repeating: 0, count: places.count + 1)
        for edge in edges {
            starts[edge.from + 1] += 1
            starts[edge.to + 1] += 1
        }
        for index in places.indices { starts[index + 1] += starts[index] }
        var next = starts
        var meeting = Array(repeating: 0, count: 2 * edges.count)
        for (index, edge) in edges.enumerated() {
            for end in [edge.from, edge.to] {
                meeting[next[end]] = index
                next[end] += 1
            }
        }
        func passes(_ vertex: Int) -> Bool { starts[vertex + 1] - starts[vertex] == 2 }
        var isUsed = Array(repeating: false, count: edges.count)
        func line(from start: Int, along first: Int) -> [GeoPoint] {
            var line = [places[start]]
            var (vertex, edge) = (start, first)
            while true {
                isUsed[edge] = true
                vertex = edges[edge].from == vertex ? edges[edge].to : edges[edge].from
                line.append(places[vertex])
                guard passes(vertex) else { return line }
                let other = meeting[starts[vertex]]
                edge = other == edge ? meeting[starts[vertex] + 1] : other
                if isUsed[edge] { return line }
            }
        }
        var lines: [[GeoPoint]] = []
        // First the lines that end where others meet them, then the circles.
        for (index, edge) in edges.enumerated() {
            for end in [edge.from, edge.to] where !isUsed[index] && !passes(end) {
                lines.append(line(from: end, along: index))
            }
        }
        for (index, edge) in edges.enumerated() where !isUsed[index] {
            lines.append(line(from: edge.from, along: index))
        }
        return lines
    }
}
