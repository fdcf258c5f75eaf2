#ifndef LAMINA_CNETTLE_H
#define LAMINA_CNETTLE_H
#include <nettle/sha2.h>
#endif
