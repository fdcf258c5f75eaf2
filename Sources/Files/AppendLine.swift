import Diagnostics
import Glibc

/// Writes a line at the end of the file at `path`, which is made if it is missing.
///
/// A line is written by one call, so that those of several programs do not mix. Throws a `Diagnostic`
/// with the path and the system's words.
public func append(line: String, to path: String) throws {
    do throws(SystemError) {
        guard isSayable(path) else { throw SystemError(code: ENOENT) }
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o666)
        try writeFully(Array((line + "\n").utf8), to: file.descriptor)
    } catch {
        throw Diagnostic.error("cannot write `\(path)`: \(error)", kind: error.kindOfWriting)
    }
}
