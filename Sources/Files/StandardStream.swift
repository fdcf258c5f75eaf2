import Glibc

/// Where a command speaks.
public enum StandardStream: Int32, Hashable, Sendable {
    /// What was asked for; file descriptor 1.
    case output = 1
    /// What is said about it; file descriptor 2.
    case error = 2

    /// Whether a person reads along, by `isatty`.
    public var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes all of a text, in UTF-8 and without a buffer.
    ///
    /// Throws a `SystemError`; call `ignoreBrokenPipes` first, or a reader that has gone ends
    /// the program.
    public func write(_ text: String) throws(SystemError) {
        try write(Array(text.utf8))
    }

    /// Writes all bytes, without a buffer.
    ///
    /// Throws a `SystemError`; see `write` for text.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        try writeFully(bytes, to: rawValue)
    }

    /// Opens nothing in the place of standard streams that are closed, or the next file that is opened would take
    /// what is said to them.
    public static func openWhatIsClosed() {
        for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest that is free: this one.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Has signals by which a program is asked to end do nothing.
    public static func ignoreRequestsToEnd() {
        for request in [SIGINT, SIGTERM, SIGHUP] { _ = signal(request, SIG_IGN) }
    }

    /// Makes writing to a pipe that nobody reads, or more than a file may hold, an error instead of the
    /// end of the program.
    public static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
    }
}
