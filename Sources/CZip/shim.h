// libzip's reading half, opened at need.
//
// Linking libzip (with libcrypto and libbz2 behind it) costs every start of the program 0.8 ms,
// whether or not an archive is read: so it is a table of functions, filled by dlopen. The types come
// from libzip's own header, so that a changed signature does not compile.
#pragma once
#include "../COpen/open.h"
#include <stddef.h>
#include <zip.h>

typedef struct {
    __typeof__(&zip_error_init) error_init;
    __typeof__(&zip_error_code_zip) error_code_zip;
    __typeof__(&zip_error_strerror) error_strerror;
    __typeof__(&zip_error_fini) error_fini;
    __typeof__(&zip_source_buffer_create) source_buffer_create;
    __typeof__(&zip_source_free) source_free;
    __typeof__(&zip_open_from_source) open_from_source;
    __typeof__(&zip_discard) discard;
    __typeof__(&zip_get_num_entries) get_num_entries;
    __typeof__(&zip_get_name) get_name;
    __typeof__(&zip_stat_init) stat_init;
    __typeof__(&zip_stat_index) stat_index;
    __typeof__(&zip_get_error) get_error;
    __typeof__(&zip_fopen_index) fopen_index;
    __typeof__(&zip_fread) fread;
    __typeof__(&zip_file_get_error) file_get_error;
    __typeof__(&zip_fclose) fclose;
} lamina_zip;

// Fills the table. Returns NULL, or the name of the library or function that is not there.
static inline const char *lamina_zip_open(lamina_zip *table) {
    // What is called here is the same in both; 4 is Debian 12's.
    LAMINA_OPEN(library, "libzip.so.4", "libzip.so.5", "libzip.so")
#define LAMINA_LOAD(name) LAMINA_FIND(library, table->name, "zip_" #name)
    LAMINA_LOAD(error_init)
    LAMINA_LOAD(error_code_zip)
    LAMINA_LOAD(error_strerror)
    LAMINA_LOAD(error_fini)
    LAMINA_LOAD(source_buffer_create)
    LAMINA_LOAD(source_free)
    LAMINA_LOAD(open_from_source)
    LAMINA_LOAD(discard)
    LAMINA_LOAD(get_num_entries)
    LAMINA_LOAD(get_name)
    LAMINA_LOAD(stat_init)
    LAMINA_LOAD(stat_index)
    LAMINA_LOAD(get_error)
    LAMINA_LOAD(fopen_index)
    LAMINA_LOAD(fread)
    LAMINA_LOAD(file_get_error)
    LAMINA_LOAD(fclose)
#undef LAMINA_LOAD
    return NULL;
}
