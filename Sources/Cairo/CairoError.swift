// The room of Cairo. It promises:
// - each C object has one Swift owner with one `deinit`; what it needs alive, it holds;
// - a method is one C call, with the C name in its doc comment;
// - Cairo never opens a file: bytes come from memory and go to memory;
// - a broken object is never handed out, and an error never becomes an empty picture: statuses are
//   checked where objects are made, at the end of a page and before bytes are handed out.
import CCairo

/// What Cairo found wrong, with what was being done.
public struct CairoError: Error, Hashable, Sendable {
    /// Cairo's number for an error; an open set, since newer versions add some.
    public struct Status: RawRepresentable, Hashable, Sendable {
        /// The number in `cairo_status_t`.
        public let rawValue: UInt32

        /// A status by its number.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        init(_ status: cairo_status_t) { rawValue = status.rawValue }

        /// Memory is out.
        public static let noMemory = Status(CAIRO_STATUS_NO_MEMORY)
        /// A width or height is too large or not positive.
        public static let invalidSize = Status(CAIRO_STATUS_INVALID_SIZE)
        /// A matrix cannot be inverted.
        public static let invalidMatrix = Status(CAIRO_STATUS_INVALID_MATRIX)
        /// Dashes are negative or all zero.
        public static let invalidDash = Status(CAIRO_STATUS_INVALID_DASH)
        /// An input stream ended early or holds nonsense.
        public static let readError = Status(CAIRO_STATUS_READ_ERROR)
        /// A sink refused bytes.
        public static let writeError = Status(CAIRO_STATUS_WRITE_ERROR)
        /// A surface was drawn on after its end.
        public static let surfaceFinished = Status(CAIRO_STATUS_SURFACE_FINISHED)
    }

    /// What is wrong.
    public let status: Status
    /// What was being done, as in "reading a PNG picture".
    public let activity: String

    /// An error with what was being done.
    public init(_ status: Status, while activity: String) {
        self.status = status
        self.activity = activity
    }

    /// Cairo's own words, `cairo_status_to_string`.
    public var message: String {
        cairo_status_to_string(cairo_status_t(status.rawValue)).map { String(cString: $0) }
            ?? "unknown error"
    }
}

extension CairoError: CustomStringConvertible {
    /// `cairo: message (number), while activity`.
    public var description: String { "cairo: \(message) (\(status.rawValue)), while \(activity)" }
}

/// Throws where a status is not success.
func check(
    _ status: cairo_status_t, while activity: @autoclosure () -> String
) throws(CairoError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw CairoError(CairoError.Status(status), while: activity())
}
