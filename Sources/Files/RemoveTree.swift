import CLinux
import Diagnostics
import Glibc

/// Removes a folder with all that is in it; what is not there is no error.
///
/// Symbolic links are removed, never followed, and folders are entered by descriptor: what somebody renames
/// or links meanwhile is out of reach. What is mounted in it is not entered: that is an error.
///
/// - Throws: a `Diagnostic` with the path and the system's words.
public func removeTree(_ path: String) throws {
    do throws(SystemError) {
        guard isSayable(path) else { throw SystemError(code: ENOENT) }
        try remove(BytePath(path), in: nil, device: nil)
    } catch {
        if error.code == ENOENT { return }
        throw Diagnostic.error("cannot remove `\(path)`: \(error)", kind: error.kindOfWriting)
    }
}

/// Removes files of a folder by their paths in it, then the folders below it that this empties.
///
/// What is not named stays, and so does all that holds it; a path with a symbolic link or something mounted among its
/// folders is left alone, and so is what cannot be removed.
public func removeFiles(_ paths: [String], in folder: String) {
    guard isSayable(folder), let root = try? OpenFile(folder, O_RDONLY | O_DIRECTORY) else {
        return
    }
    var parents: Set<[String]> = []
    for path in paths {
        var parts = path.split(separator: "/").map(String.init)
        guard let name = parts.popLast(), !(parts + [name]).contains("..") else { continue }
        within(parts, root) { parent in _ = unlinkat(parent, name, 0) }
        for count in parts.indices { parents.insert(Array(parts[...count])) }
    }
    // The deepest first; one that still holds something refuses.
    for parts in parents.sorted(by: { $0.count > $1.count }) {
        guard let name = parts.last else { continue }
        within(Array(parts.dropLast()), root) { parent in _ = unlinkat(parent, name, AT_REMOVEDIR) }
    }
}

/// Calls `body` with the folder at the end of some names, none of them a symbolic link or mounted there.
private func within(_ parts: [String], _ root: borrowing OpenFile, _ body: (Int32) -> Void) {
    guard let first = parts.first else { return body(root.descriptor) }
    guard let next = try? OpenFile(folder: BytePath(first), within: root) else { return }
    within(Array(parts.dropFirst()), next, body)
}

private func remove(
    _ path: BytePath, in parent: Int32?, device: dev_t?
) throws(SystemError) {
    let (parent, name) = (parent ?? AT_FDCWD, path.characters)
    if unlinkat(parent, name, 0) == 0 { return }
    // POSIX says EPERM of a folder, Linux EISDIR.
    let error = SystemError.last
    var status = stat()
    guard error.code == EISDIR || error.code == EPERM,
        fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFDIR
    else { throw error }
    // The folder itself may be reached by any way; what is in it has to be of it.
    let descriptor = try retrying {
        device == nil
            ? openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            : lamina_open_folder_within(parent, name)
    }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw .last }
    guard device == nil || device == status.st_dev else { throw SystemError(code: EXDEV) }
    for name in try names(inFolder: BytePath("/proc/self/fd/\(descriptor)")) {
        try remove(name, in: descriptor, device: status.st_dev)
    }
    guard unlinkat(parent, name, AT_REMOVEDIR) == 0 else { throw .last }
}
