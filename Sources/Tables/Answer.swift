/// The rows of a query, with what it used to find them.
public struct Answer: Hashable, Sendable {
    /// The rows.
    public let rows: Rows
    /// The names of the parameters in the SQL, sorted.
    public let parameters: [String]
    /// The names of the tables that it reads, sorted.
    public let tables: [String]

    /// An answer of its parts.
    public init(rows: Rows, parameters: [String], tables: [String]) {
        (self.rows, self.parameters, self.tables) = (rows, parameters, tables)
    }
}
