extension [SceneItem] {
    /// The box around everything that is drawn, under a transform; `nil` for nothing.
    ///
    /// Text counts from its font's top to its bottom, a curve with its control points, and a stroke with
    /// half its width; what a clip hides does not count.
    public func extents(under transform: Transform = .identity) -> Rect? {
        reduce(nil) { box, item in
            let other = item.extents(under: transform)
            guard let box, let other else { return box ?? other }
            return box.union(other)
        }
    }
}

extension SceneItem {
    fileprivate func extents(under transform: Transform) -> Rect? {
        switch self {
        case .path(let path, let fill, let stroke):
            guard fill != nil || stroke != nil, let box = path.controlBounds else { return nil }
            return box.outset(by: (stroke?.width ?? 0) / 2).around(transform)
        case .text(let line, let origin):
            guard line.width > 0 else { return nil }
            return Rect(
                x: origin.x, y: origin.y - line.ascent, width: line.width,
                height: line.ascent + line.descent
            ).around(transform)
        case .picture(_, let frame): return frame.around(transform)
        case .group(let items, let inner, let clip):
            let whole = transform.concatenated(after: inner)
            let box = items.extents(under: whole)
            guard let clip else { return box }
            guard let box, let seen = clip.controlBounds?.around(whole) else { return nil }
            guard box.intersects(seen) else { return nil }
            return Rect(
                left: max(box.minX, seen.minX), top: max(box.minY, seen.minY),
                right: min(box.maxX, seen.maxX), bottom: min(box.maxY, seen.maxY))
        case .tagged(_, let items): return items.extents(under: transform)
        }
    }
}

extension Rect {
    /// The box around it once it is moved.
    fileprivate func around(_ transform: Transform) -> Rect? {
        Rect(
            around: [
                Point(minX, minY), Point(maxX, minY), Point(minX, maxY), Point(maxX, maxY),
            ].map(transform.apply(to:)))
    }
}
