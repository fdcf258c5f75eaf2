import Layout

// The room of charts. It promises:
// - a chart is a value: layers of marks, scales and words, and a style without names;
// - the same value gives the same scene, whether YAML or Swift code made it;
// - a figure that is missing is drawn as missing; nothing is interpolated or invented;
// - no label is dropped, and no text drawn over another, in silence;
// - it knows no deck, no table file and no query.

/// How sure a figure is.
public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Published as it stands.
    case firm
    /// Published, but it may still change.
    case preliminary
    /// Calculated from published figures; marked with `*`.
    case derived
    /// An estimate.
    case estimated

    /// The mark that follows the printed figure: `*` calculated, `ᵖ` preliminary, `ᵉ` estimated.
    public var mark: String {
        switch self {
        case .firm: ""
        case .preliminary: "ᵖ"
        case .derived: "*"
        case .estimated: "ᵉ"
        }
    }

    /// Whether a mark of such a figure is drawn hollow, so that it is not taken for a published one.
    var isHollow: Bool { self == .derived || self == .estimated }

    /// How much of the ground is in the fill of a bar of such a figure, from 0 to 1.
    ///
    /// Never so much that the bar could be taken for an empty track.
    var tint: Double {
        switch self {
        case .firm: 0
        case .preliminary: 0.35
        case .derived: 0.5
        case .estimated: 0.68
        }
    }

    /// The footnote that a reader of such a figure needs.
    var footnote: FootnoteMark? {
        switch self {
        case .firm: nil
        case .preliminary: .preliminary
        case .derived: .derived
        case .estimated: .estimated
        }
    }
}
