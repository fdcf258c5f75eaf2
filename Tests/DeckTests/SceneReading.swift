import Graphics

/// A line of text as it stands on its page.
struct PlacedLine {
    /// Its words.
    var text: String
    /// From the left end to the right, and from the top of its capitals to the baseline.
    var box: Rect
    /// The size of its smallest letters, in points of the page.
    var smallestSize: Double
}

extension Scene {
    /// All lines of text with their places, groups and their transforms resolved.
    func lines(measuring measurer: any TextMeasurer) -> [PlacedLine] {
        items.flatMap { $0.lines(.identity, measurer) }
    }

    /// The words of all lines, one a line.
    var words: [String] { items.flatMap(\.words) }

    /// The items of the element with a name.
    func element(_ id: String) -> [SceneItem] { items.flatMap { $0.elements(id) } }
}

extension SceneItem {
    /// The words of all lines in it.
    var words: [String] {
        switch self {
        case .text(let line, _): [line.text]
        case .group(let items, _, _), .tagged(_, let items): items.flatMap(\.words)
        case .path, .picture: []
        }
    }

    /// The outlines filled with a plain colour in it, with that colour.
    var fills: [(path: Path, color: Color)] {
        switch self {
        case .path(let path, .color(let color)?, _): [(path, color)]
        case .group(let items, _, _), .tagged(_, let items): items.flatMap(\.fills)
        case .path, .text, .picture: []
        }
    }

    fileprivate func elements(_ id: String) -> [SceneItem] {
        switch self {
        case .tagged(let tag, let items):
            (tag.id == id ? items : []) + items.flatMap { $0.elements(id) }
        case .group(let items, _, _): items.flatMap { $0.elements(id) }
        case .path, .text, .picture: []
        }
    }

    fileprivate func lines(
        _ transform: Transform, _ measurer: any TextMeasurer
    ) -> [PlacedLine] {
        switch self {
        case .text(let line, let origin):
            let runs = line.runs.filter { !$0.text.allSatisfy(\.isWhitespace) }
            let heights = runs.map { measurer.metrics(of: $0.style).capHeight + $0.style.rise }
            guard let height = heights.max(), let size = runs.map(\.style.size).min() else {
                return []
            }
            let box = Rect(x: origin.x, y: origin.y - height, width: line.width, height: height)
            let corners = [
                Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.minX, box.maxY),
                Point(box.maxX, box.maxY),
            ].map(transform.apply)
            let (xs, ys) = (corners.map(\.x), corners.map(\.y))
            let placed = Rect(
                left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0,
                bottom: ys.max() ?? 0)
            let scale = (transform.c * transform.c + transform.d * transform.d).squareRoot()
            return [PlacedLine(text: line.text, box: placed, smallestSize: size * scale)]
        case .group(let items, let inner, _):
            return items.flatMap {
                $0.lines(transform.concatenated(after: inner), measurer)
            }
        case .tagged(_, let items):
            return items.flatMap { $0.lines(transform, measurer) }
        case .path, .picture: return []
        }
    }

    /// Every coordinate, length and width in it.
    var numbers: [Double] {
        switch self {
        case .path(let path, let fill, let stroke):
            return path.elements.flatMap(\.numbers) + (fill?.numbers ?? [])
                + (stroke.map { [$0.width] + $0.dash } ?? [])
        case .text(let line, let origin):
            return [origin.x, origin.y, line.width, line.ascent, line.descent]
                + line.runs.flatMap { [$0.style.size, $0.style.tracking, $0.style.rise] }
        case .picture(_, let frame):
            return [frame.minX, frame.minY, frame.width, frame.height]
        case .group(let items, let t, let clip):
            return [t.a, t.b, t.c, t.d, t.tx, t.ty] + (clip?.elements.flatMap(\.numbers) ?? [])
                + items.flatMap(\.numbers)
        case .tagged(_, let items):
            return items.flatMap(\.numbers)
        }
    }
}

extension Path.Element {
    fileprivate var numbers: [Double] {
        switch self {
        case .move(let point), .line(let point): [point.x, point.y]
        case .curve(let first, let second, let end):
            [first.x, first.y, second.x, second.y, end.x, end.y]
        case .close: []
        }
    }
}

extension Paint {
    fileprivate var numbers: [Double] {
        switch self {
        case .color: []
        case .hatch(let hatch): [hatch.pitch, hatch.width]
        }
    }
}
