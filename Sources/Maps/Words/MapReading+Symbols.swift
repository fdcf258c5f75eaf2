// Symbols by their sizes.

extension MapReading {
    var symbolSentences: [String] {
        guard !facts.symbols.isEmpty else { return [] }
        let measure = facts.symbolMeasure.asSpoken
        let noun = MapNoun(
            one: words.say("símbolo", "symbol"), many: words.say("símbolos", "symbols"))
        let count = words.count(facts.symbols.count, of: noun)
        let unit = measure.isEmpty ? "" : " (\(measure))"
        let its = facts.symbols.count == 1 ? "its" : "their"
        let size = words.say(
            "Muestra \(count); su área es proporcional al valor\(unit).",
            "It shows \(count); \(its) area is proportional to the value\(unit).")
        guard symbols.known > 0 else {
            return [size, words.say("Ningún símbolo tiene dato.", "No symbol has data.")]
        }
        return [size] + ranking(symbols, areSymbols: true) + missing(symbols.missing, noun)
    }
}
