#ifndef LAMINA_CMD_H
#define LAMINA_CMD_H
#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>
#endif
