import Glibc

/// A program that runs beside this one, is told lines and answers in lines.
///
/// It runs in a process group of its own, so that a key at the terminal reaches this program alone, and is
/// ended with its owner.
public final class ChildProcess {
    /// The number of the process.
    public let number: Int32
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    /// What it is to be told still.
    private var outgoing: [UInt8] = []
    private var heard: [UInt8] = []
    private var complaints: [UInt8] = []
    private var isOutputOpen = true
    private var isErrorsOpen = true
    /// How it ended; `nil` while it runs.
    public private(set) var end: FinishedProgram.End?
    /// The most memory that it held at once, in bytes; known when it has ended.
    public private(set) var peakMemory = 0

    /// More than this in one line is no answer of ours.
    private static let longestLine = 64 << 20
    private static let mostComplaints = 4096

    /// Starts a program, without a shell.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: what stands behind its name.
    ///   - environment: variables that are set beside those of this program.
    /// - Throws: a `SystemError` where it cannot be started.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws(SystemError) {
        let given = try PipeEnds()
        let said = try PipeEnds()
        let complained = try PipeEnds()

        number = try spawn(
            program, arguments, input: given.reading, output: said.writing,
            errors: complained.writing, environment: environment)
        input = given.keepWriting()
        output = said.keepReading()
        errors = complained.keepReading()
        for descriptor in [input, output, errors] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        stop()
        for descriptor in [input, output, errors] { close(descriptor) }
    }

    /// Tells it a line, without waiting: what it does not take now it is told while its answers are asked for.
    ///
    /// Throws a `SystemError`, `isBrokenPipe` where it has ended.
    public func send(_ line: String) throws(SystemError) {
        outgoing += (line + "\n").utf8
        try flush()
    }

    private func flush() throws(SystemError) {
        while !outgoing.isEmpty {
            let count = write(input, outgoing, outgoing.count)
            if count >= 0 {
                outgoing.removeFirst(count)
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                outgoing = []
                throw .last
            }
        }
    }

    /// The lines that it answered since the last call, without waiting, and whether it may answer more.
    public func answers() -> (lines: [String], isOpen: Bool) {
        // One that has ended is seen by its answers.
        try? flush()
        if isErrorsOpen {
            isErrorsOpen = Self.drain(errors) { bytes in
                complaints += bytes.prefix(
                    Self.mostComplaints - min(complaints.count, Self.mostComplaints))
            }
        }
        if isOutputOpen { isOutputOpen = Self.drain(output) { heard += $0 } }
        guard heard.count <= Self.longestLine else { return ([], false) }
        guard let last = heard.lastIndex(of: 0x0A) else { return ([], isOutputOpen) }
        let lines = heard[..<last].split(separator: 0x0A).map {
            String(decoding: $0, as: UTF8.self)
        }
        heard.removeSubrange(...last)
        return (lines, isOutputOpen)
    }

    /// What it said on its stream for errors since the last call: the beginning.
    public func takeComplaints() -> String {
        defer { complaints = [] }
        return String(decoding: complaints, as: UTF8.self)
    }

    /// Ends it and all that it started, and waits until it is gone.
    public func stop() {
        guard end == nil else { return }
        kill(-number, SIGKILL)
        reap(options: 0)
        _ = answers()
    }

    /// Waits until it ends by itself, at most so long; ends it then.
    public func finish(milliseconds: Int) {
        let start = Machine.uptime
        while end == nil, (Machine.uptime - start) * 1000 < Double(milliseconds) {
            reap(options: WNOHANG)
            if end == nil { poll(nil, 0, 2) }
        }
        stop()
    }

    private func reap(options: Int32) {
        var status: Int32 = 0
        var usage = rusage()
        guard (try? retrying({ wait4(number, &status, options, &usage) })) == number else {
            return
        }
        // As WIFEXITED and WEXITSTATUS, which Swift does not see.
        end = status & 0x7F == 0 ? .code((status >> 8) & 0xFF) : .signal(status & 0x7F)
        peakMemory = usage.ru_maxrss * 1024
    }

    /// Reads what is there; false at the end of the stream.
    private static func drain(_ descriptor: Int32, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                take(buffer[..<count])
            } else if count == 0 {
                return false
            } else if errno != EINTR {
                return errno == EAGAIN
            }
        }
    }

    /// Waits until one of some children says something or ends, a signal comes, or the time is over.
    public static func wait(
        for children: [ChildProcess], watch: SignalWatch?, milliseconds: Int
    ) {
        var waits = children.flatMap { child in
            (child.isOutputOpen ? [child.output] : []) + (child.isErrorsOpen ? [child.errors] : [])
        }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        for child in children where !child.outgoing.isEmpty {
            waits.append(pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0))
        }
        if let watch {
            waits.append(pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0))
        }
        _ = poll(&waits, nfds_t(waits.count), Int32(clamping: milliseconds))
    }
}

/// The two ends of a pipe; those that nobody keeps are closed.
private final class PipeEnds {
    private(set) var reading: Int32
    private(set) var writing: Int32

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .last }
        (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit { for end in [reading, writing] where end >= 0 { close(end) } }

    func keepReading() -> Int32 {
        defer { reading = -1 }
        return reading
    }

    func keepWriting() -> Int32 {
        defer { writing = -1 }
        return writing
    }
}
