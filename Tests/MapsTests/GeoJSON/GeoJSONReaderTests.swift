import Diagnostics
import Testing

@testable import Maps

private func parse(_ text: String) throws(Diagnostics) -> FeatureCollection {
    try FeatureCollection.parse(Array(text.utf8), file: "a.geojson")
}

/// What the reader finds, as `line:column message`.
private func findings(_ text: String, limits: GeoJSONLimits = GeoJSONLimits()) -> [String] {
    do {
        _ = try GeoJSONReader.read(Array(text.utf8), file: "a.geojson", limits: limits)
        return []
    } catch {
        return error.all.map { finding in
            "\(finding.location?.line ?? -1):\(finding.location?.column ?? -1) \(finding.message)"
        }
    }
}

private func collection(_ features: String...) -> String {
    #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
}

private func feature(_ geometry: String, _ more: String = "") -> String {
    #"{"type":"Feature","geometry":\#(geometry)\#(more)}"#
}

private func polygon(_ coordinates: String) -> String {
    feature(#"{"type":"Polygon","coordinates":\#(coordinates)}"#)
}

private let triangle = "[[0,0],[4,0],[0,4],[0,0]]"

// MARK: - What is read

@Test func theMapOfMexicoHasItsStates() {
    let mexico = MapFiles.mexico
    #expect(mexico.features.count == 32)
    #expect(mexico.features.first?.id == "MX-AGU")
    #expect(mexico.features.last?.properties["name"] == .text("Zacatecas"))
    #expect(mexico.features.flatMap(\.rings).reduce(0) { $0 + $1.count + 1 } == 7269)
    #expect(mexico["MX-AGU"]?.polygons.first?.first?.count == 51)
}

@Test func theMapOfTheWorldHasItsCountries() {
    let world = MapFiles.world
    #expect(world.features.count == 229)
    #expect(world.features.flatMap(\.rings).reduce(0) { $0 + $1.count + 1 } == 10173)
    #expect(world["XKX"]?.properties["iso2"] == .text("XK"))
    #expect(world["ITA"]?.polygons.first?.count == 2)
    #expect(world.features.flatMap(\.rings).allSatisfy { $0.first != $0.last })
}

@Test func membersMayComeInAnyOrder() throws {
    let usual = try parse(
        #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"b":1},"#
            + #""geometry":{"type":"Polygon","coordinates":[\#(triangle)]}}]}"#)
    let turned = try parse(
        #"{"name":"x","features":[{"geometry":{"coordinates":[\#(triangle)],"bbox":[1],"#
            + #""type":"Polygon"},"properties":{"b":1},"id":"a","type":"Feature"}],"#
            + #""type":"FeatureCollection","crs":{"properties":{"name":["y"]}}}"#)
    #expect(usual == turned)
    #expect(
        usual.features.first?.polygons == [
            [
                [
                    GeoPoint(longitude: 0, latitude: 0), GeoPoint(longitude: 4, latitude: 0),
                    GeoPoint(longitude: 0, latitude: 4),
                ]
            ]
        ])
}

@Test func propertiesKeepTheirKinds() throws {
    let text =
        #""properties":{"t":"x","n":1.5,"b":true,"z":null,"p":[1,2],"e":[],"o":{"a":1},"#
        + #""m":[1,"a",[2]]}"#
    let properties = try parse(collection(feature("null", "," + text))).features.first?.properties
    #expect(
        properties == [
            "t": .text("x"), "n": .number(1.5), "b": .bool(true), "z": .null,
            "p": .numbers([1, 2]), "e": .numbers([]),
        ])
}

@Test func identifiersAreTextsOrNumbersAsWritten() throws {
    let ids = try parse(
        collection(
            feature("null", #","id":"MX""#), feature("null", #","id":484"#),
            feature("null", #","id":1.0"#), feature("null"))
    ).features.map(\.id)
    #expect(ids == ["MX", "484", "1.0", ""])
}

@Test func emptyGeometriesAreFeaturesWithoutParts() throws {
    let features = try parse(
        collection(
            feature("null", #","properties":null"#), polygon("[]"),
            feature(#"{"type":"MultiPolygon","coordinates":[]}"#),
            feature(#"{"coordinates":[[]],"type":"MultiPolygon"}"#))
    ).features
    #expect(features.count == 4)
    #expect(features.allSatisfy { $0.polygons.isEmpty })
    #expect(try parse(collection()).features.isEmpty)
}

@Test func heightsArePassedOver() throws {
    let read = try parse(collection(polygon("[[[0,0,7],[4,0,7,8],[0,4],[0,0]]]")))
    #expect(read.features == (try parse(collection(polygon("[\(triangle)]")))).features)
}

@Test func longitudesMayPassTheDateLine() throws {
    let read = try parse(collection(polygon("[[[170,0],[190,0],[190,360e-1],[170,0]]]")))
    #expect(read.features.first?.rings.first?.map(\.longitude) == [170, 190, 190])
}

// MARK: - What is refused

@Test func geometriesOfOtherTypesAreNamed() {
    for type in ["Point", "LineString", "GeometryCollection", "polygon"] {
        let text = collection(feature(#"{"type":"\#(type)","coordinates":[1,2]}"#))
        #expect(findings(text) == [#"1:78 a geometry of type "\#(type)""#])
    }
}

@Test func allMistakesOfGeometryAreReportedAtOnce() {
    let text = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [
            [[0,0],[1,0],[0,0]],
            [[0,0],[1,0],[1,1],[0,1]],
            [[0,0],[1,91],[1,1],[0,0]]]}},
        {"type": "Feature"},
        {"geometry": {"coordinates": 7}},
        {"type": "Feature", "geometry": {"type": "Polygon"}, "id": true}
        ]}
        """
    #expect(
        findings(text) == [
            "3:5 a ring of 3 positions",
            "4:5 a ring is not closed",
            "5:12 the position [1.0, 91.0] is not on the earth",
            "6:1 a feature without \"geometry\"",
            "7:14 a geometry without \"type\"",
            "7:1 a feature without \"type\"",
            "8:33 a geometry without \"coordinates\"",
            "8:60 an identifier is a text or a number",
        ])
}

@Test func endlessMistakesAreCutShort() {
    let positions = Array(repeating: "[361,0]", count: 1000).joined(separator: ",")
    let found = findings(collection(polygon("[[\(positions)]]")))
    #expect(found.count == 21)
    #expect(found.last?.hasSuffix("further mistakes are not listed") == true)
}

@Test(arguments: [
    (#"{"type":"Feature"}"#, #"1:9 expected "FeatureCollection", found "Feature""#),
    (#"{"type":"Topology"}"#, #"1:9 expected "FeatureCollection", found "Topology""#),
    (#"{"features":[]}"#, #"1:1 no member "type""#),
    (#"{"type":"FeatureCollection"}"#, #"1:1 no member "features""#),
    ("[]", "1:1 expected an object, found '['"),
    ("", "1:1 expected a value, found the end of the file"),
    (#"{"type":"FeatureCollection","features":{}}"#, "1:40 expected an array, found '{'"),
    (#"{"features":[],"features":[]}"#, #"1:16 the member "features" is there twice"#),
    (
        #"{"type":"FeatureCollection","features":[]} x"#,
        "1:44 expected the end of the file, found 'x'"
    ),
])
func otherFilesAreRefused(text: String, finding: String) {
    #expect(findings(text) == [finding])
}

@Test(arguments: [
    "[[[0],[1,0],[1,1],[0,0]]]", "[[0,0],[1,0],[1,1],[0,0]]", "7", "[[[\"0\",0]]]", "[[[0,null]]]",
    "[[[[0,0]]]]", "[[{}]]", "[[[1e999,0]]]",
])
func brokenCoordinatesAreRefused(coordinates: String) {
    #expect(findings(collection(polygon(coordinates))).count == 1)
}

@Test func aPropertyThatComesTwiceIsRefused() {
    let text = collection(feature("null", #","properties":{"a":1,"a":2}"#))
    #expect(findings(text) == [#"1:95 the property "a" is there twice"#])
}

@Test func limitsEndInFindings() {
    let two = collection(polygon("[\(triangle)]"), polygon("[\(triangle)]"))
    #expect(findings(two) == [])
    var limits = GeoJSONLimits()
    limits.features = 1
    #expect(findings(two, limits: limits).first?.hasSuffix("more than 1 features") == true)
    limits = GeoJSONLimits()
    limits.rings = 1
    #expect(findings(two, limits: limits).first?.hasSuffix("more than 1 rings") == true)
    limits = GeoJSONLimits()
    limits.vertices = 7
    #expect(findings(two, limits: limits).first?.hasSuffix("more than 7 positions") == true)
    limits = GeoJSONLimits()
    limits.bytes = 10
    #expect(findings(two, limits: limits).first?.hasPrefix("0:0 a map of ") == true)
}

// MARK: - Damage

@Test func damagedFilesEndInFeaturesOrFindings() {
    let whole = Array(
        collection(
            #"{"type":"Feature","id":"ñ\u00e9\uD83D\uDE00","properties":{"a":[1,2.5e-1],"b":null,"#
                + #""c":{"d":[true,false]}},"geometry":{"coordinates":[[\#(triangle)],"#
                + #"[\#(triangle),\#(triangle)]],"type":"MultiPolygon"}}"#,
            polygon("[\(triangle)]")
        ).utf8)
    var random = SeededGenerator(seed: 20)
    var (good, bad) = (0, 0)
    let words = ["[", "]", "{", "}", ",", ":", "\"", "\\", "\\u", "e9", "-", "0", "null", "\u{80}"]
    for _ in 0..<4000 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: words.randomElement(using: &random)!.utf8, at: place)
            case 3:
                let end = Int.random(in: place..<bytes.count, using: &random)
                bytes.insert(contentsOf: bytes[place...end], at: place)
            default: bytes.removeSubrange(max(1, place)...)
            }
        }
        do {
            let collection = try FeatureCollection.parse(bytes, file: "m")
            // What is read can be used.
            _ = dissolved(collection.features)
            _ = collection.removingFarIslands(farthest: 10)
            good += 1
        } catch {
            #expect(!error.all.isEmpty && error.all.allSatisfy { ($0.location?.line ?? 0) > 0 })
            bad += 1
        }
    }
    #expect(good > 10)
    #expect(bad > 2000)
}
