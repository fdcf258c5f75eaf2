import Diagnostics

/// Reads the rows of one kind of file; what breaks the file's rules is noted in `findings`.
protocol RowReader {
    /// The columns' names, in order; empty where they cannot be read.
    var columns: [String] { get }
    /// What is wrong so far.
    var findings: Diagnostics { get }

    /// Moves on to the next row that is sound; `false` after the last.
    mutating func nextRow() -> Bool
    /// A cell of the current row, which has one for each column.
    func cell(_ index: Int) -> RawCell
    /// Where a cell of the current row is.
    func location(ofCell index: Int) -> SourceLocation
    /// What messages about a cell of the current row start with, where a line and a column do not
    /// say enough.
    func prefix(ofCell index: Int) -> String
    /// Notes a mistake in the current row, or in the table's declaration.
    mutating func report(_ finding: Diagnostic)
}

extension RowReader {
    func prefix(ofCell index: Int) -> String { "" }
}
