extension Scene {
    /// Texts with letters smaller than `size` points, as they are drawn.
    ///
    /// Marks that stand raised, such as `*`, are small by nature and left out.
    public func texts(smallerThan size: Double) -> [String] {
        items.flatMap { $0.texts(smallerThan: size, scale: 1) }
    }
}

extension SceneItem {
    fileprivate func texts(smallerThan size: Double, scale: Double) -> [String] {
        switch self {
        case .text(let line, _):
            let isSmall = line.runs.contains { run in
                run.style.rise <= 0 && run.style.size * scale < size - 1e-6
                    && run.text.contains { $0 != " " }
            }
            return isSmall ? [line.text] : []
        case .group(let items, let transform, _):
            let factor = abs(transform.a * transform.d - transform.b * transform.c).squareRoot()
            return items.flatMap { $0.texts(smallerThan: size, scale: scale * factor) }
        case .tagged(_, let items):
            return items.flatMap { $0.texts(smallerThan: size, scale: scale) }
        case .path, .picture: return []
        }
    }
}
