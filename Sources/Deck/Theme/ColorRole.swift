// The room of decks. It promises:
// - a deck file describes what a page says, never how it is drawn;
// - all that is wrong with a deck is found at once, each finding with file, line and column;
// - after `Deck.load`, no placeholder, query or default is left to resolve.

/// What a colour is for.
///
/// Decks and code name roles; only a theme names colours.
public enum ColorRole: String, Hashable, Sendable, CaseIterable {
    /// Text, and the dark ground of the panel that carries a page's key figure.
    case ink
    /// Text of less weight.
    case muted
    /// Rules and grid lines.
    case hairline
    /// The ground of ordinary panels.
    case panel
    /// The page.
    case ground
    /// Key figures and key marks.
    case primary
    /// The second series.
    case secondary
    /// Shapes that must be seen first; too light for words.
    case accent
    /// Words in the accent's colour.
    case accentText = "accent-text"
    /// The accent on a dark ground.
    case accentLight = "accent-light"
    /// Falls.
    case negative
    /// Rises.
    case positive
    /// The ground of a chip that tells a rise.
    case chipGround = "chip-ground"
    /// The words of a chip that tells a rise.
    case chipText = "chip-text"
    /// The ground of a chip that tells a fall.
    case chipNegativeGround = "chip-negative-ground"
    /// The words of a chip that tells a fall.
    case chipNegativeText = "chip-negative-text"
    /// Regions of a map that are not spoken of.
    case land
    /// Regions of a map that are spoken of.
    case landLit = "land-lit"
    /// The empty part of a track.
    case track
    /// Words of less weight on ink.
    case onInk = "on-ink"
    /// Marks on ink.
    case onInkMark = "on-ink-mark"
    /// Rules and tracks on ink.
    case onInkRule = "on-ink-rule"
    /// The first colour of categories; then the next ones.
    case c1, c2, c3, c4, c5, c6
    /// The low end of a sequential scale.
    case rampLow = "ramp-low"
    /// The high end of a sequential scale.
    case rampHigh = "ramp-high"
    /// Steps between the ends, darkest first, for ranked classes.
    case step1 = "step-1"
    case step2 = "step-2"
    case step3 = "step-3"
    case step4 = "step-4"
    /// The lines of the hatch that means "no data".
    case noData = "no-data"
    /// The outline of what is hatched.
    case noDataOutline = "no-data-outline"

    /// The colours of series and categories, in order.
    static let categorical: [ColorRole] = [.c1, .c2, .c3, .c4, .c5, .c6]
}
