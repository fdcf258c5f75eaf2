import CLinux
import Glibc

/// `O_PATH` of Linux, which Swift's view of Glibc leaves out; the same on x86 and ARM.
let pathOnly: Int32 = 0o10_000_000

/// Owns an open file descriptor, and closes it when it goes.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    /// Takes over a descriptor that is open already.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Opens a path, by `open`; never inherited by other programs, never a controlling terminal.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        descriptor = try retrying { open(path, flags | O_CLOEXEC | O_NOCTTY, mode) }
    }

    /// The same for a path that need not be UTF-8.
    init(_ path: BytePath, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        let path = path.characters
        descriptor = try retrying { open(path, flags | O_CLOEXEC | O_NOCTTY, mode) }
    }

    /// Opens a path below `folder`, by `openat`.
    init(_ path: String, in folder: borrowing OpenFile, _ flags: Int32) throws(SystemError) {
        let parent = folder.descriptor
        descriptor = try retrying { openat(parent, path, flags | O_CLOEXEC | O_NOCTTY) }
    }

    /// Opens a folder below `folder` that is neither a symbolic link nor mounted there: `EXDEV` for the latter.
    init(folder path: BytePath, within folder: borrowing OpenFile) throws(SystemError) {
        let parent = folder.descriptor
        let opened = try retrying { lamina_open_folder_within(parent, path.characters) }
        var (here, there) = (stat(), stat())
        // Where the kernel does not see to it.
        guard fstat(parent, &here) == 0, fstat(opened, &there) == 0, here.st_dev == there.st_dev
        else {
            close(opened)
            throw SystemError(code: EXDEV)
        }
        descriptor = opened
    }

    deinit {
        // Linux frees the descriptor even where `close` reports an error; what was written has
        // been forced out by `fsync` before, so nothing is lost unseen.
        _ = close(descriptor)
    }

    /// Where the kernel reaches this very file, whatever became of its name.
    var kernelPath: String { "/proc/self/fd/\(descriptor)" }

    /// What it is, by `fstat`.
    func status() throws(SystemError) -> stat {
        var status = stat()
        let descriptor = descriptor
        _ = try retrying { fstat(descriptor, &status) }
        return status
    }

    /// Has everything written so far reach the disk, by `fsync`.
    func synchronize() throws(SystemError) {
        let descriptor = descriptor
        do throws(SystemError) {
            _ = try retrying { fsync(descriptor) }
        } catch {
            // A pseudo file system without a disk behind it has nothing to force out.
            guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
        }
    }

    /// What it is if it is not a regular file, for messages.
    var nounUnlessRegular: String? {
        guard let status = try? status() else { return "something unknown" }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }

    /// Whether it lies in `folder` or below, by where the kernel knows the two to be.
    func isInside(_ folder: borrowing OpenFile) throws(SystemError) -> Bool {
        var root = try target(ofLink: BytePath(folder.kernelPath))
        let place = try target(ofLink: BytePath(kernelPath))
        if root.last != UInt8(ascii: "/") { root.append(UInt8(ascii: "/")) }
        return place.starts(with: root) || place.elementsEqual(root.dropLast())
    }

    /// Reads up to `limit` bytes, or to the end.
    func read(limit: Int, expecting size: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, min(size, limit)))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let descriptor = descriptor
        while bytes.count < limit {
            let wanted = min(buffer.count, limit - bytes.count)
            let count = try retrying { Glibc.read(descriptor, &buffer, wanted) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}

/// Writes all bytes, whatever the portions; waits where the descriptor would block.
func writeFully(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
            write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        }
        if count >= 0 {
            written += count
            continue
        }
        let error = SystemError.last
        switch error.code {
        case EINTR: continue
        case EAGAIN:
            var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = try retrying { poll(&wait, 1, -1) }
        default: throw error
        }
    }
}

/// The target of a symbolic link, by `readlink`: bytes, since Linux compares paths as such.
func target(ofLink path: BytePath) throws(SystemError) -> [UInt8] {
    let path = path.characters
    var capacity = 1024
    while true {
        var buffer = [CChar](repeating: 0, count: capacity)
        let count = try retrying { readlink(path, &buffer, capacity) }
        // A target that fills the buffer may have been cut.
        if count < capacity { return buffer[..<count].map { UInt8(bitPattern: $0) } }
        capacity *= 2
    }
}
