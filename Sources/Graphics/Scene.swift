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

/// A raster picture as a file's bytes; decoded only where it is drawn.
public struct Picture: Hashable, Sendable {
    /// The bytes of a PNG file.
    public var png: [UInt8]
    /// Width in pixels.
    public var pixelWidth: Int
    /// Height in pixels.
    public var pixelHeight: Int

    /// The longest side that a picture may have, in pixels.
    public static let longestSide = 16_000

    /// A PNG file by its own header; `nil` where it has none, or sides beyond reason.
    ///
    /// Reads the signature and the first chunk, `IHDR`, as PNG (ISO 15948) lays them down.
    public init?(png: [UInt8]) {
        let start: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]
        guard png.count > 33, Array(png[..<16]) == start else { return nil }
        let side = { (offset: Int) in png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (side(16), side(20))
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height),
            Self.isWhole(png)
        else { return nil }
        self.init(png: png, pixelWidth: width, pixelHeight: height)
    }

    /// Whether the chunks follow each other up to the last one, `IEND`.
    private static func isWhole(_ png: [UInt8]) -> Bool {
        var start = 8
        while start + 12 <= png.count {
            let length = png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
            if png[(start + 4)..<(start + 8)].elementsEqual("IEND".utf8) { return true }
            start += 12 + length
        }
        return false
    }

    /// A picture whose header was read elsewhere.
    public init(png: [UInt8], pixelWidth: Int, pixelHeight: Int) {
        self.png = png
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
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

    /// A meaning with an optional name and description.
    public init(
        _ role: Role, id: String = "", alternative: String = "", detail: String = ""
    ) {
        self.role = role
        self.id = id
        self.alternative = alternative
        self.detail = detail
    }
}
