import Diagnostics
import Files
import Maps

/// The fonts and boundaries that come with the program.
public struct Resources: Hashable, Sendable {
    /// The folder that holds `Fonts` and `Maps`.
    public let path: String

    /// The folder named, which must hold fonts and maps.
    ///
    /// - Throws: a `Diagnostic` of kind `.configuration` where it does not.
    public init(path: String) throws {
        self.path = path
        guard Resources.isComplete(path) else {
            throw Diagnostic.error(
                "“\(path)” holds no Fonts and Maps folders", kind: .configuration,
                hint: "name the folder that holds both, as the project's own root does")
        }
    }

    /// The folder found from the running executable: `../share/lamina` beside it, else the first
    /// folder above it that holds fonts and maps.
    ///
    /// - Throws: a `Diagnostic` of kind `.configuration` where there is none.
    public static func beside(executable: String) throws -> Resources {
        var folder = parent(executable)
        let shared = parent(folder) + "/share/lamina"
        if isComplete(shared) { return try Resources(path: shared) }
        while !folder.isEmpty {
            if isComplete(folder) { return try Resources(path: folder) }
            folder = parent(folder)
        }
        throw Diagnostic.error(
            "no Fonts and Maps folders beside \(executable)", kind: .configuration,
            hint: "name the folder that holds both with --resources")
    }

    /// The font files, in the order of their names.
    ///
    /// - Throws: a `Diagnostic` where the folder cannot be read.
    public func fontFiles() throws -> [String] {
        let folder = SourceFolder(path: path + "/Fonts")
        let names = try folder.list(extension: "otf") + folder.list(extension: "ttf")
        return names.map { path + "/Fonts/" + $0 }
    }

    /// Boundaries by name, or by a path of the deck's folder, with the file that holds them.
    func boundaries(
        _ name: String, deck: SourceFolder, limits: Limits = Limits(), at location: SourceLocation
    ) throws -> (boundaries: Boundaries, file: InputFile) {
        if let file = BoundaryFileName(name) {
            let bytes = try deck.read(file.path, at: location)
            let read = try Boundaries(
                reading: bytes, file: deck.displayPath(file.path), object: file.object,
                limits: limits)
            return (read, InputFile(path: file.path, origin: .deck, bytes: bytes))
        }
        let maps = SourceFolder(path: path + "/Maps")
        let names = try maps.list(extension: "geojson").map { String($0.dropLast(8)) }
        guard names.contains(name) else {
            let guess = nearest(to: name, among: names).map { "did you mean “\($0)”?" }
            throw Diagnostic.error(
                "there are no boundaries “\(name)”", at: location,
                hint: guess ?? "there are \(names.joined(separator: ", "))")
        }
        let file = name + ".geojson"
        let bytes = try maps.read(file, at: location)
        return (
            try Boundaries(reading: bytes, file: maps.displayPath(file)),
            InputFile(path: "Maps/" + file, origin: .program, bytes: bytes)
        )
    }

    private static func isComplete(_ path: String) -> Bool {
        holds("otf", path + "/Fonts") && holds("geojson", path + "/Maps")
    }

    /// Whether a folder is there and holds a file of a kind; one that cannot be read does not.
    private static func holds(_ kind: String, _ folder: String) -> Bool {
        ((try? SourceFolder(path: folder).list(extension: kind)) ?? []).isEmpty == false
    }

    /// The path without its last part; empty for a top level folder.
    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }
}
