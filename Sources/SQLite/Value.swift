/// What a cell of SQLite holds.
public enum Value: Hashable, Sendable {
    /// `NULL`.
    case null
    /// A whole number.
    case integer(Int64)
    /// A number; never NaN, which SQLite turns into `NULL`, but infinity is possible.
    case real(Double)
    /// A text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}
