import Diagnostics
import FoundationEssentials
import Maps

/// The committed maps, as bytes and as features.
enum MapFiles {
    static let mexicoBytes = bytes(of: "mexico-states.geojson")
    static let worldBytes = bytes(of: "world-countries.geojson")
    static let mexico = collection(mexicoBytes, "mexico-states.geojson")
    static let world = collection(worldBytes, "world-countries.geojson")

    /// A file in `Maps/`, found by walking up from this one.
    private static func bytes(of name: String) -> [UInt8] {
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: "Maps").appending(path: name)
            if let data = try? Data(contentsOf: file) { return [UInt8](data) }
        }
        // The tests are about these files: without them none can say anything.
        fatalError("no Maps/\(name) above \(#filePath)")
    }

    private static func collection(_ bytes: [UInt8], _ name: String) -> FeatureCollection {
        do {
            return try FeatureCollection.parse(bytes, file: name)
        } catch {
            // As above: a file of ours that cannot be read fails every test at once, with its words.
            fatalError("\(error.all)")
        }
    }
}

/// A square as a feature, from its south-western corner, in degrees.
func square(_ id: String, _ west: Double, _ south: Double, side: Double = 1) -> GeoFeature {
    GeoFeature(id: id, polygons: [[ring(west, south, west + side, south + side)]])
}

/// A counterclockwise rectangle in degrees.
func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [GeoPoint] {
    [
        GeoPoint(longitude: west, latitude: south), GeoPoint(longitude: east, latitude: south),
        GeoPoint(longitude: east, latitude: north), GeoPoint(longitude: west, latitude: north),
    ]
}
