// The room of findings. It promises:
// - a finding is a plain value: where, what, and a hint; no room above prints or exits on its own;
// - many findings travel together, so that a user sees all mistakes of a deck at once;
// - the kinds of failure are a closed set, and each has one documented exit code.

/// One thing that is wrong, or doubtful, with where it is and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, Hashable, Sendable {
        /// No output can be made, or it would be wrong.
        case error
        /// The output is right, but a reader or an author may stumble over it.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// What family of failure it belongs to; decides the exit code of a command that stops on it.
    public var kind: FailureKind
    /// Where it is, as far as is known.
    public var location: SourceLocation?
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// What would mend it, in one sentence without a full stop.
    public var hint: String?

    /// A finding of any severity.
    public init(
        _ severity: Severity, _ message: String, kind: FailureKind = .data,
        at location: SourceLocation? = nil, hint: String? = nil
    ) {
        self.severity = severity
        self.kind = kind
        self.location = location
        self.message = message
        self.hint = hint
    }

    /// A finding that stops the work.
    public static func error(
        _ message: String, kind: FailureKind = .data, at location: SourceLocation? = nil,
        hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, message, kind: kind, at: location, hint: hint)
    }

    /// A finding that does not stop the work.
    public static func warning(
        _ message: String, kind: FailureKind = .data, at location: SourceLocation? = nil,
        hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, message, kind: kind, at: location, hint: hint)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: message`, then the hint on a line of its own.
    public var description: String {
        var text = ""
        if let location { text += "\(location): " }
        text += "\(severity.rawValue): \(message.printable)"
        if let hint { text += "\n  hint: \(hint.printable)" }
        return text
    }
}

extension String {
    /// The text with control characters by their numbers, as in `\u{1B}`.
    ///
    /// Messages quote what files say: it must neither speak to the terminal nor begin a line that
    /// looks like another finding.
    fileprivate var printable: String {
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                || (0x2028...0x2029).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isControl) else { return self }
        return unicodeScalars.map { scalar in
            isControl(scalar)
                ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
    }
}
