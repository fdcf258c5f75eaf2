import Diagnostics
import Glibc

/// A lock on a file or folder, by `flock`; the kernel takes it back when its owner ends, however that is.
public final class FileLock {
    private let file: OpenFile

    /// Takes the lock at a path, without waiting: `nil` where somebody else has it.
    ///
    /// A file that is missing is made, and stays: to remove it would part those who wait for it. A folder is
    /// locked as it is; where the file system cannot lock folders (NFS), it goes unlocked.
    ///
    /// - Parameters:
    ///   - isShared: whether others may have it, too, as long as all share it.
    ///   - note: what the file says as long as it is held, for those who find it so.
    /// - Throws: a `Diagnostic` where it cannot be made or locked.
    public init?(at path: String, isShared: Bool = false, note: String = "") throws {
        do throws(SystemError) {
            guard isSayable(path) else { throw SystemError(code: ENOENT) }
            let folder = isFolder(path)
            let flags = folder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT | O_NOFOLLOW
            file = try OpenFile(path, flags, mode: 0o666)
            let descriptor = file.descriptor
            do throws(SystemError) {
                _ = try retrying { flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) }
            } catch {
                if error.code == EWOULDBLOCK { return nil }
                guard folder else { throw error }
            }
            if !folder, !note.isEmpty {
                // A full disk does not keep anybody from holding it.
                _ = ftruncate(descriptor, 0)
                try? writeFully(Array((note + "\n").utf8), to: descriptor)
            }
        } catch {
            throw Diagnostic.error("cannot lock `\(path)`: \(error)", kind: error.kindOfWriting)
        }
    }
}
