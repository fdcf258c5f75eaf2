// Mustache by kainjow's header for C++, behind a few functions that C can call.
//
// swift-mustache brings the whole of Foundation: 45 MB more, and 2 ms at every start of the program.
#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Values in the making: an object, whose members may be texts, flags, lists and objects.
typedef struct lamina_values lamina_values;

lamina_values *lamina_values_new(void);
void lamina_values_free(lamina_values *values);
// Each adds a member to what is open: by its name to an object, in its place to a list.
void lamina_values_text(lamina_values *values, const char *name, const char *text);
void lamina_values_flag(lamina_values *values, const char *name, int flag);
void lamina_values_open_object(lamina_values *values, const char *name);
void lamina_values_open_list(lamina_values *values, const char *name);
// Ends what was opened last.
void lamina_values_close(lamina_values *values);

// What became of a template; strings belong to it.
typedef struct {
    // The finished text; NULL where the template is wrong.
    const char *text;
    // What is wrong; NULL where nothing is.
    const char *error;
    // Names that were looked for and are nowhere, each on a line, sorted.
    const char *unknown;
} lamina_rendered;

// Fills values into a template, showing at most so many sections. Returns NULL where memory is out.
lamina_rendered *lamina_render(const char *text, const lamina_values *values, size_t most_sections);
void lamina_rendered_free(lamina_rendered *rendered);

#ifdef __cplusplus
}
#endif
