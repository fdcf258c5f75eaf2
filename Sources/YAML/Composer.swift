import Diagnostics

/// Builds a tree from events, and finds what libyaml lets pass.
struct Composer {
    let text: SourceText
    var findings: [Diagnostic] = []
    var anchors: [String: Anchor] = [:]
    var nodeCount = 0
    /// How many nodes there may be.
    let values: Int
    private var open: [OpenCollection] = []
    private var root: Node?

    /// A composer that has seen nothing yet.
    init(_ text: SourceText, values: Int) {
        self.text = text
        self.values = values
    }

    /// The tree of the one document that `events` gives.
    mutating func compose(_ events: EventReader) throws(Diagnostics) -> Node {
        var documents = 0
        reading: while true {
            let event: Event
            do {
                event = try events.next()
            } catch {
                add(error)
                break
            }
            switch event.kind {
            case .documentStart:
                documents += 1
                if documents > 1 {
                    try add(
                        .error(
                            "a second document starts here", at: event.start,
                            hint: "keep one document in a file, without a line of `---` inside"))
                    break reading
                }
            case .alias(let name): try alias(name, event)
            case .scalar(let text, let style, let properties):
                try scalar(text, style, properties, event)
            case .collectionStart(let collection, let isFlow, let properties):
                try start(collection, isFlow: isFlow, properties, event)
            case .collectionEnd: try end(event)
            case .streamEnd: break reading
            case .other: break
            }
        }
        if findings.isEmpty, let root, !root.isAbsent { return root }
        if findings.isEmpty {
            findings.append(
                .error(
                    "the file is empty", at: SourceLocation(file: text.file, line: 1, column: 1),
                    hint: "it needs at least one line such as `title: …`"))
        }
        throw Diagnostics(findings)
    }
}

// MARK: - Nodes

extension Composer {
    private var awaitsKey: Bool { open.last?.awaitsKey ?? false }

    private mutating func scalar(
        _ text: String, _ style: Event.ScalarStyle, _ properties: Event.Properties, _ event: Event
    ) throws(Diagnostics) {
        try count(1, at: event.start)
        let value = try value(of: text, style, tag: properties.tag, event)
        try checkCharacters(of: text, event)
        let stand = textPlace(of: text, style, properties, event)
        let scalar = Scalar(
            text, isPlain: style == .plain, value: value,
            textStart: stand?.start, isVerbatim: stand?.isVerbatim ?? false)
        let built = BuiltNode(node: Node(.scalar(scalar), at: event.start, end: event.end))
        if let anchor = properties.anchor { anchors[anchor] = .done(built) }
        let isMergeKey = style == .plain && properties.tag == nil && text == "<<"
        if awaitsKey, isMergeKey {
            try refuseKey(
                "merge keys (`<<`) are not supported", at: event.start,
                hint: "write the keys out, or give the shared mapping a key of its own")
        } else {
            try place(built, at: event.start, end: event.end)
        }
    }

    private mutating func start(
        _ collection: Event.Collection, isFlow: Bool, _ properties: Event.Properties, _ event: Event
    ) throws(Diagnostics) {
        try count(1, at: event.start)
        try checkDepth(open.count + 1, at: event.start)
        try checkTag(properties.tag, of: collection, event)
        let isKey = awaitsKey
        if isKey, !open.contains(where: \.isKey) { try refuse(collection, asKeyAt: event.start) }
        if let anchor = properties.anchor { anchors[anchor] = .open }
        open.append(
            OpenCollection(
                collection: collection, isFlow: isFlow, anchor: properties.anchor,
                start: event.start, isKey: isKey, countBefore: nodeCount - 1,
                lastEnd: event.end))
    }

    private mutating func end(_ event: Event) throws(Diagnostics) {
        guard let done = open.popLast() else { return }
        // The end that libyaml gives a block collection is the start of whatever comes next.
        let end = done.isFlow ? event.end : done.lastEnd
        let content: Node.Content =
            switch done.collection {
            case .sequence: .sequence(done.items)
            case .mapping: .mapping(done.pairs)
            }
        let built = BuiltNode(
            node: Node(content, at: done.start, end: end),
            count: nodeCount - done.countBefore, height: done.height)
        // Unless the same name was given again inside, which is what aliases now mean.
        if let anchor = done.anchor, case .open = anchors[anchor] { anchors[anchor] = .done(built) }
        try place(built, at: done.start, end: end)
    }

    private mutating func alias(_ name: String, _ event: Event) throws(Diagnostics) {
        switch anchors[name] {
        case .done(let built):
            try count(built.count, at: event.start)
            try checkDepth(open.count + built.height, at: event.start)
            if awaitsKey, built.height > 0 {
                try refuseKey("a key must be a text, not a list or a mapping", at: event.start)
            } else {
                try place(built, at: event.start, end: event.end)
            }
        case .open:
            try add(
                .error(
                    "`*\(brief(name))` stands inside the very value that bears this name",
                    at: event.start, hint: "a value cannot hold itself"))
            try placeNothing(event)
        case nil:
            try add(
                .error(
                    "no value above is named `&\(brief(name))`", at: event.start,
                    hint: nearest(to: name, among: anchors.keys).map { "did you mean `*\($0)`?" }
                        ?? "text that starts with `*` must stand in quotes"))
            try placeNothing(event)
        }
    }

    /// Fills the place of a node that has been reported, so that reading can go on.
    private mutating func placeNothing(_ event: Event) throws(Diagnostics) {
        let nothing = Node(.scalar(Scalar("", isPlain: true)), at: event.start, end: event.end)
        if awaitsKey {
            open[open.count - 1].key = .refused
        } else {
            try place(BuiltNode(node: nothing), at: event.start, end: event.end)
        }
    }

    /// Puts a finished node where it belongs; `location` is where it is used.
    private mutating func place(
        _ built: BuiltNode, at location: SourceLocation, end: SourceLocation
    ) throws(Diagnostics) {
        guard !open.isEmpty else {
            root = built.node
            return
        }
        let last = open.count - 1
        open[last].lastEnd = end
        open[last].height = max(open[last].height, built.height + 1)
        switch (open[last].collection, open[last].key) {
        case (.sequence, _):
            open[last].items.append(built.node)
        case (.mapping, .awaited):
            try takeKey(built.node, at: location)
        case (.mapping, .named(let name, let place)):
            open[last].pairs.append(Pair(name, at: place, value: built.node))
            open[last].key = .awaited
        case (.mapping, .refused):
            open[last].key = .awaited
        }
    }

    private mutating func refuseKey(
        _ message: String, at location: SourceLocation, hint: String? = nil
    ) throws(Diagnostics) {
        open[open.count - 1].key = .refused
        try add(.error(message, at: location, hint: hint))
    }

    private mutating func takeKey(
        _ node: Node, at location: SourceLocation
    ) throws(Diagnostics) {
        let last = open.count - 1
        guard let scalar = node.scalar else {
            // It was reported when it started.
            open[last].key = .refused
            return
        }
        if node.isAbsent {
            try refuseKey(
                "a key is missing before the colon", at: location,
                hint: "text that starts with `: ` or `? ` must stand in quotes")
        } else if let first = open[last].places[scalar.text] {
            try refuseKey(
                "the key `\(brief(scalar.text))` comes twice in this mapping", at: location,
                hint: "it is first given at line \(first.line), column \(first.column); "
                    + "keep one of the two")
        } else {
            open[last].places[scalar.text] = location
            open[last].key = .named(scalar.text, location)
        }
    }

    /// Where the text of a scalar starts, and whether it stands in the file as it is.
    ///
    /// Every escape is longer than what it stands for, so equal lengths mean equal texts. Behind
    /// an anchor or a tag the event starts too early, and the start is found from the end.
    private func textPlace(
        of text: String, _ style: Event.ScalarStyle, _ properties: Event.Properties, _ event: Event
    ) -> (start: SourceLocation, isVerbatim: Bool)? {
        guard style != .block, event.start.line == event.end.line else { return nil }
        let length = text.unicodeScalars.count
        let quotes = style == .quoted ? 1 : 0
        if properties.anchor == nil, properties.tag == nil {
            let width = event.end.column - event.start.column - 2 * quotes
            return (event.start.advanced(by: quotes), width == length)
        }
        return style == .plain ? (event.end.advanced(by: -length), true) : nil
    }
}

extension Node {
    /// Whether no text at all is written where it stands.
    fileprivate var isAbsent: Bool {
        guard let scalar else { return false }
        return scalar.isPlain && scalar.text.isEmpty
    }
}
