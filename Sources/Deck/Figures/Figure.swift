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
    /// The same as it is written; empty where it is not.
    var specifier = ""
    /// Who says so, where the query's row does not; empty for nobody.
    var source = ""
    /// What it is counted in; empty where that is not said.
    var unit = ""

    /// Reads a query, or a mapping of `sql`, `format`, `source` and `unit`.
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
            specifier = node.scalar?.text ?? ""
            format = NumberFormat(reading: specifier, at: node.location, into: reading)
        }
        source = fields.text("source") ?? ""
        unit = fields.text("unit") ?? ""
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
    /// The same as it is written; empty where it is not.
    var specifier = ""
    /// How sure it is.
    var status: Status
    /// Who says so; empty where that is not known.
    var source = ""
    /// What it is counted in; empty where that is not said.
    var unit = ""
    /// The query that it answers; `nil` for what a deck says of itself.
    var query: Query?
    /// The period for which there are no data yet; `nil` where there are.
    var withoutData: Period?
}
