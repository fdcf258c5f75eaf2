import Diagnostics
import Maps
import Testing

private func read(_ text: String) throws(Diagnostics) -> Boundaries {
    try Boundaries(reading: Array(text.utf8), file: "a.geojson")
}

private let area = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]"#

@Test func theNotationIsToldByTheType() throws {
    #expect(try read(area + "}").format == .geoJSON)
    let topology =
        #""arcs":[[[0,0],[1,0],[1,1],[0,0]]],"objects":{"o":{"type":"Polygon","arcs":[[0]]}}"#
    #expect(try read(#"{"type":"Topology",\#(topology)}"#).format == .topoJSON)
    #expect(try read(#"{\#(topology),"type":"Topology"}"#).format == .topoJSON)
    #expect(
        try read(#"{\#(topology),"type":"Topology"}"#).collection.features.map(\.polygons)
            == read(area + "}").collection.features.map(\.polygons))
}

@Test func aFileSaysWhatItIsAndWhoMayUseIt() throws {
    let named = try read(
        area + #","name":"layer1","title":"Areas","license":"CC0","licence":"no"}"#)
    #expect(named.title == "Areas")
    #expect(named.licence == "CC0")
    #expect(try read(area + #","name":"layer1","attribution":"me"}"#).title == "layer1")
    #expect(try read(area + #","name":7,"title":null,"license":{"a":1}}"#).title == nil)
    #expect(try read(area + "}").licence == nil)
}

@Test func ourFilesSayWhatTheyAre() throws {
    for bytes in [MapFiles.mexicoBytes, MapFiles.worldBytes] {
        let boundaries = try Boundaries(reading: bytes, file: "map")
        #expect(boundaries.warnings.all.isEmpty)
        #expect(boundaries.title?.isEmpty == false)
        #expect(boundaries.licence?.contains("public domain") == true)
        #expect(boundaries.objects.isEmpty)
        #expect(try FeatureCollection.parse(bytes, file: "map") == boundaries.collection)
    }
}

@Test func warningsComeWithErrors() {
    let text =
        #"{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:6372"}},"features":["#
        + #"{"type":"Feature","geometry":\#(area.replacing("1,1", with: "2500000,8"))}}]}"#
    do {
        _ = try read(text)
        Issue.record("metres were read")
    } catch {
        #expect(error.all.map(\.severity) == [.error, .warning])
    }
}
