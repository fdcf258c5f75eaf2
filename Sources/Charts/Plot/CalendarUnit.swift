import Scales

/// The periods that a chart's days stand for, where they all begin one.
enum CalendarUnit {
    case month
    case quarter
    case year

    /// Its length in months.
    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// The longest one that all days begin; `nil` where a day begins none, or fewer than two differ.
    init?(of days: [CivilDate]) {
        guard days.allSatisfy({ $0.day == 1 }), Set(days).count > 1 else { return nil }
        if days.allSatisfy({ $0.month == 1 }) {
            self = .year
        } else if days.allSatisfy({ $0.month % 3 == 1 }), Set(days).count > 2 {
            self = .quarter
        } else {
            self = .month
        }
    }

    /// How it is printed, in d3's notation.
    func pattern(_ locale: DeckLocale) -> String {
        switch self {
        case .month: "%b"
        case .quarter: locale.languageCode == "es" ? "%qT" : "Q%q"
        case .year: "%Y"
        }
    }
}
