import Glibc

/// An outline of straight lines and cubic Bézier curves, in points.
public struct Path: Hashable, Sendable {
    /// One step of an outline.
    public enum Element: Hashable, Sendable {
        /// Starts a new subpath.
        case move(Point)
        /// A straight line to a point.
        case line(Point)
        /// A cubic curve to `to`, pulled by two control points.
        case curve(Point, Point, to: Point)
        /// Back to the start of the subpath.
        case close
    }

    /// The steps, in drawing order.
    public private(set) var elements: [Element] = []

    /// A path without a step.
    public init() {}

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { elements.isEmpty }

    // MARK: - Building

    /// Starts a new subpath at `point`.
    public mutating func move(to point: Point) { elements.append(.move(point)) }

    /// Adds a straight line to `point`.
    public mutating func addLine(to point: Point) { elements.append(.line(point)) }

    /// Adds a cubic Bézier curve to `point`.
    public mutating func addCurve(_ first: Point, _ second: Point, to point: Point) {
        elements.append(.curve(first, second, to: point))
    }

    /// Closes the subpath.
    public mutating func close() { elements.append(.close) }

    /// Adds all steps of another path.
    public mutating func add(_ other: Path) { elements += other.elements }

    /// Adds an arc of a circle to an open subpath, from and to the angles given.
    ///
    /// Angles are degrees clockwise from three o'clock. The first point is reached by a line, or by
    /// a move where the path is empty or just closed. Each quarter turn is one Bézier curve with
    /// handles of 4/3·tan(θ/4) radii, 0.03 % off a circle (Goldapp 1991).
    public mutating func addArc(
        center: Point, radius: Double, fromDegrees start: Double, toDegrees end: Double
    ) {
        // More than a hundred turns, or none that can be counted, is no arc.
        guard start.isFinite, end.isFinite, abs(end - start) <= 36_000 else { return }
        let steps = max(1, Int((abs(end - start) / 90).rounded(.up)))
        let step = (end - start) / Double(steps) * .pi / 180
        let handle = 4 / 3 * tan(step / 4) * radius
        var angle = start * .pi / 180
        var point = center + Point(cos(angle), sin(angle)) * radius
        switch elements.last {
        case nil, .close: move(to: point)
        case .move, .line, .curve: addLine(to: point)
        }
        for _ in 0..<steps {
            let next = angle + step
            let target = center + Point(cos(next), sin(next)) * radius
            addCurve(
                point + Point(-sin(angle), cos(angle)) * handle,
                target - Point(-sin(next), cos(next)) * handle, to: target)
            angle = next
            point = target
        }
    }

    // MARK: - Shapes

    /// An upright rectangle.
    public static func rect(_ rect: Rect) -> Path {
        polygon([
            Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY),
            Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
        ])
    }

    /// A rectangle whose corners are quarter circles of `radius`.
    public static func roundedRect(_ rect: Rect, radius: Double) -> Path {
        let radius = min(radius, rect.width / 2, rect.height / 2)
        guard radius > 0 else { return .rect(rect) }
        let inner = rect.inset(by: Insets(all: radius))
        var path = Path()
        path.addArc(
            center: Point(inner.minX, inner.minY), radius: radius, fromDegrees: 180, toDegrees: 270)
        path.addArc(
            center: Point(inner.maxX, inner.minY), radius: radius, fromDegrees: 270, toDegrees: 360)
        path.addArc(
            center: Point(inner.maxX, inner.maxY), radius: radius, fromDegrees: 0, toDegrees: 90)
        path.addArc(
            center: Point(inner.minX, inner.maxY), radius: radius, fromDegrees: 90, toDegrees: 180)
        path.close()
        return path
    }

    /// A full circle.
    public static func circle(center: Point, radius: Double) -> Path {
        var path = Path()
        path.addArc(center: center, radius: radius, fromDegrees: -90, toDegrees: 270)
        path.close()
        return path
    }

    /// A straight line between two points.
    public static func line(from start: Point, to end: Point) -> Path {
        polyline([start, end])
    }

    /// Straight lines through all points, open.
    public static func polyline(_ points: [Point]) -> Path {
        var path = Path()
        for (index, point) in points.enumerated() {
            index == 0 ? path.move(to: point) : path.addLine(to: point)
        }
        return path
    }

    /// Straight lines through all points and back to the first.
    public static func polygon(_ points: [Point]) -> Path {
        var path = polyline(points)
        if !points.isEmpty { path.close() }
        return path
    }

    // MARK: - Asking

    /// The smallest rectangle around all points and control points; `nil` for an empty path.
    public var controlBounds: Rect? {
        Rect(
            around: elements.lazy.flatMap { element -> [Point] in
                switch element {
                case .move(let point), .line(let point): [point]
                case .curve(let first, let second, let end): [first, second, end]
                case .close: []
                }
            })
    }

    /// The path with each point mapped.
    public func transformed(by transform: Transform) -> Path {
        var path = Path()
        path.elements = elements.map { element in
            switch element {
            case .move(let point): .move(transform.apply(to: point))
            case .line(let point): .line(transform.apply(to: point))
            case .curve(let first, let second, let end):
                .curve(
                    transform.apply(to: first), transform.apply(to: second),
                    to: transform.apply(to: end))
            case .close: .close
            }
        }
        return path
    }
}
