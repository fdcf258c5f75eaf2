import CZip
import Diagnostics

/// The functions of libzip, opened at the first use of `functions`.
enum Library {
    private static let opened: Result<lamina_zip, Diagnostic> = {
        var table = lamina_zip()
        guard let missing = lamina_zip_open(&table) else { return .success(table) }
        return .failure(
            .error(
                "zip archives cannot be read: \(String(cString: missing)) cannot be loaded",
                kind: .unavailable, hint: "install libzip, in Debian libzip4 or libzip5"))
    }()

    /// The table of functions.
    ///
    /// Throws a `Diagnostic` of kind `.unavailable` where the library is not installed or too old.
    static func functions() throws(Diagnostic) -> lamina_zip { try opened.get() }
}
