import Diagnostics
import Glibc
import Testing

@testable import Files

/// The two ends of a new pipe; `flags` are those of the writing end.
private func makePipe(_ flags: Int32 = 0) throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    try succeed(unsafe pipe(&ends))
    try succeed(fcntl(ends[1], F_SETFL, flags))
    return (ends[0], ends[1])
}

/// Reads a pipe to the end, in a thread of its own.
///
/// Not in a task: those share as many threads as there are cores, and the writer blocks one.
private final class Reader {
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    private var thread = pthread_t()

    init(_ descriptor: Int32) throws {
        self.descriptor = descriptor
        let this = unsafe Unmanaged.passRetained(self).toOpaque()
        let result = unsafe pthread_create(
            &thread, nil,
            { this in
                if let this = unsafe this {
                    unsafe Unmanaged<Reader>.fromOpaque(this).takeRetainedValue().drain()
                }
                return nil
            }, this)
        try succeed(result)
    }

    /// All bytes, once the writing end is closed.
    func finish() throws -> [UInt8] {
        try succeed(pthread_join(thread, nil))
        return bytes
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 1_000)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 || errno != EINTR {
                return
            }
        }
    }
}

@Test(arguments: [0, O_NONBLOCK])
func moreThanAPipeHoldsIsWrittenFully(flags: Int32) throws {
    let pipe = try makePipe(flags)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 13) }
    let reader = try Reader(pipe.reading)
    try writeFully(bytes, to: pipe.writing)
    close(pipe.writing)
    #expect(try reader.finish() == bytes)
    close(pipe.reading)
}

@Test func aReaderThatHasGoneIsAnError() throws {
    StandardStream.ignoreBrokenPipes()
    let pipe = try makePipe()
    close(pipe.reading)
    let error = try #require(throws: SystemError.self) { try writeFully([1], to: pipe.writing) }
    #expect(error.isBrokenPipe)
    #expect(error.description == "Broken pipe")
    close(pipe.writing)
}

@Test func aFullDiskIsAnError() throws {
    let full = try OpenFile("/dev/full", O_WRONLY)
    let descriptor = full.descriptor
    let error = try #require(throws: SystemError.self) { try writeFully([1], to: descriptor) }
    #expect(error.code == ENOSPC && !error.isBrokenPipe)
    #expect(error.kindOfWriting == .inputOutput)
    #expect(SystemError(code: EACCES).kindOfWriting == .cannotCreate)
}

@Test func nothingIsAlwaysWritten() throws {
    try writeFully([], to: -1)
    try StandardStream.output.write("")
    try StandardStream.error.write("")
    #expect(throws: SystemError(code: EBADF)) { try writeFully([1], to: -1) }
}

@Test func whetherAPersonReadsAlongIsKnown() {
    #expect(StandardStream.output.isTerminal == (isatty(1) == 1))
    #expect(StandardStream.error.isTerminal == (isatty(2) == 1))
}
