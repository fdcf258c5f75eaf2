import Diagnostics
import Tables

/// What stands for `:name` in queries: the deck's periods with their dates, and its own parameters.
struct Parameters: Sendable {
    /// The named periods; `period` is the deck's own.
    private(set) var periods: [String: Period] = [:]
    /// All parameters by name.
    private(set) var cells: [String: Cell] = [:]
    /// Which period a parameter belongs to.
    private(set) var periodOf: [String: String] = [:]

    /// The periods that every deck has beside its own.
    private static let builtIn: [(name: String, word: PeriodDeclaration.Word)] = [
        ("previous", .previous), ("year_ago", .yearAgo), ("closed_year", .closedYear),
        ("year_to_date", .yearToDate), ("closing_month", .closingMonth),
    ]

    /// The names that a deck may not give to anything of its own.
    static let reserved: Set<String> = Set(["period"] + builtIn.map(\.name))

    /// What is added to a period's name for what follows from it.
    private static let suffixes = [
        "_start", "_end", "_first_month", "_last_month", "_year",
    ]

    /// The names of what follows from periods of some names.
    static func derivedNames(of periods: Set<String>) -> Set<String> {
        Set(periods.flatMap { period in suffixes.map { period + $0 } })
    }

    /// What follows from a deck's period.
    init(
        period: Period?, _ declarations: [PeriodDeclaration], own: [String: Cell],
        into reading: Reading
    ) {
        cells = own
        guard let period else { return }
        add("period", period)
        for (name, word) in Self.builtIn {
            if let other = word.period(from: period) { add(name, other) }
        }
        for declaration in declarations {
            let base = declaration.base ?? "period"
            guard let from = periods[base] else {
                let guess = nearest(to: base, among: periods.keys)
                reading.error(
                    "there is no period “\(base)” above this one", at: declaration.location,
                    hint: guess.map { "did you mean “\($0)”?" })
                continue
            }
            guard let period = declaration.period(from: from) else {
                reading.error(
                    "the period “\(declaration.name)” has no months", at: declaration.location,
                    hint: "“\(base)” is \(from)")
                continue
            }
            add(declaration.name, period)
        }
    }

    private mutating func add(_ name: String, _ period: Period) {
        periods[name] = period
        let parts: [(String, Cell)] = [
            ("", .text(period.description)),
            ("_start", .text(period.firstDay.description)),
            ("_end", .text(period.lastDay.description)),
            ("_first_month", .text(period.months.first?.description ?? "")),
            ("_last_month", .text(period.closingMonth?.description ?? "")),
            ("_year", .integer(period.year)),
        ]
        for (suffix, cell) in parts {
            cells[name + suffix] = cell
            periodOf[name + suffix] = name
        }
    }

    /// The first period that any of these parameters stands for; the deck's own before others.
    func period(among parameters: [String]) -> Period? {
        let names = Set(parameters.compactMap { periodOf[$0] })
        let name = names.contains("period") ? "period" : names.min()
        return name.flatMap { periods[$0] }
    }
}
