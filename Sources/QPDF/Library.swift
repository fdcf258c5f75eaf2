import CQPDF

/// The functions of libqpdf, opened at the first use of `functions`.
enum Library {
    private static let opened: Result<lamina_qpdf, QPDFError> = {
        var table = lamina_qpdf()
        guard let missing = lamina_qpdf_open(&table) else { return .success(table) }
        return .failure(
            QPDFError(
                code: 0, message: "\(String(cString: missing)) cannot be loaded",
                while: "opening the library"))
    }()

    /// The table of functions.
    ///
    /// - Throws: `QPDFError` where the library is not installed or too old.
    static func functions() throws(QPDFError) -> lamina_qpdf { try opened.get() }
}
