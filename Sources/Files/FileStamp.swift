import Glibc

/// What tells whether a file has been written to since: the file itself, its size and the moment of its last
/// change.
public struct FileStamp: Hashable, Sendable {
    private let device: UInt
    private let number: UInt
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    /// When it was last written to or renamed, in seconds since 1970.
    public var changed: Double { Double(seconds) }

    /// The stamp of the file at a path, links followed; `nil` where there is none.
    public init?(of path: String) {
        var status = stat()
        guard isSayable(path), stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_ctim.tv_sec
        nanoseconds = status.st_ctim.tv_nsec
    }
}
