public import Graphics
public import Layout

/// A circle on a map whose area stands for an amount.
public struct MapSymbol: Hashable, Sendable {
    /// Its middle on the page.
    public var center: Point
    /// Its radius in points.
    public var radius: Double
    /// Its colour, before it becomes translucent.
    public var color: Color

    /// A circle.
    public init(center: Point, radius: Double, color: Color) {
        self.center = center
        self.radius = radius
        self.color = color
    }

    /// How much of what lies below a symbol it covers: enough to be seen, and borders shine through.
    public static let opacity = 0.68
    /// The width of the line that parts overlapping symbols, in points.
    public static let outlineWidth = 1.0

    /// The outline of its circle; empty where it has no area.
    public var path: Path {
        guard radius > 0, radius.isFinite, center.x.isFinite, center.y.isFinite else {
            return Path()
        }
        return .circle(center: center, radius: radius)
    }

    /// Draws symbols, the large ones below, so that small ones stay visible.
    ///
    /// Each has a thin line in the ground's colour around it. Those of one size keep their order.
    public static func draw(_ symbols: [MapSymbol], ground: Color, on canvas: inout Canvas) {
        let sorted = symbols.enumerated().sorted { one, other in
            (other.element.radius, one.offset) < (one.element.radius, other.offset)
        }
        for (_, symbol) in sorted {
            let path = symbol.path
            if path.isEmpty { continue }
            let color = symbol.color.opacity(symbol.color.alpha * opacity)
            canvas.add(
                .path(path, fill: .color(color), stroke: Stroke(ground, width: outlineWidth)))
        }
    }
}
