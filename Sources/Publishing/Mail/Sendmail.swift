import Diagnostics
import Files

/// That a mail server's program did not take a message.
struct SendFailure: Error {
    /// What is told of it.
    let finding: Diagnostic
    /// Whether the message may have gone out all the same: the program was stopped, or crashed.
    let isDoubtful: Bool
}

/// Hands a message to the mail server's program, which reads the recipients from its headers.
///
/// - Throws: a `Diagnostic` of kind `.unavailable` where it is not there, `.temporary` where the server wants to
///   be asked again later (75 of `sysexits.h`), else `.general`.
public func send(_ message: [UInt8], by name: String) throws {
    do throws(SendFailure) {
        try handOver(message, to: name)
    } catch {
        throw error.finding
    }
}

/// The same with what is known of the message afterwards.
func handOver(_ message: [UInt8], to name: String) throws(SendFailure) {
    guard let program = findProgram(name) else {
        throw SendFailure(
            finding: .error(
                "there is no program “\(name)”", kind: .unavailable,
                hint: "install a mail server or msmtp-mta, or say --sendmail-program"),
            isDoubtful: false)
    }
    let finished: FinishedProgram
    do throws(SystemError) {
        finished = try runProgram(program, ["-t", "-oi"], input: message, seconds: 120)
    } catch {
        throw SendFailure(
            finding: .error("cannot run `\(program)`: \(error)", kind: .unavailable),
            isDoubtful: false)
    }
    let said = finished.said.split(whereSeparator: \.isNewline).first.map(String.init)
    func failure(
        _ words: String, _ kind: FailureKind = .general, isDoubtful: Bool = false
    ) -> SendFailure {
        SendFailure(
            finding: .error(
                "`\(program)` \(words)" + (isDoubtful ? "; the mail may have gone out" : ""),
                kind: kind, hint: said),
            isDoubtful: isDoubtful)
    }
    switch finished.end {
    case .code(0):
        guard finished.bytesRead == message.count else {
            // Or it has read it by another way, `/dev/stdin`.
            throw failure("ended well without having read the mail", isDoubtful: true)
        }
    case .code(let code):
        // Its 70 is a fault of its own, not of ours.
        let kind = FailureKind(rawValue: code).flatMap { $0 == .internalFailure ? nil : $0 }
        // So a shell tells of a program that was ended by a signal.
        let isDoubtful = code > 128
        throw failure(
            "did not take the mail (exit code \(code))", kind ?? .general, isDoubtful: isDoubtful)
    case .signal(let signal):
        throw failure("was ended by signal \(signal)", isDoubtful: true)
    // To try again by itself could send it twice.
    case .late:
        throw failure(
            "was stopped after two minutes", isDoubtful: true)
    }
}
