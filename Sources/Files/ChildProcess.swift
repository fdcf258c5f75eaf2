import Glibc

/// A program that runs beside this one, is told lines and answers in lines.
///
/// It runs in a process group of its own, so that a key at the terminal reaches this program alone, and is
/// ended with its owner. Programs that it starts in groups of their own are not: they are its own to end.
public final class ChildProcess {
    /// The number of the process.
    public let number: Int32
    private let input: OpenFile
    private let output: OpenFile
    private let errors: OpenFile
    /// The most memory that this program had held when it started the other: the kernel begins to count there.
    private let inheritedPeak: Int
    /// What it is to be told still.
    private var outgoing: [UInt8] = []
    private var heard: [UInt8] = []
    private var complaints: [UInt8] = []
    private var isOutputOpen = true
    private var isErrorsOpen = true
    /// How it ended; `nil` while it runs.
    public private(set) var end: FinishedProgram.End?
    /// Whether it was this program that ended it.
    public private(set) var isStopped = false
    /// The most memory that it held at once, in bytes; known when it has ended, 0 where it is less than this program's.
    public private(set) var peakMemory = 0

    /// More than this in one line is no answer of ours.
    private static let longestLine = 64 << 20
    private static let mostComplaints = 4096
    /// Portions read at once of one that says more than can be heard, so that time is kept.
    private static let mostPortions = 16

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
        let given = try Pipe()
        let said = try Pipe()
        let complained = try Pipe()
        number = try spawn(
            program, arguments, input: given.reading.descriptor, output: said.writing.descriptor,
            errors: complained.writing.descriptor, environment: environment)
        inheritedPeak = Machine.peakMemory
        for descriptor in [
            given.writing.descriptor, said.reading.descriptor, complained.reading.descriptor,
        ] {
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
        input = given.writing
        output = said.reading
        errors = complained.reading
    }

    deinit { stop() }

    /// Tells it a line, without waiting: what it does not take now it is told while its answers are asked for.
    ///
    /// Throws a `SystemError`, `isBrokenPipe` where it has ended.
    public func send(_ line: String) throws(SystemError) {
        outgoing += (line + "\n").utf8
        try flush()
    }

    private func flush() throws(SystemError) {
        while !outgoing.isEmpty {
            let count = write(input.descriptor, outgoing, outgoing.count)
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
            isErrorsOpen = Self.drain(errors.descriptor) { bytes in
                complaints += bytes.prefix(
                    Self.mostComplaints - min(complaints.count, Self.mostComplaints))
            }
        }
        if isOutputOpen { isOutputOpen = Self.drain(output.descriptor) { heard += $0 } }
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

    /// Ends it, with what it started in its group, and waits until it is gone.
    public func stop() {
        guard end == nil else { return }
        kill()
        reap(options: 0)
        _ = answers()
    }

    /// Asks the kernel to end it, with what it started in its group, and does not wait.
    public func kill() {
        guard end == nil else { return }
        isStopped = true
        Glibc.kill(-number, SIGKILL)
    }

    /// Waits until it ends by itself, at most so long; ends it then.
    public func finish(milliseconds: Int) {
        let start = Machine.uptime
        while end == nil, (Machine.uptime - start) * 1000 < Double(milliseconds) {
            reap(options: WNOHANG)
            if end == nil { poll(nil, 0, 2) }
        }
        stop()
        // What it said at last.
        _ = answers()
    }

    private func reap(options: Int32) {
        var status: Int32 = 0
        var usage = rusage()
        guard (try? retrying({ wait4(number, &status, options, &usage) })) == number else {
            return
        }
        end = FinishedProgram.End(status: status)
        peakMemory = usage.ru_maxrss * 1024 > inheritedPeak ? usage.ru_maxrss * 1024 : 0
    }

    /// Reads what is there, or a good part of it; false at the end of the stream.
    private static func drain(_ descriptor: Int32, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<mostPortions {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                take(buffer[..<count])
            } else if count == 0 {
                return false
            } else if errno != EINTR {
                return errno == EAGAIN
            }
        }
        return true
    }

    /// Waits until one of some children says something or ends, a signal comes, or the time is over.
    public static func wait(
        for children: [ChildProcess], watch: SignalWatch?, milliseconds: Int
    ) {
        var waits = children.flatMap { child in
            (child.isOutputOpen ? [child.output.descriptor] : [])
                + (child.isErrorsOpen ? [child.errors.descriptor] : [])
        }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        for child in children where !child.outgoing.isEmpty {
            waits.append(pollfd(fd: child.input.descriptor, events: Int16(POLLOUT), revents: 0))
        }
        if let watch {
            waits.append(pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0))
        }
        _ = poll(&waits, nfds_t(waits.count), Int32(clamping: milliseconds))
    }
}
