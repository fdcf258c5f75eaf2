// qpdf's C interface, opened at need.
//
// Linking libqpdf (with libstdc++, GnuTLS and libjpeg behind it) costs every start of the program
// 3.2 ms, whether or not a PDF is written: so it is a table of functions, filled by dlopen. The types
// come from qpdf's own header, so that a changed signature does not compile.
#pragma once
#include "../COpen/open.h"
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
    __typeof__(&qpdf_get_trailer) get_trailer;
    __typeof__(&qpdf_get_object_by_id) get_object_by_id;
    __typeof__(&qpdf_make_indirect_object) make_indirect_object;
    __typeof__(&qpdf_get_num_pages) get_num_pages;
    __typeof__(&qpdf_get_page_n) get_page_n;
    __typeof__(&qpdf_oh_is_number) oh_is_number;
    __typeof__(&qpdf_oh_get_numeric_value) oh_get_numeric_value;
    __typeof__(&qpdf_oh_is_string) oh_is_string;
    __typeof__(&qpdf_oh_get_utf8_value) oh_get_utf8_value;
    __typeof__(&qpdf_oh_get_key) oh_get_key;
    __typeof__(&qpdf_oh_is_array) oh_is_array;
    __typeof__(&qpdf_oh_is_dictionary) oh_is_dictionary;
    __typeof__(&qpdf_oh_is_stream) oh_is_stream;
    __typeof__(&qpdf_oh_is_null) oh_is_null;
    __typeof__(&qpdf_oh_is_integer) oh_is_integer;
    __typeof__(&qpdf_oh_is_name_and_equals) oh_is_name_and_equals;
    __typeof__(&qpdf_oh_get_int_value) oh_get_int_value;
    __typeof__(&qpdf_oh_get_array_n_items) oh_get_array_n_items;
    __typeof__(&qpdf_oh_get_array_item) oh_get_array_item;
    __typeof__(&qpdf_oh_set_array_item) oh_set_array_item;
    __typeof__(&qpdf_oh_append_item) oh_append_item;
    __typeof__(&qpdf_oh_new_array) oh_new_array;
    __typeof__(&qpdf_oh_new_null) oh_new_null;
    __typeof__(&qpdf_oh_new_integer) oh_new_integer;
    __typeof__(&qpdf_oh_new_binary_string) oh_new_binary_string;
    __typeof__(&qpdf_oh_new_stream) oh_new_stream;
    __typeof__(&qpdf_oh_get_dict) oh_get_dict;
    __typeof__(&qpdf_oh_replace_stream_data) oh_replace_stream_data;
    __typeof__(&qpdf_oh_get_page_content_data) oh_get_page_content_data;
    __typeof__(&qpdf_set_newline_before_endstream) set_newline_before_endstream;
    __typeof__(&qpdf_set_minimum_pdf_version) set_minimum_pdf_version;
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
    LAMINA_OPEN(library, "libqpdf.so.29", "libqpdf.so.30", "libqpdf.so")
#define LAMINA_LOAD(name) LAMINA_FIND(library, table->name, "qpdf_" #name)
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
    LAMINA_LOAD(get_trailer)
    LAMINA_LOAD(get_object_by_id)
    LAMINA_LOAD(make_indirect_object)
    LAMINA_LOAD(get_num_pages)
    LAMINA_LOAD(get_page_n)
    LAMINA_LOAD(oh_is_number)
    LAMINA_LOAD(oh_get_numeric_value)
    LAMINA_LOAD(oh_is_string)
    LAMINA_LOAD(oh_get_utf8_value)
    LAMINA_LOAD(oh_get_key)
    LAMINA_LOAD(oh_is_array)
    LAMINA_LOAD(oh_is_dictionary)
    LAMINA_LOAD(oh_is_stream)
    LAMINA_LOAD(oh_is_null)
    LAMINA_LOAD(oh_is_integer)
    LAMINA_LOAD(oh_is_name_and_equals)
    LAMINA_LOAD(oh_get_int_value)
    LAMINA_LOAD(oh_get_array_n_items)
    LAMINA_LOAD(oh_get_array_item)
    LAMINA_LOAD(oh_set_array_item)
    LAMINA_LOAD(oh_append_item)
    LAMINA_LOAD(oh_new_array)
    LAMINA_LOAD(oh_new_null)
    LAMINA_LOAD(oh_new_integer)
    LAMINA_LOAD(oh_new_binary_string)
    LAMINA_LOAD(oh_new_stream)
    LAMINA_LOAD(oh_get_dict)
    LAMINA_LOAD(oh_replace_stream_data)
    LAMINA_LOAD(oh_get_page_content_data)
    LAMINA_LOAD(set_newline_before_endstream)
    LAMINA_LOAD(set_minimum_pdf_version)
    LAMINA_LOAD(init_write_memory)
    LAMINA_LOAD(set_object_stream_mode)
    LAMINA_LOAD(set_deterministic_ID)
    LAMINA_LOAD(write)
    LAMINA_LOAD(get_buffer_length)
    LAMINA_LOAD(get_buffer)
#undef LAMINA_LOAD
    return NULL;
}
