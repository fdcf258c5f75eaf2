import Glibc

/// What the machine says of itself, for logs: nothing of it may reach a picture.
public enum Machine {
    /// Seconds since 1970-01-01 in UTC, by `clock_gettime`.
    public static var now: Double { seconds(CLOCK_REALTIME) }

    /// Seconds since some moment, for measuring how long something takes.
    public static var uptime: Double { seconds(CLOCK_MONOTONIC) }

    /// The name of the machine, by `gethostname`; empty where it has none.
    public static var name: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "" }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The number of this process.
    public static var process: Int32 { getpid() }

    /// The most memory that this program has held at once, in bytes, by `/proc/self/status`; 0 where that is missing.
    ///
    /// `getrusage` counts what the process held before it became this program, too.
    static var peakMemory: Int {
        guard let file = try? OpenFile("/proc/self/status", O_RDONLY),
            let bytes = try? file.read(limit: 1 << 16, expecting: 4096)
        else { return 0 }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("VmHWM:") }) else { return 0 }
        return (Int(line.filter { ("0"..."9").contains($0) }) ?? 0) * 1024
    }

    /// Does nothing for so long.
    public static func rest(milliseconds: Int) { poll(nil, 0, Int32(clamping: milliseconds)) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        // It fails only for clocks that are not there.
        guard clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
