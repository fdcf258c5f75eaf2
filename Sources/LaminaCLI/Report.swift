import ArgumentParser
import Diagnostics
import Files
import Glibc

/// The one place where findings become words on a stream and an exit code.
enum Report {
    /// Runs a command's work; what it throws is printed, and its exit code thrown on.
    static func reporting(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let findings as Diagnostics {
            print(findings)
            throw ExitCode((findings.failure ?? .data).rawValue)
        } catch let finding as Diagnostic {
            print(Diagnostics([finding]))
            throw ExitCode(finding.kind.rawValue)
        } catch let code as ExitCode {
            throw code
        } catch {
            print(Diagnostics([.error("\(error)", kind: .internalFailure)]))
            throw ExitCode(FailureKind.internalFailure.rawValue)
        }
    }

    /// Prints findings by their place, on the stream for errors.
    static func print(_ findings: Diagnostics) {
        for finding in findings.sorted { tell("\(finding)\n", on: .error) }
    }

    /// Prints a text; a reader that has gone away is no concern of ours, a full disk is.
    static func tell(_ text: String, on stream: StandardStream) {
        _ = tell(text, on: stream, until: nil)
    }

    /// The same until the program is asked to end: false where the reader stood still and the rest was left.
    static func tell(_ text: String, on stream: StandardStream, until watch: SignalWatch?) -> Bool {
        do throws(SystemError) {
            if let watch { return try stream.write(text, until: watch) }
            try stream.write(text)
            return true
        } catch {
            // A closed pipe means that nobody wants to know any more; there is nobody to tell so.
            guard stream == .output, error.code != EPIPE else { return true }
            print(
                Diagnostics([
                    .error("cannot write to standard output: \(error)", kind: .inputOutput)
                ]))
            exit(FailureKind.inputOutput.rawValue)
        }
    }
}
