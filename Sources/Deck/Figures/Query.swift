import Charts
import Diagnostics
import Tables
import YAML

/// A `SELECT` over the deck's tables, as a deck writes it.
struct Query: Hashable, Sendable {
    /// The statement.
    var sql: String
    /// Where it is written.
    var location: SourceLocation

    /// A statement that is known.
    init(sql: String, location: SourceLocation) {
        self.sql = sql
        self.location = location
    }

    /// Reads a scalar.
    init?(reading node: Node, into reading: Reading) {
        guard let scalar = node.scalar else {
            reading.error("a query is text, not \(node.noun)", at: node.location)
            return nil
        }
        sql = scalar.text
        location = node.location
    }
}

/// One row of a query's answer.
struct Row {
    let rows: Rows
    let index: Int

    /// Whether the answer has a column.
    func has(_ column: String) -> Bool { rows.columns.contains(column) }

    /// The cell as text: empty where it is missing, a number as SQLite prints it.
    func text(_ column: String) -> String {
        switch rows.cell(row: index, column: column) {
        case .text(let text)?: text
        case .integer(let number)?: "\(number)"
        case .number(let number)?: "\(number)"
        case .missing?, nil: ""
        }
    }

    /// The cell as a number; `nil` where it is missing or text.
    func number(_ column: String) -> Double? {
        rows.cell(row: index, column: column)?.number
    }

    /// The text of a cell that should hold a number and does not; `nil` where it does, or is missing.
    func wrongNumber(_ column: String) -> String? {
        guard number(column) == nil, !text(column).isEmpty else { return nil }
        return text(column)
    }

    /// Whether a cell of 0 and 1 says yes.
    func flag(_ column: String) -> Bool { number(column) == 1 }

    /// How sure the row's figure is, by its `status` column; firm without one.
    var standing: Standing {
        Standing(Status(rawValue: text("status")) ?? .official)
    }
}

extension Standing {
    /// What a status means for the look of a figure.
    init(_ status: Status) {
        switch status {
        case .derived: self = .derived
        case .preliminary: self = .preliminary
        case .estimated: self = .estimated
        case .official, .revised, .missing: self = .firm
        }
    }
}
