import Glibc

/// Signals by their numbers.
public enum SystemSignal {
    /// Those by which somebody else ends a program, rather than a fault of its own.
    public static var ofOthers: [Int32] { [SIGKILL, SIGTERM, SIGINT, SIGHUP] }

    /// Has the kernel remember how programs ended that this one starts.
    ///
    /// Who started this one may have it forget that (SIGCHLD ignored), and that goes on until somebody says otherwise.
    public static func hearOfChildren() { _ = signal(SIGCHLD, SIG_DFL) }
}
