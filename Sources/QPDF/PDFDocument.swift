import CQPDF

/// A PDF file as a tree of objects: read from bytes, changed, written to bytes.
public final class PDFDocument {
    /// A PDF object of one document; valid as long as the document.
    public struct Object {
        let handle: qpdf_oh
    }

    let qpdf: lamina_qpdf
    private(set) var data: qpdf_data?
    // qpdf reads objects from it whenever it needs them, so it lives as long as `data`.
    private let input: UnsafeMutableBufferPointer<CChar>

    /// Reads a document, `qpdf_read_memory`.
    ///
    /// - Throws: `QPDFError` where the bytes are not a sound PDF file; nothing is repaired.
    public init(reading bytes: [UInt8]) throws(QPDFError) {
        qpdf = try Library.functions()
        input = .allocate(capacity: max(bytes.count, 1))
        _ = input.initialize(from: bytes.lazy.map(CChar.init(bitPattern:)))
        data = qpdf.`init`()
        qpdf.silence_errors(data)
        qpdf.set_suppress_warnings(data, QPDF_BOOL(1))
        qpdf.set_attempt_recovery(data, QPDF_BOOL(0))
        _ = qpdf.read_memory(data, "document", input.baseAddress, UInt64(bytes.count), nil)
        // All properties are set: what is thrown from here on runs `deinit`.
        try check(while: "reading")
    }

    deinit {
        qpdf.cleanup(&data)
        input.deallocate()
    }

    /// The document's catalog, `qpdf_get_root`.
    public var catalog: Object { Object(handle: qpdf.get_root(data)) }

    /// An object written in PDF's own syntax, `qpdf_oh_parse`.
    public func parsed(_ text: String) -> Object { Object(handle: qpdf.oh_parse(data, text)) }

    /// A text string in any script, `qpdf_oh_new_unicode_string`.
    public func textString(_ text: String) -> Object {
        Object(handle: qpdf.oh_new_unicode_string(data, text))
    }

    /// Sets an entry of a dictionary, `qpdf_oh_replace_key`; `key` starts with a slash.
    public func set(_ key: String, of dictionary: Object, to value: Object) {
        qpdf.oh_replace_key(data, dictionary.handle, key, value.handle)
    }

    /// The document's bytes, `qpdf_write`: objects in compressed streams, an `/ID` made from content.
    ///
    /// - Throws: `QPDFError` for whatever went wrong since the document was read.
    public func written() throws(QPDFError) -> [UInt8] {
        try check(while: "changing")
        _ = qpdf.init_write_memory(data)
        try check(while: "starting to write")
        qpdf.set_object_stream_mode(data, qpdf_o_generate)
        qpdf.set_deterministic_ID(data, QPDF_BOOL(1))
        // PDF/A wants streams to end so (ISO 19005-2, 6.1.7.1).
        qpdf.set_newline_before_endstream(data, QPDF_BOOL(1))
        qpdf.set_minimum_pdf_version(data, "1.7")
        _ = qpdf.write(data)
        try check(while: "writing")
        let count = qpdf.get_buffer_length(data)
        guard let start = qpdf.get_buffer(data), count > 0 else {
            throw QPDFError(code: 0, message: "no bytes were written", while: "writing")
        }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Throws what qpdf found wrong since the last check; a warning about our own file is an error.
    func check(while activity: String) throws(QPDFError) {
        if qpdf.has_error(data) != 0 { throw failure(qpdf.get_error(data), while: activity) }
        while qpdf.more_warnings(data) != 0 {
            let warning = failure(qpdf.next_warning(data), while: activity)
            // Cairo 1.16 lists a picture once for each time that a page shows it: the same key for the
            // same object, of which qpdf keeps one.
            guard warning.message.contains("dictionary has duplicated key /x") else {
                throw warning
            }
        }
    }

    private func failure(_ error: qpdf_error?, while activity: String) -> QPDFError {
        let text =
            qpdf.get_error_full_text(data, error).map { String(cString: $0) } ?? "unknown error"
        return QPDFError(
            code: qpdf.get_error_code(data, error).rawValue, message: text, while: activity)
    }
}
