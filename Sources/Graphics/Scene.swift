/// A finished page: what is drawn, where, in which order.
///
/// The hinge of the house. Everything above makes scenes and knows no drawing library; everything
/// below translates them and decides nothing.
public struct Scene: Hashable, Sendable {
    /// The page's extent in points.
    public var size: Size
    /// The page's name, for outlines and for people who do not see it.
    public var title: String
    /// What is drawn, bottom to top; also the reading order.
    public var items: [SceneItem]

    /// The language of its words (BCP 47), where it is not the document's; empty where it is.
    public var language = ""
    /// What its marks mean, where that is said beside the page rather than on it; empty where there is nothing
    /// to say.
    public var aside = ""
    /// The width that it is printed at, in points; `nil` where a point is a point.
    public var paperWidth: Double?

    /// The page's extent on paper, in points.
    public var paperSize: Size {
        guard let paperWidth, size.width > 0 else { return size }
        return Size(paperWidth, size.height * paperWidth / size.width)
    }

    /// A page of `size` with `items` on it.
    public init(
        size: Size, title: String = "", items: [SceneItem] = [], paperWidth: Double? = nil
    ) {
        self.paperWidth = paperWidth
        self.size = size
        self.title = title
        self.items = items
    }
}

/// One thing on a page.
///
/// A closed set: each exporter switches over it without a default.
public indirect enum SceneItem: Hashable, Sendable {
    /// An outline, filled, stroked or both; the fill lies below the stroke.
    case path(Path, fill: Paint?, stroke: Stroke?)
    /// A line of text whose baseline starts at a point.
    case text(TextLine, at: Point)
    /// A picture, stretched to a frame.
    case picture(Picture, in: Rect)
    /// Items under a transform, seen through a clip; the clip is in the group's own coordinates.
    case group([SceneItem], transform: Transform, clip: Path?)
    /// Items that mean something together.
    case tagged(Tag, [SceneItem])
}

extension SceneItem {
    /// A filled outline.
    public static func fill(_ path: Path, _ color: Color) -> SceneItem {
        .path(path, fill: .color(color), stroke: nil)
    }

    /// A drawn outline.
    public static func stroke(_ path: Path, _ stroke: Stroke) -> SceneItem {
        .path(path, fill: nil, stroke: stroke)
    }
}

/// What a group of items is to a reader who does not see the page.
public struct Tag: Hashable, Sendable {
    /// The kinds of meaning, named after PDF's standard structure types.
    public enum Role: Hashable, Sendable {
        /// A heading of a level from 1.
        case heading(Int)
        /// Running text.
        case paragraph
        /// A list of items.
        case list
        /// One item of a list.
        case listItem
        /// Rows of cells.
        case table
        /// A row of a table.
        case row
        /// A cell that names others.
        case headerCell(HeaderScope)
        /// A cell of a row.
        case cell
        /// A chart, map, diagram or picture, described by its alternative text.
        case figure
        /// A part of the page with a name of its own.
        case section
        /// A note or source line.
        case note
        /// Words that lead somewhere.
        case link(LinkTarget)
        /// Decoration: backgrounds, rules, page furniture.
        case artifact
    }

    /// What a header cell names.
    public enum HeaderScope: Hashable, Sendable {
        /// The cells below it.
        case column
        /// The cells beside it.
        case row
        /// The rows below it, over so many columns.
        case group(columns: Int)
    }

    /// What it is.
    public var role: Role
    /// The element's name in the deck, for lineage and single figures; empty where it has none.
    public var id: String
    /// What it shows, for a reader who does not see it; empty where the text speaks for itself.
    public var alternative: String
    /// The same at length, with the figures; empty where the short form says all.
    public var detail: String
    /// The language of its words (BCP 47), where it is not the page's; empty where it is.
    public var language: String

    /// A meaning with an optional name and description.
    public init(
        _ role: Role, id: String = "", alternative: String = "", detail: String = "",
        language: String = ""
    ) {
        self.role = role
        self.id = id
        self.alternative = alternative
        self.detail = detail
        self.language = language
    }
}
