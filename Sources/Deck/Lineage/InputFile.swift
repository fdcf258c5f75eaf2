/// A file that a deck was made of.
public struct InputFile: Hashable, Sendable {
    /// Whose it is.
    public enum Origin: String, Hashable, Sendable {
        /// It lies in the deck's folder.
        case deck
        /// It comes with the program.
        case program
    }

    /// Its path in the folder of its origin.
    public var path: String
    /// Whose it is.
    public var origin: Origin
    /// Its content.
    public var bytes: [UInt8]
}
