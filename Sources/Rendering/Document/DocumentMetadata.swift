// The room where scenes become bytes. It promises:
// - it translates scenes and decides nothing; one switch over the items serves every format;
// - text is measured and drawn from the same shaped lines, with the given font files and no others;
// - what cannot be drawn as asked (a missing font or glyph, a number that is none) is thrown, never
//   left out, substituted or drawn as a box;
// - bytes depend on scenes, fonts and metadata alone: no clock, locale or folder is looked at.

/// What a document says of itself.
public struct DocumentMetadata: Hashable, Sendable {
    /// The document's name, shown in a reader's title bar.
    public var title: String
    /// Who made it.
    public var author: String
    /// What it is about.
    public var subject: String
    /// Words to find it by, separated by commas.
    public var keywords: String
    /// The language of its text as a BCP 47 tag, as in "es-MX"; empty where unknown.
    public var language: String
    /// When it was made; also the date of its last change.
    public var date: DocumentDate
    /// The program it was made with.
    public var creator: String

    /// Metadata; what is left empty is left out of the document.
    public init(
        title: String, author: String = "", subject: String = "", keywords: String = "",
        language: String, date: DocumentDate, creator: String = "Lámina"
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.language = language
        self.date = date
        self.creator = creator
    }
}
