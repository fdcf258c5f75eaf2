import Layout

/// The few words that pages print of their own accord, in a deck's language.
struct Words: Hashable, Sendable {
    /// Printed where there is no figure.
    var missing: String
    /// The legend entry of regions without data.
    var noData: String
    /// The legend entry of hollow diamonds.
    var rounded: String
    /// What a page says that has no data yet, before the name of the period.
    var noDataFor: String
    /// What a line of sources begins with.
    var source: String
    /// Names the sum of a stacked column.
    var total: String
    /// Stands across pages that are not yet to be passed on.
    var draft: String
    /// What a note begins with.
    var note: String
    /// What stands for figures that are not known, as the words of a sentence.
    var gaps: [FootnoteMark: String]
    /// What joins the last two of a list.
    var and: String
    /// The sentences of footnotes, by what they explain.
    var footnotes: [FootnoteMark: String]

    /// The sentence that explains signs for figures that are not known.
    func noData(_ marks: [FootnoteMark]) -> String {
        let names = marks.compactMap { gaps[$0] }
        let list =
            names.count > 1
            ? names.dropLast().joined(separator: ", ") + " \(and) " + (names.last ?? "")
            : names.first ?? ""
        // `n.d.` is written small wherever it stands.
        let sentence =
            names.first == missing ? list : list.prefix(1).uppercased() + list.dropFirst()
        return "\(sentence): \(noData)."
    }

    /// The words of a language; English where the language is not known.
    init(languageCode: String) {
        self = languageCode == "es" ? Words.spanish : Words.english
    }

    private init(
        missing: String, noData: String, noDataFor: String, source: String, rounded: String,
        total: String, draft: String, note: String,
        gaps: [FootnoteMark: String], and: String, footnotes: [FootnoteMark: String]
    ) {
        self.missing = missing
        self.noData = noData
        self.noDataFor = noDataFor
        self.source = source
        self.rounded = rounded
        self.total = total
        self.draft = draft
        self.note = note
        self.gaps = gaps
        self.and = and
        self.footnotes = footnotes
    }

    private static let spanish = Words(
        missing: "n.d.", noData: "sin dato", noDataFor: "sin datos para", source: "Fuente:",
        rounded: "cifra redondeada", total: "Total", draft: "BORRADOR",
        note: "Nota: ",
        gaps: [
            .bridged: "línea punteada", .interrupted: "línea interrumpida", .missing: "n.d.",
        ], and: "y",
        footnotes: [
            .truncatedAxis: "El eje vertical no inicia en cero.", .derived: "* Calculado.",
            .preliminary: "ᵖ Preliminar.", .estimated: "ᵉ Estimado.",
        ])

    private static let english = Words(
        missing: "n/a", noData: "no data", noDataFor: "no data for", source: "Source:",
        rounded: "rounded figure",
        total: "Total", draft: "DRAFT",
        note: "Note: ",
        gaps: [
            .bridged: "dotted line", .interrupted: "broken line", .missing: "n/a",
        ], and: "and",
        footnotes: [
            .truncatedAxis: "The vertical axis does not start at zero.",
            .derived: "* Calculated.", .preliminary: "ᵖ Preliminary.",
            .estimated: "ᵉ Estimated.",
        ])
}
