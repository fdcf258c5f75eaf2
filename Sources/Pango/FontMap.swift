import CPango

/// Where fonts are loaded and kept, `PangoFontMap`: one per thread.
public final class FontMap {
    let pointer: UnsafeMutablePointer<PangoFontMap>

    /// A map of FreeType fonts from `configuration`, `pango_cairo_font_map_new_for_font_type`.
    ///
    /// A unit is a point: its resolution is 72 dpi instead of Pango's 96.
    public init(_ configuration: FontConfiguration) throws(PangoError) {
        guard let pointer = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw PangoError("this Cairo has no FreeType fonts")
        }
        self.pointer = pointer
        pango_cairo_font_map_set_resolution(OpaquePointer(pointer), 72)
        pango_fc_font_map_set_config(OpaquePointer(pointer), configuration.pointer)
    }

    deinit { g_object_unref(pointer) }
}
