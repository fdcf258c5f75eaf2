// ISA-L's deflate for Swift. Its stream is a struct of more than 100 KB that Swift should not copy,
// and its buffer sizes are nested macros that Swift does not import: hence a small object here.
#pragma once
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stddef.h>

// `ISAL_LOOK_AHEAD`, which Swift does not import.
enum { LAMINA_LOOK_AHEAD = ISAL_LOOK_AHEAD };

typedef struct {
    struct isal_zstream stream;
    uint8_t level_buffer[];
} lamina_deflater;

static inline size_t lamina_level_buffer_size(uint32_t level) {
    switch (level) {
    case 1: return ISAL_DEF_LVL1_DEFAULT;
    case 2: return ISAL_DEF_LVL2_DEFAULT;
    case 3: return ISAL_DEF_LVL3_DEFAULT;
    default: return ISAL_DEF_LVL0_DEFAULT;
    }
}

// The bytes that a stream of a level takes.
static inline size_t lamina_deflater_size(uint32_t level) {
    return sizeof(lamina_deflater) + lamina_level_buffer_size(level);
}

// Makes a stream in zlib's format of memory that is aligned to 16 bytes, whatever was in it.
static inline void lamina_deflater_init(void *object, uint32_t level) {
    lamina_deflater *deflater = (lamina_deflater *)object;
    size_t size = lamina_level_buffer_size(level);
    isal_deflate_init(&deflater->stream);
    deflater->stream.level = level;
    deflater->stream.level_buf = size ? deflater->level_buffer : NULL;
    deflater->stream.level_buf_size = (uint32_t)size;
    deflater->stream.gzip_flag = IGZIP_ZLIB;
    deflater->stream.flush = NO_FLUSH;
}

// Hands over the next input; it must stay in place until all of it is consumed.
static inline void lamina_deflater_feed(
    void *object, const uint8_t *input, uint32_t count, int is_last
) {
    lamina_deflater *deflater = (lamina_deflater *)object;
    deflater->stream.next_in = (uint8_t *)input;
    deflater->stream.avail_in = count;
    deflater->stream.end_of_stream = is_last != 0;
}

// Writes what is ready. Returns ISA-L's status and the number of bytes written; a full output means
// that there may be more.
static inline int lamina_deflater_drain(
    void *object, uint8_t *output, uint32_t capacity, uint32_t *written
) {
    lamina_deflater *deflater = (lamina_deflater *)object;
    deflater->stream.next_out = output;
    deflater->stream.avail_out = capacity;
    int status = isal_deflate(&deflater->stream);
    *written = capacity - deflater->stream.avail_out;
    return status;
}
