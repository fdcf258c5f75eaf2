/// Whether a part of a chart is drawn.
public enum Visibility: Hashable, Sendable, CaseIterable {
    /// Where it suits the marks.
    case automatic
    /// In any case.
    case visible
    /// Not at all.
    case hidden
}
