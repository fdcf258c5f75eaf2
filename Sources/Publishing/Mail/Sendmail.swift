import Diagnostics
import Files

/// Hands a message to the mail server's program, which reads the recipients from its headers.
///
/// - Throws: a `Diagnostic` of kind `.unavailable` where it is not there, `.temporary` where the server wants to
///   be asked again later (75 of `sysexits.h`), else `.general`.
public func send(_ message: [UInt8], by name: String) throws {
    guard let program = findProgram(name) else {
        throw Diagnostic.error(
            "there is no program “\(name)”", kind: .unavailable,
            hint: "install a mail server or msmtp-mta, or say --sendmail-program")
    }
    let finished: FinishedProgram
    do throws(SystemError) {
        finished = try runProgram(program, ["-t", "-oi"], input: message, seconds: 120)
    } catch {
        throw Diagnostic.error("cannot run `\(program)`: \(error)", kind: .unavailable)
    }
    let said = finished.said.split(whereSeparator: \.isNewline).first.map(String.init)
    func failure(_ words: String, _ kind: FailureKind = .general) -> Diagnostic {
        .error("`\(program)` \(words)", kind: kind, hint: said)
    }
    switch finished.end {
    case .code(0):
        guard finished.bytesRead == message.count else {
            throw failure("ended well without having read the mail")
        }
    case .code(let code):
        // Its 70 is a fault of its own, not of ours.
        let kind = FailureKind(rawValue: code).flatMap { $0 == .internalFailure ? nil : $0 }
        throw failure("did not take the mail (exit code \(code))", kind ?? .general)
    case .signal(let signal): throw failure("was ended by signal \(signal)")
    case .late: throw failure("did not take the mail within two minutes", .temporary)
    }
}
