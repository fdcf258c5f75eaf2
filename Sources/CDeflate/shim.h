// libdeflate's interface, as it is.
#pragma once
#include <libdeflate.h>
