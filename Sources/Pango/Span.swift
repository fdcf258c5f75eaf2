import CPango

/// A stretch of text in one look.
public struct Span: Hashable, Sendable {
    /// The characters.
    public var text: String
    /// Which font.
    public var font: FontDescription
    /// Red, green, blue and alpha, each from 0 to 1.
    public var color: SIMD4<Double>
    /// Points between characters, more or fewer than the font's own.
    public var letterSpacing: Double
    /// OpenType features in CSS's form, as in "tnum=1"; empty for none.
    public var features: String
    /// Points above the baseline.
    public var rise: Double

    /// A stretch of text.
    public init(
        _ text: String, font: FontDescription, color: SIMD4<Double> = SIMD4(0, 0, 0, 1),
        letterSpacing: Double = 0, features: String = "", rise: Double = 0
    ) {
        self.text = text
        self.font = font
        self.color = color
        self.letterSpacing = letterSpacing
        self.features = features
        self.rise = rise
    }

    /// A generous guess of what a byte of it takes, in points.
    var byteExtent: Double { font.size + abs(points(units(letterSpacing))) }

    /// A generous guess of its width in points.
    var extent: Double { Double(text.utf8.count) * byteExtent }

    /// The look as Pango's attributes from `start` up to `end`, in UTF-8 bytes.
    func insertAttributes(into list: OpaquePointer, from start: Int, to end: Int) {
        func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
            guard let attribute else { return }
            attribute.pointee.start_index = guint(clamping: start)
            attribute.pointee.end_index = guint(clamping: end)
            pango_attr_list_insert(list, attribute)  // the list owns it from here on
        }
        let description = font.makeRaw()
        defer { pango_font_description_free(description) }
        insert(pango_attr_font_desc_new(description))
        let sane = color.replacing(with: 0, where: color .!= color)  // NaN differs from itself
        let channels = SIMD4<UInt16>(
            sane.clamped(lowerBound: .zero, upperBound: .one) * 65_535, rounding: .toNearestOrEven)
        insert(pango_attr_foreground_new(channels.x, channels.y, channels.z))
        if channels.w < .max { insert(pango_attr_foreground_alpha_new(channels.w)) }
        if letterSpacing != 0 { insert(pango_attr_letter_spacing_new(units(letterSpacing))) }
        if rise != 0 { insert(pango_attr_rise_new(units(rise))) }
        if !features.isEmpty { insert(pango_attr_font_features_new(features)) }
    }
}
