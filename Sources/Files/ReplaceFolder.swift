import CLinux
import Diagnostics
import Glibc

/// Puts files into a folder's place, all at once: whoever looks sees the old set or the new one.
///
/// They are written to a folder beside, forced to the disk, and the two folders change names in one call
/// (`renameat2`). What others put into the old folder comes along by hard links, or as copies where the system allows
/// no links. Where the file system cannot exchange names (NFS), the old folder steps aside first, and `settleFolder`
/// mends what a crash leaves of that.
///
/// - Parameters:
///   - path: the folder; it and those above it are made where they are missing.
///   - files: paths in the folder, and bytes.
///   - own: paths of the old set, which go unless they are among the new.
///   - workshop: the beginning of paths on the same file system that nobody else uses meanwhile.
/// - Returns: where the old folder is, if others laid something into it in the last moment that could not be brought
///   over; else `nil`.
/// - Throws: a `Diagnostic` with the path and the system's words; the old set is in its place then.
@discardableResult
public func replaceFolder(
    _ path: String, with files: [(path: String, bytes: [UInt8])], own: Set<String>,
    workshop: String
) throws -> String? {
    try replaceFolder(path, with: files, own: own, workshop: workshop, canExchange: true)
}

/// The same for tests, which want to see it on file systems that cannot exchange names, too.
@discardableResult
func replaceFolder(
    _ path: String, with files: [(path: String, bytes: [UInt8])], own: Set<String>,
    workshop: String, canExchange: Bool
) throws -> String? {
    let new = workshop + newEnding
    try createFolder(folder(of: path))
    try removeOrPutAside(new)
    var successor = SuccessorFolder(of: path, at: new, own: own)
    let left: String?
    do {
        try successor.fill(with: files)
        left = try doing("write", path) { () throws(SystemError) in
            try take(new, for: path, workshop, canExchange)
        }
    } catch {
        // What went wrong is told; what cannot be removed is swept at the next start.
        try? removeTree(new)
        throw error
    }
    guard let left else { return nil }
    guard successor.bringOver(from: left, to: path) else { return (try? putAside(left)) ?? left }
    // It has its place; of what is left behind nobody needs to hear.
    try? removeOrPutAside(left)
    return nil
}

/// Ends what a crash may have interrupted: takes away what was being written, and puts a folder that had stepped
/// aside back where nothing took its place.
public func settleFolder(_ path: String, workshop: String) throws {
    let old = workshop + oldEnding
    if isFolder(old) {
        if kind(of: path) == nil {
            try doing("restore", path) { () throws(SystemError) in
                guard rename(old, path) == 0 else { throw .last }
            }
        } else {
            try removeOrPutAside(old)
        }
    }
    try removeOrPutAside(workshop + newEnding)
}

/// Removes a folder; one that holds what this process may not remove gets another name, where it is in nobody's way.
private func removeOrPutAside(_ path: String) throws {
    do {
        try removeTree(path)
    } catch {
        try putAside(path)
    }
}

@discardableResult
private func putAside(_ path: String) throws -> String {
    try doing("move", path) { () throws(SystemError) in
        var number = 1
        while kind(of: "\(path).\(number)") != nil { number += 1 }
        guard rename(path, "\(path).\(number)") == 0 else { throw .last }
        return "\(path).\(number)"
    }
}

private let newEnding = ".new"
private let oldEnding = ".old"

/// Gives the new folder its name.
///
/// - Returns: where the old one is now; `nil` where there was none.
private func take(
    _ new: String, for path: String, _ workshop: String, _ canExchange: Bool
) throws(SystemError) -> String? {
    defer {
        for folder in [folder(of: path), folder(of: workshop)] {
            synchronizeFolder(BytePath(folder))
        }
    }
    switch kind(of: path) {
    case nil:
        guard rename(new, path) == 0 else { throw .last }
        return nil
    case S_IFDIR:
        if canExchange {
            if lamina_exchange(new, path) == 0 { return new }
            let error = SystemError.last
            guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.code) else { throw error }
        }
        let old = workshop + oldEnding
        guard rename(path, old) == 0 else { throw .last }
        guard rename(new, path) == 0 else {
            let error = SystemError.last
            _ = rename(old, path)
            throw error
        }
        return old
    default: throw SystemError(code: ENOTDIR)
    }
}

/// Runs a step and says what it was doing, and with which path, where it fails.
@discardableResult
func doing<Value>(
    _ verb: String, _ path: String, _ step: () throws(SystemError) -> Value
) throws(Diagnostic) -> Value {
    do throws(SystemError) {
        return try step()
    } catch {
        let hint: String? =
            switch error.code {
            case EXDEV:
                "the folder, what is in it and the batch's “.lamina” have to lie on one file system, and in one layer of it"
            case EISDIR: "it has the name of a file of the deck: move it away"
            case EACCES where verb != "write", EPERM where verb != "write":
                "this user has to be able to read what others lay there, and to empty its folder: move it away"
            default: nil
            }
        throw .error("cannot \(verb) `\(path)`: \(error)", kind: error.kindOfWriting, hint: hint)
    }
}

/// The kind of what stands at a path, links not followed; `nil` for nothing.
private func kind(of path: String) -> mode_t? {
    guard isSayable(path) else { return nil }
    return BytePath(path).linkStatus.map { $0.st_mode & S_IFMT }
}

/// A folder that cannot be opened reaches the disk a little later.
func synchronizeFolder(_ path: BytePath) {
    if let opened = try? OpenFile(path, O_RDONLY | O_DIRECTORY) { try? opened.synchronize() }
}
