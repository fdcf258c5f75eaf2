/// What kind of file a table is.
public enum TableFormat: Hashable, Sendable {
    /// Text with delimiters, as the dialect says.
    case csv
}
