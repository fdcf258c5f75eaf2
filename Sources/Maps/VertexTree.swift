import Glibc

/// The vertices of a coast in boxes within boxes, to ask whether another coast is near.
///
/// Neighbours in a ring are neighbours on the earth, so halving the run of vertices again and again
/// gives small boxes without sorting. Places are points on the unit sphere: no pole and no date
/// line to mind.
struct VertexTree {
    private struct Vertex {
        var x: Double
        var y: Double
        var z: Double

        init(_ place: GeoPoint) {
            let radians = Double.pi / 180
            let (longitude, latitude) = (place.longitude * radians, place.latitude * radians)
            x = cos(latitude) * cos(longitude)
            y = cos(latitude) * sin(longitude)
            z = sin(latitude)
        }
    }

    /// A run of vertices with the box around it; leaves have no children.
    private struct Node {
        var range: Range<Int>
        var low: Vertex
        var high: Vertex
        var children: (first: Int, second: Int)?
    }

    /// How many vertices are compared one by one.
    private static let leafSize = 8

    private var vertices: [Vertex]
    private var nodes: [Node] = []

    /// A tree over a ring.
    init(_ ring: [GeoPoint]) {
        vertices = ring.map(Vertex.init)
        if !vertices.isEmpty { _ = build(vertices.indices) }
    }

    /// Whether a vertex of one lies within `kilometres`, along the great circle, of one of the other.
    func isWithin(kilometres: Double, of other: VertexTree) -> Bool {
        guard !nodes.isEmpty, !other.nodes.isEmpty else { return false }
        let angle = min(.pi, max(0, kilometres) / GeoPoint.earthRadiusInKilometres)
        let chord = 2 * sin(angle / 2)
        // A hair more, so that vertices at the same place are near at a distance of 0.
        return isNear(0, other, 0, squaredChord: chord * chord + 1e-20)
    }

    // MARK: - Building

    private mutating func build(_ range: Range<Int>) -> Int {
        let index = nodes.count
        var low = vertices[range.lowerBound]
        var high = low
        for vertex in vertices[range] {
            low.x = min(low.x, vertex.x)
            low.y = min(low.y, vertex.y)
            low.z = min(low.z, vertex.z)
            high.x = max(high.x, vertex.x)
            high.y = max(high.y, vertex.y)
            high.z = max(high.z, vertex.z)
        }
        nodes.append(Node(range: range, low: low, high: high))
        if range.count > Self.leafSize {
            let middle = range.lowerBound + range.count / 2
            let first = build(range.lowerBound..<middle)
            nodes[index].children = (first, build(middle..<range.upperBound))
        }
        return index
    }

    // MARK: - Asking

    private func isNear(
        _ index: Int, _ other: VertexTree, _ otherIndex: Int, squaredChord: Double
    ) -> Bool {
        let (node, otherNode) = (nodes[index], other.nodes[otherIndex])
        if Self.leastSquaredDistance(node, otherNode) > squaredChord { return false }
        let splitsOther =
            node.children == nil || otherNode.range.count > node.range.count
        if let children = splitsOther ? otherNode.children : node.children {
            return [children.first, children.second].contains { child in
                splitsOther
                    ? isNear(index, other, child, squaredChord: squaredChord)
                    : isNear(child, other, otherIndex, squaredChord: squaredChord)
            }
        }
        for vertex in vertices[node.range] {
            for otherVertex in other.vertices[otherNode.range] {
                let x = vertex.x - otherVertex.x
                let y = vertex.y - otherVertex.y
                let z = vertex.z - otherVertex.z
                if x * x + y * y + z * z <= squaredChord { return true }
            }
        }
        return false
    }

    private static func leastSquaredDistance(_ left: Node, _ right: Node) -> Double {
        let x = max(0, left.low.x - right.high.x, right.low.x - left.high.x)
        let y = max(0, left.low.y - right.high.y, right.low.y - left.high.y)
        let z = max(0, left.low.z - right.high.z, right.low.z - left.high.z)
        return x * x + y * y + z * z
    }
}
