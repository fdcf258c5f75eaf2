import Glibc

/// What became of a program that was run.
public struct FinishedProgram: Hashable, Sendable {
    /// How it ended: the code that it gave, or the signal that ended it.
    public enum End: Hashable, Sendable {
        case code(Int32)
        case signal(Int32)
        /// It took longer than it was given, and was stopped.
        case late
    }

    /// How it ended.
    public let end: End
    /// The beginning of what it said, on both its streams.
    public let said: String
}

/// Where a program lies: the path itself where it has a slash, else in the folders of `PATH` and those in which
/// Debian keeps the programs of a mail server; `nil` where it is in none.
public func findProgram(_ name: String) -> String? {
    guard isSayable(name) else { return nil }
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (Environment.value(named: "PATH") ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/sbin", "/usr/lib"]).map { "\($0)/\(name)" }
        .first { access($0, X_OK) == 0 }
}

/// Runs a program, without a shell, and waits for its end.
///
/// It reads `input` from a file without a name rather than a pipe: it may leave off reading whenever it likes.
///
/// - Parameters:
///   - program: its path.
///   - arguments: what stands behind its name.
///   - seconds: how long it may take.
/// - Throws: a `SystemError` where it cannot be started.
public func runProgram(
    _ program: String, _ arguments: [String], input: [UInt8], seconds: Int
) throws(SystemError) -> FinishedProgram {
    let given = try NamelessFile()
    let said = try NamelessFile()
    try writeFully(input, to: given.descriptor)
    try given.rewind()

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, given.descriptor, 0)
    posix_spawn_file_actions_adddup2(&actions, said.descriptor, 1)
    posix_spawn_file_actions_adddup2(&actions, said.descriptor, 2)
    // Signals that this program ignores are not ignored there.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, &attributes, words, environ)
    guard code == 0 else { throw SystemError(code: code) }
    let end = try wait(for: process, seconds: seconds)
    return FinishedProgram(end: end, said: try said.beginning())
}

/// Waits in small steps, so that a program which hangs can be stopped.
private func wait(for process: pid_t, seconds: Int) throws(SystemError) -> FinishedProgram.End {
    var status: Int32 = 0
    var step = timespec(tv_sec: 0, tv_nsec: 2_000_000)
    for _ in 0..<(seconds * 500) {
        if try retrying({ waitpid(process, &status, WNOHANG) }) == process {
            // As WIFEXITED and WEXITSTATUS, which Swift does not see.
            return status & 0x7F == 0 ? .code((status >> 8) & 0xFF) : .signal(status & 0x7F)
        }
        nanosleep(&step, nil)
    }
    kill(process, SIGKILL)
    _ = try retrying { waitpid(process, &status, 0) }
    return .late
}

/// A file that has no name, by `tmpfile`, and is gone with its owner.
private struct NamelessFile: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>

    init() throws(SystemError) {
        guard let file = tmpfile() else { throw .last }
        self.file = file
        _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
    }

    deinit { fclose(file) }

    var descriptor: Int32 { fileno(file) }

    func rewind() throws(SystemError) {
        let descriptor = descriptor
        _ = try retrying { lseek(descriptor, 0, SEEK_SET) }
    }

    /// The first 4 KB, as text.
    func beginning() throws(SystemError) -> String {
        try rewind()
        var bytes = [UInt8](repeating: 0, count: 4096)
        let descriptor = descriptor
        let count = try retrying { read(descriptor, &bytes, bytes.count) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
