import CPango

/// How text is set, `PangoContext`: the same for every output.
public final class Context {
    let pointer: OpaquePointer

    /// A context of `map`, `pango_font_map_create_context`: no hinting, no rounding, grey edges.
    public init(_ map: FontMap) throws(PangoError) {
        guard let pointer = pango_font_map_create_context(map.pointer) else {
            throw PangoError("no memory for text")
        }
        self.pointer = pointer
        if let options = cairo_font_options_create() {
            defer { cairo_font_options_destroy(options) }
            cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
            cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
            cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
            pango_cairo_context_set_font_options(pointer, options)
        }
        pango_context_set_round_glyph_positions(pointer, 0)
        // Both would otherwise come from the process's locale.
        pango_context_set_language(pointer, pango_language_from_string("und"))
        pango_context_set_base_dir(pointer, PANGO_DIRECTION_LTR)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

    /// Loads a font and asks it what it is, `pango_context_load_font`.
    ///
    /// - Returns: `nil` where there is no font at all. Otherwise compare family and weight with
    ///   what was asked: Pango substitutes without a word.
    public func face(_ font: FontDescription) -> LoadedFace? {
        let asked = font.makeRaw()
        defer { pango_font_description_free(asked) }
        guard let loaded = pango_context_load_font(pointer, asked) else { return nil }
        defer { g_object_unref(loaded) }
        guard let found = pango_font_describe(loaded) else { return nil }
        defer { pango_font_description_free(found) }
        guard let metrics = pango_font_get_metrics(loaded, nil) else { return nil }
        defer { pango_font_metrics_unref(metrics) }
        return LoadedFace(
            family: pango_font_description_get_family(found).map { String(cString: $0) } ?? "",
            weight: Int(pango_font_description_get_weight(found).rawValue),
            ascent: points(pango_font_metrics_get_ascent(metrics)),
            descent: points(pango_font_metrics_get_descent(metrics)))
    }
}

/// What a loaded font says of itself.
public struct LoadedFace: Hashable, Sendable {
    /// Its family.
    public let family: String
    /// How heavy it is, from 1 to 1000.
    public let weight: Int
    /// From the baseline up to the top of the font, in points.
    public let ascent: Double
    /// From the baseline down to the bottom of the font, in points.
    public let descent: Double
}
