import CLinux
import Diagnostics
import Glibc

/// A folder that is to take another's place: it gets a new set of files, and what others laid into the old one.
struct SuccessorFolder {
    private let path: String
    private let old: String
    // As bytes, since two texts may be one text to Swift, and two names to the kernel.
    private let own: Set<BytePath>
    private var new: Set<BytePath> = []
    /// What others laid into the old one, as it was found there and as it was laid into this one.
    private var kept: [BytePath: (found: Stamp, laid: Stamp)] = [:]
    /// The folders made in it, by their paths in it.
    private var folders: Set<BytePath> = [BytePath("")]

    /// One at `path` for the folder `old`, of whose files those in `own` go; nothing is made yet.
    init(of old: String, at path: String, own: Set<String>) {
        self.init(of: old, at: path, own: Set(own.map { BytePath($0) }))
    }

    private init(of old: String, at path: String, own: Set<BytePath>) {
        (self.path, self.old, self.own) = (path, old, own)
    }

    /// Writes the files, takes along what is not ours, and forces all to the disk.
    mutating func fill(with files: [(path: String, bytes: [UInt8])]) throws {
        try createFolder(path)
        // Whoever may look into the old one may look into this one.
        liken(BytePath(""))
        new = Set(files.map { BytePath($0.path) })
        if isFolder(old) {
            try doing("empty", old) { () throws(SystemError) in try requireEmptiable(BytePath("")) }
        }
        for file in files {
            let (own, old) = (BytePath("\(path)/\(file.path)"), BytePath("\(old)/\(file.path)"))
            try doing("write", old.words) { () throws(SystemError) in
                try makeFolders(above: BytePath(file.path))
                try Self.write(file.bytes, to: own, like: old)
            }
        }
        try keepOthers(in: BytePath(""))
        for folder in folders { synchronizeFolder(newPath(folder)) }
    }

    /// Brings over what others laid into the old folder, or saved anew in it, after it had been looked through.
    ///
    /// - Parameters:
    ///   - left: where the old folder is now.
    ///   - path: where this one is.
    /// - Returns: false where something of theirs is left there.
    func bringOver(from left: String, to path: String) -> Bool {
        var late = SuccessorFolder(of: left, at: path, own: own)
        (late.new, late.kept) = (new, kept)
        return late.bringOver(BytePath(""))
    }

    private mutating func bringOver(_ folder: BytePath) -> Bool {
        guard let found = try? names(inFolder: oldPath(folder)) else { return false }
        var isWhole = true
        for name in found.sorted() {
            let inside = folder.appending(name)
            guard let changed = oldPath(inside).linkStatus else { continue }
            let there = newPath(inside).linkStatus
            if changed.st_mode & S_IFMT != S_IFDIR {
                if own.contains(inside) || new.contains(inside) { continue }
                if let kept = kept[inside], kept.found == Stamp(changed) { continue }
                // One file by two names.
                if let there, there.st_ino == changed.st_ino, there.st_dev == changed.st_dev {
                    continue
                }
                // Saved anew in both places: neither is to take the other's.
                guard there.map({ Stamp($0) }) == kept[inside]?.laid else {
                    isWhole = false
                    continue
                }
            } else if isMadeByUs(inside) || there.map({ $0.st_mode & S_IFMT }) == S_IFDIR {
                isWhole = bringOver(inside) && isWhole
                continue
            }
            let isMoved =
                (try? makeFolders(above: inside)) != nil
                && rename(oldPath(inside).characters, newPath(inside).characters) == 0
            isWhole = isWhole && isMoved
        }
        return isWhole
    }

    /// What tells whether a file is still the one that it was, with the same content.
    private struct Stamp: Equatable {
        var device: dev_t
        var number: ino_t
        var size: off_t
        var seconds: Int
        var nanoseconds: Int

        init(_ status: stat) {
            (device, number, size) = (status.st_dev, status.st_ino, status.st_size)
            (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        }
    }

    private func oldPath(_ inside: BytePath) -> BytePath { BytePath(old).appending(inside) }
    private func newPath(_ inside: BytePath) -> BytePath { BytePath(path).appending(inside) }

    // MARK: - What is not ours

    /// Takes along what is in a folder of the old set and neither of it nor of the new one.
    private mutating func keepOthers(in folder: BytePath) throws {
        let shown = oldPath(folder)
        guard let status = shown.linkStatus, status.st_mode & S_IFMT == S_IFDIR else { return }
        let found = try doing("read", shown.words) { () throws(SystemError) in
            try names(inFolder: shown)
        }
        for name in found.sorted() {
            let inside = folder.appending(name)
            let isFolder = oldPath(inside).linkStatus.map { $0.st_mode & S_IFMT } == S_IFDIR
            if own.contains(inside) || new.contains(inside), !isFolder { continue }
            try doing("keep", oldPath(inside).words) { () throws(SystemError) in
                guard isFolder else {
                    let found = oldPath(inside).linkStatus
                    try keep(inside)
                    if let found, let laid = newPath(inside).linkStatus {
                        kept[inside] = (Stamp(found), Stamp(laid))
                    }
                    return
                }
                // A file of the new set has its name.
                if new.contains(inside) { throw SystemError(code: EISDIR) }
                try requireNoMount(inside)
                try requireEmptiable(inside)
                // Folders that held nothing but the old set go with it.
                if !isMadeByUs(inside) { try makeFolder(inside) }
            }
            if isFolder { try keepOthers(in: inside) }
        }
    }

    private func isMadeByUs(_ folder: BytePath) -> Bool { own.contains { $0.isBelow(folder) } }

    /// Gives a file of others a second name in this folder, so that it stays the same file.
    ///
    /// Where the system does not let this process do so (a file of another owner, a file system without links), the folder
    /// gets a copy.
    private mutating func keep(_ inside: BytePath) throws(SystemError) {
        try makeFolders(above: inside)
        let (from, to) = (oldPath(inside), newPath(inside))
        if link(from.characters, to.characters) == 0 { return }
        let error = SystemError.last
        guard [EPERM, EOPNOTSUPP, EMLINK, ENOSYS].contains(error.code),
            let status = from.linkStatus
        else { throw error }
        switch status.st_mode & S_IFMT {
        case S_IFREG: try Self.copy(from, to: to, status)
        case S_IFLNK:
            let aim = BytePath(try target(ofLink: from))
            guard symlink(aim.characters, to.characters) == 0 else { throw .last }
        default: throw error
        }
    }

    /// Copies a file with its permissions and its times, and its owner as far as this process may.
    private static func copy(_ from: BytePath, to: BytePath, _ status: stat) throws(SystemError) {
        let source = try OpenFile(from, O_RDONLY | O_NOFOLLOW)
        let copy = try OpenFile(to, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
        // In portions: it may be of any size.
        while true {
            let portion = try source.read(limit: 1 << 20, expecting: 1 << 20)
            if portion.isEmpty { break }
            try writeFully(portion, to: copy.descriptor)
        }
        if fchown(copy.descriptor, status.st_uid, status.st_gid) != 0 {
            _ = fchown(copy.descriptor, uid_t.max, status.st_gid)
        }
        _ = fchmod(copy.descriptor, status.st_mode & 0o777)
        _ = futimens(copy.descriptor, [status.st_atim, status.st_mtim])
        try copy.synchronize()
    }

    /// What is mounted in the old folder would go with it.
    private func requireNoMount(_ inside: BytePath) throws(SystemError) {
        let folder = try OpenFile(old, O_RDONLY | O_DIRECTORY)
        _ = try OpenFile(folder: inside, within: folder)
    }

    /// What is in a folder of the old set is taken out of it later: where this process may not, it is left where it is,
    /// and so is everything else.
    private func requireEmptiable(_ inside: BytePath) throws(SystemError) {
        let folder = oldPath(inside)
        let found = try names(inFolder: folder)
        guard !found.isEmpty else { return }
        guard access(folder.characters, W_OK | X_OK) == 0 else { throw .last }
        // In a sticky folder that is not one's own, only one's own files can be removed.
        guard let status = folder.linkStatus, status.st_mode & S_ISVTX != 0,
            ![0, status.st_uid].contains(geteuid())
        else { return }
        for name in found where folder.appending(name).linkStatus?.st_uid != geteuid() {
            throw SystemError(code: EPERM)
        }
    }

    // MARK: - Files and folders

    private static func write(_ bytes: [UInt8], to path: BytePath, like old: BytePath)
        throws(SystemError)
    {
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
        if let status = old.linkStatus, status.st_mode & S_IFMT == S_IFREG {
            _ = fchmod(file.descriptor, status.st_mode & 0o777)
        }
        try writeFully(bytes, to: file.descriptor)
        try file.synchronize()
    }

    private mutating func makeFolders(above inside: BytePath) throws(SystemError) {
        if !inside.folder.isEmpty { try makeFolder(inside.folder) }
    }

    /// Makes a folder and those above it, each as open to others as the old one of its name.
    private mutating func makeFolder(_ folder: BytePath) throws(SystemError) {
        guard !folders.contains(folder) else { return }
        try makeFolders(above: folder)
        if mkdir(newPath(folder).characters, 0o777) == 0 {
            liken(folder)
        } else if errno != EEXIST {
            throw .last
        }
        folders.insert(folder)
    }

    /// Gives a folder the permissions of the old one of its name, and its owner as far as this process may.
    private func liken(_ folder: BytePath) {
        guard let status = oldPath(folder).linkStatus, status.st_mode & S_IFMT == S_IFDIR else {
            return
        }
        let path = newPath(folder).characters
        if lchown(path, status.st_uid, status.st_gid) != 0 {
            _ = lchown(path, uid_t.max, status.st_gid)
        }
        _ = chmod(path, status.st_mode & 0o7777)
    }
}
