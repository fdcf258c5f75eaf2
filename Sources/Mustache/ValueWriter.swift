import CMustache

/// Owns values as the library holds them.
final class ValueWriter {
    let values: OpaquePointer?

    init(_ members: [String: TemplateValue]) {
        values = lamina_values_new()
        for (name, value) in members.sorted(by: { $0.key < $1.key }) { write(value, name) }
    }

    deinit { lamina_values_free(values) }

    private func write(_ value: TemplateValue, _ name: String) {
        switch value {
        case .text(let text): lamina_values_text(values, name, text)
        case .flag(let flag): lamina_values_flag(values, name, flag ? 1 : 0)
        case .list(let items):
            lamina_values_open_list(values, name)
            for item in items { write(item, "") }
            lamina_values_close(values)
        case .object(let members):
            lamina_values_open_object(values, name)
            for (name, value) in members.sorted(by: { $0.key < $1.key }) { write(value, name) }
            lamina_values_close(values)
        }
    }
}
