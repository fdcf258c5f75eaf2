import TestSupport
import Testing

@testable import Maps

@Test func nearnessIsThatOfTheNearestVertices() {
    var random = SplitMix64(seed: 3)
    func coast() -> [GeoPoint] {
        let west = Double.random(in: -180...180, using: &random)
        let south = Double.random(in: -88...80, using: &random)
        return (0..<Int.random(in: 1...60, using: &random)).map { _ in
            GeoPoint(
                longitude: west + .random(in: 0...5, using: &random),
                latitude: south + .random(in: 0...5, using: &random))
        }
    }
    for _ in 0..<100 {
        let (one, other) = (coast(), coast())
        let nearest = one.flatMap { place in other.map { place.kilometres(to: $0) } }.min() ?? 0
        let (tree, otherTree) = (VertexTree(one), VertexTree(other))
        #expect(tree.isWithin(kilometres: nearest + 0.001, of: otherTree))
        #expect(otherTree.isWithin(kilometres: nearest + 0.001, of: tree))
        #expect(!tree.isWithin(kilometres: nearest - 0.001, of: otherTree))
    }
}

@Test func theDateLineAndThePolesAreNoObstacle() {
    let fiji = VertexTree([GeoPoint(longitude: 179.9, latitude: -17)])
    let beyond = VertexTree([GeoPoint(longitude: -179.9, latitude: -17)])
    #expect(fiji.isWithin(kilometres: 25, of: beyond))
    let pole = VertexTree([GeoPoint(longitude: 0, latitude: 89.9)])
    let acrossThePole = VertexTree([GeoPoint(longitude: 180, latitude: 89.9)])
    #expect(pole.isWithin(kilometres: 25, of: acrossThePole))
}

@Test func nothingIsNearToNothing() {
    let place = VertexTree([GeoPoint(longitude: 0, latitude: 0)])
    #expect(!place.isWithin(kilometres: 1e9, of: VertexTree([])))
    #expect(!VertexTree([]).isWithin(kilometres: 1e9, of: place))
    #expect(place.isWithin(kilometres: 0, of: place))
    #expect(place.isWithin(kilometres: .infinity, of: place))
    let nowhere = VertexTree(ring(.nan, .nan, .nan, .nan))
    #expect(!nowhere.isWithin(kilometres: 1e9, of: place))
}
