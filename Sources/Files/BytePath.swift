import Glibc

/// A path as the kernel has it: bytes, which need not be UTF-8.
///
/// What other people lay into a folder may be called anything, and has to be kept, or removed, all the same.
struct BytePath: Hashable, Comparable {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    static func < (left: BytePath, right: BytePath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// It as text; `nil` where it is not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    /// It for messages.
    var words: String { String(decoding: bytes, as: UTF8.self) }

    /// It for calls of C.
    var characters: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    var isEmpty: Bool { bytes.isEmpty }

    /// What stands there, by `lstat`, so links are not followed; `nil` for nothing.
    var linkStatus: stat? {
        var status = stat()
        return lstat(characters, &status) == 0 ? status : nil
    }

    /// A path below it; the path itself below nothing.
    func appending(_ inner: BytePath) -> BytePath {
        if bytes.isEmpty { return inner }
        return inner.isEmpty ? self : BytePath(bytes + [Self.slash] + inner.bytes)
    }

    /// Whether it lies below a folder.
    func isBelow(_ folder: BytePath) -> Bool { bytes.starts(with: folder.bytes + [Self.slash]) }

    /// It without its last part; empty for a name alone.
    var folder: BytePath { BytePath(bytes[..<(bytes.lastIndex(of: Self.slash) ?? 0)]) }

    private static let slash = UInt8(ascii: "/")
}
