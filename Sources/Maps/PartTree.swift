/// The parts of a map in boxes within boxes, from which those near another part are taken.
///
/// What was taken is not looked at again, so that going from island to island takes a time
/// near-linear in their number.
struct PartTree {
    /// A stretch of parts with the box around it; leaves have no children.
    private struct Node {
        var range: Range<Int>
        var box: VertexTree.Box
        /// How many of its parts were not taken yet.
        var left: Int
        var children: (first: Int, second: Int)?
    }

    /// How many parts are compared one by one.
    private static let leafSize = 4

    private let parts: [VertexTree]
    private var order: [Int]
    private var isTaken: [Bool]
    private var nodes: [Node] = []

    /// A tree over parts; those without a vertex are near to nothing.
    init(_ parts: [VertexTree]) {
        self.parts = parts
        order = parts.indices.filter { parts[$0].box != nil }
        isTaken = Array(repeating: false, count: parts.count)
        if !order.isEmpty { _ = build(order.indices) }
    }

    /// Takes the parts with a vertex within `kilometres` of one of a part, and gives their numbers.
    mutating func take(near part: Int, within kilometres: Double) -> [Int] {
        guard let box = parts[part].box, !nodes.isEmpty else { return [] }
        var taken: [Int] = []
        let reach = VertexTree.squaredChord(kilometres: kilometres)
        collect(0, near: part, box, kilometres, reach, &taken)
        return taken
    }

    // MARK: - Building

    private mutating func build(_ range: Range<Int>) -> Int {
        let index = nodes.count
        let boxes = order[range].compactMap { parts[$0].box }
        var box = boxes[0]
        for other in boxes { box.include(other) }
        nodes.append(Node(range: range, box: box, left: range.count))
        guard range.count > Self.leafSize else { return index }
        let (width, depth, height) = (
            box.high.x - box.low.x, box.high.y - box.low.y, box.high.z - box.low.z
        )
        let axis: (VertexTree.Vertex) -> Double =
            width >= depth && width >= height
            ? { $0.x } : depth >= height ? { $0.y } : { $0.z }
        // By the number where places are equal, so that the tree is the same everywhere.
        let sorted = zip(boxes, order[range]).map { (axis($0.low) + axis($0.high), $1) }.sorted {
            $0 < $1
        }
        order.replaceSubrange(range, with: sorted.map(\.1))
        let middle = range.lowerBound + range.count / 2
        let first = build(range.lowerBound..<middle)
        nodes[index].children = (first, build(middle..<range.upperBound))
        return index
    }

    // MARK: - Taking

    private mutating func collect(
        _ index: Int, near part: Int, _ box: VertexTree.Box, _ kilometres: Double, _ reach: Double,
        _ taken: inout [Int]
    ) {
        let node = nodes[index]
        guard node.left > 0, node.box.leastSquaredDistance(to: box) <= reach else { return }
        let before = taken.count
        if let children = node.children {
            collect(children.first, near: part, box, kilometres, reach, &taken)
            collect(children.second, near: part, box, kilometres, reach, &taken)
        } else {
            for other in order[node.range] where !isTaken[other] {
                if parts[part].isWithin(kilometres: kilometres, of: parts[other]) {
                    isTaken[other] = true
                    taken.append(other)
                }
            }
        }
        nodes[index].left -= taken.count - before
    }
}
