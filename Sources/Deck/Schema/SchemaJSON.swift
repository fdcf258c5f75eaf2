/// A value of JSON (RFC 8259), as a schema needs it; members keep their order.
indirect enum SchemaJSON {
    case flag(Bool)
    case number(Double)
    case text(String)
    case array([SchemaJSON])
    case object([(String, SchemaJSON)])

    /// A list of texts.
    static func texts(_ texts: [String]) -> SchemaJSON { .array(texts.map { .text($0) }) }

    /// The value as text, two blanks a level; lists of scalars stand on one line.
    func text(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .flag(let flag): return flag ? "true" : "false"
        case .number(let number):
            let isWhole = number == number.rounded() && abs(number) < 1e15
            return isWhole ? "\(Int(number))" : "\(number)"
        case .text(let text): return Self.quoted(text)
        case .array(let items):
            if items.allSatisfy(\.isScalar) {
                return "[" + items.map { $0.text() }.joined(separator: ", ") + "]"
            }
            let lines = items.map { inner + $0.text(indent: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let lines = members.map { name, value in
                inner + Self.quoted(name) + ": " + value.text(indent: inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var isScalar: Bool {
        switch self {
        case .flag, .number, .text: true
        case .array, .object: false
        }
    }

    /// Our own texts have no control characters but those of a slip, which a test would find.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension SchemaType {
    /// The schema of a value.
    var json: SchemaJSON { .object(members) }

    /// The members of that schema, to which a description may be added.
    var members: [(String, SchemaJSON)] {
        switch self {
        case .text: [("type", .texts(["string", "number", "boolean"]))]
        case .query: [("type", .text("string"))]
        case .flag: [("type", .text("boolean"))]
        case .only(let flag): [("const", .flag(flag))]
        case .number(let bounds):
            [("type", .text("number"))] + Self.limits(bounds.lowerBound, bounds.upperBound)
        case .whole(let bounds):
            [("type", .text("integer"))]
                + Self.limits(Double(bounds.lowerBound), Double(bounds.upperBound))
        case .words(let words): [("enum", .texts(words))]
        case .pattern(let pattern):
            // What looks like a number to YAML is one to the schema, and text to the loader.
            [("type", .texts(["string", "number"])), ("pattern", .text(pattern))]
        case .list(let item, let count):
            [("type", .text("array")), ("items", item.json)]
                + (count.lowerBound > 0 ? [("minItems", .number(Double(count.lowerBound)))] : [])
                + (count.upperBound < .max ? [("maxItems", .number(Double(count.upperBound)))] : [])
        case .mapping(let value, nil):
            [("type", .text("object")), ("additionalProperties", value.json)]
        case .mapping(let value, let names?):
            [
                ("type", .text("object")), ("additionalProperties", value.json),
                ("propertyNames", .object([("enum", .texts(names))])),
            ]
        case .object(let name): [("$ref", .text("#/$defs/\(name)"))]
        case .either(let types): [("anyOf", .array(types.map(\.json)))]
        }
    }

    private static func limits(_ least: Double, _ most: Double) -> [(String, SchemaJSON)] {
        [("minimum", .number(least)), ("maximum", .number(most))]
    }
}

extension SchemaObject {
    /// The members of the schema of the mapping.
    var members: [(String, SchemaJSON)] {
        let needed = keys.filter(\.isNeeded).map(\.name)
        return [("description", .text(about)), ("type", .text("object"))]
            + [
                (
                    "properties",
                    .object(
                        keys.map { key in
                            (
                                key.name,
                                .object([("description", .text(key.about))] + key.type.members)
                            )
                        })
                )
            ] + (needed.isEmpty ? [] : [("required", .texts(needed))])
            + (alternatives.isEmpty
                ? []
                : [
                    (
                        "anyOf",
                        .array(alternatives.map { .object([("required", .texts($0))]) })
                    )
                ]) + [("additionalProperties", .flag(false))]
    }
}
