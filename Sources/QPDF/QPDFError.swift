// The room of qpdf. It promises:
// - a document is read from memory and written to memory; no file is opened;
// - the library is opened at the first document: a program that writes no PDF does not load it;
// - what qpdf finds fault with is thrown, warnings included, and never printed.

/// What qpdf, or the search for it, found wrong.
public struct QPDFError: Error, Hashable, Sendable {
    /// The number qpdf gives the error; an open set, 0 where the library itself is missing.
    public let code: UInt32
    /// qpdf's own words.
    public let message: String
    /// What was being done.
    public let activity: String

    /// An error with what was being done.
    public init(code: UInt32, message: String, while activity: String) {
        self.code = code
        self.message = message
        self.activity = activity
    }
}

extension QPDFError: CustomStringConvertible {
    /// `qpdf: message, while activity`.
    public var description: String { "qpdf: \(message), while \(activity)" }
}
