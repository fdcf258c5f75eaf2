public import Graphics

/// What labels keep clear of, in the order in which it is drawn.
///
/// A thing with a coordinate that is not a number is ignored: nothing is drawn there.
public struct LabelObstacles: Hashable, Sendable {
    /// How much a label should keep clear of something.
    public enum Weight: Hashable, Sendable {
        /// No label may lie over it, except inside it as its candidate's container asks.
        case hard
        /// A label over it costs so much, however long the overlap; a candidate that allows no
        /// shapes cannot stand there. Free of cost it only asks for a halo, as grid lines do.
        case soft(Double)
    }

    /// The colour behind everything.
    public var ground: Color
    private(set) var things: [Thing] = []
    private(set) var pieces: [Piece] = []

    /// Free room on a ground.
    public init(ground: Color = .white) { self.ground = ground }

    /// Adds the letters of a text that stands already: neither labels nor leaders may touch it.
    public mutating func add(text letters: Rect) {
        add(Thing(weight: .hard, fill: nil, isText: true), [.rect(letters)])
    }

    /// Adds a rectangle, such as a bar; a `fill` says what colour lies under a label inside it.
    public mutating func add(_ rect: Rect, _ weight: Weight, fill: Color? = nil) {
        add(Thing(weight: weight, fill: fill), [.rect(rect)])
    }

    /// Adds a line that is drawn `width` points wide; a label that meets it anywhere pays once.
    public mutating func add(_ line: Polyline, width: Double = 1, _ weight: Weight) {
        let half = width.isFinite ? max(0, width / 2) : 0
        add(
            Thing(weight: weight, fill: nil),
            zip(line.points, line.points.dropFirst()).map {
                .segment(Segment($0, $1), half: half)
            })
    }

    /// Adds a round thing, such as a marker.
    public mutating func add(
        circle center: Point, radius: Double, _ weight: Weight, fill: Color? = nil
    ) {
        add(Thing(weight: weight, fill: fill), [.circle(center, radius)])
    }

    /// Adds an area by its corners, such as a sector; the even-odd rule says what is inside.
    ///
    /// Each label near it is compared with all its corners.
    public mutating func add(polygon corners: [Point], _ weight: Weight, fill: Color? = nil) {
        guard corners.count > 2, let bounds = Rect(around: corners) else { return }
        add(Thing(weight: weight, fill: fill), [.polygon(corners, bounds)])
    }

    private mutating func add(_ thing: Thing, _ shapes: [Shape]) {
        things.append(thing)
        for shape in shapes where shape.bounds.isOnPaper {
            pieces.append(Piece(thing: things.count - 1, shape: shape))
        }
    }

    // MARK: - Parts

    /// Something that was drawn in one go.
    struct Thing: Hashable, Sendable {
        /// What a label over it costs; `nil` where none may be.
        var cost: Double?
        var fill: Color?
        var isText: Bool

        init(weight: Weight, fill: Color?, isText: Bool = false) {
            switch weight {
            case .hard: cost = nil
            case .soft(let cost): self.cost = cost > 0 ? min(cost, LabelPlacer.greatestCost) : 0
            }
            self.fill = fill
            self.isText = isText
        }
    }

    /// A part of a thing that can be compared with a rectangle.
    struct Piece: Hashable, Sendable {
        var thing: Int
        var shape: Shape
    }

    enum Shape: Hashable, Sendable {
        case rect(Rect)
        case segment(Segment, half: Double)
        case circle(Point, Double)
        case polygon([Point], Rect)

        /// All that it may cover; a coordinate that is no number makes it none that is on paper.
        var bounds: Rect {
            switch self {
            case .rect(let rect), .polygon(_, let rect): rect
            case .segment(let segment, let half):
                Rect(
                    x: min(segment.start.x, segment.end.x) - half,
                    y: min(segment.start.y, segment.end.y) - half,
                    width: abs(segment.start.x - segment.end.x) + 2 * half,
                    height: abs(segment.start.y - segment.end.y) + 2 * half)
            case .circle(let center, let radius):
                Rect(
                    x: center.x - radius, y: center.y - radius, width: 2 * radius,
                    height: 2 * radius)
            }
        }

        /// Whether a part of it lies within a rectangle; the rectangle's edges do not count.
        func meets(_ rect: Rect) -> Bool {
            switch self {
            case .rect(let own): return own.intersects(rect)
            case .segment(let segment, let half):
                return segment.runs(through: rect.grown(across: half, down: half))
            case .circle(let center, let radius):
                let nearest = Point(
                    min(max(center.x, rect.minX), rect.maxX),
                    min(max(center.y, rect.minY), rect.maxY))
                return nearest.distance(to: center) < radius
            case .polygon(let corners, let bounds):
                guard bounds.intersects(rect) else { return false }
                var (previous, isOdd) = (corners[corners.count - 1], false)
                let center = rect.center
                for corner in corners {
                    if Segment(previous, corner).runs(through: rect) { return true }
                    // Whether a ray from the centre to the right meets this edge.
                    if (previous.y > center.y) != (corner.y > center.y) {
                        let share = (center.y - previous.y) / (corner.y - previous.y)
                        if center.x < previous.x + (corner.x - previous.x) * share {
                            isOdd.toggle()
                        }
                    }
                    previous = corner
                }
                return isOdd
            }
        }

        /// Whether a leader runs through it that does not begin there.
        func parts(_ leader: Polyline) -> Bool {
            guard let start = leader.points.first else { return false }
            switch self {
            case .rect(let rect): return !rect.contains(start) && leader.runs(through: rect)
            case .segment(let segment, let half):
                // A leader to a point of a line begins at the line's edge.
                return segment.distance(to: start) > half + 1.5
                    && leader.segments.contains { $0.crosses(segment) }
            case .circle(let center, let radius):
                return center.distance(to: start) > radius
                    && leader.distance(to: center) < radius
            case .polygon(let corners, _):
                let dot = Rect(origin: start, size: .zero)
                guard !dot.lies(inside: corners) else { return false }
                let outline = Polyline(corners + corners.prefix(1))
                return leader.segments.contains { side in
                    outline.segments.contains { $0.crosses(side) }
                }
            }
        }

        /// Whether it lies under all of a rectangle.
        func covers(_ rect: Rect) -> Bool {
            switch self {
            case .rect(let own): own.contains(rect, tolerance: 1e-6)
            case .segment: false
            case .circle(let center, let radius):
                [rect.minX, rect.maxX].allSatisfy { x in
                    [rect.minY, rect.maxY].allSatisfy { y in
                        Point(x, y).distance(to: center) <= radius
                    }
                }
            case .polygon(let corners, let bounds):
                bounds.contains(rect, tolerance: 1e-6) && rect.lies(inside: corners)
            }
        }
    }
}

extension Segment {
    /// Whether a part of it lies within a rectangle, whose edges do not count.
    ///
    /// The axes and the segment's normal are all the directions that could part the two (separating
    /// axis theorem); much quicker than clipping, which tells where they meet.
    func runs(through rect: Rect) -> Bool {
        guard min(start.x, end.x) < rect.maxX, max(start.x, end.x) > rect.minX,
            min(start.y, end.y) < rect.maxY, max(start.y, end.y) > rect.minY
        else { return false }
        let (x, y) = (end.x - start.x, end.y - start.y)
        if x == 0 || y == 0 { return true }
        let left = y * (rect.minX - start.x)
        let right = y * (rect.maxX - start.x)
        let top = x * (rect.minY - start.y)
        let bottom = x * (rect.maxY - start.y)
        let least = min(left, right) - max(top, bottom)
        let most = max(left, right) - min(top, bottom)
        return least < 0 && most > 0
    }
}
