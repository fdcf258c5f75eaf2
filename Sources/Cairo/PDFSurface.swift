import CCairo

/// A PDF document being drawn, page by page, `cairo_pdf_surface_t`.
public final class PDFSurface: Surface {
    /// What a document says of itself.
    public enum Metadata: Hashable, Sendable, CaseIterable {
        /// The document's name.
        case title
        /// Who made it.
        case author
        /// What it is about.
        case subject
        /// Words to find it by.
        case keywords
        /// The program it was made with.
        case creator
        /// When it was made, as `2026-01-31T12:00:00Z`.
        case creationDate
        /// When it was last changed, in the same form.
        case modificationDate

        fileprivate var code: cairo_pdf_metadata_t {
            switch self {
            case .title: CAIRO_PDF_METADATA_TITLE
            case .author: CAIRO_PDF_METADATA_AUTHOR
            case .subject: CAIRO_PDF_METADATA_SUBJECT
            case .keywords: CAIRO_PDF_METADATA_KEYWORDS
            case .creator: CAIRO_PDF_METADATA_CREATOR
            case .creationDate: CAIRO_PDF_METADATA_CREATE_DATE
            case .modificationDate: CAIRO_PDF_METADATA_MOD_DATE
            }
        }
    }

    private let sink: ByteSink

    /// A document of PDF 1.5 written to `sink`, `cairo_pdf_surface_create_for_stream`.
    ///
    /// - Parameters:
    ///   - width: the first page's width in points.
    ///   - height: the first page's height in points.
    public init(
        width: Double, height: Double, sink: ByteSink = ByteSink()
    ) throws(CairoError) {
        let activity = "starting a PDF document"
        // The surface holds the sink, whatever else happens to this object: Cairo writes its last
        // bytes while it is being destroyed, and lets go of user data only after that. Any address
        // of our own will do for a key, so the sink's serves.
        let opaque = Unmanaged.passRetained(sink).toOpaque()
        guard
            let pointer = cairo_pdf_surface_create_for_stream(writeToSink, opaque, width, height)
        else {
            Unmanaged<ByteSink>.fromOpaque(opaque).release()
            throw CairoError(.noMemory, while: activity)
        }
        let key = UnsafePointer(opaque.assumingMemoryBound(to: cairo_user_data_key_t.self))
        let status = cairo_surface_set_user_data(pointer, key, opaque, releaseSink)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(pointer)
            Unmanaged<ByteSink>.fromOpaque(opaque).release()
            throw CairoError(CairoError.Status(status), while: activity)
        }
        self.sink = sink
        super.init(adopting: try sound(pointer, while: activity))
        cairo_pdf_surface_restrict_to_version(pointer, CAIRO_PDF_VERSION_1_5)
    }

    /// Sets the extent of the page about to be drawn, in points, `cairo_pdf_surface_set_size`.
    public func setPageSize(width: Double, height: Double) {
        cairo_pdf_surface_set_size(pointer, width, height)
    }

    /// Says something about the document, `cairo_pdf_surface_set_metadata`.
    public func set(_ metadata: Metadata, to text: String) {
        cairo_pdf_surface_set_metadata(pointer, metadata.code, text)
    }

    /// Names the page being drawn, `cairo_pdf_surface_set_page_label`.
    public func setPageLabel(_ label: String) {
        cairo_pdf_surface_set_page_label(pointer, label)
    }

    /// Adds a line to the outline, `cairo_pdf_surface_add_outline`.
    ///
    /// - Parameter page: a page already shown, from 1. Cairo 1.16 does not survive an entry for a
    ///   page that never comes.
    public func addOutlineEntry(_ title: String, page: Int) {
        _ = cairo_pdf_surface_add_outline(
            pointer, CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page)", cairo_pdf_outline_flags_t(0))
    }

    /// Ends the document and hands out its bytes, `cairo_surface_finish`.
    ///
    /// - Throws: `CairoError` for anything that went wrong since it was started.
    public func finished() throws(CairoError) -> [UInt8] {
        cairo_surface_finish(pointer)
        if let error = sink.error { throw error }
        try check(while: "finishing a PDF document")
        return sink.bytes
    }
}
