/// How sure a figure is, in the words of a table's `status` column.
public enum Status: String, CaseIterable, Hashable, Sendable {
    /// Published by its source as final.
    case official
    /// Published by its source in place of an earlier figure.
    case revised
    /// Published by its source, to be revised.
    case preliminary
    /// Computed from other figures by a known formula.
    case derived
    /// Judged rather than counted.
    case estimated
    /// Looked for, and not found: the row has no figure.
    case missing
}
