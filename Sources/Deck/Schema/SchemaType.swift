/// What a key of a deck may hold, as JSON Schema says it.
indirect enum SchemaType: Sendable {
    /// Text: any scalar as it is written.
    case text
    /// A query over the deck's tables.
    case query
    /// `true` or `false`.
    case flag
    /// This one of the two.
    case only(Bool)
    /// A number within bounds.
    case number(ClosedRange<Double>)
    /// A whole number within bounds.
    case whole(ClosedRange<Int>)
    /// One word of several.
    case words([String])
    /// Text that a regular expression matches.
    case pattern(String)
    /// A list of a count of items.
    case list(SchemaType, ClosedRange<Int>)
    /// Names, each with a value; the names are any, or these.
    case mapping(SchemaType, names: [String]?)
    /// A mapping of known keys, by the name of its `SchemaObject`.
    case object(String)
    /// One of several.
    case either([SchemaType])

    /// One word of a closed set.
    static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> SchemaType
    where Word.RawValue == String {
        .words(Word.allCases.map(\.rawValue))
    }

    /// Names of a closed set, each with a value.
    static func mapping<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type, _ value: SchemaType
    ) -> SchemaType where Word.RawValue == String {
        .mapping(value, names: Word.allCases.map(\.rawValue))
    }

    /// Names of any kind, each with a value.
    static func mapping(_ value: SchemaType) -> SchemaType { .mapping(value, names: nil) }

    /// A list of a count of numbers within bounds.
    static func numbers(_ count: ClosedRange<Int>, _ bounds: ClosedRange<Double>) -> SchemaType {
        .list(.number(bounds), count)
    }

    /// A list of any count.
    static func list(_ item: SchemaType) -> SchemaType { .list(item, 0...Int.max) }

    /// A list that holds something.
    static func filledList(_ item: SchemaType) -> SchemaType { .list(item, 1...Int.max) }

    /// One, or a list of them.
    static func oneOrMore(_ type: SchemaType) -> SchemaType { .either([type, .list(type)]) }

    /// Two numbers of points, right and down.
    static let nudge = numbers(2...2, -500...500)

    /// Labels' names, each with a nudge.
    static let nudges = mapping(nudge)
}

/// A mapping of known keys: what `Fields` reads, told to editors.
struct SchemaObject: Sendable {
    /// A key of a mapping.
    struct Key: Sendable {
        /// The key.
        let name: String
        /// What it holds.
        let type: SchemaType
        /// What it means, in a sentence.
        let about: String
        /// Whether it must be there.
        let isNeeded: Bool

        /// A key that may be left out.
        static func key(_ name: String, _ type: SchemaType, _ about: String) -> Key {
            Key(name: name, type: type, about: about, isNeeded: false)
        }

        /// A key that must be there.
        static func needed(_ name: String, _ type: SchemaType, _ about: String) -> Key {
            Key(name: name, type: type, about: about, isNeeded: true)
        }
    }

    /// Its name among the definitions, unique.
    let name: String
    /// What `Fields` calls it in messages.
    let noun: String
    /// What it is, in a sentence.
    let about: String
    /// Keys of which one must be there; empty where there are no such.
    let alternatives: [[String]]
    /// Its keys, in the order of the reference.
    let keys: [Key]

    /// A mapping, part by part.
    init(
        _ name: String, noun: String, _ about: String, oneOf alternatives: [[String]] = [],
        _ keys: [Key]
    ) {
        self.name = name
        self.noun = noun
        self.about = about
        self.alternatives = alternatives
        self.keys = keys
    }
}
