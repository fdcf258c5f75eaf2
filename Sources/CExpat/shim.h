// Expat's interface, as it is; nothing in it needs help to reach Swift.
#pragma once
#include <expat.h>
