/// What is wrong with the specifier of a date format, and where.
public struct DateFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The specifier as it was written.
    public let specifier: String
    /// The place of the offending `%`, in Unicode scalars from 0.
    public let offset: Int
    /// What is wrong, in one sentence without a full stop.
    public let message: String

    /// The specifier, the place and what is wrong there.
    public var description: String {
        "date format '\(specifier)', character \(offset + 1): \(message)"
    }
}
