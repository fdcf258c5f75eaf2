import Foundation
import TestSupport
import Testing

/// Two areas that share a border, as GeoJSON.
private let pair = """
    {"type": "FeatureCollection", "title": "A pair", "license": "CC0", "features": [
    {"type": "Feature", "id": "w", "properties": {"name": "West \\"1\\"", "part": "x"},
     "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
    {"type": "Feature", "id": "e", "properties": {"name": "East", "part": "x"},
     "geometry": {"type": "Polygon", "coordinates": [[[1,0],[2,0],[2,1],[1,1],[1,0]]]}}
    ]}
    """

/// The same as TopoJSON, beside another object.
private let topology = """
    {"type": "Topology", "arcs": [[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]],
     "objects": {"pair": {"type": "GeometryCollection", "geometries": [
      {"type": "Polygon", "id": "w", "arcs": [[0,1]]}, {"type": "Polygon", "id": "e", "arcs": [[2,-1]]}]},
     "one": {"type": "Polygon", "id": "o", "arcs": [[0,1]]}}}
    """

@Test func mapsListsWhatComesWithTheProgram() throws {
    let workplace = try Workplace()
    let maps = try workplace.lamina("maps")
    #expect(maps.exitCode == 0 && maps.errors == "")
    for words in [
        "mexico-states  ", "  areas     32, ", "inegi (01)", "places    label",
        "world-countries  ", "  areas     229, ", "iso2 (ID)", "region: africa (58), asia (35)",
        "licence   public domain",
    ] {
        #expect(maps.output.contains(words), "\(words)")
    }
    #expect(try workplace.lamina("maps", "--resources", repositoryRoot).output == maps.output)
}

@Test func mapsOfANameListsItsAreas() throws {
    let workplace = try Workplace()
    let maps = try workplace.lamina("maps", "mexico-states")
    #expect(maps.exitCode == 0 && maps.errors == "")
    #expect(maps.output.hasPrefix("mexico-states  "))
    #expect(maps.output.contains("\n  MX-NLE  N.L.    19     MX-NLE  Nuevo León\n"))
    #expect(maps.output.split(separator: "\n").count { $0.hasPrefix("  MX-") } == 32)
}

@Test func aNameThatIsNotThereIsAUsageError() throws {
    let workplace = try Workplace()
    let maps = try workplace.lamina("maps", "mexico-stats")
    #expect(maps.exitCode == 64 && maps.output == "")
    #expect(
        maps.errors == """
            error: there are no boundaries “mexico-stats”
              hint: did you mean “mexico-states”?

            """)
    #expect(try workplace.lamina("maps", "xyz").errors.contains("there are mexico-states, world"))
}

@Test func aFileOfOnesOwnIsListed() throws {
    let workplace = try Workplace()
    try workplace.write(pair, to: "own/pair.geojson")
    let maps = try workplace.lamina("maps", "own/pair.geojson", "--strict")
    #expect(maps.exitCode == 0 && maps.errors == "")
    #expect(
        maps.output == """
            own/pair.geojson  A pair
              areas     2, 8 vertices, 0.0° E to 2.0° E, 0.0° N to 1.0° N
              join on   id (w), name (West "1")
              groups    none
              places    none; labels find their own
              licence   CC0

              id  name      part
              w   West "1"  x
              e   East      x

            """)
    #expect(
        try workplace.lamina("maps", workplace.absolute("own/pair.geojson")).exitCode == 0)
    let inside = try workplace.lamina(["maps", "pair.geojson"], in: workplace.absolute("own"))
    #expect(inside.exitCode == 0)
}

@Test func anObjectOfATopologyIsNamed() throws {
    let workplace = try Workplace()
    try workplace.write(topology, to: "pair.topo.json")
    let named = try workplace.lamina("maps", "pair.topo.json#pair")
    #expect(named.exitCode == 0 && named.errors == "")
    #expect(named.output.contains("\n  objects   pair, one\n"))
    #expect(named.output.hasSuffix("\n\n  id\n  w\n  e\n"))
    let open = try workplace.lamina("maps", "pair.topo.json")
    #expect(open.exitCode == 65 && open.output == "")
    #expect(
        open.errors == """
            pair.topo.json:1:1: error: the file has the objects “pair”, “one”
              hint: say which is meant behind the file's name: #pair

            """)
}

@Test func jsonIsForPrograms() throws {
    let workplace = try Workplace()
    try workplace.write(pair, to: "pair.json")
    let own = try workplace.lamina("maps", "pair.json", "--json")
    let object = try #require(
        JSONSerialization.jsonObject(with: Data(own.output.utf8)) as? [String: Any])
    #expect(object["title"] as? String == "A pair")
    #expect(object["areas"] as? Int == 2)
    let list = try #require(object["list"] as? [[String: String]])
    #expect(
        list == [
            ["id": "w", "name": "West \"1\"", "part": "x"],
            ["id": "e", "name": "East", "part": "x"],
        ])
    let all = try workplace.lamina("maps", "--json")
    let array = try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [[String: Any]]
    #expect(array?.compactMap { $0["name"] as? String } == ["mexico-states", "world-countries"])
}

@Test func mistakesOfAFileAreToldWithTheirPlaces() throws {
    let workplace = try Workplace()
    let broken = pair.replacingOccurrences(of: ",[0,0]]]", with: ",[0,91]]]")
        .replacingOccurrences(of: "[2,1]", with: "[2,\"1\"]")
    try workplace.write(broken, to: "pair.geojson")
    let maps = try workplace.lamina("maps", "pair.geojson")
    #expect(maps.exitCode == 65 && maps.output == "")
    #expect(
        maps.errors == """
            pair.geojson:3:50: error: a ring is not closed
              hint: repeat the first position at the end
            pair.geojson:3:75: error: the position [0.0, 91.0] is not on the earth
              hint: positions are [longitude, latitude] in degrees
            pair.geojson:5:66: error: expected a number, found '"'

            """)
}

@Test func warningsAreErrorsOnlyWhereAskedFor() throws {
    let workplace = try Workplace()
    try workplace.write(
        pair.replacingOccurrences(of: "[1,1],[0,1],", with: "[0,1],[1,1],"), to: "pair.geojson")
    let warning = """
        pair.geojson:3:50: warning: the outline of “West "1"” crosses itself near 0.5° N 0.5° E

        """
    let lenient = try workplace.lamina("maps", "pair.geojson")
    #expect(lenient.exitCode == 0 && lenient.errors == warning)
    #expect(lenient.output.hasPrefix("pair.geojson  A pair\n"))
    let strict = try workplace.lamina("maps", "pair.geojson", "--strict")
    #expect(strict.exitCode == 65 && strict.errors == warning && strict.output == "")
}

@Test func filesThatAreNotThereOrNotMapsHaveTheirExitCodes() throws {
    let workplace = try Workplace()
    try workplace.write("a,b\n1,2\n", to: "table.json")
    #expect(try workplace.lamina("maps", "nowhere.geojson").exitCode == 66)
    #expect(try workplace.lamina("maps", "nowhere/a.geojson").exitCode == 66)
    #expect(try workplace.lamina("maps", "table.json").exitCode == 65)
    #expect(try workplace.lamina("maps", "a", "b").exitCode == 64)
    #expect(try workplace.lamina("maps", "--resources", "/nowhere").exitCode == 78)
}
