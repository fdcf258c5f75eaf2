import Diagnostics
import Files

/// Hands a message to the mail server's program, which reads the recipients from its headers.
///
/// - Throws: a `Diagnostic` of kind `.unavailable` where it is not there, `.temporary` where the server wants to
///   be asked again later (75 of `sysexits.h`), else `.general`.
func send(_ message: [UInt8], by name: String) throws {
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
    switch finished.end {
    case .code(0): return
    case .code(let code):
        throw Diagnostic.error(
            "`\(program)` did not take the mail (exit code \(code))",
            kind: FailureKind(rawValue: code) ?? .general, hint: said)
    case .signal(let signal):
        throw Diagnostic.error(
            "`\(program)` was ended by signal \(signal)", kind: .general, hint: said)
    case .late:
        throw Diagnostic.error(
            "`\(program)` did not take the mail within two minutes", kind: .temporary, hint: said)
    }
}
