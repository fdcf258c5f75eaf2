import CPango

/// One face in a font file.
public struct FontFace: Hashable, Sendable {
    /// The path of its file.
    public let file: String
    /// The family as the file names it first, as in "Inter".
    public let family: String
    /// How heavy it is, from 1 to 1000 as in CSS.
    public let weight: Int
    /// Whether it is neither italic nor oblique.
    public let isUpright: Bool
}

/// The fonts of a few files and no others, `FcConfig`.
///
/// Sendable although it holds a pointer: it is finished when `init` returns, and Fontconfig allows
/// several threads to read one configuration (its counts are atomic since 2.10.91; Pango itself
/// matches fonts on a thread of its own).
public final class FontConfiguration: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Reads font files, `FcConfigAppFontAddFile`.
    ///
    /// - Throws: `PangoError` where one is missing or holds no font.
    public init(files: [String]) throws(PangoError) {
        guard Self.systemFontsAreOff, let pointer = FcConfigCreate() else {
            throw PangoError("no memory for fonts")
        }
        self.pointer = pointer
        for file in files {
            let count = faces.count
            guard FcConfigAppFontAddFile(pointer, file) != 0, faces.count > count else {
                throw PangoError("\(file) cannot be read as a font")
            }
        }
    }

    deinit { FcConfigDestroy(pointer) }

    /// The faces found, in the order of the files; variable fonts are left out.
    public var faces: [FontFace] {
        guard let set = FcConfigGetFonts(pointer, FcSetApplication)?.pointee, set.nfont > 0 else {
            return []
        }
        return UnsafeBufferPointer(start: set.fonts, count: Int(set.nfont)).compactMap { pattern in
            var file: UnsafeMutablePointer<FcChar8>?
            var family: UnsafeMutablePointer<FcChar8>?
            var weight = 0.0
            var slant: Int32 = 0
            guard FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch,
                FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch,
                FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) == FcResultMatch,
                let file, let family
            else { return nil }
            _ = FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
            return FontFace(
                file: String(cString: file), family: String(cString: family),
                weight: Int(FcWeightToOpenTypeDouble(weight).rounded()),
                isUpright: slant == FC_SLANT_ROMAN)
        }
    }

    /// Makes an empty configuration the process's own, once, `FcConfigSetCurrent`.
    ///
    /// Pango loads the current configuration on a thread of its own as soon as a font map exists,
    /// though ours never asks for it: with the machine's fonts that takes 3 ms of the first line,
    /// reads environment and home folder, and may print to standard error.
    private static let systemFontsAreOff: Bool = {
        guard let empty = FcConfigCreate() else { return false }
        defer { FcConfigDestroy(empty) }  // the process holds a reference of its own
        return FcConfigSetCurrent(empty) != 0
    }()
}
