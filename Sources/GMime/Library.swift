import CGMime
import Diagnostics

/// The functions of GMime, opened and set up at the first use of `functions`.
enum Library {
    private static let opened: Result<lamina_gmime, Diagnostic> = {
        var table = lamina_gmime()
        if let missing = lamina_gmime_open(&table) {
            return .failure(
                .error(
                    "mail cannot be written: \(String(cString: missing)) cannot be loaded",
                    kind: .unavailable, hint: "install GMime, in Debian libgmime-3.0-0"))
        }
        table.`init`()
        return .success(table)
    }()

    /// The table of functions.
    ///
    /// Throws a `Diagnostic` of kind `.unavailable` where the library is not installed or too old.
    static func functions() throws(Diagnostic) -> lamina_gmime { try opened.get() }
}
