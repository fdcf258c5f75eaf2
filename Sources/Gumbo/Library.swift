import CGumbo
import Diagnostics

/// The functions of Gumbo, opened at the first use of `functions`.
enum Library {
    private static let opened: Result<lamina_gumbo, Diagnostic> = {
        var table = lamina_gumbo()
        guard let missing = lamina_gumbo_open(&table) else { return .success(table) }
        return .failure(
            .error(
                "a mail cannot be looked through: \(String(cString: missing)) cannot be loaded",
                kind: .unavailable, hint: "install Gumbo, in Debian libgumbo1"))
    }()

    /// The table of functions.
    ///
    /// Throws a `Diagnostic` of kind `.unavailable` where the library is not installed.
    static func functions() throws(Diagnostic) -> lamina_gumbo { try opened.get() }
}
