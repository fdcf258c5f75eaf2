// The room of tables. It promises:
// - what comes in is checked at the door: a table that loads has the columns and types it
//   declares, and every mistake in it has been told with file, line and column, all at once;
// - what goes out is a plain value; no query writes, reads a file, a clock or chance, or runs
//   without end; no infinity and no NaN leaves the room;
// - bytes come in from outside: this room opens no file.

/// One value of a table or of a query's result.
public enum Cell: Hashable, Sendable {
    /// No value: an empty unquoted cell of a CSV file, SQL's `NULL`.
    case missing
    /// A whole number.
    case integer(Int)
    /// A finite number.
    case number(Double)
    /// A text, perhaps an empty one.
    case text(String)

    /// The value as a number, whole or not; `nil` for a text or nothing.
    ///
    /// Whole numbers beyond 2⁵³ are rounded.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .missing, .text: nil
        }
    }

    /// The value as a text; `nil` for a number or nothing.
    public var text: String? {
        switch self {
        case .text(let value): value
        case .missing, .integer, .number: nil
        }
    }

    /// Whether there is no value.
    public var isMissing: Bool { self == .missing }
}
