/// What a name after `&` stands for.
enum Anchor {
    /// The collection that it names is not finished.
    case open
    case done(BuiltNode)
}

/// A finished node, with what an alias to it costs.
struct BuiltNode {
    let node: Node
    /// Nodes in it, itself included.
    var count = 1
    /// Collections inside one another, itself included; 0 for a scalar.
    var height = 0
}
