import CLinux

/// How far this process may outlive others, and what it leaves behind.
public enum ProcessLimits {
    /// Has a crash leave no file behind.
    public static func leaveNoCore() { _ = lamina_without_core() }

    /// Has the kernel end this process when its parent ends, however that is.
    ///
    /// - Parameter parent: the process that started this one.
    /// - Returns: false where it has ended already.
    public static func end(with parent: Int32) -> Bool { lamina_end_with_parent(parent) == 1 }
}
