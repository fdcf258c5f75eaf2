extension Scene {
    /// Texts with letters smaller than `size` points, as they are drawn.
    ///
    /// Marks that stand raised, such as `*`, are small by nature and left out.
    public func texts(smallerThan size: Double) -> [String] {
        var texts: [String] = []
        visitTexts { line, smallest in if smallest < size - 1e-6 { texts.append(line.text) } }
        return texts
    }

    /// The smallest letters, in points as they are drawn, and the line that they stand in.
    ///
    /// Raised marks are left out; `nil` for a page without words.
    public var smallestText: (size: Double, text: String)? {
        var found: (size: Double, text: String)?
        visitTexts { line, smallest in
            if smallest < found?.size ?? .infinity { found = (smallest, line.text) }
        }
        return found
    }

    /// Hands over each line of text that has letters on the baseline, with the size of the smallest of them.
    private func visitTexts(_ visit: (TextLine, Double) -> Void) {
        for item in items { item.visitTexts(scale: 1, visit) }
    }
}

extension SceneItem {
    fileprivate func visitTexts(scale: Double, _ visit: (TextLine, Double) -> Void) {
        switch self {
        case .text(let line, _):
            let sizes = line.runs.filter { run in
                run.style.rise <= 0 && run.text.contains { $0 != " " }
            }.map { $0.style.size * scale }
            if let smallest = sizes.min() { visit(line, smallest) }
        case .group(let items, let transform, _):
            let factor = abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
            for item in items { item.visitTexts(scale: scale * factor, visit) }
        case .tagged(_, let items):
            for item in items { item.visitTexts(scale: scale, visit) }
        case .path, .picture: break
        }
    }
}
