// The room of Pango. It promises:
// - letters come from the font files handed in and from nowhere else: no system font, no cache
//   folder, no Fontconfig file of the machine;
// - a text measures the same at every density: points are units, and nothing is hinted or rounded;
// - each C object has one Swift owner with one `deinit`; one thread owns a font map and what it made.

/// What kept text from being set.
public struct PangoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in a clause without a full stop.
    public let description: String

    /// An error in words.
    public init(_ description: String) { self.description = description }
}
