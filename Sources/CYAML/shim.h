// libyaml's event interface, as it is; nothing in it needs help to reach Swift.
#include <yaml.h>
