import CCairo
import CPango

/// The libraries that draw, with the versions that run.
public var drawingLibraries: [(name: String, version: String)] {
    let fontconfig = FcGetVersion()
    return [
        ("cairo", String(cString: cairo_version_string())),
        ("pango", String(cString: pango_version_string())),
        (
            "fontconfig",
            "\(fontconfig / 10000).\(fontconfig / 100 % 100).\(fontconfig % 100)"
        ),
    ]
}
