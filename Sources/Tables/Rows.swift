/// The result of a query: named columns and rows of cells.
public struct Rows: Hashable, Sendable {
    /// The columns' names, in order; all different.
    public let columns: [String]
    /// The rows, each with one cell for each column.
    public let rows: [[Cell]]

    /// Rows of cells; `nil` where two columns share a name or a row has not one cell for each.
    public init?(columns: [String], rows: [[Cell]]) {
        guard Set(columns).count == columns.count,
            rows.allSatisfy({ $0.count == columns.count })
        else { return nil }
        self.columns = columns
        self.rows = rows
    }

    /// The cell in a row, counted from 0, and a column; `nil` where there is none.
    public func cell(row: Int, column: Int) -> Cell? {
        guard rows.indices.contains(row), columns.indices.contains(column) else { return nil }
        return rows[row][column]
    }

    /// The cell in a row, counted from 0, and the column of that name; `nil` where there is none.
    public func cell(row: Int, column name: String) -> Cell? {
        columns.firstIndex(of: name).flatMap { cell(row: row, column: $0) }
    }

    /// The cells of the column of that name, from the first row down; `nil` where there is none.
    public func column(named name: String) -> [Cell]? {
        columns.firstIndex(of: name).map { index in rows.map { $0[index] } }
    }
}
