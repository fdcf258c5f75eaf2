// The room of YAML. It promises:
// - a tree of plain values, each with the line and column where it starts and ends;
// - text is text: only plain `null`, `true`, `12`, `1.5` and their like are anything else;
// - whatever the bytes are, the answer is soon there: a tree within limits, or located errors.

public import Diagnostics

/// A piece of a YAML file: a scalar, a sequence or a mapping, and where it stands.
public struct Node: Hashable, Sendable {
    /// What a node holds.
    public enum Content: Hashable, Sendable {
        /// One text, number, truth value or null.
        case scalar(Scalar)
        /// A list, in the order of the file.
        case sequence([Node])
        /// Named values, in the order of the file; no name comes twice.
        case mapping([Pair])
    }

    /// What it holds.
    public let content: Content
    /// Where it starts: its first character, quote, bracket, anchor or tag.
    ///
    /// A node reached through an alias keeps the place where it was written.
    public let location: SourceLocation
    /// Where it ends: just past its last character.
    public let end: SourceLocation

    /// A node written from `location` up to `end`.
    public init(_ content: Content, at location: SourceLocation, end: SourceLocation) {
        self.content = content
        self.location = location
        self.end = end
    }
}

/// A named value of a mapping.
public struct Pair: Hashable, Sendable {
    /// The key's text, whatever its quotes.
    public let name: String
    /// Where the key starts.
    public let location: SourceLocation
    /// The value; a plain empty scalar, which is null, where nothing follows the colon.
    public let value: Node

    /// A value under a name that stands at `location`.
    public init(_ name: String, at location: SourceLocation, value: Node) {
        self.name = name
        self.location = location
        self.value = value
    }
}

extension Node {
    /// The scalar, where it is one.
    public var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The list's nodes, where it is a sequence.
    public var items: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The named values, where it is a mapping.
    public var pairs: [Pair]? {
        if case .mapping(let pairs) = content { pairs } else { nil }
    }

    /// The value under a name; `nil` without it, and in anything but a mapping.
    ///
    /// Cost: the number of pairs.
    public subscript(name: String) -> Node? {
        pairs?.first { $0.name == name }?.value
    }

    /// What it is, for messages: `a mapping`, `a list`, `text`, `a number` and so on.
    public var noun: String {
        switch content {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar(let scalar): scalar.value.noun
        }
    }

    /// Where a part of the scalar's text stands in the file, `offset` Unicode scalars into it.
    ///
    /// Exact where the text stands in one line without escapes; else where the text starts, as
    /// far as is known. For a sequence or a mapping, where that starts.
    public func location(ofTextAt offset: Int) -> SourceLocation {
        guard let scalar, let start = scalar.textStart else { return location }
        guard scalar.isVerbatim else { return start }
        return start.advanced(by: max(0, min(offset, scalar.text.unicodeScalars.count)))
    }
}
