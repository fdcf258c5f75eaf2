import Diagnostics
import Tables
import YAML

/// A statement that has to hold over a deck's figures, as a deck writes it.
struct CheckDeclaration: Sendable {
    /// How the two sides compare.
    enum Relation: String, CaseIterable, Sendable {
        case equals
        case atMost = "at-most"
        case atLeast = "at-least"

        /// The relation as a sign.
        var sign: String {
            switch self {
            case .equals: "="
            case .atMost: "≤"
            case .atLeast: "≥"
            }
        }
    }

    var name: String
    var left: Query
    var relation: Relation
    var right: Query
    /// How far the sides may miss the relation.
    var tolerance: Double
    /// Why they may; empty where they may not.
    var reason: String
    var location: SourceLocation

    /// Reads a mapping of `left`, one relation, and `within` with `because` where it holds by rounding.
    init?(reading pair: Pair, into reading: Reading) {
        name = pair.name
        location = pair.location
        let fields = Fields(pair.value, "a check", reading)
        let left = fields.required("left").flatMap { Query(expression: $0, into: reading) }
        let sides = Relation.allCases.compactMap { relation in
            fields.node(relation.rawValue).map { (relation, $0) }
        }
        tolerance = fields.number("within", within: 0...1e12) ?? 0
        reason = trimmed(fields.text("because") ?? "")
        fields.finish()
        if tolerance > 0, reason.isEmpty {
            reading.error(
                "a check with a tolerance says why",
                at: fields.node("within")?.location ?? location,
                hint: "as in because: each share is rounded to a tenth")
        }
        guard sides.count == 1, let (relation, node) = sides.first else {
            if pair.value.pairs != nil {
                let words = Relation.allCases.map(\.rawValue).joined(separator: ", ")
                reading.error(
                    "a check has one of \(words)", at: pair.value.location,
                    hint: "as in left: \":a + :b\", equals: \":total\"")
            }
            return nil
        }
        guard let left, let right = Query(expression: node, into: reading) else { return nil }
        (self.left, self.relation, self.right) = (left, relation, right)
    }

    /// Whether the relation holds between two numbers.
    func holds(_ left: Double, _ right: Double) -> Bool {
        // Sums of decimals miss each other by less than anybody means; counts are exact.
        let areWhole = left == left.rounded() && right == right.rounded()
        let slack = tolerance + (areWhole ? 0 : max(abs(left), abs(right)) * 1e-12)
        switch relation {
        case .equals: return abs(left - right) <= slack
        case .atMost: return left <= right + slack
        case .atLeast: return left >= right - slack
        }
    }
}

extension Query {
    /// Reads a query, or an expression over values, as in `:a + :b`.
    fileprivate init?(expression node: Node, into reading: Reading) {
        self.init(reading: node, into: reading)
        let first = sql.split(whereSeparator: \.isWhitespace).first?.lowercased() ?? ""
        if !["select", "with", "values"].contains(first) {
            // On a line of its own, so that a comment at its end does not swallow the bracket.
            sql = "SELECT (\(sql)\n)"
        }
    }
}
