extension Period {
    /// The languages that periods have names in.
    public enum Language: String, CaseIterable, Hashable, Sendable {
        /// Spanish, as in Mexico.
        case es
        /// English.
        case en
    }

    /// Its name for a title: `2023`, `1er Semestre 2024`, `2do Trimestre 2024`, `Junio 2024`.
    public func name(in language: Language) -> String {
        switch length {
        case .year: "\(year)"
        case .half: "\(language.ordinals[index - 1]) \(language.half) \(year)"
        case .quarter: "\(language.ordinals[index - 1]) \(language.quarter) \(year)"
        case .month: "\(language.months[index - 1]) \(year)"
        }
    }

    /// Its name for an axis or a label: `2023`, `ene-jun 2024`, `jun 2024`.
    public func shortName(in language: Language) -> String {
        let months = language.shortMonths
        switch length {
        case .year: return "\(year)"
        case .half, .quarter: return "\(months[firstMonth - 1])-\(months[lastMonth - 1]) \(year)"
        case .month: return "\(months[index - 1]) \(year)"
        }
    }
}

extension Period.Language {
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
