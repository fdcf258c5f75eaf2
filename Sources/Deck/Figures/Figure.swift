import Diagnostics
import Scales
import Tables
import YAML

/// A named figure as a deck declares it: a query for one value, and how it is printed.
struct FigureDeclaration: Sendable {
    /// The name by which texts call it.
    var name: String
    /// The query whose first cell it is; columns `status` and `source` say what it is worth.
    var query: Query
    /// How it is printed where a text does not say.
    var format: NumberFormat?

    /// Reads a query, or a mapping of `sql` and `format`.
    init?(reading pair: Pair, into reading: Reading) {
        name = pair.name
        format = nil
        if pair.value.scalar != nil {
            guard let query = Query(reading: pair.value, into: reading) else { return nil }
            self.query = query
            return
        }
        let fields = Fields(pair.value, "a value", reading)
        let query = fields.required("sql").flatMap { Query(reading: $0, into: reading) }
        if let node = fields.node("format") {
            format = NumberFormat(
                reading: node.scalar?.text ?? "", at: node.location, into: reading)
        }
        fields.finish()
        guard let query else { return nil }
        self.query = query
    }
}

/// A named figure with its value.
struct Figure: Sendable {
    /// The value; `.missing` where there is none.
    var value: Cell
    /// How it is printed where a text does not say.
    var format: NumberFormat?
    /// How sure it is.
    var status: Status
    /// The period for which there are no data yet; `nil` where there are.
    var withoutData: Period?
}
