import Scales

extension DataTable {
    /// A cell of more letters is no cell of a table, and to break it well would take long.
    private static let mostBytes = 1000
    /// A small line of more values than this has several in each point of its width.
    private static let mostValues = 1000

    /// What keeps the table from being drawn; `nil` where nothing does.
    var problem: (message: String, hint: String?)? {
        guard !rows.isEmpty else {
            return ("the table has no rows", "the query's WHERE may leave none")
        }
        guard !columns.isEmpty else { return ("the table has no columns", nil) }
        for column in columns.indices where columns[column].letters > Self.mostBytes {
            return ("the header of \(name(ofColumn: column)) is too long for a table", nil)
        }
        for (index, row) in (rows + totals).enumerated() {
            guard row.cells.count == columns.count else {
                return (
                    "\(name(ofRow: index)) has \(row.cells.count) cells for "
                        + "\(columns.count) columns", nil
                )
            }
            if row.group.utf8.count > Self.mostBytes {
                return ("the group of \(name(ofRow: index)) is too long for a table", nil)
            }
            for (column, cell) in row.cells.enumerated() {
                if let problem = problem(of: cell, row: index, column: column) { return problem }
            }
        }
        return barProblem
    }

    private func problem(
        of cell: Cell, row: Int, column: Int
    ) -> (message: String, hint: String?)? {
        let place = { "\(name(ofRow: row)), \(name(ofColumn: column))" }
        let isLine = columns[column].kind == .sparkline
        switch cell.content {
        case .words where isLine, .figure where isLine:
            return ("the cell of \(place()), is no line of values", nil)
        case .series where !isLine:
            return ("the cell of \(place()), is a line of values", "give it a column of lines")
        case .empty, .missing: return nil
        case .words(let text):
            guard text.utf8.count > Self.mostBytes else { return nil }
            return (
                "the text of \(place()), is too long for a table",
                "a cell holds at most \(Self.mostBytes) letters"
            )
        case .figure(let value, let text):
            guard value.isFinite else { return ("the figure of \(place()), is not a number", nil) }
            guard text.utf8.count > Self.mostBytes else { return nil }
            return ("the figure of \(place()), is too long for a table", nil)
        case .series(let values, _):
            guard values.count <= Self.mostValues else {
                return (
                    "the line of \(place()), has \(values.count) values",
                    "a small line shows at most \(Self.mostValues)"
                )
            }
            guard values.contains(where: { $0?.isFinite == false }) else { return nil }
            return ("a value of \(place()), is not a number", nil)
        }
    }

    /// What keeps bars from being lengths from zero on their scale.
    private var barProblem: (message: String, hint: String?)? {
        for (index, column) in columns.enumerated() {
            guard case .bar(let bar) = column.kind, let domain = bar.domain else { continue }
            guard domain.start.isFinite, domain.end.isFinite, domain.start < domain.end,
                domain.contains(0)
            else {
                return (
                    "the scale of \(name(ofColumn: index)) does not hold zero",
                    "bars start at zero: let the domain run from 0 or below to above it"
                )
            }
            for (row, cells) in rows.enumerated() {
                guard case .figure(let value, _) = cells.cells[index].content,
                    value > domain.end * (1 + 1e-9) || value < domain.start * (1 + 1e-9)
                else { continue }
                return (
                    "the figure of \(name(ofRow: row)) lies outside of the scale of "
                        + name(ofColumn: index), "widen the domain"
                )
            }
        }
        return nil
    }
}
