// qpdf's C interface, opened at need.
//
// Linking libqpdf (with libstdc++, GnuTLS and libjpeg behind it) costs every start of the program
// 3.2 ms, whether or not a PDF is written: so it is a table of functions, filled by dlopen. The types
// come from qpdf's own header, so that a changed signature does not compile.
#pragma once
#include <dlfcn.h>
#include <qpdf/qpdf-c.h>
#include <stddef.h>

typedef struct {
    __typeof__(&qpdf_init) init;
    __typeof__(&qpdf_cleanup) cleanup;
    __typeof__(&qpdf_silence_errors) silence_errors;
    __typeof__(&qpdf_set_suppress_warnings) set_suppress_warnings;
    __typeof__(&qpdf_set_attempt_recovery) set_attempt_recovery;
    __typeof__(&qpdf_read_memory) read_memory;
    __typeof__(&qpdf_has_error) has_error;
    __typeof__(&qpdf_get_error) get_error;
    __typeof__(&qpdf_more_warnings) more_warnings;
    __typeof__(&qpdf_next_warning) next_warning;
    __typeof__(&qpdf_get_error_code) get_error_code;
    __typeof__(&qpdf_get_error_full_text) get_error_full_text;
    __typeof__(&qpdf_get_root) get_root;
    __typeof__(&qpdf_oh_parse) oh_parse;
    __typeof__(&qpdf_oh_new_unicode_string) oh_new_unicode_string;
    __typeof__(&qpdf_oh_replace_key) oh_replace_key;
    __typeof__(&qpdf_init_write_memory) init_write_memory;
    __typeof__(&qpdf_set_object_stream_mode) set_object_stream_mode;
    __typeof__(&qpdf_set_deterministic_ID) set_deterministic_ID;
    __typeof__(&qpdf_write) write;
    __typeof__(&qpdf_get_buffer_length) get_buffer_length;
    __typeof__(&qpdf_get_buffer) get_buffer;
} lamina_qpdf;

// Fills the table. Returns NULL, or the name of the library or function that is not there.
static inline const char *lamina_qpdf_open(lamina_qpdf *table) {
    // The C interface is the same in all of them; 29 is Debian 12's.
    static const char *const names[] = {"libqpdf.so.29", "libqpdf.so.30", "libqpdf.so"};
    void *library = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return names[0];
#define LAMINA_LOAD(name)                                                                          \
    *(void **)&table->name = dlsym(library, "qpdf_" #name);                                        \
    if (table->name == NULL) return "qpdf_" #name;
    LAMINA_LOAD(init)
    LAMINA_LOAD(cleanup)
    LAMINA_LOAD(silence_errors)
    LAMINA_LOAD(set_suppress_warnings)
    LAMINA_LOAD(set_attempt_recovery)
    LAMINA_LOAD(read_memory)
    LAMINA_LOAD(has_error)
    LAMINA_LOAD(get_error)
    LAMINA_LOAD(more_warnings)
    LAMINA_LOAD(next_warning)
    LAMINA_LOAD(get_error_code)
    LAMINA_LOAD(get_error_full_text)
    LAMINA_LOAD(get_root)
    LAMINA_LOAD(oh_parse)
    LAMINA_LOAD(oh_new_unicode_string)
    LAMINA_LOAD(oh_replace_key)
    LAMINA_LOAD(init_write_memory)
    LAMINA_LOAD(set_object_stream_mode)
    LAMINA_LOAD(set_deterministic_ID)
    LAMINA_LOAD(write)
    LAMINA_LOAD(get_buffer_length)
    LAMINA_LOAD(get_buffer)
#undef LAMINA_LOAD
    return NULL;
}
