import Diagnostics
import JSON

extension JSONReader {
    /// Reads an object by its members, in any order; what `member` does not know it skips.
    mutating func members(
        _ member: (inout JSONReader, String) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        try beginObject()
        while let key = try nextKey() { try member(&self, key) }
    }

    /// Reads a list.
    mutating func list<Item>(
        _ item: (inout JSONReader) throws(Diagnostic) -> Item
    ) throws(Diagnostic) -> [Item] {
        var items: [Item] = []
        try beginArray()
        while try nextElement() { items.append(try item(&self)) }
        return items
    }

    /// Reads an object of texts.
    mutating func texts() throws(Diagnostic) -> [String: String] {
        var texts: [String: String] = [:]
        try members { json, key throws(Diagnostic) in texts[key] = try json.text() }
        return texts
    }

    /// Reads a value that may be `null`.
    mutating func optional<Value>(
        _ value: (inout JSONReader) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Value? {
        guard try peek() == .null else { return try value(&self) }
        try null()
        return nil
    }
}

extension JSONText {
    /// An object of texts, by name.
    static func texts(_ texts: [String: String]) -> JSONText {
        .object(texts.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    }
}
