// Cairo's own PNG writer, the peer: a picture is read once and written again and again.
#pragma once
#include <cairo/cairo.h>
#include <stdint.h>
#include <string.h>

typedef struct { const uint8_t *bytes; size_t count, offset; } bench_source;

static inline cairo_status_t bench_read(void *closure, unsigned char *data, unsigned int length) {
    bench_source *source = (bench_source *)closure;
    if (source->count - source->offset < length) return CAIRO_STATUS_READ_ERROR;
    memcpy(data, source->bytes + source->offset, length);
    source->offset += length;
    return CAIRO_STATUS_SUCCESS;
}

static inline cairo_status_t bench_count(void *closure, const unsigned char *data, unsigned int length) {
    (void)data;
    *(size_t *)closure += length;
    return CAIRO_STATUS_SUCCESS;
}

static inline void *bench_open(const uint8_t *bytes, size_t count) {
    bench_source source = {bytes, count, 0};
    return cairo_image_surface_create_from_png_stream(bench_read, &source);
}

// The bytes that Cairo writes.
static inline size_t bench_write(void *surface) {
    size_t total = 0;
    cairo_surface_write_to_png_stream((cairo_surface_t *)surface, bench_count, &total);
    return total;
}

static inline void bench_close(void *surface) { cairo_surface_destroy((cairo_surface_t *)surface); }
