extension Scene {
    /// What readers are told who do not see its charts, maps and pictures: the tags that say so, in their
    /// order.
    public var alternatives: [Tag] {
        var tags: [Tag] = []
        for item in items { item.collectAlternatives(into: &tags) }
        return tags
    }

    /// What its charts, maps and pictures show, at length: for who does not see the page.
    public var described: String {
        alternatives.map { $0.detail.isEmpty ? $0.alternative : $0.detail }.joined(separator: "\n")
    }
}

extension SceneItem {
    fileprivate func collectAlternatives(into tags: inout [Tag]) {
        switch self {
        case .tagged(let tag, let items):
            if !tag.alternative.isEmpty || !tag.detail.isEmpty { tags.append(tag) }
            for item in items { item.collectAlternatives(into: &tags) }
        case .group(let items, _, _):
            for item in items { item.collectAlternatives(into: &tags) }
        case .path, .text, .picture: break
        }
    }
}
