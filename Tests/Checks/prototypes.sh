#!/usr/bin/env bash
# Sources/CGMime/shim.h and Sources/CRSVG/shim.h declare what they use of their libraries by themselves; here a
# compiler holds it against the libraries' headers. A declaration that differs, or a number of an enumeration, does
# not compile.
set -euo pipefail
cd "$(dirname "$0")/../.."

# constant SHIM MODULE MODULE-OF-THE-LIBRARY HEADER CONSTANT
constant() {
    local ours
    ours=$(printf '#include "%s"\nint lamina_answer = (int)(%s) + 1;\n' "$1" "$5" |
        cc -xc -S -o - $(pkg-config --cflags "$2") -I. - | awk '/lamina_answer:/ { getline; print $2 }')
    printf '#include <%s>\n_Static_assert((int)(%s) + 1 == %s, "%s");\n' "$4" "$5" "${ours:-x}" "$5" |
        cc -xc -fsyntax-only $(pkg-config --cflags "$3") -
}
for name in GMIME_RFC_COMPLIANCE_STRICT GMIME_CONTENT_ENCODING_DEFAULT \
    GMIME_CONTENT_ENCODING_BASE64 GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE GMIME_NEWLINE_FORMAT_DOS \
    GMIME_PARAM_ENCODING_METHOD_RFC2231; do
    constant Sources/CGMime/shim.h gobject-2.0 gmime-3.0 gmime/gmime.h "$name"
done
for part in 'sizeof(RsvgRectangle)' 'offsetof(RsvgRectangle, y)' 'offsetof(RsvgRectangle, width)' \
    'offsetof(RsvgRectangle, height)'; do
    constant Sources/CRSVG/shim.h 'cairo gobject-2.0' librsvg-2.0 librsvg/rsvg.h "$part"
done
for library in 'gmime-3.0 gmime/gmime.h Sources/CGMime/shim.h' \
    'librsvg-2.0 librsvg/rsvg.h Sources/CRSVG/shim.h'; do
    read -r module header shim <<<"$library"
    printf '#include <%s>\n#define LAMINA_HAS_HEADERS\n#include "%s"\n' "$header" "$shim" |
        cc -xc -fsyntax-only -std=gnu11 $(pkg-config --cflags "$module") -I. -
done
echo 'the prototypes of GMime and librsvg are as in their headers'
