/// How far a reading statement may go, counted in work and size rather than in time.
public struct QueryLimits: Hashable, Sendable {
    /// Steps of SQLite's virtual machine, checked once in a thousand.
    ///
    /// The same statement over the same rows takes the same number on any machine; two hundred
    /// million are a few seconds.
    public var steps: Int
    /// Rows of the result.
    public var rows: Int
    /// Bytes of one text, of one blob, and of all cells of one row of a table.
    public var cellBytes: Int
    /// Bytes that SQLite may hold in the whole process; a last resort against sorts without end.
    public var memoryBytes: Int

    /// Limits that no sensible chart or table reaches.
    public init(
        steps: Int = 200_000_000, rows: Int = 100_000, cellBytes: Int = 1_000_000,
        memoryBytes: Int = 1 << 30
    ) {
        self.steps = steps
        self.rows = rows
        self.cellBytes = cellBytes
        self.memoryBytes = memoryBytes
    }
}

/// A reading statement went beyond one of its limits, given with each case.
public enum QueryLimitExceeded: Error, Hashable, Sendable {
    /// More steps of the virtual machine.
    case steps(Int)
    /// More rows of the result.
    case rows(Int)
    /// More bytes of memory.
    case memoryBytes(Int)
}
