import CLinux

/// A limit on the memory that this process may take for data, by `setrlimit`; whoever asks for more gets none, which ends
/// most programs.
public struct MemoryLimit: Sendable {
    private let bytes: UInt64
    private let usual: UInt64

    /// Limits it from now on, unless the system allows less already.
    public init(bytes: Int) {
        usual = lamina_memory_limit()
        self.bytes = min(usual, UInt64(max(0, bytes)))
        Self.set(self.bytes)
    }

    /// Runs what starts programs of others, which get the limits that this one was started with.
    public func lifted<Value>(_ body: () throws -> Value) rethrows -> Value {
        Self.set(usual)
        defer { Self.set(bytes) }
        return try body()
    }

    /// It fails for more than the system allows, and neither is more.
    private static func set(_ bytes: UInt64) { _ = lamina_set_memory_limit(bytes) }
}
