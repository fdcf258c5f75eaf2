import Glibc
public import Graphics
public import Layout

/// A small sign that tells kinds of places apart by shape as well as by colour.
public struct PinGlyph: Hashable, Sendable {
    /// The shapes, told apart even without colour.
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        /// A filled circle.
        case circle
        /// A filled square.
        case square
        /// A filled triangle.
        case triangle
        /// A filled rhombus.
        case diamond
        /// Two bars across each other, upright.
        case plus
        /// A filled star with five points.
        case star
        /// A filled triangle that points down.
        case triangleDown = "triangle-down"
        /// A dashed empty circle: what stands there is not known.
        case unknown
    }

    /// Its shape.
    public var shape: Shape
    /// Its colour.
    public var color: Color
    /// The colour inside of what is not filled.
    public var ground: Color

    /// A sign of a shape and colour.
    public init(shape: Shape, color: Color, ground: Color) {
        self.shape = shape
        self.color = color
        self.ground = ground
    }

    /// Draws it in a square of `size` points around `center`.
    public func draw(center: Point, size: Double, on canvas: inout Canvas) {
        let outline = shape.outline(center: center, size: size)
        switch shape {
        case .circle, .square, .triangle, .diamond, .plus, .star, .triangleDown:
            canvas.fill(outline, color)
        case .unknown:
            canvas.add(
                .path(
                    outline, fill: .color(ground),
                    stroke: Stroke(color, width: 1, dash: [1.6, 1.3])))
        }
    }
}

extension PinGlyph.Shape {
    /// The closed outline in a square of `size` points around `center`.
    ///
    /// Shapes look equally large: what is pointed or thin reaches a little beyond the square.
    public func outline(center: Point, size: Double) -> Path {
        let half = size / 2
        switch self {
        case .circle: return .circle(center: center, radius: half)
        // Half of its dashed line lies outside.
        case .unknown: return .circle(center: center, radius: max(half - 0.5, 0))
        case .square:
            let side = size * 0.92
            return .rect(
                Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side))
        case .triangle, .diamond, .plus, .star, .triangleDown:
            return .polygon(corners.map { center + $0 * size })
        }
    }

    /// How far it reaches from its centre, in points, as a sign of `size` points: labels stay clear
    /// of this circle.
    public func radius(size: Double) -> Double {
        let corner = corners.map { $0.distance(to: .zero) }.max() ?? 0.5
        return max(0, size) * max(corner, 0.5)
    }

    /// The corners of the sign of size 1 around the origin; none for circles.
    private var corners: [Point] {
        switch self {
        case .circle, .unknown: []
        case .square: [Point(-0.46, -0.46), Point(0.46, -0.46), Point(0.46, 0.46)]
        // Looks as large as a circle when it is a little wider and sits a bit lower.
        case .triangle: [Point(0, -0.5), Point(0.56, 0.47), Point(-0.56, 0.47)]
        case .triangleDown: [Point(0, 0.5), Point(-0.56, -0.47), Point(0.56, -0.47)]
        case .diamond: [Point(0, -0.57), Point(0.52, 0), Point(0, 0.57), Point(-0.52, 0)]
        case .plus:
            [
                (-0.19, -0.54), (0.19, -0.54), (0.19, -0.19), (0.54, -0.19), (0.54, 0.19),
                (0.19, 0.19), (0.19, 0.54), (-0.19, 0.54), (-0.19, 0.19), (-0.54, 0.19),
                (-0.54, -0.19), (-0.19, -0.19),
            ].map { Point($0.0, $0.1) }
        // Fatter than a pentagram, whose points are too thin at 7 pt; its box is centred.
        case .star: Self.star(radius: 0.59, notch: 0.29)
        }
    }

    private static func star(radius: Double, notch: Double) -> [Point] {
        let drop = (radius - radius * cos(.pi / 5)) / 2
        return (0..<10).map { index in
            let angle = Double(index) * .pi / 5
            let reach = index % 2 == 0 ? radius : notch
            return Point(sin(angle) * reach, drop - cos(angle) * reach)
        }
    }
}
