import Maps
import Testing

/// Whether a part of a collection lies about a place, by the box around it.
private func hasPart(_ collection: FeatureCollection, _ longitude: Double, _ latitude: Double)
    -> Bool
{
    collection.features.flatMap(\.polygons).contains { part in
        guard let ring = part.first else { return false }
        let (longitudes, latitudes) = (
            ring.map(\.longitude).sorted(), ring.map(\.latitude).sorted()
        )
        guard let west = longitudes.first, let east = longitudes.last,
            let south = latitudes.first, let north = latitudes.last
        else { return false }
        // The box of an island, not that of a state.
        return east - west < 1 && (west...east).contains(longitude)
            && (south...north).contains(latitude)
    }
}

private let guadalupe = (-118.28, 29.05)
private let socorro = (-110.97, 18.79)
private let cozumel = (-86.92, 20.42)
private let tiburon = (-112.38, 28.98)
private let cedros = (-115.22, 28.16)
private let tresMarias = (-106.58, 21.63)

@Test func theFarPacificIslandsGoAndTheNearOnesStay() {
    for island in [guadalupe, socorro, cozumel, tiburon, cedros, tresMarias] {
        #expect(hasPart(MapFiles.mexico, island.0, island.1))
    }
    let near = MapFiles.mexico.removingFarIslands(farthest: 80)
    for island in [guadalupe, socorro, tresMarias] { #expect(!hasPart(near, island.0, island.1)) }
    for island in [cozumel, tiburon, cedros] { #expect(hasPart(near, island.0, island.1)) }
    // The Islas Marías lie 98 km off Nayarit.
    let further = MapFiles.mexico.removingFarIslands(farthest: 100)
    #expect(hasPart(further, tresMarias.0, tresMarias.1))
    #expect(!hasPart(further, guadalupe.0, guadalupe.1))
}

@Test func featuresKeepTheirOrderAndTheirData() {
    let near = MapFiles.mexico.removingFarIslands(farthest: 80)
    #expect(near.features.map(\.id) == MapFiles.mexico.features.map(\.id))
    #expect(near.features.map(\.properties) == MapFiles.mexico.features.map(\.properties))
}

@Test func aLongHopKeepsEverythingAndAShortOneTheMainland() {
    #expect(MapFiles.mexico.removingFarIslands(farthest: 1000) == MapFiles.mexico)
    let mainland = MapFiles.mexico.removingFarIslands(farthest: 0)
    #expect(mainland.features.allSatisfy { !$0.polygons.isEmpty })
    #expect(!hasPart(mainland, cozumel.0, cozumel.1))
    #expect(MapFiles.mexico.removingFarIslands(farthest: .nan) == mainland)
    #expect(MapFiles.mexico.removingFarIslands(farthest: -5) == mainland)
}

@Test func islandsAreReachedByHops() {
    let chain = FeatureCollection([
        square("far", 6, 0, side: 0.1), square("main", 0, 0, side: 2),
        square("second", 4, 0, side: 0.1), square("first", 3, 0, side: 0.1),
    ])
    // A degree is 111 km: 1 to the first, 0.9 to the second, 1.9 to the last.
    let near = chain.removingFarIslands(farthest: 112)
    #expect(near.features.filter { !$0.polygons.isEmpty }.map(\.id) == ["main", "second", "first"])
}

@Test func aCollectionWithoutPartsStaysAsItIs() {
    let empty = FeatureCollection([GeoFeature(id: "a", polygons: [])])
    #expect(empty.removingFarIslands(farthest: 10) == empty)
    #expect(FeatureCollection([]).removingFarIslands(farthest: 10) == FeatureCollection([]))
}
