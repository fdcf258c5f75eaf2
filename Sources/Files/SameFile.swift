public import Diagnostics
import Glibc

/// Throws where one of some files that are to be written is one of those that were read, whatever its name.
///
/// - Throws: a `Diagnostic` of kind `.usage`.
public func requireApart(
    _ outputs: some Sequence<String>, from inputs: some Sequence<String>
) throws(Diagnostic) {
    let known = Dictionary(
        inputs.compactMap { path in identity(of: path).map { ($0, path) } },
        uniquingKeysWith: { first, _ in first })
    for path in outputs {
        if let own = identity(of: path), let input = known[own] {
            throw .error(
                "`\(path)` would take the place of `\(input)`, which the deck is made of",
                kind: .usage, hint: "choose another folder or name")
        }
    }
}

/// A file by its device and number, links followed.
private struct Identity: Hashable {
    var device: dev_t
    var number: ino_t
}

private func identity(of path: String) -> Identity? {
    var status = stat()
    guard isSayable(path), stat(path, &status) == 0 else { return nil }
    return Identity(device: status.st_dev, number: status.st_ino)
}

/// Folders by whatever name, to be asked whether a path is one of them, or lies in one.
public struct FolderIndex {
    private let known: [Identity: String]

    /// Folders, of which those that are not there count for nothing.
    public init(_ folders: some Sequence<String>) {
        known = Dictionary(
            folders.compactMap { folder in identity(of: folder).map { ($0, folder) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The innermost of them that a path is, or lies in.
    public func folder(around path: String) -> String? {
        guard !known.isEmpty else { return nil }
        var path = path
        var below: Identity?
        // Above the root there is the root.
        while let own = identity(of: path), own != below {
            if let folder = known[own] { return folder }
            (path, below) = (path + "/..", own)
        }
        return nil
    }
}
