// libjpeg-turbo, opened at need, as libqpdf is: few decks have a photograph.
#pragma once
#include "../COpen/open.h"
#include <stddef.h>
#include <turbojpeg.h>

typedef struct {
    __typeof__(&tjInitDecompress) new_decoder;
    __typeof__(&tjDestroy) free_decoder;
    __typeof__(&tjDecompressHeader3) read_header;
    __typeof__(&tjDecompress2) decode;
    __typeof__(&tjGetErrorStr2) error;
} lamina_turbojpeg;

// Fills the table. Returns NULL, or the name of the library or function that is not there.
static inline const char *lamina_turbojpeg_open(lamina_turbojpeg *table) {
    LAMINA_OPEN(library, "libturbojpeg.so.0", "libturbojpeg.so")
#define LAMINA_LOAD(name, symbol) LAMINA_FIND(library, table->name, #symbol)
    LAMINA_LOAD(new_decoder, tjInitDecompress)
    LAMINA_LOAD(free_decoder, tjDestroy)
    LAMINA_LOAD(read_header, tjDecompressHeader3)
    LAMINA_LOAD(decode, tjDecompress2)
    LAMINA_LOAD(error, tjGetErrorStr2)
#undef LAMINA_LOAD
    return NULL;
}
