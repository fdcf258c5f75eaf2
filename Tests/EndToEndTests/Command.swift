// What these tests share. They promise:
// - the command that is run is the one built with them, never one that happens to be installed;
// - it sees an empty environment but for `PATH`, and a folder of its own that is gone afterwards;
// - it has ten seconds of the processor's time, so that a hang is a failure and not a wait.
import Foundation
import Testing

/// What the built command did.
struct Outcome {
    /// The exit code; for an end by a signal, its number below zero.
    let exitCode: Int32
    /// What it printed.
    let output: String
    /// What it printed on the stream for errors.
    let errors: String
}

/// A temporary folder in which a test works.
final class Workplace {
    /// The folder.
    let path: String

    /// An empty folder.
    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lamina-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // What is left lies in the system's temporary folder, where nobody minds it.
        }
    }

    /// The absolute path of something in the folder.
    func absolute(_ relative: String) -> String { "\(path)/\(relative)" }

    /// The bytes of a file.
    func bytes(_ relative: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: absolute(relative)))
    }

    /// Writes a file, and makes the folders above it.
    func write(_ bytes: some DataProtocol, to relative: String) throws {
        let url = URL(fileURLWithPath: absolute(relative))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Writes a text, and makes the folders above it.
    func write(_ text: String, to relative: String) throws {
        try write(Array(text.utf8), to: relative)
    }

    /// All files below a folder, by their path in it.
    func files(in relative: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: absolute(relative)) {
            let path = absolute("\(relative)/\(name)")
            let type = try FileManager.default.attributesOfItem(atPath: path)[.type]
            if type as? FileAttributeType == .typeDirectory { continue }
            files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
        return files
    }

    /// Runs the built command in the folder and waits for its end.
    ///
    /// - Parameters:
    ///   - environment: variables beside `PATH`.
    ///   - folder: where it runs; `nil` for the workplace.
    func lamina(
        _ arguments: String..., environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        try lamina(arguments, environment: environment, in: folder)
    }

    /// The same with the arguments in an array.
    func lamina(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        let process = Process()
        // Time of the processor rather than of the clock: other tests run at the same moment. Ten
        // times what the slowest takes here, since it stops what hangs, and measures nothing.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
        process.arguments = ["--cpu=40", "--core=0", try builtCommand()] + arguments
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: folder ?? path)
        process.standardInput = FileHandle.nullDevice
        // Files rather than pipes, which fill up, and which other children would keep open.
        let streams = try ["output", "errors"].map { try Stream($0) }
        process.standardOutput = streams[0].handle
        process.standardError = streams[1].handle
        try process.run()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            exitCode: isSignal ? -process.terminationStatus : process.terminationStatus,
            output: try streams[0].text(), errors: try streams[1].text())
    }
}

/// A temporary file that takes what a command prints.
private final class Stream {
    let handle: FileHandle
    private let url: URL

    init(_ name: String) throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("lamina-\(UUID().uuidString)-\(name)")
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            // What is left lies in the system's temporary folder, where nobody minds it.
        }
    }

    func text() throws -> String {
        try handle.close()
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
}

/// The command beside the program that runs these tests.
func builtCommand() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let command = URL(fileURLWithPath: tests).deletingLastPathComponent()
        .appendingPathComponent("lamina").path
    try #require(
        FileManager.default.isExecutableFile(atPath: command), "\(command) is not built")
    return command
}
