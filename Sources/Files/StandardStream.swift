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

    /// Writes all of a text as long as the reader takes it, or until the program is asked to end: a reader that stands
    /// still then has a moment more.
    ///
    /// - Returns: false where the rest was left.
    /// - Throws: a `SystemError`, as the form without a watch does.
    public func write(_ text: String, until watch: SignalWatch) throws(SystemError) -> Bool {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            guard waitForRoom(until: watch) else { return false }
            // So much goes into a pipe that has room for anything at all, without waiting.
            let portion = min(bytes.count - written, Int(PIPE_BUF))
            try writeFully(Array(bytes[written..<(written + portion)]), to: rawValue)
            written += portion
        }
        return true
    }

    private func waitForRoom(until watch: SignalWatch) -> Bool {
        let patience: Int32 = 200
        var waits = [
            pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let isAsked = watch.request() != nil
            let count = poll(&waits, isAsked ? 1 : 2, isAsked ? patience : -1)
            // A stream that is broken says so when it is written to.
            if waits[0].revents != 0 { return true }
            if isAsked, count == 0 { return false }
        }
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
