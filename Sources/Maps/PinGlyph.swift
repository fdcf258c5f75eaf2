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
        let half = size / 2
        switch shape {
        case .circle:
            canvas.fill(.circle(center: center, radius: half), color)
        case .square:
            let side = size * 0.92
            canvas.fill(
                .rect(
                    Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side)),
                color)
        case .triangle:
            // A triangle looks as large as a circle when it is a little wider and sits a bit lower.
            let wide = size * 0.56
            canvas.fill(
                .polygon([
                    Point(center.x, center.y - half),
                    Point(center.x + wide, center.y + half * 0.94),
                    Point(center.x - wide, center.y + half * 0.94),
                ]), color)
        case .unknown:
            canvas.add(
                .path(
                    .circle(center: center, radius: half - 0.5), fill: .color(ground),
                    stroke: Stroke(color, width: 1, dash: [1.6, 1.3])))
        }
    }
}
