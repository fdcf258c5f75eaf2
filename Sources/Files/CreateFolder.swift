import Diagnostics
import Glibc

/// Makes a folder and those above it, as far as they are missing.
///
/// Throws a `Diagnostic` with the path and the system's words, of kind `.cannotCreate`, or
/// `.inputOutput` for a disk that is full, broken or read-only.
public func createFolder(_ path: String) throws {
    do throws(SystemError) {
        guard isSayable(path) else { throw SystemError(code: ENOENT) }
        var index = path.utf8.startIndex
        while index != path.utf8.endIndex {
            // Past the slashes and then the name, so that `/` itself is never made.
            let name = path.utf8[index...].drop { $0 == UInt8(ascii: "/") }
            index = name.firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
            try createOne(String(path[..<index]))
        }
    } catch {
        throw Diagnostic.error(
            "cannot create the folder `\(path)`: \(error)", kind: error.kindOfWriting)
    }
}

private func createOne(_ path: String) throws(SystemError) {
    if mkdir(path, 0o777) == 0 { return }
    let error = SystemError.last
    // It may have been there, or another process made it just now: either is fine. A read-only
    // disk says so even of folders that exist.
    var status = stat()
    guard stat(path, &status) == 0 else { throw error }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
}
