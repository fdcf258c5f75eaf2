import Glibc

/// A new file beside the one that it will become; removed with its owner unless renamed.
///
/// Its name is `.lamina-`, the process, `-` and a counter. It is locked as long as it is written,
/// so that a sweep from another container, with process numbers of its own, leaves it alone.
struct TemporaryFile: ~Copyable {
    /// The start of every name.
    static let prefix = ".lamina-"
    /// Names tried before giving up; only files that a dead process left behind stand in the way.
    private static let attempts = 10_000

    let file: OpenFile
    private let path: String
    private var isRenamed = false

    /// An empty file in `folder`, open for writing.
    init(in folder: String) throws(SystemError) {
        var counter = 0
        while true {
            let path = "\(folder)/\(Self.prefix)\(getpid())-\(counter)"
            do throws(SystemError) {
                file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
                self.path = path
                break
            } catch {
                counter += 1
                guard error.code == EEXIST, counter < Self.attempts else { throw error }
            }
        }
        // Some file systems have no locks; the process number in the name must do there.
        _ = flock(file.descriptor, LOCK_EX | LOCK_NB)
    }

    /// Gives it its final name, by `rename`; what had that name is gone.
    consuming func rename(to newPath: String) throws(SystemError) {
        guard Glibc.rename(path, newPath) == 0 else { throw .last }
        isRenamed = true
    }

    deinit {
        // What else went wrong is being reported; a temporary that stays is swept later.
        if !isRenamed { _ = unlink(path) }
    }
}

/// Removes the temporary files that dead processes left in a folder, and gives their names.
///
/// Files of living processes stay, as do those that are locked. Whatever cannot be removed stays
/// too, without an error: the sweep is a courtesy.
@discardableResult public func sweepTemporaries(in folder: String) -> [String] {
    guard isSayable(folder), let names = try? entries(ofFolder: folder) else { return [] }
    return names.sorted().filter { name in
        guard let process = owner(ofTemporary: name), !isAlive(process) else { return false }
        let path = "\(folder)/\(name)"
        guard let file = try? OpenFile(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW),
            file.nounUnlessRegular == nil,
            flock(file.descriptor, LOCK_EX | LOCK_NB) == 0
        else { return false }
        return unlink(path) == 0
    }
}

/// The process in the name of a temporary file; `nil` for names that are not ours.
private func owner(ofTemporary name: String) -> pid_t? {
    let prefix = TemporaryFile.prefix
    guard name.hasPrefix(prefix) else { return nil }
    let parts = name.dropFirst(prefix.count).split(
        separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let process = pid_t(parts[0]), process > 0, UInt(parts[1]) != nil else {
        return nil
    }
    return process
}

private func isAlive(_ process: pid_t) -> Bool {
    // Signal 0 asks only; anything but "no such process" means that there is one.
    guard kill(process, 0) == 0 || errno != ESRCH else { return false }
    // One that has ended and whose end nobody has taken note of (in containers that may be for ever) writes no more.
    guard let file = try? OpenFile("/proc/\(process)/stat", O_RDONLY),
        let line = try? file.read(limit: 4096, expecting: 512),
        // Its name, which may hold anything, ends at the last bracket.
        let bracket = line.lastIndex(of: UInt8(ascii: ")"))
    else { return true }
    return line[bracket...].dropFirst(2).first != UInt8(ascii: "Z")
}
