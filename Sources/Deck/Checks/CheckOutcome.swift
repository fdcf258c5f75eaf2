public import Diagnostics

/// What became of a check.
public struct CheckOutcome: Hashable, Sendable {
    /// How it ended.
    public enum Verdict: String, Hashable, Sendable {
        /// The statement is true, within its tolerance.
        case holds
        /// It is not.
        case fails
        /// A side has no figure, so nothing can be said.
        case undecided
    }

    /// Figures as people write them.
    public struct Texts: Hashable, Sendable {
        /// The left side.
        public var left: String
        /// The right side.
        public var right: String
        /// How much larger the left one is.
        public var difference: String
    }

    /// The check's name.
    public var name: String
    /// How it ended.
    public var verdict: Verdict
    /// The figure on the left; `nil` where there is none.
    public var left: Double?
    /// The figure on the right; `nil` where there is none.
    public var right: Double?
    /// `=`, `≤` or `≥`.
    public var sign: String
    /// How far the sides may miss the relation.
    public var tolerance: Double
    /// The sides and their difference, as people write them.
    public var texts: Texts
    /// The named values that it compares, sorted.
    public var values: [String]
    /// The files behind them, sorted.
    public var files: [String]
    /// What the values say of their sources, sorted.
    public var sources: [String]
    /// The pages that print one of the values, in order.
    public var pages: [String]
    /// Where it is written.
    public var location: SourceLocation

    /// What is to be said of it; `nil` where it holds.
    ///
    /// - Parameter isError: whether a statement that is not true stops the work.
    public func finding(isError: Bool) -> Diagnostic? {
        switch verdict {
        case .holds: return nil
        case .undecided:
            let side = left == nil ? "left" : "right"
            return .warning(
                "the check “\(name)” cannot be decided: its \(side) side has no figure",
                at: location)
        case .fails:
            let message =
                "the check “\(name)” fails: \(texts.left) \(sign) \(texts.right) is not true, "
                + "the difference is \(texts.difference)"
            var parts: [String] = []
            if tolerance > 0 { parts.append("within \(tolerance)") }
            if !values.isEmpty { parts.append("values: \(values.joined(separator: ", "))") }
            if !files.isEmpty { parts.append("files: \(files.joined(separator: ", "))") }
            if !sources.isEmpty { parts.append("sources: \(sources.joined(separator: "; "))") }
            if !pages.isEmpty { parts.append("used on: \(pages.joined(separator: ", "))") }
            let hint = parts.isEmpty ? nil : parts.joined(separator: " · ")
            return isError
                ? .error(message, at: location, hint: hint)
                : .warning(message, at: location, hint: hint)
        }
    }
}
