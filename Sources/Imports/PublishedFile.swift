/// A file of the register as it came: from a folder, or out of an archive.
public struct PublishedFile: Sendable {
    /// Its name in messages: its path, or an archive's path and the path inside.
    public let name: String
    /// Its content.
    public let bytes: [UInt8]
    /// Whether it was asked for by its own name, and so has to be a file of the register.
    public let isNamed: Bool

    /// A file and its name.
    public init(name: String, bytes: [UInt8], isNamed: Bool = true) {
        self.name = name
        self.bytes = bytes
        self.isNamed = isNamed
    }

    /// The last part of its name.
    var lastName: String {
        name.utf8.lastIndex(of: UInt8(ascii: "/")).map { slash in
            String(name[name.utf8.index(after: slash)...])
        } ?? name
    }

    /// The folder of the publication that it is part of.
    ///
    /// INEGI packs data, catalogues and metadata into folders beside each other: they share the
    /// folder above.
    var publication: String {
        var parts = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if let last = parts.last, Self.folders.contains(last.lowercased()) { parts.removeLast() }
        return parts.joined(separator: "/")
    }

    private static let folders: Set<String> = ["conjunto_de_datos", "catalogos", "metadatos"]
}
