/// What a block stands on, and so which colours its parts take.
enum Surface: String, Hashable, Sendable, CaseIterable {
    /// The page itself.
    case ground
    /// A pale panel.
    case panel
    /// The dark panel; one a page, for the key figure.
    case ink

    /// What is under the block.
    var ground: ColorRole {
        switch self {
        case .ground: .ground
        case .panel: .panel
        case .ink: .ink
        }
    }
    /// Words.
    var text: ColorRole { self == .ink ? .ground : .ink }
    /// Words of less weight.
    var muted: ColorRole { self == .ink ? .onInk : .muted }
    /// Figures.
    var figure: ColorRole { self == .ink ? .ground : .primary }
    /// The one figure that leads.
    var key: ColorRole { self == .ink ? .accentLight : .primary }
    /// Stressed words.
    var strong: ColorRole { self == .ink ? .accentLight : .accentText }
    /// Thin lines.
    var rule: ColorRole { self == .ink ? .onInkRule : .hairline }
    /// Bars and meters.
    var mark: ColorRole { self == .ink ? .onInkMark : .primary }
    /// The empty part of a meter.
    var track: ColorRole { self == .ink ? .onInkRule : .hairline }
}
