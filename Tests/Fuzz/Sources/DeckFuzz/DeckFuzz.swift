import Driver
import Glibc
import Lamina

/// A folder in memory with what decks name; the deck file in it is the input.
private struct Folder: Sendable {
    let path: String
    let resources: Resources
    let fonts: FontSet

    init() {
        guard let root = getenv("LAMINA_ROOT").map({ String(cString: $0) }) else {
            preconditionFailure("LAMINA_ROOT names the package")
        }
        guard let folder = getenv("LAMINA_FUZZ").map({ String(cString: $0) }) else {
            preconditionFailure("LAMINA_FUZZ names a folder of this fuzzer's own")
        }
        path = folder
        let table = """
            mes,marca,unidades,status,source
            2024-01,Nissan,5,official,INEGI
            2024-02,Otra,,missing,

            """
        Self.write(Array(table.utf8), "\(path)/ventas.csv")
        let map = """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"k": "a"},
            "geometry": {"type": "Polygon", "coordinates": [[[0,0],[0,9],[9,9],[0,0]]]}}]}
            """
        Self.write(Array(map.utf8), "\(path)/m.geojson")
        do {
            resources = try Resources(path: root)
            fonts = try FontSet(files: resources.fontFiles())
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static func write(_ bytes: [UInt8], _ path: String) {
        guard let file = fopen(path, "w") else { preconditionFailure(path) }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

private let folder = Folder()

/// Deck files: they are loaded and laid out, or told to be wrong.
private func test(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Folder.write(bytes(start, count), "\(folder.path)/deck.yaml")
    var limits = Limits()
    limits[.querySteps] = 200_000
    limits[.queryRows] = 2000
    do {
        let deck = try Deck.load(
            from: SourceFolder(path: folder.path), resources: folder.resources, limits: limits)
        let typesetter = try Typesetter(fonts: folder.fonts)
        for page in deck.pages.prefix(3) {
            for finding in page.scene(measuring: typesetter).1.all { _ = "\(finding)" }
        }
    } catch let findings as Diagnostics {
        precondition(findings.hasErrors && findings.failure != .internalFailure)
        for finding in findings.all { _ = "\(finding)" }
    } catch let finding as Diagnostic {
        precondition(finding.kind != .internalFailure)
    } catch {
        preconditionFailure("\(error)")
    }
    return 0
}

@main
struct DeckFuzz {
    static func main() { fuzz(test) }
}
