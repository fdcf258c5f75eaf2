import Driver
import Lamina

/// Boundaries, GeoJSON and TopoJSON: they are read, with rings of places on the earth, or told to be wrong.
private func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Driver.bytes(start, count)
    do {
        let read = try Boundaries(reading: bytes, file: "m.json")
        for finding in read.warnings.all { _ = "\(finding)" }
        for feature in read.collection.features {
            for ring in feature.rings {
                precondition(ring.count >= 3)
                for point in ring {
                    precondition(point.longitude.isFinite && abs(point.latitude) <= 90)
                }
            }
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
