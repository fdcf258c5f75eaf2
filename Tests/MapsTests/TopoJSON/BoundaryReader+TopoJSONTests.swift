import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Maps

private func read(
    _ text: String, object: String? = nil, limits: BoundaryLimits = BoundaryLimits()
) throws(Diagnostics) -> Boundaries {
    try Boundaries(reading: Array(text.utf8), file: "a.json", object: object, limits: limits)
}

/// What the reader finds, as `line:column message`.
private func findings(
    _ text: String, object: String? = nil, limits: BoundaryLimits = BoundaryLimits()
) -> [String] {
    let found: Diagnostics
    do {
        found = try read(text, object: object, limits: limits).warnings
    } catch {
        found = error
    }
    return found.all.map { finding in
        "\(finding.location?.line ?? -1):\(finding.location?.column ?? -1) \(finding.message)"
    }
}

/// Two squares that share their middle; arc 0 is the border, 1 the west, 2 the east.
private func squares(
    _ geometries: String =
        #"{"type":"Polygon","id":"w","arcs":[[0,1]]},{"type":"Polygon","id":7,"arcs":[[2,-1]]}"#,
    arcs: String = "[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]]",
    more: String = ""
) -> String {
    #"{"type":"Topology","objects":{"s":{"type":"GeometryCollection","geometries":[\#(geometries)]}"#
        + more + #"},"arcs":\#(arcs)}"#
}

// MARK: - What is read

@Test func arcsMakeRings() throws {
    let features = try read(squares()).collection.features
    #expect(features.map(\.id) == ["w", "7"])
    #expect(features.map { $0.rings.map(\.count) } == [[4], [4]])
    #expect(
        features.map { Set($0.rings.joined()) } == [Set(ring(0, 0, 1, 1)), Set(ring(1, 0, 2, 1))])
    #expect(BorderMesh(features).inner.map(\.count) == [2])
    #expect(BorderMesh(features).outer.map(\.count) == [7])
}

@Test func aTopologyOfFeaturesGivesTheFeatures() throws {
    for (features, unit) in [(MapFiles.mexico.features, 0.001), (MapFiles.world.features, 0.01)] {
        let sample = TopologySample(features)
        let plain = try read(sample.plain)
        #expect(plain.format == .topoJSON && plain.objects == ["areas"])
        #expect(plain.warnings.all.isEmpty)
        #expect(plain.collection.features.map(\.polygons) == features.map(\.polygons))
        #expect(plain.collection.features.map(\.id) == features.map(\.id))
        let quantized = try read(sample.quantized(by: unit)).collection.features
        let pairs = zip(quantized.flatMap(\.rings).joined(), features.flatMap(\.rings).joined())
        #expect(
            pairs.allSatisfy {
                abs($0.longitude - $1.longitude) < 1e-9 && abs($0.latitude - $1.latitude) < 1e-9
            })
        #expect(
            quantized.map { $0.polygons.map { $0.map(\.count) } }
                == features.map { $0.polygons.map { $0.map(\.count) } })
        // Shared arcs stay shared to the last bit.
        let (mesh, expected) = (BorderMesh(quantized), BorderMesh(features))
        #expect(mesh.inner.map(\.count) == expected.inner.map(\.count))
        #expect(mesh.outer.map(\.count) == expected.outer.map(\.count))
    }
}

@Test(arguments: [
    ("mexico-states", 32, 0.001, MapFiles.mexico), ("world-countries", 229, 0.02, MapFiles.world),
])
func filesOfOtherProgramsHaveTheSameAreas(
    name: String, count: Int, tolerance: Double, known: FeatureCollection
) throws {
    let path = "/work/shared/maps/\(name).topo.json"
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return }
    let boundaries = try Boundaries(reading: [UInt8](data), file: name)
    let features = boundaries.collection.features
    #expect(boundaries.warnings.all.isEmpty)
    #expect(features.map(\.id) == known.features.map(\.id))
    #expect(boundaries.collection.joinKeys == known.joinKeys)
    let area = features.reduce(0) { $0 + $1.squareKilometres }
    let expected = known.features.reduce(0) { $0 + $1.squareKilometres }
    // The outlines were simplified by another measure.
    #expect(abs(area / expected - 1) < tolerance)
    #expect(features.count == count)
}

@Test func membersOfATopologyMayComeInAnyOrder() throws {
    let turned =
        #"{"arcs":[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]]],"bbox":[1],"objects":{"o":{"#
        + #""geometries":[{"arcs":[[0,1]],"properties":{"a":1},"bbox":[0],"type":"Polygon"}],"#
        + #""type":"GeometryCollection"}},"type":"Topology","title":"T","license":"free"}"#
    let boundaries = try read(turned)
    #expect(boundaries.title == "T" && boundaries.licence == "free")
    #expect(boundaries.collection.features.first?.properties == ["a": .number(1)])
    #expect(
        boundaries.collection.features.first?.rings.first.map(Set.init) == Set(ring(0, 0, 1, 1)))
}

@Test func transformsScaleAndMove() throws {
    let text =
        #"{"type":"Topology","transform":{"scale":[0.5,2],"translate":[-10,5]},"objects":{"o":"#
        + #"{"type":"Polygon","arcs":[[0]]}},"arcs":[[[2,1],[2,0],[0,1],[-2,-1]]]}"#
    #expect(
        try read(text).collection.features.first?.rings == [
            [
                GeoPoint(longitude: -9, latitude: 7), GeoPoint(longitude: -8, latitude: 7),
                GeoPoint(longitude: -8, latitude: 9),
            ]
        ])
}

@Test func emptyAndNestedGeometries() throws {
    let text = squares(
        #"{"type":null,"id":"none"},{"type":"Polygon","arcs":[]},{"type":"GeometryCollection","#
            + #""geometries":[{"type":"Polygon","arcs":[[0,1]]},{"type":"MultiPolygon","#
            + #""arcs":[[[2,-1]]]}],"id":"both"}"#)
    let features = try read(text).collection.features
    #expect(features.map(\.id) == ["none", "", "both"])
    #expect(features.map(\.polygons.count) == [0, 0, 2])
    #expect(findings(text) == ["1:78 2 features have no shape; the first is “none”"])
}

@Test func ringsThatSimplifyingFlattenedAreLeftOut() throws {
    let text = squares(
        #"{"type":"MultiPolygon","arcs":[[[0,1]],[[0,-1]],[[3]],[[]]]}"#,
        arcs: "[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[],[[5,5],[5,5]]]")
    #expect(try read(text).collection.features.map(\.polygons.count) == [1])
    #expect(findings(text) == ["1:118 3 rings have no area and are left out; this is the first"])
}

// MARK: - Objects

@Test func oneOfSeveralObjectsIsNamed() throws {
    let two = squares(more: #","t":{"type":"Polygon","arcs":[[0,1]]}"#)
    #expect(try read(two, object: "s").collection.features.count == 2)
    #expect(try read(two, object: "t").collection.features.count == 1)
    #expect(try read(two, object: "t").objects == ["s", "t"])
    #expect(try read(squares(), object: "s").collection.features.count == 2)
    #expect(findings(two) == ["1:1 the file has the objects “s”, “t”"])
    #expect(findings(two, object: "states") == ["1:1 the file has no object “states”"])
    #expect(
        findings(#"{"type":"Topology","objects":{},"arcs":[]}"#) == ["1:1 the file has no objects"])
    let geoJSON = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
    #expect(
        findings(geoJSON, object: "s") == ["1:1 a GeoJSON file has no objects, so none called “s”"])
}

// MARK: - What is refused

@Test(arguments: [
    (#"{"type":"Polygon","arcs":[[0,3]]}"#, "1:107 there is no arc 3"),
    (#"{"type":"Polygon","arcs":[[-4]]}"#, "1:105 there is no arc -4"),
    (#"{"type":"Polygon","arcs":[[0.5]]}"#, "1:105 there is no arc 0.5"),
    (#"{"type":"Polygon","arcs":[[1e300]]}"#, "1:105 there is no arc 1e+300"),
    (#"{"type":"Polygon","arcs":[[0,0]]}"#, "1:107 arc 0 does not start where arc 0 ends"),
    (#"{"type":"Polygon","arcs":[[0,-2]]}"#, "1:107 arc -2 does not start where arc 0 ends"),
    (
        #"{"type":"Polygon","arcs":[[1]]}"#,
        "1:104 a ring is not closed: its arcs end where it did not start"
    ),
    (#"{"type":"Polygon","arcs":[0]}"#, "1:104 expected an array, found '0'"),
    (#"{"type":"Polygon"}"#, "1:78 a geometry without \"arcs\""),
    (#"{"arcs":[[0,1]]}"#, "1:78 a geometry without \"type\""),
    (#"{"type":"Point","coordinates":[0,0]}"#, "1:86 a geometry of type \"Point\""),
    (#"{"type":"LineString","arcs":[0]}"#, "1:86 a geometry of type \"LineString\""),
    (#"{"type":"Polygon","arcs":[[0,1]],"arcs":[]}"#, "1:111 the member \"arcs\" is there twice"),
    ("7", "1:78 expected an object, found '7'"),
])
func brokenGeometriesAreTold(geometry: String, finding: String) {
    #expect(findings(squares(geometry)) == [finding])
}

@Test func allMistakesOfATopologyAreReportedAtOnce() {
    let text = squares(
        #"{"type":"Polygon","arcs":[[9]]},{"type":"Point"},{"type":"Polygon","arcs":[[1]]}"#)
    #expect(
        findings(text).map { $0.drop { $0 != " " } } == [
            " there is no arc 9", " a geometry of type \"Point\"",
            " a ring is not closed: its arcs end where it did not start",
        ])
}

@Test(arguments: [
    (#"{"type":"Topology","arcs":[]}"#, "1:1 no member \"objects\""),
    (#"{"type":"Topology","objects":{}}"#, "1:1 no member \"arcs\""),
    (#"{"type":"Topology","arcs":[],"arcs":[]}"#, "1:30 the member \"arcs\" is there twice"),
    (
        #"{"type":"Topology","objects":{"a":{},"a":{}},"arcs":[]}"#,
        "1:38 the member \"a\" is there twice"
    ),
    (
        #"{"type":"Topology","arcs":[[[0]]],"objects":{}}"#,
        "1:29 a position has fewer than two numbers"
    ),
    (#"{"type":"Topology","transform":{"scale":[1,1]}}"#, "1:32 a transform without \"translate\""),
    (#"{"type":"Topology","transform":{"scale":[1]}}"#, "1:41 a scale has fewer than two numbers"),
    (
        #"{"type":"Topology","objects":{"a":{"type":"GeometryCollection"}},"arcs":[]}"#,
        "1:35 a geometry without \"geometries\""
    ),
    (
        #"{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}"#,
        "1:1 the map has no features"
    ),
])
func brokenTopologiesAreTold(text: String, finding: String) {
    #expect(findings(text) == [finding])
}

@Test func positionsOffTheEarthAreToldWhereTheyStand() {
    let arcs = "[[[1,0],[1,1]],[[1,1],[0,1],[0, 99],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]]"
    let text = squares(arcs: arcs)
    #expect(findings(text) == ["1:201 the position [0.0, 99.0] is not on the earth"])
    let metres = squares(arcs: arcs.replacing("99", with: "9900"))
    #expect(findings(metres) == ["1:201 the position [0.0, 9900.0] is not on the earth"])
}

@Test func overflowingStepsAreRefused() {
    let text =
        #"{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"objects":{"o":"#
        + #"{"type":"Polygon","arcs":[[0]]}},"arcs":[[[1e308,1],[1e308,0],[-1e308,1],[0,0]]]}"#
    #expect(findings(text).count == 1)
}

@Test func arcsUsedAgainAndAgainCountEachTime() {
    // A small file that would become a large map.
    let rings = Array(repeating: "[0,1]", count: 300).joined(separator: ",")
    let text = squares(#"{"type":"Polygon","arcs":[\#(rings)]}"#)
    var limits = BoundaryLimits()
    limits.vertices = 1000
    #expect(findings(text, limits: limits).first?.hasSuffix("more than 1000 positions") == true)
    limits.vertices = 5
    #expect(findings(text, limits: limits).first?.hasSuffix("more than 5 positions") == true)
}

// MARK: - Damage

@Test func damagedTopologiesEndInFeaturesOrFindings() {
    let sample = TopologySample([square("a", 0, 0), square("b", 1, 0), square("c", 0, 1)])
    let texts = [squares(), sample.plain, sample.quantized(by: 1)].map { Array($0.utf8) }
    var random = SplitMix64(seed: 21)
    let words = ["[", "]", "{", "}", ",", ":", "\"", "9", "-", "0", "null", "1e300", "[0,1],"]
    var (good, bad) = (0, 0)
    for round in 0..<3000 {
        var bytes = texts[round % texts.count]
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 32...126, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: words.randomElement(using: &random)!.utf8, at: place)
            default: bytes[place] = UInt8.random(in: 0x30...0x39, using: &random)
            }
        }
        do {
            let collection = try Boundaries(reading: bytes, file: "m").collection
            _ = BorderMesh(collection.features)
            #expect(collection.features.flatMap(\.rings).allSatisfy { $0.count > 2 })
            good += 1
        } catch {
            #expect(error.hasErrors && error.all.allSatisfy { ($0.location?.line ?? 0) > 0 })
            bad += 1
        }
    }
    #expect(good > 10)
    #expect(bad > 1500)
}
