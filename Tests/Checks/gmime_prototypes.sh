#!/usr/bin/env bash
# Sources/CGMime/shim.h declares what it uses of GMime by itself; here a compiler holds it against GMime's headers.
# A declaration that differs, or a number of an enumeration, does not compile.
set -euo pipefail
cd "$(dirname "$0")/../.."
for constant in GMIME_RFC_COMPLIANCE_STRICT GMIME_ADDRESS_TYPE_FROM GMIME_ADDRESS_TYPE_REPLY_TO \
    GMIME_ADDRESS_TYPE_TO GMIME_ADDRESS_TYPE_CC GMIME_CONTENT_ENCODING_DEFAULT \
    GMIME_CONTENT_ENCODING_BASE64 GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE GMIME_NEWLINE_FORMAT_DOS \
    GMIME_PARAM_ENCODING_METHOD_RFC2231; do
    ours=$(printf '#include "Sources/CGMime/shim.h"\nint lamina_answer = %s + 1;\n' "$constant" |
        cc -xc -S -o - $(pkg-config --cflags gobject-2.0) -I. - | awk '/lamina_answer:/ { getline; print $2 }')
    printf '#include <gmime/gmime.h>\n_Static_assert(%s + 1 == %s, "%s");\n' "$constant" "${ours:-x}" "$constant" |
        cc -xc -fsyntax-only $(pkg-config --cflags gmime-3.0) -
done
printf '#include <gmime/gmime.h>\n#define LAMINA_HAS_GMIME_HEADERS\n#include "Sources/CGMime/shim.h"\n' |
    cc -xc -fsyntax-only -std=gnu11 $(pkg-config --cflags gmime-3.0) -I. -
echo 'the prototypes of GMime are as in its headers'
