import Files
import Glibc

/// A folder of a test's own under /tmp, removed with its owner.
struct TestFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/lamina-tests-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw SystemError(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // What cannot be removed lies in the system's temporary folder, where nobody minds it.
        try? removeTree(path)
    }

    /// The path of a name in it.
    func callAsFunction(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// The folder as the room reads it.
    var source: SourceFolder { SourceFolder(path: path) }

    /// Puts a file there, with the folders above it.
    func write(_ text: String, to name: String) throws {
        let parts = name.split(separator: "/").dropLast()
        if !parts.isEmpty { try createFolder(self(parts.joined(separator: "/"))) }
        try writeAtomically(Array(text.utf8), to: self(name))
    }

    /// Puts a symbolic link there.
    func link(_ name: String, to target: String) throws {
        try succeed(unsafe symlink(target, self(name)))
    }

    /// The text of a file, by the room's own reader.
    func text(_ name: String) throws -> String {
        String(decoding: try source.read(name), as: UTF8.self)
    }
}

/// Throws what the system says where a call failed.
func succeed(_ result: Int32) throws {
    if result != 0 { throw SystemError(code: errno) }
}

/// The names in a folder, sorted, those with a dot at the start included.
func names(in path: String) -> [String] {
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
            unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}
