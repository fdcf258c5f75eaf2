import Diagnostics
import Tables
import YAML

/// A period that a deck names: one that is written out, or one that follows from another.
struct PeriodDeclaration: Sendable {
    /// How it follows from another.
    enum Rule: Sendable {
        /// It is written out.
        case written(Period)
        /// By a word.
        case word(Word)
        /// So many months up to the other's end.
        case trailing(Int)
        /// From the first month of a period to the other's end.
        case since(Period)
    }

    /// The words for what follows from a period.
    enum Word: String, CaseIterable, Sendable {
        /// The period itself.
        case same
        /// As long, before it.
        case previous
        /// The same months of the year before.
        case yearAgo = "year-ago"
        /// From January to its last month.
        case yearToDate = "year-to-date"
        /// The last calendar year that was over when it ended.
        case closedYear = "closed-year"
        /// Its last month.
        case closingMonth = "closing-month"

        /// The period that follows from another; `nil` beyond the years that periods may have.
        func period(from base: Period) -> Period? {
            switch self {
            case .same: base
            case .previous: base.previous
            case .yearAgo: base.yearAgo
            case .yearToDate: base.yearToDate
            case .closedYear: base.lastClosedYear
            case .closingMonth: base.closingMonth
            }
        }
    }

    /// The name by which queries and texts call it.
    var name: String
    var rule: Rule
    /// The name of the period that it follows from; the deck's own where none is said.
    var base: String?
    var location: SourceLocation

    /// Reads a word, a period, or a mapping of `is`, `trailing` or `since`, and `of`.
    init?(reading pair: Pair, into reading: Reading) {
        name = pair.name
        location = pair.location
        guard isParameterName(name) else {
            reading.error(
                "“\(name)” cannot be a period's name", at: pair.location,
                hint: "queries call it :\(name), so use letters from a to z, digits and _")
            return nil
        }
        if let scalar = pair.value.scalar {
            guard let rule = Self.rule(scalar.text, at: pair.value.location, reading) else {
                return nil
            }
            self.rule = rule
            return
        }
        let fields = Fields(pair.value, "a period", reading)
        base = fields.text("of")
        let word = fields.text("is")
        let trailing = fields.whole("trailing", within: 1...600)
        let since = fields.text("since")
        fields.finish()
        guard [word == nil, trailing == nil, since == nil].count(where: { !$0 }) == 1 else {
            reading.error(
                "a period has one of is, trailing and since", at: pair.value.location,
                hint: "as in \(pair.name): { trailing: 13 } or \(pair.name): "
                    + "{ of: period, is: year-ago }")
            return nil
        }
        let place = (fields.node("is") ?? fields.node("since"))?.location ?? pair.location
        let found: Rule? =
            if let word {
                Self.rule(word, at: place, reading)
            } else if let since {
                Self.period(since, at: place, reading).map { .since($0) }
            } else {
                trailing.map { .trailing($0) }
            }
        guard let found else { return nil }
        rule = found
    }

    private static func rule(
        _ text: String, at location: SourceLocation, _ reading: Reading
    ) -> Rule? {
        if let word = Word(rawValue: text) { return .word(word) }
        if let period = Period(text) { return .written(period) }
        let words = Word.allCases.map(\.rawValue)
        reading.error(
            "“\(text)” is neither a period nor a word for one", at: location,
            hint: nearest(to: text, among: words).map { "did you mean “\($0)”?" }
                ?? "write 2024-S1, 2020-02/2024-06 …, or \(words.joined(separator: ", "))")
        return nil
    }

    private static func period(
        _ text: String, at location: SourceLocation, _ reading: Reading
    ) -> Period? {
        if let period = Period(text) { return period }
        reading.error(
            "“\(text)” is not a period", at: location,
            hint: "write 2024, 2024-S1, 2024-T2 (or Q2), 2024-06, or 2020-02/2024-06")
        return nil
    }

    /// The period that follows from `base`; `nil` beyond the years that periods may have.
    func period(from base: Period) -> Period? {
        switch rule {
        case .written(let period): period
        case .trailing(let count): base.trailing(count)
        case .since(let start): base.cumulative(since: start)
        case .word(let word): word.period(from: base)
        }
    }
}

/// Whether SQL takes a name for that of a parameter, and a text for that of a value.
func isParameterName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 60 else { return false }
    let isLetter = { (byte: UInt8) in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isLetter(first)
        && name.utf8.allSatisfy {
            isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
}
