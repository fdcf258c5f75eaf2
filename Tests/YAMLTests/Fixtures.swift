import Diagnostics
import YAML

/// Parses text as the file `deck.yaml`.
func parse(_ text: String) throws -> Node {
    try Node.parse(Array(text.utf8), file: "deck.yaml")
}

/// The findings that reading some bytes throws, in their order; none where it reads well.
func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    do {
        _ = try Node.parse(bytes, file: "deck.yaml")
        return []
    } catch {
        return error.all
    }
}

/// The findings that reading a text throws, in their order; none where it reads well.
func findings(_ text: String) -> [Diagnostic] {
    findings(Array(text.utf8))
}

/// A place in `deck.yaml`.
func place(_ line: Int, _ column: Int) -> SourceLocation {
    SourceLocation(file: "deck.yaml", line: line, column: column)
}

/// A node without its places, in the flow style, to compare by sight.
func outline(_ node: Node) -> String {
    switch node.content {
    case .sequence(let items):
        return "[" + items.map(outline).joined(separator: ", ") + "]"
    case .mapping(let pairs):
        return "{" + pairs.map { "\($0.name): \(outline($0.value))" }.joined(separator: ", ") + "}"
    case .scalar(let scalar):
        switch scalar.value {
        case .null: return "null"
        case .bool(let flag): return "\(flag)"
        case .int(let number): return "\(number)"
        case .float(let number): return "\(number)"
        case .string(let text): return "\"" + text.replacing("\n", with: "⏎") + "\""
        }
    }
}
