// GMime, opened at need.
//
// Linking it costs 0.8 ms at every start, whether or not a mail is written: so it is a table of
// functions, filled by dlopen. Its headers are found through pkg-config alone, which would link it, too: so
// what is used of them is declared here, and Tests/Checks/prototypes.sh holds it against the real ones.
#pragma once
#include "../COpen/open.h"
#include <glib-object.h>
#include <stddef.h>
#include <sys/types.h>

#ifndef LAMINA_HAS_HEADERS
typedef enum { GMIME_RFC_COMPLIANCE_LOOSE, GMIME_RFC_COMPLIANCE_STRICT } GMimeRfcComplianceMode;
typedef enum {
    GMIME_CONTENT_ENCODING_DEFAULT,
    GMIME_CONTENT_ENCODING_BASE64 = 4,
    GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
} GMimeContentEncoding;
typedef enum { GMIME_NEWLINE_FORMAT_UNIX, GMIME_NEWLINE_FORMAT_DOS } GMimeNewLineFormat;
typedef enum {
    GMIME_PARAM_ENCODING_METHOD_DEFAULT,
    GMIME_PARAM_ENCODING_METHOD_RFC2231
} GMimeParamEncodingMethod;
#endif

typedef struct _GMimeDataWrapper GMimeDataWrapper;
typedef struct _GMimeFormatOptions GMimeFormatOptions;
typedef struct _GMimeHeader GMimeHeader;
typedef struct _GMimeHeaderList GMimeHeaderList;
typedef struct _GMimeMessage GMimeMessage;
typedef struct _GMimeMultipart GMimeMultipart;
typedef struct _GMimeObject GMimeObject;
typedef struct _GMimeParserOptions GMimeParserOptions;
typedef struct _GMimePart GMimePart;
typedef struct _GMimeStream GMimeStream;
typedef struct _GMimeStreamMem GMimeStreamMem;
typedef struct _InternetAddress InternetAddress;
typedef struct _InternetAddressList InternetAddressList;
typedef struct _InternetAddressMailbox InternetAddressMailbox;

void g_mime_init(void);
InternetAddressList *internet_address_list_parse(GMimeParserOptions *options, const char *text);
int internet_address_list_length(InternetAddressList *list);
InternetAddress *internet_address_list_get_address(InternetAddressList *list, int index);
const char *internet_address_get_name(InternetAddress *address);
GType internet_address_mailbox_get_type(void);
const char *internet_address_mailbox_get_addr(InternetAddressMailbox *mailbox);
const char *internet_address_mailbox_get_idn_addr(InternetAddressMailbox *mailbox);
GMimeParserOptions *g_mime_parser_options_new(void);
void g_mime_parser_options_free(GMimeParserOptions *options);
void g_mime_parser_options_set_address_compliance_mode(
    GMimeParserOptions *options, GMimeRfcComplianceMode mode);
GMimeMessage *g_mime_message_new(gboolean pretty_headers);
void g_mime_message_set_date(GMimeMessage *message, GDateTime *date);
void g_mime_message_set_mime_part(GMimeMessage *message, GMimeObject *part);
void g_mime_object_append_header(
    GMimeObject *object, const char *name, const char *value, const char *charset);
GMimeHeaderList *g_mime_object_get_header_list(GMimeObject *object);
GMimeHeader *g_mime_header_list_get_header(GMimeHeaderList *headers, const char *name);
void g_mime_header_set_raw_value(GMimeHeader *header, const char *value);
void g_mime_object_set_content_type_parameter(
    GMimeObject *object, const char *name, const char *value);
void g_mime_object_set_disposition(GMimeObject *object, const char *disposition);
void g_mime_object_set_content_id(GMimeObject *object, const char *id);
ssize_t g_mime_object_write_to_stream(
    GMimeObject *object, GMimeFormatOptions *options, GMimeStream *stream);
GMimePart *g_mime_part_new_with_type(const char *type, const char *subtype);
void g_mime_part_set_content_encoding(GMimePart *part, GMimeContentEncoding encoding);
void g_mime_part_set_filename(GMimePart *part, const char *name);
void g_mime_part_set_content(GMimePart *part, GMimeDataWrapper *content);
GMimeMultipart *g_mime_multipart_new_with_subtype(const char *subtype);
void g_mime_multipart_add(GMimeMultipart *multipart, GMimeObject *part);
void g_mime_multipart_set_boundary(GMimeMultipart *multipart, const char *boundary);
GMimeStream *g_mime_stream_mem_new(void);
GMimeStream *g_mime_stream_mem_new_with_buffer(const char *buffer, size_t length);
GByteArray *g_mime_stream_mem_get_byte_array(GMimeStreamMem *stream);
GMimeDataWrapper *g_mime_data_wrapper_new_with_stream(
    GMimeStream *stream, GMimeContentEncoding encoding);
GMimeFormatOptions *g_mime_format_options_new(void);
void g_mime_format_options_free(GMimeFormatOptions *options);
void g_mime_format_options_set_newline_format(
    GMimeFormatOptions *options, GMimeNewLineFormat newline);
void g_mime_format_options_set_param_encoding_method(
    GMimeFormatOptions *options, GMimeParamEncodingMethod method);

// Each function of the table: a name of ours, and GMime's.
#define LAMINA_GMIME(X)                                                                            \
    X(init, g_mime_init)                                                                           \
    X(parse_addresses, internet_address_list_parse)                                                \
    X(parser_options_new, g_mime_parser_options_new)                                               \
    X(parser_options_free, g_mime_parser_options_free)                                             \
    X(set_address_compliance, g_mime_parser_options_set_address_compliance_mode)                   \
    X(address_count, internet_address_list_length)                                                 \
    X(address_at, internet_address_list_get_address)                                               \
    X(address_name, internet_address_get_name)                                                     \
    X(mailbox_type, internet_address_mailbox_get_type)                                             \
    X(mailbox_address, internet_address_mailbox_get_addr)                                          \
    X(mailbox_idn_address, internet_address_mailbox_get_idn_addr)                                  \
    X(message_new, g_mime_message_new)                                                             \
    X(message_set_date, g_mime_message_set_date)                                                   \
    X(message_set_body, g_mime_message_set_mime_part)                                              \
    X(object_append_header, g_mime_object_append_header)                                           \
    X(object_headers, g_mime_object_get_header_list)                                               \
    X(headers_find, g_mime_header_list_get_header)                                                 \
    X(header_set_raw, g_mime_header_set_raw_value)                                                 \
    X(object_set_parameter, g_mime_object_set_content_type_parameter)                              \
    X(object_set_disposition, g_mime_object_set_disposition)                                       \
    X(object_set_content_id, g_mime_object_set_content_id)                                         \
    X(object_write, g_mime_object_write_to_stream)                                                 \
    X(part_new, g_mime_part_new_with_type)                                                         \
    X(part_set_encoding, g_mime_part_set_content_encoding)                                         \
    X(part_set_filename, g_mime_part_set_filename)                                                 \
    X(part_set_content, g_mime_part_set_content)                                                   \
    X(multipart_new, g_mime_multipart_new_with_subtype)                                            \
    X(multipart_add, g_mime_multipart_add)                                                         \
    X(multipart_set_boundary, g_mime_multipart_set_boundary)                                       \
    X(stream_new, g_mime_stream_mem_new)                                                           \
    X(stream_new_copying, g_mime_stream_mem_new_with_buffer)                                       \
    X(stream_bytes, g_mime_stream_mem_get_byte_array)                                              \
    X(content_new, g_mime_data_wrapper_new_with_stream)                                            \
    X(format_new, g_mime_format_options_new)                                                       \
    X(format_free, g_mime_format_options_free)                                                     \
    X(format_set_newline, g_mime_format_options_set_newline_format)                                \
    X(format_set_parameters, g_mime_format_options_set_param_encoding_method)

typedef struct {
#define LAMINA_FIELD(name, symbol) __typeof__(&symbol) name;
    LAMINA_GMIME(LAMINA_FIELD)
#undef LAMINA_FIELD
} lamina_gmime;

// Fills the table. Returns NULL, or the name of the library or function that is not there.
static inline const char *lamina_gmime_open(lamina_gmime *table) {
    LAMINA_OPEN(library, "libgmime-3.0.so.0", "libgmime-3.0.so")
#define LAMINA_LOAD(name, symbol) LAMINA_FIND(library, table->name, #symbol)
    LAMINA_GMIME(LAMINA_LOAD)
#undef LAMINA_LOAD
    return NULL;
}

// GObject's casts are macros, which Swift does not see.
static inline InternetAddressMailbox *lamina_gmime_mailbox(
    const lamina_gmime *table, InternetAddress *address) {
    return G_TYPE_CHECK_INSTANCE_TYPE(address, table->mailbox_type())
               ? (InternetAddressMailbox *)address
               : NULL;
}
