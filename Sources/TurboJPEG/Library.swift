import CTurboJPEG
import Diagnostics

/// The functions of libjpeg-turbo, opened at the first use of `functions`.
enum Library {
    private static let opened: Result<lamina_turbojpeg, Diagnostic> = {
        var table = lamina_turbojpeg()
        guard let missing = lamina_turbojpeg_open(&table) else { return .success(table) }
        return .failure(
            .error(
                "JPEG pictures cannot be read: \(String(cString: missing)) cannot be loaded",
                kind: .unavailable, hint: "install libjpeg-turbo, in Debian libturbojpeg0"))
    }()

    /// The table of functions.
    ///
    /// Throws a `Diagnostic` of kind `.unavailable` where the library is not installed or too old.
    static func functions() throws(Diagnostic) -> lamina_turbojpeg { try opened.get() }
}
