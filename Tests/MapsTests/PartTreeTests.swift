import TestSupport
import Testing

@testable import Maps

/// Islets of three places each, scattered over a sea.
private func islets(_ count: Int, _ random: inout SplitMix64) -> [[GeoPoint]] {
    (0..<count).map { _ in
        let (west, south) = (
            Double.random(in: -40...40, using: &random), Double.random(in: -30...30, using: &random)
        )
        return Array(ring(west, south, west + 0.5, south + 0.3).prefix(3))
    }
}

@Test func takenAreThePartsThatAreNearAndWereNotTakenBefore() {
    var random = SplitMix64(seed: 5)
    for count in [0, 1, 2, 5, 60, 200] {
        let parts = islets(count, &random).map { VertexTree($0) }
        var tree = PartTree(parts)
        var left = Set(parts.indices)
        for part in parts.indices.shuffled(using: &random).prefix(20) {
            let distance = Double.random(in: 0...1500, using: &random)
            let near = left.filter { parts[part].isWithin(kilometres: distance, of: parts[$0]) }
            let taken = tree.take(near: part, within: distance)
            #expect(Set(taken) == near && taken.count == near.count)
            left.subtract(near)
        }
    }
}

@Test func partsAtOnePlaceAndPartsWithoutVerticesAreNoTrouble() {
    let same = Array(repeating: VertexTree([GeoPoint(longitude: 1, latitude: 1)]), count: 50)
    var tree = PartTree(same + [VertexTree([])])
    #expect(tree.take(near: 50, within: 1e9).isEmpty)
    #expect(tree.take(near: 7, within: 0).sorted() == Array(0..<50))
    #expect(tree.take(near: 7, within: 1e9).isEmpty)
}
