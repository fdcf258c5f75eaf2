#ifndef LAMINA_CSQLITE_H
#define LAMINA_CSQLITE_H

#include <sqlite3.h>

/* sqlite3_db_config is variadic, which Swift cannot call: this is its form for on/off options. */
static inline int lamina_sqlite3_set_option(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}

/* SQLITE_TRANSIENT is a cast macro, which Swift does not import: this binds a copy of the text.
   A null pointer would bind NULL; an empty text may arrive as one. */
static inline int lamina_sqlite3_bind_text(
    sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 length) {
    return sqlite3_bind_text64(
        statement, index, text ? (const char *)text : "", length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* As above, for bytes that are not text. */
static inline int lamina_sqlite3_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", length, SQLITE_TRANSIENT);
}

#endif
