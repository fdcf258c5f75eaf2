public import Diagnostics
import Files
import Zip

/// The files of the register at paths: files, and folders with what lies below them.
///
/// In folders and archives, tables (`.csv`) and metadata are read. Throws `Diagnostics` with all
/// that cannot be read.
public func publishedFiles(at paths: [String], limits: Limits = Limits()) throws -> [PublishedFile]
{
    var findings = Diagnostics()
    var files: [PublishedFile] = []
    // The same path twice is no mistake, and is read once.
    for path in Set(paths).sorted() {
        let found = try findings.collecting {
            isFolder(path) ? try filesOfFolder(path, limits) : try filesOfPath(path, limits)
        }
        files += found ?? []
    }
    try findings.throwIfErrors()
    return files
}

/// A file that was named by its path.
private func filesOfPath(_ path: String, _ limits: Limits) throws -> [PublishedFile] {
    let (folder, name) = parts(of: path)
    let bytes = try SourceFolder(path: folder).read(name, limit: largestFile)
    return try unpacked(PublishedFile(name: path, bytes: bytes), limits)
}

/// What lies in a folder and below it.
private func filesOfFolder(_ path: String, _ limits: Limits) throws -> [PublishedFile] {
    let folder = SourceFolder(path: path)
    var findings = Diagnostics()
    var files: [PublishedFile] = []
    for name in try folder.tree() where isWanted(name) || ends(name, in: ".zip") {
        let found = try findings.collecting {
            try unpacked(
                PublishedFile(
                    name: folder.displayPath(name),
                    bytes: try folder.read(name, limit: largestFile), isNamed: false), limits)
        }
        files += found ?? []
    }
    try findings.throwIfErrors()
    return files
}

/// The tables and metadata in an archive; for all else the file itself.
private func unpacked(_ file: PublishedFile, _ limits: Limits) throws -> [PublishedFile] {
    guard isArchive(file.bytes) else { return [file] }
    let archive = try ZipArchive(
        file.bytes, file: file.name,
        limits: ZipLimits(
            entryBytes: limits[.unpackedBytes], totalBytes: 2 * limits[.unpackedBytes],
            ratio: limits[.unpackRatio]))
    var findings = Diagnostics()
    var files: [PublishedFile] = []
    for entry in archive.entries where isWanted(entry.name) {
        let content = try findings.collecting { try archive.read(entry) }
        guard let content else { continue }
        files.append(
            PublishedFile(name: "\(file.name)/\(entry.name)", bytes: content, isNamed: false))
    }
    try findings.throwIfErrors()
    return files
}

/// Whether bytes begin as a zip archive does, an empty one included (APPNOTE 6.3.9, 4.3.7 and 4.3.16).
private func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
}

/// Whether a file in a folder or an archive, by its name, may be of the register.
///
/// Names that begin with a dot are what systems put beside files.
private func isWanted(_ name: String) -> Bool {
    let file = PublishedFile(name: name, bytes: [])
    guard !file.lastName.hasPrefix(".") else { return false }
    return ends(name, in: ".csv") || Vintages.isMetadata(file)
}

private func ends(_ name: String, in ending: String) -> Bool {
    name.lowercased().hasSuffix(ending)
}

/// A path's folder and the name of the file in it.
private func parts(of path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
}

/// In bytes: ten times the largest file that INEGI publishes.
private let largestFile = 64 << 20
