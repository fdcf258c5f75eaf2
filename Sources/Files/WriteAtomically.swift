import Diagnostics
import Glibc

/// Puts `bytes` into the file at `path`: afterwards it holds all of them, or what it held before.
///
/// They go to a temporary file in the same folder, to the disk, and under the final name at once.
/// A file that is replaced keeps its permissions; a symbolic link is replaced by the file.
/// Throws a `Diagnostic` with the path and the system's words: `.inputOutput` for a disk that is
/// full, broken or read-only, else `.cannotCreate`.
public func writeAtomically(_ bytes: [UInt8], to path: String) throws {
    do throws(SystemError) {
        guard isSayable(path) else { throw SystemError(code: ENOENT) }
        try replace(path, with: bytes)
    } catch {
        let hint = error.code == ENOENT ? "does its folder exist?" : nil
        throw Diagnostic.error(
            "cannot write `\(path)`: \(error)", kind: error.kindOfWriting, hint: hint)
    }
}

private func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let mode = try modeOfFile(at: path)
    let folder = folder(of: path)
    let temporary = try TemporaryFile(in: folder)
    if let mode {
        // Only the owner may do so; who may write the folder alone still gets a good file.
        _ = fchmod(temporary.file.descriptor, mode)
    }
    try writeFully(bytes, to: temporary.file.descriptor)
    try temporary.file.synchronize()
    try temporary.rename(to: path)
    // A folder that may be written but not read cannot be opened: its entry reaches the disk a
    // little later then.
    if let opened = try? OpenFile(folder, O_RDONLY | O_DIRECTORY) { try opened.synchronize() }
}

/// The permissions of the file to be replaced; `nil` without one.
private func modeOfFile(at path: String) throws(SystemError) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_mode & 0o777
    case S_IFDIR: throw SystemError(code: EISDIR)
    // To rename a file over `/dev/null` or a pipe would be the end of these.
    default: throw SystemError(code: EINVAL)
    }
}

private func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
