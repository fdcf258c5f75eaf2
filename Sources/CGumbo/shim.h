// Gumbo, a parser of HTML, opened at need as CGMime is: only mails are looked through.
#pragma once
#include "../COpen/open.h"
#include <gumbo.h>
#include <stdlib.h>

typedef struct {
    __typeof__(&gumbo_parse_with_options) parse;
    __typeof__(&gumbo_destroy_output) destroy;
    __typeof__(&gumbo_normalized_tagname) tag_name;
} lamina_gumbo;

// Fills the table. Returns NULL, or the name of the library or function that is not there.
static inline const char *lamina_gumbo_open(lamina_gumbo *table) {
    LAMINA_OPEN(library, "libgumbo.so.1", "libgumbo.so.2", "libgumbo.so")
#define LAMINA_LOAD(name, symbol) LAMINA_FIND(library, table->name, #symbol)
    LAMINA_LOAD(parse, gumbo_parse_with_options)
    LAMINA_LOAD(destroy, gumbo_destroy_output)
    LAMINA_LOAD(tag_name, gumbo_normalized_tagname)
#undef LAMINA_LOAD
    return NULL;
}

static void *lamina_gumbo_take(void *unused, size_t size) { return malloc(size); }
static void lamina_gumbo_give(void *unused, void *memory) { free(memory); }

// As kGumboDefaultOptions, which is data of the library and so not in the table; errors of the author are
// not kept, since a browser shows what it can.
static inline GumboOutput *lamina_gumbo_parse(
    const lamina_gumbo *table, const char *text, size_t length) {
    const GumboOptions options = {
        lamina_gumbo_take, lamina_gumbo_give, NULL, 8, false, 0, GUMBO_TAG_LAST,
        GUMBO_NAMESPACE_HTML};
    return table->parse(&options, text, length);
}

static inline void lamina_gumbo_free(const lamina_gumbo *table, GumboOutput *output) {
    const GumboOptions options = {
        lamina_gumbo_take, lamina_gumbo_give, NULL, 8, false, 0, GUMBO_TAG_LAST,
        GUMBO_NAMESPACE_HTML};
    table->destroy(&options, output);
}
