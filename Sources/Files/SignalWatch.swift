import CLinux
import Glibc

/// Watches for the signals that ask a program to end, which do nothing by themselves as long as it is there.
///
/// They are blocked for the thread that makes the watch and those it starts later, so make it first.
public final class SignalWatch {
    /// What the program was asked.
    public enum Request: Hashable, Sendable {
        /// SIGINT: by the person at the terminal.
        case interrupt
        /// SIGTERM: by a scheduler, or the system on its way down.
        case terminate

        /// What a shell says of a program that ends by the signal.
        public var exitCode: Int32 { self == .interrupt ? 128 + SIGINT : 128 + SIGTERM }
    }

    let descriptor: Int32
    /// What was asked first.
    private var seen: Request?

    /// A watch from now on.
    ///
    /// Throws a `SystemError` where the system gives none.
    public init() throws(SystemError) {
        descriptor = lamina_watch_signals(SIGINT, SIGTERM)
        guard descriptor >= 0 else { throw .last }
    }

    deinit {
        close(descriptor)
        // Who was asked is about to end in good order: to be asked once more is no reason to end at once.
        if seen == nil { lamina_unwatch_signals(SIGINT, SIGTERM) }
    }

    /// What was asked first since the watch began; `nil` for nothing.
    public func request() -> Request? {
        if seen == nil {
            switch lamina_seen_signal(descriptor) {
            case SIGINT: seen = .interrupt
            case 0: break
            default: seen = .terminate
            }
        }
        return seen
    }
}
