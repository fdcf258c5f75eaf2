import Scales

/// The words of maps in the deck's language: Spanish, or English for all others.
///
/// Sentences are whole in both languages, side by side, so that an editor can read them.
struct MapWords {
    /// How numbers are written.
    let locale: DeckLocale
    private let isSpanish: Bool

    /// The words of a locale.
    init(_ locale: DeckLocale) {
        self.locale = locale
        isSpanish = locale.languageCode == "es"
    }

    /// The words of the language.
    func say(_ spanish: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        isSpanish ? spanish() : english()
    }

    // MARK: - Numbers and lists

    /// A whole number of things.
    func count(_ number: Int) -> String {
        NumberFormat.plain.text(Double(number), locale: locale.number)
    }

    /// A number of things with their name.
    func count(_ number: Int, of noun: MapNoun) -> String {
        "\(count(number)) \(number == 1 ? noun.one : noun.many)"
    }

    /// A name for one and many as it is read aloud; another one where it is not given in full.
    func noun(_ noun: MapNoun?, else other: MapNoun) -> MapNoun {
        guard let noun, !noun.one.asSpoken.isEmpty, !noun.many.asSpoken.isEmpty else {
            return other
        }
        return MapNoun(one: noun.one.asSpoken, many: noun.many.asSpoken)
    }

    /// `A`, `A and B`, `A, B, and C`; semicolons where items have commas of their own, but for
    /// those in brackets.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let hasCommas = items.contains(where: \.hasOwnCommas)
        let and = say(last.takesE ? "e" : "y", "and")
        let head = items.dropLast().joined(separator: hasCommas ? "; " : ", ")
        let comma = hasCommas ? ";" : items.count > 2 ? say("", ",") : ""
        return "\(head)\(comma) \(and) \(last)"
    }

    /// The first items of a list, and how many there are besides.
    func list(_ items: [String], most: Int) -> String {
        guard items.count > most + 1 else { return list(items) }
        let rest = count(items.count - most)
        return list(items.prefix(most) + [say("\(rest) más", "\(rest) more")])
    }

    // MARK: - Ranges

    /// A range whose ends belong to it, in as few words as a key has room for.
    ///
    /// - Parameter print: writes a number, with or without the format's suffix.
    func range(
        from low: Double?, to high: Double?, _ print: (Double, _ hasSuffix: Bool) -> String
    ) -> String {
        switch (low, high) {
        case (nil, nil): return say("todos los valores", "all values")
        case (nil, let high?):
            return say("hasta \(print(high, true))", "up to \(print(high, true))")
        case (let low?, nil):
            return say("\(print(low, true)) o más", "\(print(low, true)) or more")
        case (let low?, let high?):
            if print(low, true) == print(high, true) { return print(low, true) }
            return say(
                "\(print(low, false)) a \(print(high, true))",
                "\(print(low, false)) to \(print(high, true))")
        }
    }

    /// A range that the next one follows without a number between them.
    func exactRange(from low: String?, to high: String?, isOpen: Bool) -> String {
        switch (low, high) {
        case (nil, nil): return say("todos los valores", "all values")
        case (nil, let high?):
            return isOpen
                ? say("menos de \(high)", "less than \(high)")
                : say("hasta \(high)", "up to \(high)")
        case (let low?, nil): return say("\(low) o más", "\(low) or more")
        case (let low?, let high?):
            return isOpen
                ? say("\(low) a menos de \(high)", "\(low) to less than \(high)")
                : say("\(low) a \(high)", "\(low) to \(high)")
        }
    }
}

extension String {
    /// Whether it has a comma or semicolon that a reader would take for the end of an item.
    fileprivate var hasOwnCommas: Bool {
        var depth = 0
        var isAfterMark = false
        for character in self {
            if isAfterMark, character == " " { return true }
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            isAfterMark = depth <= 0 && (character == "," || character == ";")
        }
        return false
    }

    /// Whether Spanish says «e» rather than «y» before it: an i sound, but not a diphthong, as in
    /// «hierro» (Real Academia Española, "Diccionario panhispánico de dudas", «y2»).
    var takesE: Bool {
        var letters = lowercased()[...]
        if letters.first == "h" { letters.removeFirst() }
        guard let first = letters.popFirst() else { return false }
        let follows = letters.first
        switch first {
        case "í": return true
        case "i": return !(follows.map { "aeoáéó".contains($0) } ?? false)
        // As in «Ypacaraí»; before a vowel it is a consonant.
        case "y": return follows.map { $0.isLetter && !"aeiouáéíóú".contains($0) } ?? false
        default: return false
        }
    }
}
