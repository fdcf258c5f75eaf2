import Diagnostics
import JSON
import YAML

/// JSON values, one a line, as nodes that know their places.
enum JSONLines {
    /// The value of each line that holds something; what cannot be read is noted.
    static func nodes(_ bytes: [UInt8], file: String, into reading: Reading) throws -> [Node] {
        var nodes: [Node] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            do throws(Diagnostic) {
                var json = JSONReader(Array(line), file: file)
                let value = try node(&json, below: index)
                try json.end()
                nodes.append(value)
            } catch {
                var finding = error
                finding.location?.line += index
                reading.findings.add(finding)
            }
        }
        return nodes
    }

    private static func node(
        _ json: inout JSONReader, below lines: Int
    ) throws(Diagnostic) -> Node {
        let kind = try json.peek()
        let place = { (json: JSONReader) in
            var location = json.location(at: json.offset)
            location.line += lines
            return location
        }
        let start = place(json)
        let content: Node.Content
        switch kind {
        case .object:
            var pairs: [Pair] = []
            var names: Set<String> = []
            try json.beginObject()
            while let name = try json.nextKey() {
                var location = json.location(at: json.keyOffset)
                guard names.insert(name).inserted else {
                    throw .error("the key “\(name)” is used twice", at: location)
                }
                location.line += lines
                pairs.append(Pair(name, at: location, value: try node(&json, below: lines)))
            }
            content = .mapping(pairs)
        case .array:
            var items: [Node] = []
            try json.beginArray()
            while try json.nextElement() { items.append(try node(&json, below: lines)) }
            content = .sequence(items)
        case .text: content = .scalar(Scalar(try json.text(), isPlain: false))
        case .number: content = .scalar(Scalar(try json.numberAsText(), isPlain: true))
        case .bool: content = .scalar(Scalar(try json.bool() ? "true" : "false", isPlain: true))
        case .null:
            try json.null()
            content = .scalar(Scalar("null", isPlain: true))
        }
        return Node(content, at: start, end: place(json))
    }
}
