#include "include/mustache.h"

#include <kainjow/mustache.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace kainjow::mustache;

struct lamina_values {
    struct open {
        std::string name;
        data value;
    };
    // What is open, outermost first.
    std::vector<open> stack;

    void add(const char *name, const data &value) {
        data &target = stack.back().value;
        if (target.is_list()) target.push_back(value);
        else target.set(name, value);
    }
};

namespace {

struct owned_rendered : lamina_rendered {
    std::string text_bytes, error_bytes, unknown_bytes;
};

// A template shows a section once for each item: sections of lists within each other grow without end.
struct too_many_sections {};

// A context that notes what it does not find, and counts the sections that are shown.
class noting_context : public context<std::string> {
public:
    noting_context(const data *values, size_t most) : context<std::string>(values), left(most) {}

    void push(const data *value) override {
        if (left == 0) throw too_many_sections();
        left -= 1;
        context<std::string>::push(value);
    }

    const data *get(const std::string &name) const override {
        const data *found = context<std::string>::get(name);
        if (found == nullptr) unknown.insert(name);
        return found;
    }

    mutable std::set<std::string> unknown;

private:
    size_t left;
};

}  // namespace

lamina_values *lamina_values_new(void) {
    auto *values = new lamina_values;
    values->stack.push_back({"", data(data::type::object)});
    return values;
}

void lamina_values_free(lamina_values *values) { delete values; }

void lamina_values_text(lamina_values *values, const char *name, const char *text) {
    values->add(name, data(std::string(text)));
}

void lamina_values_flag(lamina_values *values, const char *name, int flag) {
    values->add(name, data(flag != 0));
}

void lamina_values_open_object(lamina_values *values, const char *name) {
    values->stack.push_back({name, data(data::type::object)});
}

void lamina_values_open_list(lamina_values *values, const char *name) {
    values->stack.push_back({name, data(data::type::list)});
}

void lamina_values_close(lamina_values *values) {
    if (values->stack.size() < 2) return;
    auto last = std::move(values->stack.back());
    values->stack.pop_back();
    values->add(last.name.c_str(), last.value);
}

lamina_rendered *lamina_render(const char *text, const lamina_values *values, size_t most_sections) {
    try {
        auto *rendered = new owned_rendered;
        rendered->text = rendered->error = rendered->unknown = nullptr;
        mustache parsed{std::string(text)};
        try {
            if (parsed.is_valid()) {
                noting_context context(&values->stack.front().value, most_sections);
                rendered->text_bytes = parsed.render(context);
                for (const auto &name : context.unknown) rendered->unknown_bytes += name + "\n";
            }
            // Rendering may find faults, too.
            rendered->error_bytes = parsed.error_message();
        } catch (const too_many_sections &) {
            rendered->error_bytes = "sections without end";
        }
        if (rendered->error_bytes.empty()) rendered->text = rendered->text_bytes.c_str();
        else rendered->error = rendered->error_bytes.c_str();
        rendered->unknown = rendered->unknown_bytes.c_str();
        return rendered;
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void lamina_rendered_free(lamina_rendered *rendered) {
    delete static_cast<owned_rendered *>(rendered);
}
