public import Files

/// Where a deck lies: its folder, or the deck file in it, as a user names them.
public struct DeckPath: Hashable, Sendable {
    /// The folder.
    public let folder: String
    /// The name of the file in it.
    public let file: String

    /// The deck at a path: a folder with a `deck.yaml`, or a file that ends in `.yaml` or `.yml`.
    public init(_ path: String) {
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".jsonl") else {
            (folder, file) = (path, "deck.yaml")
            return
        }
        (folder, file) = pathParts(of: path)
    }

    /// What may be read.
    public var source: SourceFolder { SourceFolder(path: folder) }

    /// What its document is called: the last part of the folder, or the file's own name where that is not
    /// `deck.yaml`.
    public var name: String {
        if file != "deck.yaml", let dot = file.lastIndex(of: "."), dot != file.startIndex {
            return String(file[..<dot])
        }
        // From the root, so that `.` is called as it is from elsewhere.
        var parts: [String] = []
        let path = absolutePath(of: folder)
        for part in path.utf8.split(separator: UInt8(ascii: "/")).map({ String(Substring($0)) }) {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.last ?? "deck"
    }
}
