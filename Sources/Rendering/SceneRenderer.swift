import Cairo
import Diagnostics
import Graphics

/// Draws a scene with a pen: one switch over the items, the same for pixels and documents.
struct SceneRenderer {
    /// What the pen draws on, where it makes a difference.
    enum Target {
        /// Pixels over a ground: pictures are resampled smoothly.
        case raster(PNGGround)
        /// A document, whose structure is noted: pictures are stored as they are (a filter would set
        /// `/Interpolate`, which PDF/A forbids).
        case document(StructureLog)
    }

    let context: Cairo.Context
    let typesetter: Typesetter
    let target: Target
    let pictures: PictureStore

    /// Draws a page on white; in a document, which has paper, as a section of it.
    ///
    /// - Parameter base: maps the page's points to the surface's units.
    /// - Throws: a `Diagnostic` for what cannot be drawn, named with the page's title.
    func draw(_ scene: Scene, base: Transform) throws {
        do {
            try context.setTransform(base.matrix)
            switch target {
            case .raster(let ground):
                if ground == .white {
                    context.setColor(.white)
                    context.paint()
                }
                try draw(scene.items, under: base, base: base, depth: 0)
            case .document(let log):
                try part(
                    .init(tag: .section, title: scene.title, language: scene.language), log
                ) {
                    try draw(
                        scene.items, in: .among, log, under: base, base: base, depth: 0)
                }
            }
            try context.check(while: "drawing a page")
        } catch let error as CairoError {
            throw Diagnostic.error(
                "page “\(scene.title)”: \(error)", kind: .internalFailure)
        } catch var finding as Diagnostic {
            finding.message = "page “\(scene.title)”: \(finding.message)"
            throw finding
        }
    }

    /// Draws items, bottom to top.
    ///
    /// - Parameters:
    ///   - transform: from the items' points to the surface's units.
    ///   - base: from the page's points to the surface's units.
    func draw(
        _ items: [SceneItem], under transform: Transform, base: Transform, depth: Int
    ) throws {
        try requireShallow(depth)
        for item in items {
            switch item {
            case .path(let path, let fill, let stroke):
                try draw(path, fill: fill, stroke: stroke, under: transform, base: base)
            case .text(let line, let origin):
                try draw(line, at: origin, under: transform)
            case .picture(let picture, let frame):
                try draw(picture, in: frame, under: transform)
            case .group(let items, let inner, let clip):
                try within(inner, clip, under: transform) { whole in
                    try draw(items, under: whole, base: base, depth: depth + 1)
                }
            case .tagged(_, let items):
                try draw(items, under: transform, base: base, depth: depth + 1)
            }
        }
    }

    /// Draws under a group's own transform, seen through its clip.
    func within(
        _ inner: Transform, _ clip: Path?, under transform: Transform,
        _ draw: (_ whole: Transform) throws -> Void
    ) throws {
        try context.saving {
            try context.transform(by: inner.matrix)
            let whole = transform.concatenated(after: inner)
            guard abs(whole.determinant) >= Self.smallestArea else {
                throw unfit("a group is scaled down to nothing")
            }
            if let clip {
                try trace(clip, under: whole)
                context.clip()
            }
            try draw(whole)
        }
    }

    /// Below so many pixels letters crowd and part where each begins at a whole pixel; above, nobody sees it, and
    /// letters that are drawn alike pack better by a tenth to a third.
    private static let smallLetters = 12.0

    func requireShallow(_ depth: Int) throws {
        guard depth < Self.deepestNesting else {
            throw unfit("groups are nested more than \(Self.deepestNesting) deep")
        }
    }

    private static let deepestNesting = 200

    // MARK: - Paths

    private func draw(
        _ path: Path, fill: Paint?, stroke: Stroke?, under transform: Transform, base: Transform
    ) throws {
        switch fill {
        case nil: break
        case .color(let color):
            try setColor(color)
            for part in inParts(path, under: transform) {
                try trace(part, under: transform)
                context.fill()
            }
        case .hatch(let hatch):
            try trace(path, under: transform)
            try setColor(hatch.ground)
            context.fillKeepingPath()
            try context.saving {
                context.clip()
                // In the page's own points, so that the lines of neighbours meet.
                try context.setTransform(base.matrix)
                try drawLines(of: hatch)
            }
        }
        if let stroke {
            try trace(path, under: transform)
            try draw(stroke)
        }
    }

    /// A path in one part, or in two that overlap where it is a rectangle over a whole page of a document:
    /// Cairo 1.16 takes that for a fresh page and forgets the tags before.
    private func inParts(_ path: Path, under transform: Transform) -> [Path] {
        guard case .document = target, let box = path.rectangle,
            case let clip = context.clipExtents,
            box.minX <= clip.x1, box.minY <= clip.y1, box.maxX >= clip.x2, box.maxY >= clip.y2
        else { return [path] }
        return [0, 0.4].map { start in
            .rect(
                Rect(
                    x: box.minX + box.width * start, y: box.minY, width: box.width * 0.6,
                    height: box.height))
        }
    }

    /// Makes a path the pen's own.
    private func trace(_ path: Path, under transform: Transform) throws {
        context.newPath()
        for element in path.elements {
            switch element {
            case .move(let point):
                try requireDrawable(point, under: transform)
                context.move(x: point.x, y: point.y)
            case .line(let point):
                try requireDrawable(point, under: transform)
                context.addLine(x: point.x, y: point.y)
            case .curve(let first, let second, let end):
                try requireDrawable(first, under: transform)
                try requireDrawable(second, under: transform)
                try requireDrawable(end, under: transform)
                context.addCurve(
                    x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: end.x, y: end.y)
            case .close:
                context.closePath()
            }
        }
    }

    private func draw(_ stroke: Stroke) throws {
        guard stroke.width >= 0, stroke.width <= Self.farthest else {
            throw unfit("a stroke is \(stroke.width) pt wide")
        }
        try setColor(stroke.color)
        context.setLineWidth(stroke.width)
        context.setLineCap(stroke.cap == .butt ? .butt : .round)
        context.setLineJoin(stroke.join == .miter ? .miter : .round)
        try context.setDash(stroke.dash)
        context.stroke()
    }

    // MARK: - Text

    private func draw(_ line: TextLine, at origin: Point, under transform: Transform) throws {
        guard line.runs.contains(where: { !$0.text.isEmpty }) else { return }
        try requireDrawable(origin, under: transform)
        let scale = abs(transform.determinant).squareRoot()
        guard line.runs.allSatisfy({ $0.style.size * scale <= Self.largestLetters }) else {
            throw unfit("the text “\(line.text.prefix(40))” is too large")
        }
        var runs = line.runs
        if case .document(let log) = target, log.passesLine(), let last = runs.indices.last {
            // Who hears the page would else run the last word into the first of the next line. By itself
            // Cairo drops a space at some places of the page: it has no ink.
            runs[last].text += " "
        }
        let layout = try typesetter.layout(for: runs)
        context.newPath()
        context.move(x: origin.x, y: origin.y)
        let tallest = runs.map(\.style.size).max() ?? 0
        if case .raster = target, tallest * scale < Self.smallLetters,
            runs.allSatisfy({ $0.style.color == runs[0].style.color })
        {
            try setColor(runs[0].style.color)
            layout.fill(on: context)
        } else {
            layout.show(on: context)
        }
    }

    // MARK: - Pictures

    private func draw(_ picture: Picture, in frame: Rect, under transform: Transform) throws {
        try requireDrawable(frame.origin, under: transform)
        try requireDrawable(Point(frame.maxX, frame.maxY), under: transform)
        guard frame.width > 0, frame.height > 0 else {
            throw unfit("a picture's frame is \(frame.width) x \(frame.height) pt")
        }
        try context.saving {
            context.newPath()
            context.addRectangle(
                x: frame.minX, y: frame.minY, width: frame.width, height: frame.height)
            context.clip()
            if picture.format == .svg {
                try pictures.drawing(of: picture).draw(
                    x: frame.minX, y: frame.minY, width: frame.width, height: frame.height,
                    on: context)
                return
            }
            let surface = try pictures.surface(of: picture)
            try context.transform(by: picture.placement(in: frame).matrix)
            switch target {
            case .raster: context.setSource(surface, filter: .good)
            case .document: context.setSource(surface, filter: .nearest)
            }
            context.paint()
        }
    }

    // MARK: - Checking

    /// Cairo counts in 32 bits of 1/256 units and wraps around beyond; no number it draws may come
    /// near that, and none may be NaN, of which Cairo does not complain.
    private static let farthest = 2_000_000.0

    /// Far fewer units than FreeType's outlines end at.
    private static let largestLetters = 10_000.0

    /// What a square point may shrink to, in square units; below, numbers lose their meaning.
    private static let smallestArea = 1e-8

    private func requireDrawable(_ point: Point, under transform: Transform) throws {
        let place = transform.apply(to: point)
        guard abs(place.x) <= Self.farthest, abs(place.y) <= Self.farthest else {
            throw unfit("the point (\(point.x), \(point.y)) lies too far off the page")
        }
    }

    func setColor(_ color: Color) throws {
        guard color.isDrawable else { throw unfit("a colour is \(color)") }
        context.setColor(color)
    }

    func unfit(_ message: String) -> Diagnostic { .error(message, kind: .internalFailure) }
}

extension Cairo.Context {
    fileprivate func setColor(_ color: Color) {
        setColor(red: color.red, green: color.green, blue: color.blue, alpha: color.alpha)
    }
}

extension Transform {
    /// By how much it enlarges areas; negative where it mirrors.
    fileprivate var determinant: Double { a * d - b * c }

    /// The map in Cairo's terms.
    fileprivate var matrix: Matrix { Matrix(xx: a, yx: b, xy: c, yy: d, x0: tx, y0: ty) }
}
