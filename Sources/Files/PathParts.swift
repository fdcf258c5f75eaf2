import Glibc

/// A path's folder, `.` where it names none, and the name in it.
///
/// Split at bytes, as the kernel does: a slash with an accent on it is another character, and a slash all the same.
public func pathParts(of path: String) -> (folder: String, file: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
}

/// A path from the root, whatever folder this program runs in; where the system does not say which, the path as it is.
public func absolutePath(of path: String) -> String {
    guard path.utf8.first != UInt8(ascii: "/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let root = String(cString: folder)
    return path == "." ? root : "\(root == "/" ? "" : root)/\(path)"
}
