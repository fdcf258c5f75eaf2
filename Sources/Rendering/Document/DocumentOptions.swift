/// What a document is besides its pages.
public struct DocumentOptions: Hashable, Sendable {
    /// A file that goes with the document.
    public struct Attachment: Hashable, Sendable {
        /// Its name, as the document shows it; a path for files of one name.
        public var name: String
        /// Its media type, as in `text/csv`.
        public var type: String
        /// Its bytes.
        public var bytes: [UInt8]
        /// What it is; empty for nothing to say.
        public var detail: String

        /// A file with what is said of it.
        public init(name: String, type: String, bytes: [UInt8], detail: String = "") {
            (self.name, self.type, self.bytes, self.detail) = (name, type, bytes, detail)
        }
    }

    /// What it promises; a document that cannot keep it is not made.
    public var standards: Set<PDFStandard>
    /// The files that go with it, which make it PDF/A-3 in place of PDF/A-2.
    public var attachments: [Attachment]
    /// Names of pages to which links may lead, one for each page; empty for none.
    public var destinations: [String]

    /// Options; both standards unless told otherwise.
    public init(
        standards: Set<PDFStandard> = Set(PDFStandard.allCases), attachments: [Attachment] = [],
        destinations: [String] = []
    ) {
        (self.standards, self.attachments) = (standards, attachments)
        self.destinations = destinations
    }
}
