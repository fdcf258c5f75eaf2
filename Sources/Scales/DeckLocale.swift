/// A language and region as a deck names it, with its ways of writing numbers and dates.
public struct DeckLocale: Hashable, Sendable {
    /// The tag of BCP 47, as in `es-MX`.
    public let tag: String
    /// How numbers are written.
    public var number: NumberLocale
    /// How dates are written.
    public let date: DateLocale

    /// English of the United States.
    public static let enUS = DeckLocale(tag: "en-US", number: .enUS, date: .enUS)
    /// Spanish of Mexico.
    public static let esMX = DeckLocale(tag: "es-MX", number: .esMX, date: .esMX)
    /// Spanish of Spain.
    public static let esES = DeckLocale(tag: "es-ES", number: .esES, date: .esES)

    private static let all = [esMX, esES, enUS]

    /// The tags there are, the one most used first.
    public static let supportedTags = all.map(\.tag)

    /// The locale of a tag, upper and lower case alike; `nil` where there is none.
    public init?(tag: String) {
        let wanted = tag.lowercased()
        guard let found = Self.all.first(where: { $0.tag.lowercased() == wanted }) else {
            return nil
        }
        self = found
    }

    private init(tag: String, number: NumberLocale, date: DateLocale) {
        self.tag = tag
        self.number = number
        self.date = date
    }

    /// The language alone, as in `es`.
    public var languageCode: String { String(tag.prefix { $0 != "-" }) }
}
