import CLinux
import Glibc

/// What this process may take of the machine, by `setrlimit`.
public enum ProcessLimits {
    /// Limits the memory for data; whoever asks for more gets none, which ends most programs.
    ///
    /// Throws a `SystemError` where the system allows less already.
    public static func memory(_ bytes: Int) throws(SystemError) {
        guard lamina_limit_memory(UInt64(max(0, bytes))) == 0 else { throw .last }
    }

    /// Limits the size of a file; writing more is an error (`EFBIG`), or the end where that signal is not ignored.
    ///
    /// Throws a `SystemError` where the system allows less already.
    public static func fileSize(_ bytes: Int) throws(SystemError) {
        guard lamina_limit_files(UInt64(max(0, bytes))) == 0 else { throw .last }
    }

    /// Has a crash leave no file behind.
    public static func leaveNoCore() { _ = lamina_without_core() }

    /// Has the kernel end this process when its parent ends, however that is.
    ///
    /// - Parameter parent: the process that started this one.
    /// - Returns: false where it has ended already.
    public static func end(with parent: Int32) -> Bool { lamina_end_with_parent(parent) == 1 }
}
