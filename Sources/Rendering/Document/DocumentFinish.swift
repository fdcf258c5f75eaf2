import Deflate
import Diagnostics
import QPDF

/// Adds to Cairo's file what Cairo cannot say: what its parts show, what is decoration, the language, what
/// archives ask for.
///
/// The clauses are those of ISO 14289-1 (UA) and ISO 19005-2 (A).
struct DocumentFinish {
    let document: PDFDocument
    let log: StructureLog
    let metadata: DocumentMetadata
    let options: DocumentOptions

    /// The finished file.
    ///
    /// - Throws: a `Diagnostic` where the document cannot be what its standards promise, and `QPDFError`.
    static func apply(
        to bytes: [UInt8], _ log: StructureLog, _ metadata: DocumentMetadata,
        _ options: DocumentOptions
    ) throws -> [UInt8] {
        let finish = DocumentFinish(
            document: try PDFDocument(reading: bytes), log: log, metadata: metadata,
            options: options)
        try finish.requireStandards()
        finish.describe()
        try finish.finishStructure()
        try finish.finishPages()
        finish.finishFonts()
        try finish.attachFiles()
        return try finish.document.written()
    }

    /// Throws what keeps the document from its standards.
    private func requireStandards() throws {
        guard !options.standards.isEmpty else { return }
        var findings = Diagnostics()
        let names = options.standards.map(\.rawValue).sorted().joined(separator: ", ")
        let lacks = { (what: String, hint: String) in
            findings.add(.error("\(what), so the PDF cannot be \(names)", hint: hint))
        }
        if log.parts.allSatisfy({ [.document, .section].contains($0.tag) }) {
            lacks("the pages are empty", "put something on them")
        }
        if metadata.title.isEmpty { lacks("the document has no title", "give it one") }
        if metadata.language.isEmpty { lacks("the document has no language", "say which it is") }
        for part in log.parts where part.tag == .figure && part.alternative.isEmpty {
            let name = part.id.isEmpty ? "a figure" : "the figure “\(part.id)”"
            lacks("\(name) on page \(part.page + 1) has no alternative text", "give it an “alt:”")
        }
        try findings.throwIfErrors()
    }

    // MARK: - The document

    private func describe() {
        let catalog = document.catalog
        if !metadata.language.isEmpty {
            document.set("/Lang", of: catalog, to: text(metadata.language))  // UA 7.2
        }
        document.set(  // UA 7.1-10
            "/ViewerPreferences", of: catalog, to: document.parsed("<< /DisplayDocTitle true >>"))
        guard !options.standards.isEmpty else { return }
        let info = document.value("/Info", of: document.trailer)
        let packet = XMPPacket(
            metadata: metadata, producer: document.string(document.value("/Producer", of: info)),
            standards: options.standards, part: options.attachments.isEmpty ? 2 : 3)
        document.set(  // UA 7.1-8, A 6.6.2.1
            "/Metadata", of: catalog,
            to: document.stream(
                packet.bytes,
                [
                    ("/Type", document.parsed("/Metadata")),
                    ("/Subtype", document.parsed("/XML")),
                ]))
        guard options.standards.contains(.archival) else { return }
        let profile = document.stream(SRGBProfile.bytes, [("/N", document.integer(3))])
        let intent = document.parsed(
            """
            << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)
            /Info (sRGB IEC61966-2.1) >>
            """)
        document.set("/DestOutputProfile", of: intent, to: profile)
        document.set("/OutputIntents", of: catalog, to: document.array([intent]))  // A 6.2.4.3-2
    }

    func text(_ text: String) -> PDFDocument.Object {
        document.textString(text.withoutControls)
    }

    // MARK: - Pages

    /// Marks decoration, and orders what can be reached by tabulator.
    private func finishPages() throws {
        var decoration: [Int: Int] = [:]
        for part in log.parts where part.tag == .nothing { decoration[part.page, default: 0] += 1 }
        for (number, page) in document.pages.enumerated() {
            document.set("/Tabs", of: page, to: document.parsed("/S"))  // UA 7.18.3-1
            let content = try document.content(ofPage: page)
            let (marked, count) = MarkedContent.withArtifacts(content)
            guard count == decoration[number, default: 0] else {
                throw Diagnostic.error(
                    "page \(number + 1) has \(count) marks of decoration and should have "
                        + "\(decoration[number, default: 0])", kind: .internalFailure)
            }
            guard let packed = packed(marked, level: 6) else {
                throw Diagnostic.error("packing a page failed", kind: .unavailable)
            }
            document.replace(
                document.value("/Contents", of: page), with: packed, isPacked: true)
        }
    }

    /// Names the glyphs of fonts that leave that open: UA 7.21.3.2, A 6.2.11.3.2.
    private func finishFonts() {
        for number in stride(from: 1, to: document.objectCount, by: 1) {
            let font = document.object(number)
            guard document.isDictionary(font),
                document.isName(document.value("/Subtype", of: font), "/CIDFontType2"),
                document.isNull(document.value("/CIDToGIDMap", of: font))
            else { continue }
            document.set("/CIDToGIDMap", of: font, to: document.parsed("/Identity"))
        }
    }
}

extension String {
    /// The text with control characters as spaces: C strings end at the first zero, and XML has none.
    var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
