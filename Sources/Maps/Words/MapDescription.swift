/// What a map shows, in words for people who do not see it, made from its facts.
///
/// In the language of the facts' locale: Spanish, or English for all others. It says what kind of
/// map it is and of what, how many areas and places there are, which have the most and the least,
/// and which have no data. Every figure in it is one of the facts, or counts them.
public struct MapDescription: Hashable, Sendable {
    /// The most characters of the short text, counted as UTF-16 does.
    public static let mostShort = 125
    /// Areas without data are named up to this number, and counted beyond it.
    public static let mostMissingNamed = 5
    /// Places are named up to this number, and counted beyond it.
    public static let mostPinsNamed = 60

    /// At most 125 characters; never empty.
    public let short: String
    /// Whole sentences; never empty.
    public let long: String

    /// Describes a map.
    public init(_ facts: Facts) {
        let reading = MapReading(facts)
        short = reading.short
        long = reading.long
    }
}
