import Diagnostics
import Glibc

extension SourceFolder {
    /// The paths in the folder of the regular files in it and below it, sorted.
    ///
    /// Symbolic links are not followed, so that no file is met twice and no way leads out; names
    /// that begin with a dot or are not UTF-8 are left out. Throws a `Diagnostic` where a folder is
    /// missing or cannot be listed, or where more than `limit` names are met.
    public func tree(limit: Int = 10_000) throws -> [String] {
        var files: [String] = []
        var folders = [""]
        var met = 0
        while let folder = folders.popLast() {
            let shown = folder.isEmpty ? (path.isEmpty ? "." : path) : displayPath(folder)
            let names: [String]
            do throws(SystemError) {
                guard isSayable(shown) else { throw SystemError(code: ENOENT) }
                names = try entries(ofFolder: shown)
            } catch {
                throw Diagnostic.error(
                    "cannot list the folder `\(shown)`: \(error)", kind: .inputMissing)
            }
            met += names.count
            guard met <= limit else {
                throw Diagnostic.error(
                    "more than \(limit) files lie below the folder `\(displayPath(""))`",
                    hint: "name a folder that holds less")
            }
            for name in names where !name.hasPrefix(".") {
                let inside = folder.isEmpty ? name : "\(folder)/\(name)"
                var status = stat()
                // What has gone since the folder was listed is not there any more: no fault.
                guard lstat(displayPath(inside), &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFREG: files.append(inside)
                case S_IFDIR: folders.append(inside)
                default: continue
                }
            }
        }
        return files.sorted()
    }
}

extension SourceFolder {
    /// The names of the folders right in the folder, sorted; symbolic links are none.
    ///
    /// Throws a `Diagnostic` where it cannot be listed.
    public func folders() throws -> [String] {
        do throws(SystemError) {
            guard isSayable(path) else { throw SystemError(code: ENOENT) }
            return try entries(ofFolder: path).filter { name in
                var status = stat()
                return lstat(displayPath(name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            }.sorted()
        } catch {
            throw Diagnostic.error(
                "cannot list the folder `\(path)`: \(error)", kind: .inputMissing)
        }
    }
}

/// Whether a folder holds anything, of whatever kind; what is missing or is no folder holds nothing.
public func holdsAnything(_ path: String) -> Bool {
    guard isSayable(path), let names = try? entries(ofFolder: path) else { return false }
    return !names.isEmpty
}

/// Whether a path leads to a folder, symbolic links followed.
public func isFolder(_ path: String) -> Bool {
    var status = stat()
    return isSayable(path) && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
