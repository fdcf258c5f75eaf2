/// The sentences about a map.
struct MapReading {
    let facts: MapDescription.Facts
    let words: MapWords
    private let title: String
    let areas: Ranking
    let symbols: Ranking

    init(_ facts: MapDescription.Facts) {
        self.facts = facts
        words = MapWords(facts.locale)
        title = facts.title.asSpoken
        areas = Ranking(
            facts.areas.map { ($0.name, $0.value, $0.text) }, words: MapWords(facts.locale))
        symbols = Ranking(
            facts.symbols.map { ($0.name, $0.value, $0.text) }, words: MapWords(facts.locale))
    }

    // MARK: - Texts

    /// Whole sentences, one matter after the other.
    var long: String {
        let sentences =
            [opening] + areaSentences + categorySentences + symbolSentences + pinSentences
        return sentences.joined(separator: " ")
    }

    /// The kind, the title, and as many findings as have room.
    var short: String {
        let most = MapDescription.mostShort
        var text = opening
        if text.utf16.count > most { text = "\(kind): \(title)".cut(to: most) }
        // Where not even the first word has room.
        if text.isEmpty { text = words.say("Mapa.", "Map.") }
        for forms in findings {
            let fitting = forms.first { text.utf16.count + 1 + $0.utf16.count <= most }
            if let fitting { text += " " + fitting }
        }
        return text
    }

    /// The most important things, each in its forms from the longest.
    private var findings: [[String]] {
        if facts.areasHaveValues {
            return [extremes(areas), [missingShort].filter { !$0.isEmpty }]
        }
        if !facts.symbols.isEmpty { return [extremes(symbols), [countOfPins ?? ""]] }
        if !facts.pins.isEmpty { return [[countOfPins ?? ""], kindsOfPins.map { [$0] } ?? []] }
        if !categories.isEmpty { return [[categoriesShort], [countOfAreas]] }
        if !facts.areas.isEmpty { return [[namedAreas, countOfAreas]] }
        return []
    }

    private func extremes(_ ranking: Ranking) -> [String] {
        guard let high = ranking.groups.first, let low = ranking.groups.last else { return [] }
        if ranking.groups.count == 1 { return [allAlike(ranking)] }
        let (most, least) = (ranking.item(high, most: 1), ranking.item(low, most: 1))
        return [
            words.say("Máximo: \(most); mínimo: \(least).", "Highest: \(most); lowest: \(least)."),
            words.say("Máximo: \(most).", "Highest: \(most)."),
        ]
    }

    private var missingShort: String {
        let missing = areas.missing.count
        guard missing > 0, areas.known > 0 else { return missing > 0 ? nothingKnown : "" }
        let count = words.count(missing)
        let all = words.count(facts.areas.count, of: areaNoun)
        return words.say("Sin dato: \(count) de \(all).", "No data: \(count) of \(all).")
    }

    // MARK: - What it is

    private var kind: String {
        if facts.areasHaveValues { return words.say("Mapa coroplético", "Choropleth map") }
        if !facts.symbols.isEmpty {
            return words.say("Mapa de símbolos proporcionales", "Proportional symbol map")
        }
        if !facts.pins.isEmpty {
            return words.say("Mapa de \(pinNoun.many)", "Map of \(pinNoun.many)")
        }
        if !categories.isEmpty { return words.say("Mapa de categorías", "Category map") }
        if !facts.areas.isEmpty {
            return words.say("Mapa de \(areaNoun.many)", "Map of \(areaNoun.many)")
        }
        return words.say("Mapa", "Map")
    }

    private var opening: String {
        let measure = (facts.areasHaveValues ? facts.measure : facts.symbolMeasure).asSpoken
        // Not twice what the title says.
        let isSaid = title.lowercased().contains(measure.lowercased())
        let unit =
            measure.isEmpty || isSaid || !facts.areasHaveValues && facts.symbols.isEmpty
            ? nil : words.say("en \(measure)", "in \(measure)")
        let parts = [title, unit ?? ""].filter { !$0.isEmpty }
        let mark = title.isEmpty ? "," : ":"
        return (parts.isEmpty ? kind : "\(kind)\(mark) \(parts.joined(separator: ", "))").asSentence
    }

    var areaNoun: MapNoun {
        words.noun(
            facts.areaNoun,
            else: MapNoun(
                one: words.say("región", "region"), many: words.say("regiones", "regions")))
    }

    var pinNoun: MapNoun {
        words.noun(
            facts.pinNoun,
            else: MapNoun(one: words.say("lugar", "place"), many: words.say("lugares", "places")))
    }

    // MARK: - Areas

    private var countOfAreas: String {
        let count = words.count(facts.areas.count, of: areaNoun)
        return words.say("Muestra \(count).", "It shows \(count).")
    }

    private var namedAreas: String {
        let areas = countedAreas
        return words.say("Muestra \(areas).", "It shows \(areas).")
    }

    private var litAreas: String {
        let areas = countedAreas
        return words.say("Destaca \(areas).", "It highlights \(areas).")
    }

    /// How many areas there are, with their names where all have one.
    private var countedAreas: String {
        let names = facts.areas.map(\.name.asSpoken)
        let count = words.count(facts.areas.count, of: areaNoun)
        return names.contains("") ? count : "\(count): \(words.list(names, most: 12))"
    }

    private var areaSentences: [String] {
        guard !facts.areas.isEmpty else { return [] }
        guard facts.areasHaveValues else {
            if !categories.isEmpty { return [] }
            if facts.pins.isEmpty, facts.symbols.isEmpty { return [namedAreas] }
            // What pins are told by need not be told twice.
            let groups = Set(facts.pins.map(\.group.asSpoken))
            return facts.areas.allSatisfy { groups.contains($0.name.asSpoken) } ? [] : [litAreas]
        }
        let all = facts.areas.count
        guard areas.known > 0 else { return [nothingKnown] }
        let count = words.count(all, of: areaNoun)
        let known = words.count(areas.known)
        let extent =
            areas.known == all
            ? words.say("Muestra datos de \(count).", "It shows figures for \(count).")
            : words.say(
                "Muestra datos de \(known) de \(count).",
                "It shows figures for \(known) of \(count).")
        return [extent] + ranking(areas) + missing(areas.missing, areaNoun)
    }

    private var nothingKnown: String {
        let count = words.count(facts.areas.count, of: areaNoun)
        return words.say("Ningún dato para \(count).", "No data for \(count).")
    }

    /// What has no data: counted, and named where that is few.
    func missing(_ names: [String], _ noun: MapNoun) -> [String] {
        guard !names.isEmpty else { return [] }
        let isNamed = names.count <= MapDescription.mostMissingNamed && !names.contains("")
        let count = words.count(names.count, of: noun)
        let list = isNamed ? "\(count) (\(words.list(names)))" : count
        return [words.say("Sin dato: \(list).", "No data: \(list).")]
    }

    // MARK: - Amounts

    /// The most and the least.
    func ranking(_ ranking: Ranking, areSymbols: Bool = false) -> [String] {
        guard ranking.groups.count > 1, let low = ranking.groups.last else {
            return [allAlike(ranking)]
        }
        let top = ranking.top(3)
        let list = words.list(top.map { ranking.item($0, most: 4) })
        // All of them, which leaves no least one to tell.
        if top.count == ranking.groups.count {
            return [
                words.say("De mayor a menor: \(list).", "From highest to lowest: \(list).")
            ]
        }
        let most = top.count == 1 ? top[0].count : top.count
        let least = ranking.item(low, most: 4)
        guard areSymbols else {
            return [
                top.count == 1
                    ? words.say("El valor más alto: \(list).", "The highest value: \(list).")
                    : words.say("Los valores más altos: \(list).", "The highest values: \(list)."),
                words.say("El valor más bajo: \(least).", "The lowest value: \(least)."),
            ]
        }
        return [
            most == 1
                ? words.say("El símbolo más grande: \(list).", "The largest symbol: \(list).")
                : words.say("Los símbolos más grandes: \(list).", "The largest symbols: \(list)."),
            low.count == 1
                ? words.say("El símbolo más pequeño: \(least).", "The smallest symbol: \(least).")
                : words.say(
                    "Los símbolos más pequeños: \(least).", "The smallest symbols: \(least)."),
        ]
    }

    private func allAlike(_ ranking: Ranking) -> String {
        guard let only = ranking.groups.first else { return "" }
        if only.count == 1 {
            let item = ranking.item(only, most: 1)
            return words.say("El único valor: \(item).", "The only value: \(item).")
        }
        let count = words.count(only.count)
        return words.say(
            "Los \(count) valores son iguales: \(only.text).",
            "The \(count) values are equal: \(only.text).")
    }
}
