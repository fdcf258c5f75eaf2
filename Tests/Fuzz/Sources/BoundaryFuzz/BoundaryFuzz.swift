import Driver
import Lamina

/// Boundaries, GeoJSON and TopoJSON: they are read, or told to be wrong.
private func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Driver.bytes(start, count)
    do {
        let read = try Boundaries(reading: bytes, file: "m.json")
        for finding in read.warnings.all { _ = "\(finding)" }
        for feature in read.collection.features {
            precondition(feature.properties.count <= bytes.count)
        }
    } catch {
        precondition(error.hasErrors)
        for finding in error.all { _ = "\(finding)" }
    }
    return 0
}

@main
struct BoundaryFuzz {
    static func main() { fuzz(test) }
}
