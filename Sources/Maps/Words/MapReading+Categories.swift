// Areas by their categories.

extension MapReading {
    /// The categories in the order of their first area, with the names of their areas.
    var categories: [(name: String, areas: [String])] {
        grouped(facts.areas.map { ($0.category.asSpoken, $0.name.asSpoken) })
            .filter { !$0.name.isEmpty }.map { ($0.name, $0.members) }
    }

    var categoriesShort: String {
        let items = categories.map { "\($0.name) (\(words.count($0.areas.count)))" }
        return words.list(items, most: 3).asSentence.upperFirst
    }

    var categorySentences: [String] {
        guard !categories.isEmpty else { return [] }
        let own =
            facts.areasHaveValues
            ? []
            : [
                words.say(
                    "Clasifica \(words.count(facts.areas.count, of: areaNoun)).",
                    "It classifies \(words.count(facts.areas.count, of: areaNoun)).")
            ]
        let shown = categories.prefix(categories.count > 13 ? 12 : 13).map { category -> String in
            let names = category.areas.filter { !$0.isEmpty }
            let count = words.count(category.areas.count, of: areaNoun)
            let tail = names.isEmpty ? "" : " (\(words.list(names, most: 5)))"
            return "\(category.name): \(count)\(tail).".upperFirst
        }
        let more = words.count(categories.count - shown.count)
        let others =
            categories.count > shown.count
            ? [words.say("Y \(more) categorías más.", "And \(more) more categories.")] : []
        let without = facts.areas.filter { $0.category.asSpoken.isEmpty }
        if facts.areasHaveValues { return own + shown + others }
        return own + shown + others + missing(without.map(\.name.asSpoken), areaNoun)
    }
}
