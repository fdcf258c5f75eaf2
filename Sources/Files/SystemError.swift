import Diagnostics
import Glibc

/// A failure that the system reports by number.
public struct SystemError: Error, Hashable, Sendable {
    /// The number, as in `errno`.
    public let code: Int32

    /// The failure with a number of `errno`.
    public init(code: Int32) {
        self.code = code
    }

    /// Whether nobody reads the other end of a pipe any more.
    public var isBrokenPipe: Bool { code == EPIPE }

    /// The failure of the call just made.
    static var last: SystemError { SystemError(code: errno) }

    /// What family of failure writing a file belongs to.
    var kindOfWriting: FailureKind {
        switch code {
        case ENOSPC, EDQUOT, EIO, EROFS, EFBIG: .inputOutput
        default: .cannotCreate
        }
    }
}

extension SystemError: CustomStringConvertible {
    /// The system's words, by `strerror`: "No space left on device".
    public var description: String { String(cString: strerror(code)) }
}

/// Whether a C call would read a path as we wrote it: not empty, and no zero byte inside.
func isSayable(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
}

/// Repeats a call that a signal interrupted; a result below zero throws.
func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
    while true {
        let result = call()
        if result >= 0 { return result }
        let error = SystemError.last
        if error.code != EINTR { throw error }
    }
}
