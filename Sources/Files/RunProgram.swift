import Glibc

/// What became of a program that was run.
public struct FinishedProgram: Hashable, Sendable {
    /// How it ended: the code that it gave, or the signal that ended it.
    public enum End: Hashable, Sendable {
        case code(Int32)
        case signal(Int32)
        /// It took longer than it was given, and was stopped.
        case late

        /// What `wait4` says, read as WIFEXITED and WEXITSTATUS do, which Swift does not see.
        init(status: Int32) {
            self = status & 0x7F == 0 ? .code((status >> 8) & 0xFF) : .signal(status & 0x7F)
        }
    }

    /// How it ended.
    public let end: End
    /// The beginning of what it said, on both its streams.
    public let said: String
    /// How much it read of what it was given.
    public let bytesRead: Int
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
    try writeFully(input, to: given.descriptor)
    try given.rewind()
    let said = try Pipe()

    let process = try spawn(
        program, arguments, input: given.descriptor, output: said.writing.descriptor,
        errors: said.writing.descriptor)
    let (end, heard) = try wait(for: process, seconds: seconds, listeningTo: said.reading)
    return FinishedProgram(
        end: end, said: String(decoding: heard, as: UTF8.self), bytesRead: try given.position())
}

/// Waits in small steps, so that a program which hangs can be stopped, and hears what it says meanwhile: a program
/// that nobody hears would stop by itself.
private func wait(
    for process: pid_t, seconds: Int, listeningTo said: borrowing OpenFile
) throws(SystemError) -> (FinishedProgram.End, heard: [UInt8]) {
    var heard: [UInt8] = []
    var status: Int32 = 0
    var (start, now) = (timespec(), timespec())
    clock_gettime(CLOCK_MONOTONIC, &start)
    while true {
        hear(said, &heard)
        if try retrying({ waitpid(process, &status, WNOHANG) }) == process {
            hear(said, &heard)
            return (FinishedProgram.End(status: status), heard)
        }
        clock_gettime(CLOCK_MONOTONIC, &now)
        guard now.tv_sec - start.tv_sec < seconds else { break }
    }
    kill(-process, SIGKILL)
    _ = try retrying { waitpid(process, &status, 0) }
    return (.late, heard)
}

/// Takes what was said, waiting two milliseconds at most; of much only the beginning is kept.
private func hear(_ said: borrowing OpenFile, _ heard: inout [UInt8]) {
    let most = 4096
    var wait = pollfd(fd: said.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, 2) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(said.descriptor, &bytes, bytes.count)
    if count > 0 { heard += bytes[..<min(count, most - min(heard.count, most))] }
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

    /// How far it was read: a program that has it shares the place.
    func position() throws(SystemError) -> Int {
        let descriptor = descriptor
        return try retrying { lseek(descriptor, 0, SEEK_CUR) }
    }
}
