import YAML

@testable import Deck

/// Decks that the schema makes up: whatever it allows, key by key, at random.
struct SchemaDecks<Random: RandomNumberGenerator> {
    private let objects: [String: SchemaObject]
    private var random: Random
    /// Where a number or word is put that the schema forbids; `nil` for nowhere.
    private var slipsAt: Int?
    private var scalars = 0

    /// The slip that was made: its key's text as it stands in the deck.
    private(set) var slip: String?

    init(_ schema: DeckSchema, random: Random) {
        objects = Dictionary(uniqueKeysWithValues: schema.objects.map { ($0.name, $0) })
        self.random = random
    }

    /// A file that the schema accepts, as JSON, which is YAML.
    mutating func file(_ name: String) -> String {
        (slipsAt, slip, scalars) = (nil, nil, 0)
        return value(.object(name), depth: 0)
    }

    /// A file with one number or word that the schema refuses; `slip` is `nil` where it has none.
    mutating func fileWithSlip(_ name: String) -> String {
        (slipsAt, slip, scalars) = (Int.random(in: 1...12, using: &random), nil, 0)
        return value(.object(name), depth: 0)
    }

    private mutating func value(_ type: SchemaType, depth: Int) -> String {
        switch type {
        case .text: return ["\"a\"", "\"1\"", "2024", "0.5"].randomElement(using: &random) ?? ""
        case .query: return "\"SELECT 1\""
        case .flag: return Bool.random(using: &random) ? "true" : "false"
        case .only(let flag): return "\(flag)"
        case .number(let bounds):
            if isSlip() { return slipped("\(bounds.upperBound + max(1, abs(bounds.upperBound)))") }
            let ends = [bounds.lowerBound, bounds.upperBound]
            let some = Double.random(in: bounds, using: &random)
            return "\((ends + [some]).randomElement(using: &random) ?? some)"
        case .whole(let bounds):
            if isSlip() { return slipped("\(bounds.upperBound + 1)") }
            return "\(Int.random(in: bounds, using: &random))"
        case .words(let words):
            if isSlip() { return slipped("\"no such word\"") }
            // No word has a quote or a backslash in it.
            return "\"\(words.randomElement(using: &random) ?? "")\""
        case .pattern(let pattern):
            if pattern.contains("A-F") { return "\"14508C\"" }
            return pattern.contains("S[12]") ? "\"2024-S1\"" : "\"2024-07-15\""
        case .list(let item, let count):
            let most = min(count.upperBound, max(count.lowerBound, depth > 8 ? 0 : 2))
            let length = Int.random(in: count.lowerBound...most, using: &random)
            return "["
                + (0..<length).map { _ in value(item, depth: depth + 1) }
                .joined(separator: ", ") + "]"
        case .mapping(let item, let names):
            let name = names?.randomElement(using: &random) ?? "a"
            return "{\"\(name)\": \(value(item, depth: depth + 1))}"
        case .object(let name):
            return objects[name].map { mapping($0, depth: depth) } ?? ""
        case .either(let types):
            // Deep inside the first, which is the plain one, lest a deck has no end.
            let type = depth > 8 ? types.first : types.randomElement(using: &random)
            return type.map { value($0, depth: depth) } ?? ""
        }
    }

    private mutating func mapping(_ object: SchemaObject, depth: Int) -> String {
        var alternative = object.alternatives.randomElement(using: &random) ?? []
        if object.name == "block", depth > 6 { alternative = ["text"] }
        let rivals = Set(object.alternatives.joined()).subtracting(alternative)
        var members: [String] = []
        for key in object.keys {
            let isWanted = depth < 7 && Int.random(in: 0..<4, using: &random) == 0
            guard !rivals.contains(key.name),
                key.isNeeded || alternative.contains(key.name) || isWanted
            else { continue }
            members.append("\"\(key.name)\": \(value(key.type, depth: depth + 1))")
        }
        return "{" + members.joined(separator: ", ") + "}"
    }

    private mutating func isSlip() -> Bool {
        scalars += 1
        return scalars == slipsAt
    }

    private mutating func slipped(_ text: String) -> String {
        slip = text
        return text
    }
}
