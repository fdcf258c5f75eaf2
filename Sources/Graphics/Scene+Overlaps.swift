extension Scene {
    /// Pairs of texts whose letters lie over each other.
    ///
    /// Compares boxes from the height of capitals down to the baseline: what a font adds above and
    /// below them is air. Groups that are turned or sheared are left out.
    public var overlappingTexts: [(String, String)] {
        var boxes: [(box: Rect, text: String)] = []
        for item in items { item.collect(into: &boxes, under: .identity) }
        // From top to bottom, so that only neighbours are compared.
        boxes.sort { ($0.box.minY, $0.box.minX) < ($1.box.minY, $1.box.minX) }
        var found: [(String, String)] = []
        for (index, one) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                if other.box.minY >= one.box.maxY { break }
                if one.box.intersects(other.box) { found.append((one.text, other.text)) }
            }
        }
        return found
    }
}

extension SceneItem {
    fileprivate func collect(
        into boxes: inout [(box: Rect, text: String)], under transform: Transform
    ) {
        switch self {
        case .text(let line, let origin):
            guard transform.b == 0, transform.c == 0, line.width > 0 else { return }
            // Capitals reach to three quarters of what fonts call their ascent.
            let box = Rect(
                x: origin.x, y: origin.y - line.ascent * 0.75, width: line.width,
                height: line.ascent * 0.75)
            let corners = [
                transform.apply(to: Point(box.minX, box.minY)),
                transform.apply(to: Point(box.maxX, box.maxY)),
            ]
            if let moved = Rect(around: corners) { boxes.append((moved, line.text)) }
        case .group(let items, let inner, _):
            for item in items {
                item.collect(into: &boxes, under: transform.concatenated(after: inner))
            }
        case .tagged(_, let items):
            for item in items { item.collect(into: &boxes, under: transform) }
        case .path, .picture: break
        }
    }
}
