import Maps
import Testing

@Test func featuresAreFoundByIdentifierAndByProperty() {
    #expect(MapFiles.mexico["MX-CMX"]?.properties["abbr"] == .text("CDMX"))
    #expect(MapFiles.mexico["MX-DIF"] == nil)
    #expect(MapFiles.mexico.first(where: "inegi", is: "09")?.id == "MX-CMX")
    #expect(MapFiles.mexico.first(where: "id", is: "MX-CMX")?.id == "MX-CMX")
    #expect(MapFiles.mexico.first(where: "inegi", is: "9") == nil)
    #expect(MapFiles.world.first(where: "es", is: "Alemania")?.id == "DEU")
}

@Test func indicesGatherTheFeaturesOfEachValue() {
    let regions = MapFiles.world.indices(by: "region")
    #expect(regions.count == 8)
    #expect(regions["north-america"]?.count == 6)
    #expect(regions.values.reduce(0) { $0 + $1.count } == MapFiles.world.features.count)
    #expect(regions.values.allSatisfy { $0 == $0.sorted() })
    #expect(MapFiles.world.indices(by: "nothing").isEmpty)
}

@Test func onlyNamesThatTellAllFeaturesApartAreJoinKeys() {
    #expect(MapFiles.mexico.joinKeys == ["abbr", "id", "inegi", "iso", "name"])
    #expect(MapFiles.world.joinKeys == ["en", "es", "id", "iso2"])
    #expect(FeatureCollection([]).joinKeys == [])
}
