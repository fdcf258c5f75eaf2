/// What a reader meets in an XML file, in the file's order.
public enum XMLEvent: Hashable, Sendable {
    /// An element begins.
    case start(XMLElement)
    /// The element of that name ends.
    case end(String)
    /// Text between elements; one stretch of it may come in several parts.
    case text(String)
}

/// The beginning of an element: its name and its attributes.
public struct XMLElement: Hashable, Sendable {
    /// An attribute; its name has no prefix.
    public struct Attribute: Hashable, Sendable {
        /// The name without prefix.
        public let name: String
        /// The value, references resolved.
        public let value: String
    }

    /// The name without prefix.
    public let name: String
    /// The attributes in the file's order.
    public let attributes: [Attribute]

    /// The value of the first attribute of that name; `nil` where there is none.
    public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}
