/// Why an XML file was not read to its end.
public struct XMLError: Error, Hashable, Sendable {
    /// What is wrong, in a few words.
    public let message: String
    /// The line, from 1.
    public let line: Int
    /// The byte of the line, from 1.
    public let column: Int
}
