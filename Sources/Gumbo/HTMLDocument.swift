import CGumbo
public import Diagnostics

// The room of HTML. It promises:
// - a document is read as a browser reads it (HTML5), from memory, into plain values;
// - the library is opened at the first document.

/// The elements of an HTML document, in their order, without the tree.
public struct HTMLDocument: Hashable, Sendable {
    /// An element.
    public struct Element: Hashable, Sendable {
        /// Its name in small letters; empty where HTML knows none.
        public let name: String
        /// Its attributes by name; the first of two that are called alike, as HTML has it.
        public let attributes: [String: String]
        /// The text right in it.
        public let text: String
        /// The line it begins in, from 1; 0 where the parser put it there.
        public let line: Int
    }

    /// The elements in the order of their beginnings.
    public let elements: [Element]

    /// Reads a document, `gumbo_parse_with_options`; there is no wrong HTML.
    ///
    /// - Throws: a `Diagnostic` of kind `.unavailable` where the library is not installed.
    public init(reading text: String) throws(Diagnostic) {
        var gumbo = try Library.functions()
        var text = text
        elements = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { buffer -> [Element] in
                guard let start = buffer.baseAddress,
                    let output = lamina_gumbo_parse(&gumbo, start, buffer.count)
                else { return [] }
                defer { lamina_gumbo_free(&gumbo, output) }
                return Self.elements(below: output.pointee.root, gumbo)
            }
        }
    }

    /// Without recursion: how deep a document goes is its author's choice.
    private static func elements(
        below root: UnsafeMutablePointer<GumboNode>?, _ gumbo: lamina_gumbo
    ) -> [Element] {
        var found: [Element] = []
        var waiting = [root].compactMap(\.self)
        while let node = waiting.popLast() {
            guard isElement(node) else { continue }
            let element = node.pointee.v.element
            let children = nodes(element.children)
            found.append(
                Element(
                    name: gumbo.tag_name(element.tag).map { String(cString: $0) } ?? "",
                    attributes: attributes(of: element), text: children.map(text).joined(),
                    line: Int(element.start_pos.line)))
            waiting.append(contentsOf: children.reversed())
        }
        return found
    }

    private static func isElement(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
        node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
    }

    private static func nodes(_ vector: GumboVector) -> [UnsafeMutablePointer<GumboNode>] {
        (0..<Int(vector.length)).compactMap {
            vector.data[$0]?.assumingMemoryBound(to: GumboNode.self)
        }
    }

    private static func text(_ node: UnsafeMutablePointer<GumboNode>) -> String {
        switch node.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
            String(cString: node.pointee.v.text.text)
        default: ""
        }
    }

    private static func attributes(of element: GumboElement) -> [String: String] {
        let vector = element.attributes
        let pairs = (0..<Int(vector.length)).compactMap { index -> (String, String)? in
            guard let attribute = vector.data[index]?.assumingMemoryBound(to: GumboAttribute.self)
            else { return nil }
            return (
                String(cString: attribute.pointee.name), String(cString: attribute.pointee.value)
            )
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
