/// A place in a text file that a user wrote.
public struct SourceLocation: Hashable, Sendable {
    /// The file as the user knows it: relative to where the command runs, or absolute.
    public var file: String
    /// The line, from 1; 0 where only the file is known.
    public var line: Int
    /// The column in Unicode scalars, from 1; 0 where only the line is known.
    public var column: Int

    /// A place in `file`; leave out what is not known.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The same line, `columns` further right; the same place where no column is known.
    public func advanced(by columns: Int) -> SourceLocation {
        let (sum, overflow) = column.addingReportingOverflow(columns)
        guard column > 0, !overflow else { return self }
        return SourceLocation(file: file, line: line, column: sum)
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`, without the parts that are not known.
    public var description: String {
        if line == 0 { return file }
        return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
}

extension SourceLocation: Comparable {
    /// Orders by file, then line, then column: the order in which findings are reported.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
