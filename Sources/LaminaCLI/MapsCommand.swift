import ArgumentParser
import Deck
import Diagnostics
import Files
import JSON
import Maps

/// `lamina maps`: the boundaries that a deck can draw, and whether a file of one's own is sound.
struct MapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maps",
        abstract: "Lists boundaries: what a table is joined on, groups, names and codes.",
        discussion: """
            Without an argument it tells of the boundaries that come with the program. With the \
            name of some it lists their areas. With a file of one's own (GeoJSON or TopoJSON, its \
            name ending in .geojson, .topojson or .json) it checks the file and lists its areas; \
            each problem comes with file, line and column.

            Examples:
              lamina maps
              lamina maps mexico-states
              lamina maps Decks/mine/districts.geojson --strict
              lamina maps us-atlas.topo.json#states      one object of several
              lamina maps world-countries --json         for programs
            """)

    @Argument(
        help: ArgumentHelp(
            "Boundaries of the program, or a file of your own.", valueName: "name-or-file"))
    var name: String?

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @OptionGroup var resources: ResourcesOption
    @OptionGroup var limits: LimitsOption

    func run() throws {
        try Report.reporting {
            let told: [MapsListing]
            if let name {
                let boundaries = try boundaries(name)
                if strict, !boundaries.warnings.all.isEmpty { throw boundaries.warnings }
                Report.print(boundaries.warnings)
                told = [MapsListing(name, boundaries, withAreas: true)]
            } else {
                let folder = try folder()
                var findings = Diagnostics()
                // The mistakes of all files are told at once.
                told = try Self.names(in: folder).compactMap { name in
                    try findings.collecting {
                        MapsListing(name, try Self.read(name, in: folder), withAreas: false)
                    }
                }
                try findings.throwIfErrors()
            }
            let text =
                json
                ? (name == nil ? JSONText.array(told.map(\.json)) : told.first?.json ?? .null)
                    .description + "\n"
                : told.map(\.text).joined(separator: "\n")
            Report.tell(text, on: .output)
        }
    }

    // MARK: - Reading

    /// The boundaries that a name or a path means.
    private func boundaries(_ name: String) throws -> Boundaries {
        if let file = BoundaryFileName(name) {
            let (folder, path) = Self.parts(of: file.path)
            let source = SourceFolder(path: folder)
            return try Boundaries(
                reading: source.read(path), file: source.displayPath(path), object: file.object,
                limits: limits.limits)
        }
        let folder = try folder()
        let names = try Self.names(in: folder)
        guard names.contains(name) else {
            let guess = nearest(to: name, among: names).map { "did you mean “\($0)”?" }
            throw Diagnostic.error(
                "there are no boundaries “\(name)”", kind: .usage,
                hint: guess
                    ?? "there are \(names.joined(separator: ", ")); a file's name ends in .geojson, "
                    + ".topojson or .json")
        }
        return try Self.read(name, in: folder)
    }

    private func folder() throws -> SourceFolder {
        SourceFolder(path: try resources.found().path + "/Maps")
    }

    private static let ending = ".geojson"

    private static func names(in folder: SourceFolder) throws -> [String] {
        try folder.list(extension: "geojson").map { String($0.dropLast(ending.count)) }
    }

    private static func read(_ name: String, in folder: SourceFolder) throws -> Boundaries {
        let file = name + ending
        return try Boundaries(reading: folder.read(file), file: folder.displayPath(file))
    }

    /// A path's folder and the name of the file in it.
    private static func parts(of path: String) -> (folder: String, file: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }
}
