import CLinux
import Diagnostics
import Glibc

/// Puts files into a folder's place, all at once: whoever looks sees the old set or the new one.
///
/// They are written to a folder beside, forced to the disk, and the two folders change names in one call
/// (`renameat2`). What others put into the old folder comes along by hard links. Where the file system cannot
/// exchange names (NFS), the old folder steps aside first, and `settleFolder` mends what a crash leaves of that.
///
/// - Parameters:
///   - path: the folder; it and those above it are made where they are missing.
///   - files: paths in the folder, and bytes.
///   - own: paths of the old set, which go unless they are among the new.
///   - workshop: the beginning of paths on the same file system that nobody else uses meanwhile.
/// - Throws: a `Diagnostic` with the path and the system's words; the old set is in its place then.
public func replaceFolder(
    _ path: String, with files: [(path: String, bytes: [UInt8])], own: Set<String>,
    workshop: String
) throws {
    try replaceFolder(path, with: files, own: own, workshop: workshop, canExchange: true)
}

/// The same for tests, which want to see it on file systems that cannot exchange names, too.
func replaceFolder(
    _ path: String, with files: [(path: String, bytes: [UInt8])], own: Set<String>,
    workshop: String, canExchange: Bool
) throws {
    let new = workshop + newEnding
    try createFolder(folder(of: path))
    try removeTree(new)
    do {
        try Successor(of: path, at: new, own: own).fill(with: files)
        try doing("write", path) { () throws(SystemError) in
            try take(new, for: path, workshop, canExchange)
        }
    } catch {
        // What went wrong is told; what cannot be removed is swept at the next start.
        try? removeTree(new)
        throw error
    }
    // It has its place; of what is left behind nobody needs to hear.
    try? removeTree(new)
    try? removeTree(workshop + oldEnding)
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
            try removeTree(old)
        }
    }
    try removeTree(workshop + newEnding)
}

private let newEnding = ".new"
private let oldEnding = ".old"

/// Gives the new folder its name.
private func take(
    _ new: String, for path: String, _ workshop: String, _ canExchange: Bool
) throws(SystemError) {
    defer {
        for folder in [folder(of: path), folder(of: workshop)] { synchronizeFolder(folder) }
    }
    switch kind(of: path) {
    case nil:
        guard rename(new, path) == 0 else { throw .last }
    case S_IFDIR:
        if canExchange {
            if lamina_exchange(new, path) == 0 { return }
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
    default: throw SystemError(code: ENOTDIR)
    }
}

/// A folder that is to take another's place.
private struct Successor {
    private let path: String
    private let old: String
    private let own: Set<String>
    /// The folders made in it, by their paths in it.
    private var folders: Set<String> = [""]

    init(of old: String, at path: String, own: Set<String>) throws {
        (self.path, self.old, self.own) = (path, old, own)
        try createFolder(path)
        // Whoever may look into the old one may look into this one.
        Self.liken(path, to: old)
    }

    /// Writes the files, links what is not ours, and forces all to the disk.
    consuming func fill(with files: [(path: String, bytes: [UInt8])]) throws {
        for file in files {
            let (own, old) = ("\(path)/\(file.path)", "\(old)/\(file.path)")
            try makeFolders(above: file.path)
            try doing("write", old) { () throws(SystemError) in
                try Self.write(file.bytes, to: own, like: old)
            }
        }
        try carry("", new: Set(files.map(\.path)))
        for folder in folders { synchronizeFolder("\(path)/\(folder)") }
    }

    private static func write(_ bytes: [UInt8], to path: String, like old: String)
        throws(SystemError)
    {
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
        var status = stat()
        if lstat(old, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            _ = fchmod(file.descriptor, status.st_mode & 0o777)
        }
        try writeFully(bytes, to: file.descriptor)
        try file.synchronize()
    }

    /// Links what stands in a folder of the old set and is neither of it nor of the new one.
    private mutating func carry(_ folder: String, new: Set<String>) throws {
        let shown = folder.isEmpty ? old : "\(old)/\(folder)"
        guard kind(of: shown) == S_IFDIR else { return }
        let names = try doing("read", shown) { () throws(SystemError) in
            try entries(ofFolder: shown)
        }
        for name in names.sorted() {
            let inside = folder.isEmpty ? name : "\(folder)/\(name)"
            if own.contains(inside) || new.contains(inside) { continue }
            if kind(of: "\(old)/\(inside)") == S_IFDIR {
                try doing("keep", "\(old)/\(inside)") { () throws(SystemError) in
                    try requireNoMount(inside)
                }
                // Folders that held nothing but the old set go with it.
                if !own.contains(where: { $0.hasPrefix(inside + "/") }) { try makeFolder(inside) }
                try carry(inside, new: new)
                continue
            }
            try makeFolders(above: inside)
            let (from, to) = ("\(old)/\(inside)", "\(path)/\(inside)")
            try doing("keep", from) { () throws(SystemError) in
                guard link(from, to) == 0 else { throw .last }
            }
        }
    }

    /// What is mounted in the old folder would go with it.
    private func requireNoMount(_ inside: String) throws(SystemError) {
        let folder = try OpenFile(old, O_RDONLY | O_DIRECTORY)
        let descriptor = folder.descriptor
        let found = try retrying { lamina_open_folder_within(descriptor, inside) }
        defer { close(found) }
        var (here, there) = (stat(), stat())
        guard fstat(descriptor, &here) == 0, fstat(found, &there) == 0 else { throw .last }
        guard here.st_dev == there.st_dev else { throw SystemError(code: EXDEV) }
    }

    private mutating func makeFolders(above inside: String) throws {
        let folder = folder(of: inside)
        if folder != "." { try makeFolder(folder) }
    }

    /// Makes a folder and those above it, each as open to others as the old one of its name.
    private mutating func makeFolder(_ folder: String) throws {
        guard !folders.contains(folder) else { return }
        try makeFolders(above: folder)
        try createFolder("\(path)/\(folder)")
        Self.liken("\(path)/\(folder)", to: "\(old)/\(folder)")
        folders.insert(folder)
    }

    /// Gives a folder another's permissions, and its owner as far as this process may.
    private static func liken(_ path: String, to old: String) {
        var status = stat()
        guard lstat(old, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
        _ = lchown(path, status.st_uid, status.st_gid)
        _ = chmod(path, status.st_mode & 0o7777)
    }
}

/// Runs a step and says what it was doing, and with which path, where it fails.
@discardableResult
private func doing<Value>(
    _ verb: String, _ path: String, _ step: () throws(SystemError) -> Value
) throws(Diagnostic) -> Value {
    do throws(SystemError) {
        return try step()
    } catch {
        let hint =
            error.code == EXDEV
            ? "the folder, what is in it and the batch's “.lamina” have to lie on one file system, and in one layer of it"
            : nil
        throw .error("cannot \(verb) `\(path)`: \(error)", kind: error.kindOfWriting, hint: hint)
    }
}

/// The kind of what stands at a path, links not followed; `nil` for nothing.
private func kind(of path: String) -> mode_t? {
    var status = stat()
    return isSayable(path) && lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// A folder that cannot be opened reaches the disk a little later.
private func synchronizeFolder(_ path: String) {
    if let opened = try? OpenFile(path, O_RDONLY | O_DIRECTORY) { try? opened.synchronize() }
}
