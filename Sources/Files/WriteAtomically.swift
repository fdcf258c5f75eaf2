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

/// Puts several files in their places: all of them are on the disk before the first one is renamed.
///
/// So a full disk, or a folder in the place of a file, changes nothing. Only where a renaming itself
/// fails are some files new and others old. Throws as the form for one file does.
public func writeAtomically(_ files: [(path: String, bytes: [UInt8])]) throws {
    var staged: [StagedFile] = []
    for file in files {
        try writing(to: file.path) { () throws(SystemError) in
            staged.append(try StagedFile(file.bytes, for: file.path))
        }
    }
    for file in staged {
        try writing(to: file.path) { () throws(SystemError) in try file.putInPlace() }
    }
    for folder in Set(files.map { folder(of: $0.path) }).sorted() {
        // As in the form for one file: what cannot be opened reaches the disk a little later.
        if let opened = try? OpenFile(folder, O_RDONLY | O_DIRECTORY) {
            try writing(to: folder) { () throws(SystemError) in try opened.synchronize() }
        }
    }
}

/// A file's bytes under a temporary name beside it; gone with its owner unless put in place.
private final class StagedFile {
    let path: String
    private var temporary: TemporaryFile?

    init(_ bytes: [UInt8], for path: String) throws(SystemError) {
        guard isSayable(path) else { throw SystemError(code: ENOENT) }
        let mode = try modeOfFile(at: path)
        let temporary = try TemporaryFile(in: folder(of: path))
        // Only the owner may do so; who may write the folder alone still gets a good file.
        if let mode { _ = fchmod(temporary.file.descriptor, mode) }
        try writeFully(bytes, to: temporary.file.descriptor)
        try temporary.file.synchronize()
        self.path = path
        self.temporary = consume temporary
    }

    func putInPlace() throws(SystemError) {
        try temporary.take()?.rename(to: path)
    }
}

/// Runs a step of writing and says which path it was for where it fails.
private func writing(to path: String, _ step: () throws(SystemError) -> Void) throws(Diagnostic) {
    do throws(SystemError) {
        try step()
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

/// A path without its last part; `.` for a name alone.
func folder(of path: String) -> String { pathParts(of: path).folder }
