import Layout

/// The few words that pages print of their own accord, in a deck's language.
struct Words: Hashable, Sendable {
    /// Printed where there is no figure.
    var missing: String
    /// The legend entry of regions without data.
    var noData: String
    /// The legend entry of hollow diamonds.
    var rounded: String
    /// Names the sum of a stacked column.
    var total: String
    /// What a note begins with.
    var note: String
    /// The sentences of footnotes, by what they explain.
    var footnotes: [FootnoteMark: String]

    /// The words of a language; English where the language is not known.
    init(languageCode: String) {
        self = languageCode == "es" ? Words.spanish : Words.english
    }

    private init(
        missing: String, noData: String, rounded: String, total: String, note: String,
        footnotes: [FootnoteMark: String]
    ) {
        self.missing = missing
        self.noData = noData
        self.rounded = rounded
        self.total = total
        self.note = note
        self.footnotes = footnotes
    }

    private static let spanish = Words(
        missing: "n.d.", noData: "sin dato", rounded: "cifra redondeada", total: "Total",
        note: "Nota: ",
        footnotes: [
            .missing: "n.d.: sin dato.", .bridged: "Línea punteada: sin dato.",
            .interrupted: "Línea interrumpida: sin dato.",
            .truncatedAxis: "El eje vertical no inicia en cero.", .derived: "* Calculado.",
            .preliminary: "ᵖ Preliminar.", .estimated: "ᵉ Estimado.",
        ])

    private static let english = Words(
        missing: "n/a", noData: "no data", rounded: "rounded figure", total: "Total",
        note: "Note: ",
        footnotes: [
            .missing: "n/a: no data.", .bridged: "Dotted line: no data.",
            .interrupted: "Broken line: no data.",
            .truncatedAxis: "The vertical axis does not start at zero.",
            .derived: "* Calculated.", .preliminary: "Preliminary figures.",
            .estimated: "Estimated figures.",
        ])
}
