import Cairo
import Graphics

/// The parts of a document's structure in the order in which they begin, with what Cairo cannot say of
/// them.
///
/// Cairo writes a tree of bare names; read in the same order, each of its nodes is one of these.
final class StructureLog {
    /// A part of the structure.
    struct Part: Hashable {
        var tag: StructureTag
        /// What it shows, for who does not see it; empty where its text speaks.
        var alternative = ""
        /// A page's or a section's name; empty for none.
        var title = ""
        /// The element's name in the deck; empty for none.
        var id = ""
        /// The language of its words; empty for that of what it is in.
        var language = ""
        /// What a header cell names.
        var scope: Tag.HeaderScope?
        /// Where it leads, and its words; `nil` for what leads nowhere.
        var link: Link?
        /// The page, from 0.
        var page = 0
        /// Its box on the page, in points from the top left; `nil` where that does not matter.
        var box: Rect?
    }

    /// Words that lead somewhere.
    struct Link: Hashable {
        var target: LinkTarget
        var words: String
    }

    /// All parts so far.
    private(set) var parts: [Part] = []
    /// The page being drawn, from 0.
    var page = 0

    /// How many lines of the part at hand are still to be drawn.
    var linesLeft = 0

    /// Notes that a line is drawn; whether another one follows in the same part.
    func passesLine() -> Bool {
        linesLeft -= 1
        return linesLeft > 0
    }

    /// Notes a part that begins.
    func add(_ part: Part) {
        var part = part
        part.page = page
        parts.append(part)
    }
}
