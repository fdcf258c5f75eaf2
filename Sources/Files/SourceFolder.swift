// The room of files. It promises:
// - reading never leaves the folder it was given, never blocks, and never takes more than asked;
// - a file that was written is complete, or is the old one: there is nothing in between;
// - whatever fails says which path, and what the system said.

public import Diagnostics
import Glibc

/// A folder whose files may be read, and nothing outside it.
public struct SourceFolder: Hashable, Sendable {
    /// The folder as the user gave it; empty for the one in which the command runs.
    public let path: String
    /// Bytes that a file in it may have, unless the reader says so.
    public let fileBytes: Int

    /// The folder at a path; nothing is looked at before something is read.
    public init(path: String, fileBytes: Int = Limit.fileBytes.standard) {
        self.path = path
        self.fileBytes = fileBytes
    }

    /// A file's path as the user knows it: the folder's path, a slash, and the path inside.
    public func displayPath(_ relativePath: String) -> String {
        let endsInSlash = path.utf8.last == UInt8(ascii: "/")
        return path.isEmpty || endsInSlash ? path + relativePath : "\(path)/\(relativePath)"
    }

    /// The bytes of a regular file in the folder or below it; `limit` is in bytes, `nil` for `fileBytes`.
    ///
    /// `location` is the place that names the file, for messages. Symbolic links are followed as
    /// long as they stay in the folder. Throws a `Diagnostic` of kind `.permission` for a path
    /// that leaves the folder, `.inputMissing` for a file that is missing or unreadable, `.data`
    /// for what is not a regular file or is too large, `.inputOutput` where reading fails.
    public func read(
        _ relativePath: String, limit: Int? = nil, at location: SourceLocation? = nil
    ) throws -> [UInt8] {
        let file = try locate(relativePath, at: location)
        let shown = displayPath(relativePath)
        if let noun = file.nounUnlessRegular {
            throw Diagnostic.error("`\(shown)` is \(noun), not a file", at: location)
        }
        let isNamed = limit == nil
        let limit = max(0, min(limit ?? fileBytes, Int.max - 1))
        let size: Int
        let bytes: [UInt8]
        do throws(SystemError) {
            size = try file.status().st_size
            let opened = try OpenFile(file.kernelPath, O_RDONLY | O_NONBLOCK)
            // One byte more than allowed shows a file that has grown since.
            bytes = size > limit ? [] : try opened.read(limit: limit + 1, expecting: size)
        } catch {
            let isForbidden = error.code == EACCES || error.code == EPERM
            throw Diagnostic.error(
                "cannot read `\(shown)`: \(error)",
                kind: isForbidden ? .inputMissing : .inputOutput, at: location)
        }
        guard size <= limit, bytes.count <= limit else {
            throw Diagnostic.error(
                "`\(shown)` has \(max(size, bytes.count)) bytes, more than the \(limit) allowed",
                at: location,
                hint: isNamed
                    ? Limit.fileBytes.hint("read less: group the rows, simplify the map") : nil)
        }
        return bytes
    }

    /// Whether `read` would find a regular file there.
    public func exists(_ relativePath: String) -> Bool {
        guard let file = try? locate(relativePath, at: nil) else { return false }
        return file.nounUnlessRegular == nil
    }

    /// The names of the regular files right in the folder that end in `.` and `fileExtension`.
    ///
    /// Upper and lower case are the same in the extension; the names are sorted. Names that are
    /// not UTF-8 are left out, since no deck can say them. Throws a `Diagnostic` where the folder
    /// is missing or cannot be listed.
    public func list(extension fileExtension: String) throws -> [String] {
        let suffix = "." + fileExtension.lowercased()
        return try names().filter { name in
            name.utf8.count > suffix.utf8.count && name.lowercased().hasSuffix(suffix)
                && exists(name)
        }.sorted()
    }
}

// MARK: - Finding

extension SourceFolder {
    private var openPath: String { path.isEmpty ? "." : path }

    /// Finds a file without opening it for reading, and makes sure that it is in the folder.
    ///
    /// `O_PATH` has no effect on devices and does not wait for the other end of a FIFO. The place
    /// that counts is that of the file which was found, as the kernel knows it, so that renaming
    /// and linking meanwhile lead nowhere.
    private func locate(
        _ relativePath: String, at location: SourceLocation?
    ) throws(Diagnostic) -> OpenFile {
        let shown = displayPath(relativePath)
        guard isSayable(relativePath) else {
            let flaw = relativePath.isEmpty ? "a file's path is empty" : "a path has a zero byte"
            throw .error(flaw, at: location)
        }
        // Bytes, not characters: a slash with an accent on it is a slash to the kernel.
        guard relativePath.utf8.first != UInt8(ascii: "/") else {
            throw .error(
                "the path `\(relativePath)` is absolute", kind: .permission, at: location,
                hint: "name files relative to the folder `\(openPath)`")
        }
        guard !climbsOut(relativePath) else { throw outside(shown, at: location) }
        let folder = try openFolder(at: location)
        let file = try open(relativePath, in: folder, shown, at: location)
        // Where the kernel does not say, `/proc` is missing, and nothing can be trusted.
        guard let isInside = try? file.isInside(folder), isInside else {
            throw outside(shown, at: location)
        }
        return file
    }

    private func open(
        _ relativePath: String, in folder: borrowing OpenFile, _ shown: String,
        at location: SourceLocation?
    ) throws(Diagnostic) -> OpenFile {
        do throws(SystemError) {
            return try OpenFile(relativePath, in: folder, pathOnly)
        } catch {
            let message =
                error.code == ENOENT
                ? "the file `\(shown)` does not exist" : "cannot open `\(shown)`: \(error)"
            throw .error(message, kind: .inputMissing, at: location)
        }
    }

    private func openFolder(at location: SourceLocation?) throws(Diagnostic) -> OpenFile {
        do throws(SystemError) {
            guard isSayable(openPath) else { throw SystemError(code: ENOENT) }
            return try OpenFile(openPath, pathOnly | O_DIRECTORY)
        } catch {
            let message =
                error.code == ENOENT
                ? "the folder `\(openPath)` does not exist"
                : "cannot open the folder `\(openPath)`: \(error)"
            throw .error(message, kind: .inputMissing, at: location)
        }
    }

    private func outside(_ shown: String, at location: SourceLocation?) -> Diagnostic {
        .error(
            "`\(shown)` leads out of the folder `\(openPath)`", kind: .permission, at: location,
            hint: "copy the file into the folder")
    }

    private func names() throws(Diagnostic) -> [String] {
        let folder = try openFolder(at: nil)
        do throws(SystemError) {
            return try entries(ofFolder: folder.kernelPath)
        } catch {
            throw .error("cannot list the folder `\(openPath)`: \(error)", kind: .inputMissing)
        }
    }

    /// Whether a path has more `..` than folders before it, even if it comes back.
    private func climbsOut(_ path: String) -> Bool {
        var depth = 0
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual(".".utf8) { continue }
            depth += part.elementsEqual("..".utf8) ? -1 : 1
            if depth < 0 { return true }
        }
        return false
    }
}
