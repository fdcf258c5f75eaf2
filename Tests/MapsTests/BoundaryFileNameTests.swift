import Maps
import Testing

@Test(
    arguments: [
        ("a.geojson", "a.geojson", nil), ("maps/b.topo.json", "maps/b.topo.json", nil),
        ("c.TopoJSON#states", "c.TopoJSON", "states"), ("d.json#", "d.json", ""),
        ("e#f.geojson", "e#f.geojson", nil), ("g.json#h.json", "g.json#h.json", nil),
        ("i.json#j#k", nil, nil), ("../l.json#m", "../l.json", "m"),
    ] as [(String, String?, String?)])
func namesOfFilesAreTakenApart(name: String, path: String?, object: String?) {
    #expect(BoundaryFileName(name)?.path == path)
    #expect(BoundaryFileName(name)?.object == object)
}

@Test(arguments: [
    "", "mexico-states", ".geojson", ".json#a", "a.csv", "a#b", "geojson", "a.json.gz",
])
func whatIsNotAFileIsAName(name: String) {
    #expect(BoundaryFileName(name) == nil)
}
