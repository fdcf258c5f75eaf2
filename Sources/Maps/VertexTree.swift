import Glibc

/// The vertices of a coast in boxes within boxes, to ask whether another coast is near.
///
/// Neighbours in a ring are neighbours on the earth, so halving the run of vertices again and again
/// gives small boxes without sorting. Places are points on the unit sphere: no pole and no date
/// line to mind.
struct VertexTree {
    /// A place on the unit sphere.
    struct Vertex {
        var x: Double
        var y: Double
        var z: Double
    }

    /// A box around places.
    struct Box {
        var low: Vertex
        var high: Vertex
    }

    /// A run of vertices with the box around it; leaves have no children.
    private struct Node {
        var range: Range<Int>
        var box: Box
        var children: (first: Int, second: Int)?
    }

    /// How many vertices are compared one by one.
    private static let leafSize = 8

    private var vertices: [Vertex]
    private var nodes: [Node] = []

    /// A tree over a ring.
    init(_ ring: [GeoPoint]) {
        vertices = ring.map { Vertex($0) }
        if !vertices.isEmpty { _ = build(vertices.indices) }
    }

    /// The box around all vertices; `nil` without a vertex.
    var box: Box? { nodes.first?.box }

    /// Whether a vertex of one lies within `kilometres`, along the great circle, of one of the other.
    func isWithin(kilometres: Double, of other: VertexTree) -> Bool {
        guard !nodes.isEmpty, !other.nodes.isEmpty else { return false }
        return isNear(0, other, 0, squaredChord: Self.squaredChord(kilometres: kilometres))
    }

    /// The square of the straight distance between places on the unit sphere that lie apart by a
    /// distance along the great circle.
    static func squaredChord(kilometres: Double) -> Double {
        let angle = min(.pi, max(0, kilometres) / GeoPoint.earthRadiusInKilometres)
        let chord = 2 * sin(angle / 2)
        // A hair more, so that vertices at the same place are near at a distance of 0.
        return chord * chord + 1e-20
    }

    // MARK: - Building

    private mutating func build(_ range: Range<Int>) -> Int {
        let index = nodes.count
        var box = Box(low: vertices[range.lowerBound], high: vertices[range.lowerBound])
        for vertex in vertices[range] { box.include(Box(low: vertex, high: vertex)) }
        nodes.append(Node(range: range, box: box))
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
        if node.box.leastSquaredDistance(to: otherNode.box) > squaredChord { return false }
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
}

extension VertexTree.Vertex {
    fileprivate init(_ place: GeoPoint) {
        let radians = Double.pi / 180
        let (longitude, latitude) = (place.longitude * radians, place.latitude * radians)
        self.init(
            x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
    }
}

extension VertexTree.Box {
    /// Grows to hold another box as well.
    mutating func include(_ other: VertexTree.Box) {
        low.x = min(low.x, other.low.x)
        low.y = min(low.y, other.low.y)
        low.z = min(low.z, other.low.z)
        high.x = max(high.x, other.high.x)
        high.y = max(high.y, other.high.y)
        high.z = max(high.z, other.high.z)
    }

    /// The square of the least distance between places of two boxes.
    func leastSquaredDistance(to other: VertexTree.Box) -> Double {
        let x = max(0, low.x - other.high.x, other.low.x - high.x)
        let y = max(0, low.y - other.high.y, other.low.y - high.y)
        let z = max(0, low.z - other.high.z, other.low.z - high.z)
        return x * x + y * y + z * z
    }
}
