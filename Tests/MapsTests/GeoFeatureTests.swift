import Maps
import Testing

@Test func ringsRunTheRightWayRoundWhateverTheyAreMadeFrom() {
    let (outside, hole) = (ring(0, 0, 4, 4), ring(1, 1, 2, 2))
    for exterior in [outside, outside.reversed()] {
        for inner in [hole, hole.reversed()] {
            let feature = GeoFeature(id: "", polygons: [[exterior, inner]])
            #expect(feature.polygons == [[outside, hole.reversed()]])
        }
    }
}

@Test func holesDoNotCountAsSurface() {
    let whole = GeoFeature(id: "", polygons: [[ring(0, 0, 4, 4)]])
    let hole = GeoFeature(id: "", polygons: [[ring(1, 1, 2, 2)]])
    let pierced = GeoFeature(id: "", polygons: [[ring(0, 0, 4, 4), ring(1, 1, 2, 2)]])
    let expected = whole.squareKilometres - hole.squareKilometres
    #expect(abs(pierced.squareKilometres - expected) < 1e-6)
}

@Test func theIdentifierGoesBeforeAPropertyOfThatName() {
    var feature = GeoFeature(id: "MX", properties: ["id": .number(7)], polygons: [])
    #expect(feature.key("id") == "MX")
    feature.id = ""
    #expect(feature.key("id") == "7")
    feature.properties = [:]
    #expect(feature.key("id") == nil)
}

@Test func aPropertyOfTwoNumbersIsAPlace() {
    let place = MapFiles.mexico["MX-AGU"]?.point("label")
    #expect(place == GeoPoint(longitude: -102.36, latitude: 22.0))
    #expect(MapFiles.mexico["MX-AGU"]?.point("name") == nil)
    #expect(MapFiles.mexico["MX-AGU"]?.point("nothing") == nil)
}
