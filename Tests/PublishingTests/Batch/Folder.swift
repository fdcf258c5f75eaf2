import Files
import Glibc

/// A folder of a test's own, removed with its owner.
final class Folder {
    let path: String

    init() throws {
        var template = Array("/tmp/lamina-batch-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw SystemError(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // What cannot be removed lies in the system's temporary folder, where nobody minds it.
        try? removeTree(path)
    }

    func write(_ text: String, to name: String) throws {
        let parts = name.split(separator: "/").dropLast()
        if !parts.isEmpty { try createFolder("\(path)/\(parts.joined(separator: "/"))") }
        try writeAtomically(Array(text.utf8), to: "\(path)/\(name)")
    }

    func text(_ name: String) throws -> String {
        String(decoding: try SourceFolder(path: path).read(name), as: UTF8.self)
    }
}
