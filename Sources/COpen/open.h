// How libraries are opened at need: their functions become a table, filled by dlopen.
//
// Macros alone, since several modules include them. `LAMINA_OPEN` stands in a function that returns NULL, or the name
// of the library or function that is not there; it opens the first of several names, as versions have them.
#pragma once
#include <dlfcn.h>
#include <stddef.h>

#define LAMINA_OPEN(library, ...)                                                                  \
    static const char *const lamina_names[] = {__VA_ARGS__};                                       \
    void *library = NULL;                                                                          \
    for (size_t i = 0; i < sizeof lamina_names / sizeof *lamina_names && library == NULL; i++)     \
        library = dlopen(lamina_names[i], RTLD_NOW | RTLD_LOCAL);                                  \
    if (library == NULL) return lamina_names[0];

#define LAMINA_FIND(library, field, symbol)                                                        \
    *(void **)&(field) = dlsym(library, symbol);                                                   \
    if ((field) == NULL) return symbol;
