import YAML

extension Fields {
    /// Texts and numbers by name, as they are written.
    func parameters(_ key: String) -> [String: String] {
        var values: [String: String] = [:]
        for pair in mapping(key) {
            switch pair.value.scalar?.value {
            case .int?, .float?, .string?: values[pair.name] = pair.value.scalar?.text
            case .null?, .bool?, nil:
                reading.error(
                    "a parameter is a text or a number, not \(pair.value.noun)",
                    at: pair.value.location)
            }
        }
        return values
    }

    /// A text, or a list of texts.
    func texts(_ key: String) -> [String] {
        guard let value = node(key) else { return [] }
        guard let items = value.items else { return text(key).map { [$0] } ?? [] }
        return items.compactMap { item in
            if let scalar = item.scalar { return scalar.text }
            reading.error("expected text, not \(item.noun)", at: item.location)
            return nil
        }
    }
}
