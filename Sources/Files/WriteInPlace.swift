import Diagnostics
import Glibc

/// Writes bytes over the beginning of the file at `path`, which is made if it is missing, and forces them to the disk.
///
/// A file of the same length needs no room for that: what is to be noted after something that cannot be undone is
/// written before, and changed afterwards. Throws a `Diagnostic` with the path and the system's words.
public func writeInPlace(_ bytes: [UInt8], to path: String) throws {
    do throws(SystemError) {
        guard isSayable(path) else { throw SystemError(code: ENOENT) }
        let file = try OpenFile(path, O_WRONLY | O_CREAT, mode: 0o666)
        try writeFully(bytes, to: file.descriptor)
        try file.synchronize()
    } catch {
        throw Diagnostic.error("cannot write `\(path)`: \(error)", kind: error.kindOfWriting)
    }
}
