import JSON

extension SchemaType {
    /// The schema of a value.
    var json: JSONText { .object(members) }

    /// The members of that schema, to which a description may be added.
    var members: [(String, JSONText)] {
        switch self {
        case .text: [("type", .texts(["string", "number", "boolean"]))]
        case .query: [("type", .text("string"))]
        case .flag: [("type", .text("boolean"))]
        case .only(let flag): [("const", .bool(flag))]
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
                + (count.lowerBound > 0 ? [("minItems", .number(count.lowerBound))] : [])
                + (count.upperBound < .max ? [("maxItems", .number(count.upperBound))] : [])
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

    private static func limits(_ least: Double, _ most: Double) -> [(String, JSONText)] {
        [("minimum", number(least)), ("maximum", number(most))]
    }

    /// A whole number without a decimal point.
    private static func number(_ value: Double) -> JSONText {
        Int(exactly: value).map(JSONText.number) ?? .decimal(value)
    }
}

extension SchemaObject {
    /// The members of the schema of the mapping.
    var members: [(String, JSONText)] {
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
                ]) + [("additionalProperties", .bool(false))]
    }
}
