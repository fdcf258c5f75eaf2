import Diagnostics
import TestSupport
import Testing

@testable import Maps

private func parse(_ text: String) throws(Diagnostics) -> FeatureCollection {
    try FeatureCollection.parse(Array(text.utf8), file: "a.geojson")
}

/// What the reader finds, as `line:column message`.
private func findings(_ text: String, limits: BoundaryLimits = BoundaryLimits()) -> [String] {
    do {
        let read = try Boundaries(reading: Array(text.utf8), file: "a.geojson", limits: limits)
        return placed(read.warnings)
    } catch {
        return placed(error)
    }
}

private func placed(_ findings: Diagnostics) -> [String] {
    findings.all.map { finding in
        let place = "\(finding.location?.line ?? -1):\(finding.location?.column ?? -1)"
        return "\(place) \(finding.severity == .warning ? "warning: " : "")\(finding.message)"
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

private func triangular(_ more: String) -> String {
    feature(#"{"type":"Polygon","coordinates":[\#(triangle)]}"#, more)
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
    let properties = try parse(collection(triangular("," + text))).features.first?.properties
    #expect(
        properties == [
            "t": .text("x"), "n": .number(1.5), "b": .bool(true), "z": .null,
            "p": .numbers([1, 2]), "e": .numbers([]),
        ])
}

@Test func identifiersAreTextsOrNumbersAsWritten() throws {
    let ids = try parse(
        collection(
            triangular(#","id":"MX""#), triangular(#","id":484"#), triangular(#","id":1.0"#),
            triangular(""),
            triangular(#","id":null"#))
    ).features.map(\.id)
    #expect(ids == ["MX", "484", "1.0", "", ""])
}

@Test func emptyGeometriesAreFeaturesWithoutParts() throws {
    let text = collection(
        triangular(""), feature("null", #","id":"x","properties":null"#), polygon("[]"),
        feature(#"{"type":"MultiPolygon","coordinates":[]}"#),
        feature(#"{"coordinates":[[]],"type":"MultiPolygon"}"#),
        feature(#"{"geometries":[],"type":"GeometryCollection"}"#))
    let features = try parse(text).features
    #expect(features.count == 6)
    #expect(features.dropFirst().allSatisfy { $0.polygons.isEmpty })
    #expect(findings(text) == ["1:132 warning: 5 features have no shape; the first is “x”"])
}

@Test func aFeatureOrAGeometryMayBeTheWholeFile() throws {
    let whole = try parse(collection(triangular(#","properties":{"a":1}"#)))
    #expect(try parse(triangular(#","title":"t","properties":{"a":1}"#)) == whole)
    for text in [
        #"{"type":"Polygon","coordinates":[\#(triangle)]}"#,
        #"{"coordinates":[[\#(triangle)]],"type":"MultiPolygon"}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[\#(triangle)]}]}"#,
    ] {
        let read = try parse(text)
        #expect(read.features.map(\.polygons) == whole.features.map(\.polygons), "\(text)")
    }
}

@Test func collectionsOfPolygonsAreOneFeature() throws {
    let polygon = #"{"type":"Polygon","coordinates":[\#(triangle)]}"#
    let other = #"{"type":"Polygon","coordinates":[[[9,0],[9,4],[5,0],[9,0]]]}"#
    let inner = #"{"geometries":[\#(other)],"type":"GeometryCollection"}"#
    let text = collection(
        feature(#"{"type":"GeometryCollection","geometries":[\#(polygon),\#(inner)]}"#))
    #expect(try parse(text).features.map(\.polygons.count) == [2])
    let mixed = #"{"type":"GeometryCollection","geometries":[\#(polygon),{"type":"Point"}]}"#
    #expect(findings(mixed) == [#"1:113 a geometry of type "Point""#])
}

@Test func aPartThatIsThereTwiceIsLeftOutOnce() throws {
    let other = "[[9,0],[9,4],[5,0],[9,0]]"
    let text = collection(
        feature(
            #"{"type":"MultiPolygon","coordinates":"#
                + "[[\(triangle)],[\(other)],[\(triangle)],[\(triangle)],[\(other),\(triangle)]]}"))
    let read = try Boundaries(reading: Array(text.utf8), file: "a.geojson")
    #expect(read.collection.features.map(\.polygons.count) == [2])
    #expect(
        placed(read.warnings) == [
            "1:41 warning: “no. 1” has 3 parts more than once, which are left out"
        ])
}

@Test func crowdsOfRingsAreNoArea() {
    // A shape moved by a hair each time; and islands that lie apart, which are many and no crowd.
    func parts(_ step: Double) -> String {
        let parts = (0..<600).map { number in
            let west = Double(number % 30) * step, south = Double(number / 30) * step
            return
                "[[[\(west),\(south)],[\(west + 1),\(south)],[\(west),\(south + 1)],[\(west),\(south)]]]"
        }
        return collection(
            feature(#"{"type":"MultiPolygon","coordinates":[\#(parts.joined(separator: ","))]}"#))
    }
    #expect(findings(parts(3)) == [])
    #expect(
        findings(parts(0.001)) == ["1:41 the rings of “no. 1” lie over each other by the thousands"]
    )
    let rings = Array(repeating: triangle, count: 5).joined(separator: ",")
    var limits = BoundaryLimits()
    limits.holes = 4
    #expect(
        findings(collection(polygon("[\(rings)]")), limits: limits)
            == ["1:207 an area with more than 4 holes"])
}

@Test func marksOfOtherProgramsArePassedOver() throws {
    let whole = collection(triangular(""))
    #expect(try parse("\u{FEFF}" + whole) == (try parse(whole)))
    let lines = whole.replacing(",", with: ",\r\n")
    #expect(try parse(lines) == (try parse(whole)))
}

// MARK: - What is tolerated

/// A ring of places in the order of a text such as `0 0, 4 0`.
private func ring(_ places: String) -> String {
    "["
        + places.split(separator: ", ").map { "[\($0.replacing(" ", with: ","))]" }
        .joined(separator: ",") + "]"
}

@Test func whatCanBeDrawnRightIsAccepted() throws {
    let plain = try parse(collection(polygon("[\(ring("0 0, 4 0, 0 4, 0 0"))]")))
    for places in [
        "0 0, 0 4, 4 0, 0 0", "0 0, 0 0, 4 0, 4 0, 4 0, 0 4, 0 0", "0 0, 4 0, 0 4, 0 0, 0 0, 0 0",
        "0 0, 4 0, 4 0, 0 4, 0 4, 0 0",
    ] {
        let text = collection(polygon("[\(ring(places))]"))
        #expect(findings(text) == [])
        let read = try parse(text).features.flatMap(\.rings)
        #expect(read.map(Set.init) == plain.features.flatMap(\.rings).map(Set.init))
        #expect(read.map(\.count) == [3])
    }
}

@Test func ringsWithoutAreaAreLeftOutWithAWarning() throws {
    let flat = ring("5 5, 5 5, 6 6, 5 5")
    let text = collection(
        polygon("[\(triangle),\(flat)]"),
        feature(
            #"{"type":"MultiPolygon","coordinates":[[\#(flat),\#(flat)],[\#(triangle)]]}"#))
    #expect(
        findings(text) == [
            "1:129 warning: 3 rings have no area and are left out; this is the first"
        ])
    #expect(try parse(text).features.map { $0.polygons.map(\.count) } == [[1], [1]])
    // A line there and back has an area of nothing, but three places: it is drawn as it is.
    #expect(findings(collection(polygon("[\(ring("0 0, 4 0, 8 0, 4 0, 0 0"))]"))) == [])
}

@Test func anOutlineThatCrossesItselfIsAWarningThatNamesIt() throws {
    let bow = ring("0 0, 4 4, 4 0, 0 4, 0 0")
    let text = collection(
        feature(
            #"{"type":"Polygon","coordinates":[\#(bow)]}"#, #","properties":{"name":"Bow"}"#),
        polygon("[\(bow)]"))
    #expect(
        findings(text) == [
            "1:103 warning: the outline of “Bow” crosses itself near 2.0° N 2.0° E",
            "1:228 warning: the outline of “no. 2” crosses itself near 2.0° N 2.0° E",
        ])
    #expect(try parse(text).features.map { $0.rings.map(\.count) } == [[4], [4]])
}

@Test func anIdentifierThatComesAgainIsAWarning() {
    let again = triangular(#","id":"a""#)
    let found = findings(collection(again, again, again, triangular("")))
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("warning: two features have the identifier “a”") == true)
}

@Test func endlessWarningsAreCutShort() {
    let twins = (0..<60).map { triangular(#","id":"\#($0 / 2)""#) }
    let found = findings(
        #"{"type":"FeatureCollection","features":["# + twins.joined(separator: ",") + "]}")
    #expect(found.count == 21)
    #expect(found.last?.hasSuffix("further warnings are not listed") == true)
}

@Test(arguments: [
    #"null"#, #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#,
    #"{"type":"name","properties":{"name":"EPSG:4326"}}"#, #"{}"#, #"[1,{"name":"x"}]"#,
    #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6365"}}"#,
    #"{"type":"EPSG","properties":{"code":4326}}"#,
    #"{"properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/4326"},"type":"name"}"#,
])
func degreesMaySayThatTheyAreDegrees(system: String) {
    let text = #"{"type":"FeatureCollection","crs":\#(system),"features":[\#(triangular(""))]}"#
    #expect(findings(text) == [])
}

@Test(arguments: [
    (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6372"}}"#, "EPSG::6372"),
    (#"{"type":"EPSG","properties":{"code":3857}}"#, "EPSG:3857"),
    (#"{"type":"name","properties":{"name":"EPSG:14326"}}"#, "EPSG:14326"),
])
func otherCoordinateSystemsAreAWarning(system: String, name: String) {
    let text = #"{"type":"FeatureCollection","crs":\#(system),"features":[\#(triangular(""))]}"#
    let found = findings(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1:35 warning: the map says that its coordinates") == true)
    #expect(found.first?.contains(name) == true)
}

@Test func aHairBeyondThePoleIsThePole() throws {
    let text = collection(
        polygon("[[[0,-90.00000000000003],[4,-80],[0,-80],[0,-90.00000000000003]]]"))
    #expect(try parse(text).features.first?.rings.first?.first?.latitude == -90)
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
    for type in ["Point", "LineString", "MultiPoint", "polygon"] {
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

@Test func aMistakeInOneFeatureDoesNotHideThoseOfOthers() {
    let text = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,"0"]]]}},
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":{}}},
        {"type":"Feature","geometry":{"type":7}},
        {"type":"Feature","geometry":[]},
        7,
        {"type":"Feature","id":1,"id":2},
        {"type":"Feature","properties":[],"geometry":{"type":"Polygon","coordinates":[[[0]]]}},
        {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,NaN]]]}}
        ]}
        """
    #expect(
        findings(text) == [
            "2:67 expected a number, found '\"'", "3:62 expected an array, found '{'",
            "4:38 expected a text in quotes, found '7'", "5:30 expected an object, found '['",
            "6:1 expected an object, found '7'", "7:26 the member \"id\" is there twice",
            "8:32 expected an object, found '['", "9:67 expected a number, found 'N'",
        ])
}

@Test func positionsInMetresAreToldOnce() {
    let places = Array(repeating: "[2500000.5,800000]", count: 100).joined(separator: ",")
    do {
        _ = try parse(collection(polygon("[[\(places)]]")))
        Issue.record("metres were read")
    } catch {
        #expect(
            error.all.map(\.message) == ["the position [2500000.5, 800000.0] is not on the earth"])
        #expect(error.all.first?.hint?.contains("EPSG:4326") == true)
    }
}

@Test func endlessMistakesAreCutShort() {
    let positions = Array(repeating: "[361,0]", count: 1000).joined(separator: ",")
    let found = findings(collection(polygon("[[\(positions)]]")))
    #expect(found.count == 21)
    #expect(found.last?.hasSuffix("further mistakes are not listed") == true)
}

@Test(arguments: [
    (#"{"type":"Point","coordinates":[0,0]}"#, #"1:9 a geometry of type "Point""#),
    (#"{"type":"Table"}"#, #"1:1 a file of type "Table""#),
    (#"{"type":"FeatureCollection","features":[]}"#, "1:1 the map has no features"),
    (#"{"type":"Feature","geometry":null}"#, "1:1 none of the map's features has a shape"),
    (
        #"{"type":"FeatureCollection","features":[{"type":"Topology"}]}"#,
        #"1:49 expected "Feature", found "Topology""#
    ),
    (#"{"features":[]}"#, #"1:1 no member "type""#),
    (#"{"type":"FeatureCollection"}"#, #"1:1 no member "features""#),
    (
        #"{"type":"FeatureCollection","type":"FeatureCollection","features":[]}"#,
        #"1:29 the member "type" is there twice"#
    ),
    ("[]", "1:1 expected an object, found '['"),
    ("", "1:1 expected an object, found the end of the file"),
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
    func found(_ change: (inout BoundaryLimits) -> Void) -> [String] {
        var limits = BoundaryLimits()
        change(&limits)
        return findings(two, limits: limits)
    }
    #expect(found { $0.features = 1 } == ["1:132 more than 1 features"])
    #expect(found { $0.rings = 1 } == ["1:194 more than 1 rings"])
    #expect(found { $0.vertices = 7 } == ["1:213 more than 7 positions"])
    #expect(found { $0.bytes = 10 }.first?.hasPrefix("0:0 a map of ") == true)
}

@Test func deepNestingEnds() {
    let deep = String(repeating: "[", count: 500_000)
    #expect(findings(collection(polygon(deep))).count == 1)
    #expect(findings(#"{"type":"FeatureCollection","x":\#(deep)"#).count == 1)
    let nested = String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 1000)
    #expect(findings(nested).count == 1)
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
    var random = SplitMix64(seed: 20)
    var (good, bad) = (0, 0)
    let words = ["[", "]", "{", "}", ",", ":", "\"", "\\", "\\u", "e9", "-", "0", "null", "\u{80}"]
    for _ in 0..<3000 {
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
            _ = BorderMesh(collection.features)
            _ = dissolved(collection.features)
            _ = collection.removingFarIslands(farthest: 10)
            good += 1
        } catch {
            #expect(!error.all.isEmpty && error.all.allSatisfy { ($0.location?.line ?? 0) > 0 })
            bad += 1
        }
    }
    #expect(good > 10)
    #expect(bad > 1500)
}
