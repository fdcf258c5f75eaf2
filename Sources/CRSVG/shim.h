// librsvg, opened at need: linked, it costs 1.8 ms at every start. Its headers are found as GMime's are, so what
// is used of them is declared here, and Tests/Checks/prototypes.sh holds it against the real ones.
#pragma once
#include <cairo.h>
#include <dlfcn.h>
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
    static const char *const names[] = {"librsvg-2.so.2", "librsvg-2.so"};
    void *library = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return names[0];
#define LAMINA_LOAD(name, symbol)                                                                  \
    *(void **)&table->name = dlsym(library, #symbol);                                              \
    if (table->name == NULL) return #symbol;
    LAMINA_LOAD(read, rsvg_handle_new_from_data)
    LAMINA_LOAD(draw, rsvg_handle_render_document)
#undef LAMINA_LOAD
    return NULL;
}
