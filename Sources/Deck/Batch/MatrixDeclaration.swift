import Diagnostics
import YAML

/// The editions that a deck is made in: values for its parameters, one set an edition.
struct MatrixDeclaration: Sendable {
    /// Where the values of a parameter come from.
    enum Values: Sendable {
        /// They are written, each with its place.
        case list([(text: String, location: SourceLocation)])
        /// The column of a query.
        case query(Query)
    }

    /// What makes the editions.
    enum Form: Sendable {
        /// Each row of a query is one, its columns are parameters.
        case rows(Query)
        /// Each combination of values is one; the last parameter changes first.
        case product([(name: String, location: SourceLocation, values: Values)])
    }

    var form: Form
    var location: SourceLocation

    /// Reads a query, or a mapping of parameters to lists and queries.
    init?(reading node: Node, into reading: Reading) {
        location = node.location
        guard let pairs = node.pairs else {
            guard let query = Query(reading: node, into: reading) else { return nil }
            form = .rows(query)
            return
        }
        if pairs.isEmpty { reading.error("a matrix names a parameter", at: node.location) }
        form = .product(
            pairs.compactMap { pair in
                Self.values(pair.value, into: reading).map { (pair.name, pair.location, $0) }
            })
    }

    private static func values(_ node: Node, into reading: Reading) -> Values? {
        guard let items = node.items else {
            return Query(reading: node, into: reading).map { .query($0) }
        }
        if items.isEmpty {
            reading.error("a parameter of a matrix has at least one value", at: node.location)
        }
        return .list(
            items.compactMap { item in
                switch item.scalar?.value {
                case .int?, .float?, .string?: return (item.scalar?.text ?? "", item.location)
                case .null?, .bool?, nil:
                    reading.error(
                        "a parameter is a text or a number, not \(item.noun)", at: item.location)
                    return nil
                }
            })
    }
}
