/// A value as JSON writes it (RFC 8259); members keep their order.
public indirect enum JSONText: Hashable, Sendable, CustomStringConvertible {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case number(Int)
    /// A number; one that is not finite, which JSON has not, is `null`.
    case decimal(Double)
    /// A text.
    case text(String)
    /// A list.
    case array([JSONText])
    /// Members, each with its name.
    case object([Member])

    /// A named value.
    public struct Member: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: JSONText
    }

    /// A list of texts.
    public static func texts(_ texts: [String]) -> JSONText { .array(texts.map { .text($0) }) }

    /// Members in their order.
    public static func object(_ members: [(String, JSONText)]) -> JSONText {
        .object(members.map { Member(name: $0.0, value: $0.1) })
    }

    /// On one line.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): "\(number)"
        case .decimal(let number): number.isFinite ? "\(number)" : "null"
        case .text(let text): Self.quoted(text)
        case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.map { Self.quoted($0.name) + ":" + $0.value.description }
                .joined(separator: ",") + "}"
        }
    }

    /// On as many lines as it has members that hold others, so that two files can be compared by line.
    public var lines: String { lines(indent: "") + "\n" }

    private func lines(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .array(let values) where values.contains(where: \.isContainer):
            return "[\n" + values.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n")
                + "\n\(indent)]"
        case .object(let members) where members.contains(where: { $0.value.isLong }):
            return "{\n"
                + members.map {
                    inner + Self.quoted($0.name) + ": " + $0.value.lines(indent: inner)
                }.joined(separator: ",\n") + "\n\(indent)}"
        case .null, .bool, .number, .decimal, .text, .array, .object: return description
        }
    }

    private var isContainer: Bool {
        switch self {
        case .array, .object: true
        case .null, .bool, .number, .decimal, .text: false
        }
    }

    /// Whether it holds lists or members of its own.
    private var isLong: Bool {
        switch self {
        case .array(let values): values.contains(where: \.isContainer)
        case .object(let members): !members.isEmpty
        case .null, .bool, .number, .decimal, .text: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
