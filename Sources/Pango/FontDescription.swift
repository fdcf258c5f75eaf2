import CPango

/// Which font is wanted, `PangoFontDescription`.
public struct FontDescription: Hashable, Sendable {
    /// The family's name.
    public let family: String
    /// How heavy, from 1 to 1000.
    public let weight: Int
    /// The size in points, within `sizes`.
    public let size: Double

    /// A font of one family, weight and size; a size outside `sizes` becomes the nearest within.
    public init(family: String, weight: Int, size: Double) {
        self.family = family
        self.weight = min(max(weight, 1), 1000)
        let (smallest, largest) = (Self.sizes.lowerBound, Self.sizes.upperBound)
        self.size = size.isNaN ? smallest : min(max(size, smallest), largest)
    }

    /// The sizes that fonts can be loaded at, in points.
    ///
    /// At nothing, Pango prints a warning to standard error; far beyond, FreeType's numbers end.
    public static let sizes = 0.1...10_000

    /// A description that the caller has to free.
    func makeRaw() -> OpaquePointer? {
        let raw = pango_font_description_new()
        pango_font_description_set_family(raw, family)
        pango_font_description_set_weight(raw, PangoWeight(UInt32(weight)))
        pango_font_description_set_style(raw, PANGO_STYLE_NORMAL)
        pango_font_description_set_size(raw, units(size))
        return raw
    }
}
