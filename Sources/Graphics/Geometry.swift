// The room of values. It promises:
// - lengths are points, y grows downward, angles say their unit in the label;
// - everything is a value: hashable, sendable, without a pointer, a font or a file behind it;
// - a `Scene` is finished geometry: no name, unit, default or line break is left to decide.

/// A place on a page, in points from the top left corner.
public struct Point: Hashable, Sendable {
    /// Points to the right of the left edge.
    public var x: Double
    /// Points below the top edge.
    public var y: Double

    /// The page's top left corner.
    public static let zero = Point(0, 0)

    /// A place `x` to the right and `y` down.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// The vector sum.
    public static func + (left: Point, right: Point) -> Point {
        Point(left.x + right.x, left.y + right.y)
    }

    /// The vector from `right` to `left`.
    public static func - (left: Point, right: Point) -> Point {
        Point(left.x - right.x, left.y - right.y)
    }

    /// The vector times a factor.
    public static func * (point: Point, factor: Double) -> Point {
        Point(point.x * factor, point.y * factor)
    }

    /// The straight distance to another point.
    public func distance(to other: Point) -> Double {
        let delta = self - other
        return (delta.x * delta.x + delta.y * delta.y).squareRoot()
    }
}

/// A width and a height in points.
public struct Size: Hashable, Sendable {
    /// Points across.
    public var width: Double
    /// Points down.
    public var height: Double

    /// Nothing.
    public static let zero = Size(0, 0)

    /// A size of `width` by `height` points.
    public init(_ width: Double, _ height: Double) {
        self.width = width
        self.height = height
    }
}

/// Distances from the four edges of a rectangle, in points.
public struct Insets: Hashable, Sendable {
    /// From the top edge down.
    public var top: Double
    /// From the left edge.
    public var left: Double
    /// From the bottom edge up.
    public var bottom: Double
    /// From the right edge.
    public var right: Double

    /// No distance on any side.
    public static let zero = Insets(all: 0)

    /// A distance for each side.
    public init(top: Double = 0, left: Double = 0, bottom: Double = 0, right: Double = 0) {
        self.top = top
        self.left = left
        self.bottom = bottom
        self.right = right
    }

    /// The same distance on all sides.
    public init(all distance: Double) {
        self.init(top: distance, left: distance, bottom: distance, right: distance)
    }

    /// One distance for left and right, one for top and bottom.
    public init(horizontal: Double, vertical: Double) {
        self.init(top: vertical, left: horizontal, bottom: vertical, right: horizontal)
    }
}

/// An upright rectangle on a page.
public struct Rect: Hashable, Sendable {
    /// Its top left corner.
    public var origin: Point
    /// Its extent; neither side is negative.
    public var size: Size

    /// A rectangle by corner and extent.
    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// A rectangle by its left, top, width and height.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.init(origin: Point(x, y), size: Size(width, height))
    }

    /// A rectangle by its four edges; edges that have passed each other leave no extent.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.init(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
    }

    /// The smallest rectangle that holds a circle.
    public init(around center: Point, radius: Double) {
        self.init(
            x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
    }

    /// The smallest rectangle that holds all `points`; `nil` without any.
    ///
    /// Inlinable, since maps ask it of thousands of points through lazy sequences.
    @inlinable
    public init?(around points: some Sequence<Point>) {
        var iterator = points.makeIterator()
        guard let first = iterator.next() else { return nil }
        var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
        while let point = iterator.next() {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
        self.init(left: left, top: top, right: right, bottom: bottom)
    }

    /// The left edge.
    public var minX: Double { origin.x }
    /// The right edge.
    public var maxX: Double { origin.x + size.width }
    /// The top edge.
    public var minY: Double { origin.y }
    /// The bottom edge.
    public var maxY: Double { origin.y + size.height }
    /// Half way across.
    public var midX: Double { origin.x + size.width / 2 }
    /// Half way down.
    public var midY: Double { origin.y + size.height / 2 }
    /// Points across.
    public var width: Double { size.width }
    /// Points down.
    public var height: Double { size.height }
    /// The middle.
    public var center: Point { Point(midX, midY) }

    /// The rectangle made smaller by `insets`; a side never falls below zero.
    public func inset(by insets: Insets) -> Rect {
        Rect(
            x: minX + insets.left, y: minY + insets.top,
            width: max(0, width - insets.left - insets.right),
            height: max(0, height - insets.top - insets.bottom))
    }

    /// The rectangle made larger by `distance` on all sides.
    public func outset(by distance: Double) -> Rect {
        Rect(
            left: minX - distance, top: minY - distance,
            right: maxX + distance, bottom: maxY + distance)
    }

    /// The rectangle moved by a vector.
    public func offset(by vector: Point) -> Rect {
        Rect(origin: origin + vector, size: size)
    }

    /// Whether a point lies inside or on the edge.
    public func contains(_ point: Point) -> Bool {
        point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }

    /// Whether another rectangle lies inside, edges included, give or take `tolerance`.
    public func contains(_ other: Rect, tolerance: Double = 0) -> Bool {
        other.minX >= minX - tolerance && other.maxX <= maxX + tolerance
            && other.minY >= minY - tolerance && other.maxY <= maxY + tolerance
    }

    /// Whether two rectangles share some area; touching edges do not count.
    public func intersects(_ other: Rect) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    /// The smallest rectangle that holds both.
    public func union(_ other: Rect) -> Rect {
        Rect(
            left: min(minX, other.minX), top: min(minY, other.minY),
            right: max(maxX, other.maxX), bottom: max(maxY, other.maxY))
    }
}
