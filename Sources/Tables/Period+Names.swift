extension Period {
    /// The languages that periods have names in.
    public enum Language: String, CaseIterable, Hashable, Sendable {
        /// Spanish, as in Mexico.
        case es
        /// English.
        case en
    }

    /// The ways to write its name.
    public enum NameStyle: String, CaseIterable, Hashable, Sendable {
        /// For a title: `2023`, `1er Semestre 2024`, `Junio 2024`, `Enero - Mayo 2024`.
        case long
        /// For an axis or a label: `2023`, `ene-jun 2024`, `jun 2024`, `feb 2020-jun 2024`.
        case short
        /// By its months, whatever its kind: `Enero - Junio 2024`.
        case months
        /// As the end of something: `Cierre Anual 2023`, `Cierre 1er Semestre 2024`.
        case closing
        /// Within a sentence: `2023`, `enero a junio de 2024`, `junio de 2024`.
        case prose
        /// The year of its end: `2024`.
        case year
        /// As data have it: `2024-S1`.
        case code
    }

    /// Its name in a language.
    public func name(_ style: NameStyle = .long, in language: Language) -> String {
        switch style {
        case .long: longName(in: language)
        case .short: shortName(in: language)
        case .months: monthsName(in: language)
        case .closing: language.closing(length, longName(in: language), year)
        case .prose: prose(in: language)
        case .year: "\(year)"
        case .code: description
        }
    }

    private func longName(in language: Language) -> String {
        switch length {
        case .year: "\(year)"
        case .half: "\(language.ordinals[index - 1]) \(language.half) \(year)"
        case .quarter: "\(language.ordinals[index - 1]) \(language.quarter) \(year)"
        case .month, nil: monthsName(in: language)
        }
    }

    private func shortName(in language: Language) -> String {
        length == .year
            ? "\(year)" : joined(language.shortMonths, by: "-", year: " ")
    }

    private func monthsName(in language: Language) -> String {
        joined(language.months, by: " - ", year: " ")
    }

    private func prose(in language: Language) -> String {
        guard length != .year else { return "\(year)" }
        switch language {
        case .es: return joined(language.months.map { $0.lowercased() }, by: " a ", year: " de ")
        case .en: return joined(language.months, by: " to ", year: " ")
        }
    }

    /// The first and the last month, each with its year where these differ.
    private func joined(_ months: [String], by link: String, year gap: String) -> String {
        let (start, end) = (months[firstMonth - 1], months[lastMonth - 1])
        if monthCount == 1 { return end + gap + "\(year)" }
        let head = firstYear == year ? start : start + gap + "\(firstYear)"
        return head + link + end + gap + "\(year)"
    }
}

extension Period.Language {
    fileprivate func closing(_ length: Period.Length?, _ name: String, _ year: Int) -> String {
        switch (self, length) {
        case (.es, .year): "Cierre Anual \(year)"
        case (.es, _): "Cierre \(name)"
        case (.en, .year): "Full Year \(year)"
        case (.en, _): name
        }
    }

    fileprivate var ordinals: [String] {
        switch self {
        case .es: ["1er", "2do", "3er", "4to"]
        case .en: ["1st", "2nd", "3rd", "4th"]
        }
    }

    fileprivate var half: String {
        switch self {
        case .es: "Semestre"
        case .en: "Half"
        }
    }

    fileprivate var quarter: String {
        switch self {
        case .es: "Trimestre"
        case .en: "Quarter"
        }
    }

    fileprivate var months: [String] {
        switch self {
        case .es:
            [
                "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto",
                "Septiembre", "Octubre", "Noviembre", "Diciembre",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
        }
    }

    fileprivate var shortMonths: [String] {
        switch self {
        case .es:
            [
                "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
            ]
        case .en:
            [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]
        }
    }
}
