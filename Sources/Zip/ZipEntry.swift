import Diagnostics

/// A file or folder in an archive.
public struct ZipEntry: Hashable, Sendable {
    /// The path within the archive: parts between `/`, none of them `..` or empty; a folder's ends
    /// in `/`.
    public let name: String
    /// How many bytes it has unpacked, as the archive says; reading finds out whether it is true.
    public let size: Int
    /// Its place in the archive, from 0.
    let index: UInt64
    /// How many bytes it has packed.
    let packedSize: Int
    /// How it is packed, by the number of the zip format.
    let method: UInt16
    /// Whether a password protects it.
    let isEncrypted: Bool

    /// Whether it is a folder, which has no content.
    public var isFolder: Bool { name.last == "/" }

    /// The name as messages show it: on one line and not too long.
    var shownName: String { excerpt(of: name) }
}

/// Why a name might lead out of the archive's own folder or mean another file on some system.
func fault(ofName name: String) -> String? {
    if name.isEmpty { return "has no name" }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        return "has a control character in its name"
    }
    if name.contains("\\") { return "has a backslash in its name" }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false)[...]
    if parts.first?.isEmpty == true || name.dropFirst().first == ":" {
        return "has an absolute path"
    }
    if parts.last?.isEmpty == true { parts = parts.dropLast() }
    if parts.contains("..") { return "has a path that leaves its folder" }
    if parts.contains("") || parts.contains(".") { return "has an empty part in its path" }
    return nil
}

/// A name within a message: on one line, and not too long.
func excerpt(of name: String, limit: Int = 60) -> String {
    name.unicodeScalars.count <= limit
        ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(limit))) + "…"
}
