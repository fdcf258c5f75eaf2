import CCairo

/// What a part of a page is in the structure of a PDF, of those kinds that Cairo knows (ISO 32000-1, 14.8.4).
///
/// Closed, since Cairo 1.16 does not survive a name that it does not know.
public enum StructureTag: String, Hashable, Sendable, CaseIterable {
    /// The whole document.
    case document = "Document"
    /// A page, or a part of one with a name.
    case section = "Sect"
    /// A heading of the first level.
    case heading1 = "H1"
    /// A heading of the second level.
    case heading2 = "H2"
    /// A heading of the third level.
    case heading3 = "H3"
    /// A paragraph.
    case paragraph = "P"
    /// A stretch within a paragraph.
    case span = "Span"
    /// A stretch that leads somewhere. To Cairo it is a stretch: its own links lack what readers need.
    case link = "Link"
    /// A list.
    case list = "L"
    /// An item of a list.
    case listItem = "LI"
    /// What an item of a list says.
    case listBody = "LBody"
    /// A picture, chart or map.
    case figure = "Figure"
    /// A table.
    case table = "Table"
    /// A row of a table.
    case row = "TR"
    /// A cell that names others.
    case headerCell = "TH"
    /// A cell.
    case cell = "TD"
    /// Nothing that is read; what `Artifact` would be, which Cairo does not know.
    case nothing = "NonStruct"
}

extension Context {
    /// Begins a part of the document's structure, `cairo_tag_begin`.
    ///
    /// A part has either content or parts of its own: Cairo loses what is beside them.
    public func begin(_ tag: StructureTag) {
        cairo_tag_begin(pointer, tag.cairoName, nil)
        settle()
    }

    /// Ends the part begun last, `cairo_tag_end`; `tag` is the same.
    ///
    /// Also on the way out of a page that went wrong, so it does not ask whether the pen is sound.
    public func end(_ tag: StructureTag) { cairo_tag_end(pointer, tag.cairoName) }
}

extension StructureTag {
    /// What it is to Cairo.
    public var cairoName: String { self == .link ? StructureTag.span.rawValue : rawValue }
}
