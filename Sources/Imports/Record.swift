import Tables

/// What is counted under one key in one month.
struct Record: Hashable, Sendable {
    /// The figures, in the product's order; `nil` is a gap.
    var figures: [Int?]
    /// How sure they are: as sure as the least sure row among them.
    var status: Status

    /// Nothing, to which rows are added.
    static func none(of product: Product) -> Record {
        Record(figures: Array(repeating: nil, count: product.figures.count), status: .official)
    }

    /// Adds the figures of another record; a gap adds nothing, and only gaps make a gap.
    ///
    /// A gap stands where the publisher has no row, as for a state in which nothing was sold: its
    /// own totals are the sums without. No sum overflows: a cell is at most `largestFigure`, and a
    /// file has fewer than 2³⁰ rows.
    mutating func add(_ other: Record) {
        for index in figures.indices {
            guard let part = other.figures[index] else { continue }
            figures[index] = (figures[index] ?? 0) + part
        }
        if !other.isMissing { status = leastSure(status, other.status) }
    }

    /// The sum of all figures; `nil` where all are gaps.
    var total: Int? { isMissing ? nil : figures.reduce(0) { $0 + ($1 ?? 0) } }

    /// Whether it has no figure at all.
    var isMissing: Bool { figures.allSatisfy { $0 == nil } }

    /// The largest figure that a cell may have, above or below zero: far beyond a month's vehicles
    /// of the world.
    static let largestFigure = 1_000_000_000
}

/// The status that claims less.
private func leastSure(_ left: Status, _ right: Status) -> Status {
    left.claim <= right.claim ? left : right
}

extension Status {
    /// How much it claims, from nothing upward.
    var claim: Int {
        switch self {
        case .missing: 0
        case .estimated: 1
        case .derived: 2
        case .preliminary: 3
        case .revised: 4
        case .official: 5
        }
    }

    /// What INEGI's words in the column `ESTATUS` mean; `nil` for words that are not known.
    ///
    /// Files of before 2026 have no such column. INEGI revises figures for three years, and a
    /// figure must not claim more than its source does, so that no word is `preliminary`.
    init?(published words: String) {
        let words = words.trimmed.lowercased()
        let word = words.hasPrefix("cifras ") ? words.dropFirst("cifras ".count) : words[...]
        switch word {
        case "", "preliminares", "preliminar": self = .preliminary
        case "revisadas", "revisada": self = .revised
        case "definitivas", "definitiva": self = .official
        default: return nil
        }
    }
}
