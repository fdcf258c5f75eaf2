// Pango's and Fontconfig's headers for Swift.
#pragma once
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

// PANGO_GLYPH_UNKNOWN_FLAG is a cast of a literal, which Swift does not import.
static inline int lamina_glyph_is_unknown(PangoGlyph glyph) {
    return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

// PANGO_GLYPH_EMPTY is such a cast, too.
static inline PangoGlyph lamina_glyph_empty(void) { return PANGO_GLYPH_EMPTY; }
