import Maps
import TestSupport
import Testing

/// The steps of lines, each as the two places it joins, in no order.
private func steps(_ lines: [[GeoPoint]]) -> [Set<GeoPoint>] {
    lines.flatMap { line in zip(line, line.dropFirst()).map { [$0, $1] } }
}

private func grid(_ columns: Int, _ rows: Int) -> [GeoFeature] {
    (0..<rows).flatMap { row in
        (0..<columns).map { square("\($0),\(row)", Double($0), Double(row)) }
    }
}

@Test func eachEdgeIsDrawnAtMostOnce() {
    for collection in [MapFiles.mexico, MapFiles.world] {
        let mesh = BorderMesh(collection.features)
        let all = steps(mesh.inner) + steps(mesh.outer)
        #expect(Set(all).count == all.count)
        // Every edge of every ring is there, but for those within one feature.
        let edges = Set(collection.features.flatMap(\.rings).flatMap { steps([$0 + $0.prefix(1)]) })
        #expect(Set(all).isSubset(of: edges))
        #expect(edges.count - all.count < 20)
    }
}

@Test func withoutGroupsTheMeshIsBordersAndUnion() {
    let features = MapFiles.world.features
    let mesh = BorderMesh(features)
    #expect(mesh.inner == sharedBorders(of: features))
    let rings = dissolved(features).map { $0 + $0.prefix(1) }
    #expect(Set(steps(mesh.outer)) == Set(steps(rings)))
}

@Test func edgesWithinAGroupAreNotDrawn() {
    let world = MapFiles.world.features
    let regions = world.map { $0.key("region") ?? "" }
    let numbers = Array(Set(regions)).sorted()
    let groups = regions.map { numbers.firstIndex(of: $0) ?? -1 }
    let mesh = BorderMesh(world, groups: groups)
    // The same as the mesh of the regions, each dissolved.
    let joined = numbers.map { name in
        GeoFeature(
            id: name,
            polygons: dissolved(world.filter { $0.key("region") == name }).map { [$0] })
    }
    let expected = BorderMesh(joined)
    #expect(Set(steps(mesh.inner)) == Set(steps(expected.inner)))
    #expect(Set(steps(mesh.outer)) == Set(steps(expected.outer)))
    #expect(BorderMesh(world, groups: world.map { _ in 1 }).inner.isEmpty)
}

@Test func linesAreAsLongAsTheyCanBe() {
    // Three columns: two borders, a coast that no border interrupts.
    let mesh = BorderMesh(grid(3, 1))
    #expect(mesh.inner.map(\.count) == [2, 2])
    #expect(mesh.outer.map(\.count) == [9])
    #expect(mesh.outer.first?.first == mesh.outer.first?.last)
    // In a grid, a line ends where others meet it.
    #expect(BorderMesh(grid(2, 2)).inner.count == 4)
    // Left and right half: one border from coast to coast.
    let halves = BorderMesh(grid(4, 3), groups: (0..<12).map { $0 % 4 / 2 })
    #expect(halves.inner.map(\.count) == [4])
    #expect(halves.outer.map(\.count) == [15])
}

@Test func whereAMapWasCutThereIsNoCoast() {
    let features = [
        GeoFeature(id: "east", polygons: [[ring(170, 60, 180, 70)]]),
        GeoFeature(id: "west", polygons: [[ring(-180, 60, -170, 70)]]),
        GeoFeature(id: "pole", polygons: [[ring(-180, -90, 180, -80)]]),
    ]
    let mesh = BorderMesh(features)
    #expect(mesh.inner.isEmpty)
    #expect(mesh.outer.map(\.count) == [4, 4, 2])
}

@Test func groupsMayBeTooFewOrTooMany() {
    let features = grid(3, 1)
    #expect(BorderMesh(features, groups: []) == BorderMesh(features))
    #expect(BorderMesh(features, groups: [5, 5]).inner.count == 1)
    #expect(BorderMesh(features, groups: [5, 5, 5, 1, 2]).inner.isEmpty)
    #expect(BorderMesh([]) == BorderMesh([], groups: [1]))
}

@Test func tanglesAndNumbersThatAreNoneEnd() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<300 {
        let features = (0..<5).map { index in
            let ring = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                GeoPoint(
                    longitude: [0, 1, 2, -0.0, .nan, .infinity].randomElement(using: &random) ?? 0,
                    latitude: Double(Int.random(in: 0...3, using: &random)))
            }
            return GeoFeature(id: "\(index)", polygons: [[ring]])
        }
        let mesh = BorderMesh(features, groups: [0, 1, 0, 1, 2])
        #expect((mesh.inner + mesh.outer).allSatisfy { $0.count > 1 })
        #expect(dissolved(features).allSatisfy { $0.count > 2 })
    }
}
