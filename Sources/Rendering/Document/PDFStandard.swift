/// What a document promises to readers and archives.
public enum PDFStandard: String, Hashable, Sendable, CaseIterable {
    /// ISO 14289-1: everyone can read it, with a screen reader, too.
    case accessible = "ua-1"
    /// ISO 19005-2, level A: it looks and reads the same in years to come.
    case archival = "a-2a"
}
