extension Scene {
    /// All lines of text with the points at which their baselines begin, in the order of drawing.
    public var texts: [(text: String, origin: Point)] {
        var texts: [(String, Point)] = []
        for item in items { item.collectTexts(into: &texts, under: .identity) }
        return texts
    }

    /// The lines of text that are no part of a chart, map or picture, in the order of drawing.
    public var wordsOutsideFigures: [String] {
        items.flatMap(\.wordsOutsideFigures)
    }
}

extension SceneItem {
    fileprivate var wordsOutsideFigures: [String] {
        switch self {
        case .text(let line, _): line.text.isEmpty ? [] : [line.text]
        case .tagged(let tag, let items):
            tag.role == .figure ? [] : items.flatMap(\.wordsOutsideFigures)
        case .group(let items, _, _): items.flatMap(\.wordsOutsideFigures)
        case .path, .picture: []
        }
    }
}

extension SceneItem {
    fileprivate func collectTexts(
        into texts: inout [(String, Point)], under transform: Transform
    ) {
        switch self {
        case .text(let line, let origin):
            texts.append((line.text, transform.apply(to: origin)))
        case .group(let items, let inner, _):
            for item in items {
                item.collectTexts(into: &texts, under: transform.concatenated(after: inner))
            }
        case .tagged(_, let items):
            for item in items { item.collectTexts(into: &texts, under: transform) }
        case .path, .picture: break
        }
    }
}
