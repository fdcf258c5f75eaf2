/// The name of a file of boundaries as a deck or a command line writes it: a path, and after `#` the
/// object that is meant in it.
///
///     mexico.geojson
///     maps/us-atlas.topo.json#states
public struct BoundaryFileName: Hashable, Sendable {
    /// The file's path.
    public let path: String
    /// The object of a TopoJSON file; `nil` where none is named.
    public let object: String?

    private static let endings = [".geojson", ".topojson", ".json"]

    /// `nil` for what is not the name of such a file; boundaries that come with the program have no
    /// ending.
    public init?(_ name: String) {
        func isFile(_ path: some StringProtocol) -> Bool {
            Self.endings.contains { path.lowercased().hasSuffix($0) && path.count > $0.count }
        }
        if isFile(name) {
            (path, object) = (name, nil)
        } else if let mark = name.lastIndex(of: "#"), isFile(name[..<mark]) {
            (path, object) = (String(name[..<mark]), String(name[name.index(after: mark)...]))
        } else {
            return nil
        }
    }
}
