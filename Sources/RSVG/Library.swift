import CRSVG
import Diagnostics

/// The functions of librsvg, opened at the first use of `functions`.
enum Library {
    private static let opened: Result<lamina_rsvg, Diagnostic> = {
        var table = lamina_rsvg()
        guard let missing = lamina_rsvg_open(&table) else { return .success(table) }
        return .failure(
            .error(
                "SVG pictures cannot be drawn: \(String(cString: missing)) cannot be loaded",
                kind: .unavailable, hint: "install librsvg, in Debian librsvg2-2"))
    }()

    /// The table of functions.
    ///
    /// Throws a `Diagnostic` of kind `.unavailable` where the library is not installed or too old.
    static func functions() throws(Diagnostic) -> lamina_rsvg { try opened.get() }
}
