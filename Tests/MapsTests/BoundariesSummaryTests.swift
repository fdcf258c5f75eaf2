import Maps
import Testing

private func feature(_ id: String, _ properties: [String: PropertyValue]) -> GeoFeature {
    var feature = square(id, 0, 0)
    feature.properties = properties
    return feature
}

@Test func theMapsOfferTheirKeysGroupsAndPlaces() {
    let mexico = BoundariesSummary(MapFiles.mexico)
    #expect(mexico.features == 32 && mexico.shapeless == 0)
    #expect(mexico.keys.map(\.name) == ["abbr", "id", "inegi", "iso", "name"])
    #expect(mexico.keys.map(\.example) == ["Ags.", "MX-AGU", "01", "MX-AGU", "Aguascalientes"])
    #expect(mexico.groups.isEmpty && mexico.others.isEmpty)
    #expect(mexico.places == ["label"])
    let world = BoundariesSummary(MapFiles.world)
    #expect(world.keys.map(\.name) == ["en", "es", "id", "iso2"])
    #expect(world.groups.map(\.name) == ["cont", "m49", "region"])
    #expect(world.groups.last?.values.map(\.value).first == "africa")
    #expect(world.groups.last?.values.reduce(0) { $0 + $1.count } == 229)
    #expect(world.places.isEmpty && world.others.isEmpty)
    #expect(world.corners?.northEast.longitude == 191.15)
}

@Test func amountsConstantsAndRareNamesAreNoGroups() {
    var features: [GeoFeature] = []
    for index in 0..<8 {
        var properties: [String: PropertyValue] = ["land": .text("x"), "flag": .bool(index > 2)]
        properties["half"] = .number(Double(index / 4))
        properties["amount"] = .number(Double(index / 4) + 0.5)
        properties["many"] = .number(Double(index % 7))
        properties["gap"] = index > 3 ? .null : .text("\(index / 2)")
        properties["list"] = .numbers([1, 2, 3])
        properties["place"] = .numbers([1, Double(index)])
        features.append(feature("\(index)", properties))
    }
    let summary = BoundariesSummary(FeatureCollection(features))
    #expect(summary.keys.map(\.name) == ["id"])
    #expect(summary.groups.map(\.name) == ["flag", "gap", "half"])
    #expect(summary.groups.first?.values.map(\.value) == ["false", "true"])
    #expect(summary.groups.first?.values.map(\.count) == [3, 5])
    #expect(summary.places == ["place"])
    #expect(summary.others == ["amount", "land", "list", "many"])
}

@Test func nothingHasASummaryToo() {
    let empty = BoundariesSummary(FeatureCollection([]))
    #expect(empty.features == 0 && empty.vertices == 0 && empty.corners == nil)
    #expect(empty.keys.isEmpty && empty.groups.isEmpty)
    let shapeless = BoundariesSummary(FeatureCollection([GeoFeature(id: "a", polygons: [])]))
    #expect(shapeless.shapeless == 1 && shapeless.corners == nil)
}
