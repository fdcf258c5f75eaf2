// Cairo's headers for Swift; nothing here needs wrapping.
#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
