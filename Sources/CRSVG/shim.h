// librsvg, opened at need: linked, it costs 1.8 ms at every start. Its headers are found as GMime's are, so what
// is used of them is declared here, and Tests/Checks/prototypes.sh holds it against the real ones.
#pragma once
#include "../COpen/open.h"
#include <cairo.h>
#include <glib-object.h>
#include <stddef.h>

typedef struct _RsvgHandle RsvgHandle;
#ifndef LAMINA_HAS_HEADERS
typedef struct {
    double x;
    double y;
    double width;
    double height;
} RsvgRectangle;
#endif

RsvgHandle *rsvg_handle_new_from_data(const guint8 *data, gsize length, GError **error);
gboolean rsvg_handle_render_document(
    RsvgHandle *handle, cairo_t *pen, const RsvgRectangle *viewport, GError **error);

typedef struct {
    __typeof__(&rsvg_handle_new_from_data) read;
    __typeof__(&rsvg_handle_render_document) draw;
} lamina_rsvg;

// Fills the table. Returns NULL, or the name of the library or function that is not there.
static inline const char *lamina_rsvg_open(lamina_rsvg *table) {
    LAMINA_OPEN(library, "librsvg-2.so.2", "librsvg-2.so")
#define LAMINA_LOAD(name, symbol) LAMINA_FIND(library, table->name, #symbol)
    LAMINA_LOAD(read, rsvg_handle_new_from_data)
    LAMINA_LOAD(draw, rsvg_handle_render_document)
#undef LAMINA_LOAD
    return NULL;
}
