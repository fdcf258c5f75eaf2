/// What is wrong with the specifier of a number format, and where.
public struct NumberFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The specifier as it was written.
    public let specifier: String
    /// The offending place, in Unicode scalars from 0; the specifier's length at its end.
    public let offset: Int
    /// What is wrong, in one sentence without a full stop.
    public let message: String

    /// The specifier, the place and what is wrong there.
    public var description: String {
        "number format '\(specifier)', character \(offset + 1): \(message)"
    }
}
